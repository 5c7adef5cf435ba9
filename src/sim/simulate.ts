/** Experiment in, Recording out. */
import type { Experiment } from './experiment.ts';
import { modelOf } from './models.ts';
import { realise } from './realise.ts';
import type { Recording } from './recording.ts';

/** Runs an experiment. The same experiment gives the same recording, on every machine.
 *  @param experiment as `parseExperiment` returns it
 *  @param reuse a recording that is no longer needed: its arrays are written over where their lengths fit,
 *    which saves the fresh memory of a long run
 *  @returns samples at t_k = k·dt (ms, mV, nA) and spike times (ms) */
export function simulate(experiment: Experiment, reuse?: Recording): Recording {
  return modelOf(experiment.neuron).simulate(realise(experiment), reuse);
}

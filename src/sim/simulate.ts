/** Experiment in, Recording out. */
import type { Experiment } from './experiment.ts';
import { modelOf } from './models.ts';
import type { Recording } from './recording.ts';

/** Runs an experiment. Pure: the same experiment gives the same recording, on every machine.
 *  @param experiment as `parseExperiment` returns it
 *  @returns samples at t_k = k·dt (ms, mV, nA) and spike times (ms) */
export function simulate(experiment: Experiment): Recording {
  return modelOf(experiment.neuron).simulate(experiment);
}

/** Experiment in, Recording out. */
import type { Experiment } from './experiment.ts';
import { simulateLifHeld } from './lif-held.ts';
import { modelOf } from './models.ts';
import type { Progress } from './progress.ts';
import type { Recording } from './recording.ts';

/** Runs an experiment. The same experiment gives the same recording, on every machine.
 *  @param experiment as `parseExperiment` returns it
 *  @param reuse a recording that is no longer needed: its arrays are written over where their lengths fit,
 *    which saves the fresh memory of a long run
 *  @param progress told now and then how many samples are done
 *  @returns samples at t_k = k·dt (ms, mV, nA) and spike times (ms) */
export function simulate(experiment: Experiment, reuse?: Recording, progress?: Progress): Recording {
  const model = modelOf(experiment.neuron);
  const { neuron, ...run } = model.realise(experiment);
  // Noise has a current for every step: one neuron model has a shorter way through it.
  const held =
    neuron.model === 'lif' && run.method === 'exact' ? simulateLifHeld({ ...run, neuron }, reuse) : undefined;
  return held ?? model.simulate({ ...run, neuron }, reuse, progress);
}

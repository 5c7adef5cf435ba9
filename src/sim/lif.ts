/** Leaky integrate-and-fire neuron with an absolute refractory period (Lapicque 1907; Gerstner et al. 2014,
 *  §1.3):
 *    τ dV/dt = −(V − E_L) + R·I(t);   V ≥ V_th: spike, then V = V_reset for t_ref.
 *  The switches take a part away: without leak C dV/dt = I, without threshold it never fires.
 *  Left out: the shape of the spike, channels, adaptation, noise, space. */
import type { Experiment, LifNeuron } from './experiment.ts';
import { assertLifConsistent } from './lif-limits.ts';
import { exactIntegrator } from './lif-exact.ts';
import { simulateLifGrid } from './lif-grid.ts';
import { LIF_PARAMS, LIF_SWITCHES } from './lif-params.ts';
import { simulateLifPrecise } from './lif-precise.ts';
import { steppedIntegrator } from './lif-stepped.ts';
import type { ModelDefinition } from './model.ts';
import type { Progress } from './progress.ts';
import type { Recording } from './recording.ts';
import { WITH_PLAIN_INPUTS } from './plain-inputs.ts';

function simulate(experiment: Experiment<LifNeuron>, reuse?: Recording, progress?: Progress): Recording {
  const { method } = experiment;
  if (method === 'precise') return simulateLifPrecise(experiment, reuse, progress);
  const integrator = method === 'exact' ? exactIntegrator : steppedIntegrator(method);
  return simulateLifGrid(experiment, integrator, reuse, progress);
}

export const LIF: ModelDefinition<LifNeuron> = {
  ...WITH_PLAIN_INPUTS,
  name: 'lif',
  title: 'leaky integrate-and-fire',
  currentUnit: 'nA',
  params: LIF_PARAMS,
  switches: LIF_SWITCHES,
  methods: ['precise', 'exact', 'euler', 'rk2', 'rk4'],
  assertConsistent: assertLifConsistent,
  simulate,
};

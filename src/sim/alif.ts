/** Adaptive leaky integrate-and-fire neuron (Gerstner et al. 2014, §6.1, without subthreshold adaptation):
 *    τ dV/dt = −(V − E_L) + R·(I(t) − w);   τ_w dw/dt = −w;
 *    V ≥ V_th: spike, V = V_reset for t_ref, and w grows by b.
 *  Between spikes w is one more decaying current, so that every method of the LIF neuron takes it as it takes
 *  an exponential synapse; `precise` spike times stay closed form to machine precision.
 *  Left out: adaptation by the potential itself (a), the spike's upstroke; see adex.ts for both. */
import type { AlifNeuron, Experiment } from './experiment.ts';
import { exactIntegrator } from './lif-exact.ts';
import { simulateLifGrid } from './lif-grid.ts';
import { assertLifConsistent } from './lif-limits.ts';
import { LIF_PARAMS, LIF_SWITCHES, type NumericFields } from './lif-params.ts';
import { simulateLifPrecise } from './lif-precise.ts';
import { steppedIntegrator } from './lif-stepped.ts';
import type { ModelDefinition } from './model.ts';
import type { ParamSpecs } from './param-spec.ts';
import type { Progress } from './progress.ts';
import type { Recording } from './recording.ts';
import { WITH_PLAIN_INPUTS } from './plain-inputs.ts';

const ADAPTATION = 'Gerstner et al. 2014, Neuronal Dynamics, §6.1; values of the course';

export const ALIF_PARAMS: ParamSpecs<NumericFields<AlifNeuron>> = {
  ...LIF_PARAMS,
  w: {
    symbol: 'w(0)',
    label: 'starting adaptation current',
    unit: 'nA',
    default: 0,
    min: -1e6,
    max: 1e6,
    slider: [0, 2],
    step: 0.05,
    doc: 'The adaptation current at time 0; it is subtracted from the input.',
    source: ADAPTATION,
  },
  b: {
    symbol: 'b',
    label: 'adaptation per spike',
    unit: 'nA',
    default: 0.3,
    min: 0,
    max: 1e6,
    slider: [0, 2],
    step: 0.05,
    doc: 'How much every spike adds to the adaptation current; 0 is the plain LIF neuron.',
    source: ADAPTATION,
  },
  tau_w: {
    symbol: '\\tau_w',
    label: 'adaptation time constant',
    unit: 'ms',
    default: 100,
    min: 1e-3,
    max: 1e6,
    slider: [10, 500],
    step: 10,
    doc: 'How fast adaptation is forgotten.',
    source: ADAPTATION,
  },
};

function simulate(experiment: Experiment<AlifNeuron>, reuse?: Recording, progress?: Progress): Recording {
  const { method } = experiment;
  if (method === 'precise') return simulateLifPrecise(experiment, reuse, progress);
  const integrator = method === 'exact' ? exactIntegrator : steppedIntegrator(method);
  return simulateLifGrid(experiment, integrator, reuse, progress);
}

export const ALIF: ModelDefinition<AlifNeuron> = {
  ...WITH_PLAIN_INPUTS,
  name: 'alif',
  title: 'adaptive leaky integrate-and-fire',
  currentUnit: 'nA',
  params: ALIF_PARAMS,
  switches: LIF_SWITCHES,
  methods: ['precise', 'exact', 'euler', 'rk2', 'rk4'],
  assertConsistent: assertLifConsistent,
  simulate,
};

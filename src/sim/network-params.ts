/** The numbers of a network, one record each, and the limits that keep every validated run finite.
 *  A neuron of a network takes the records of the single LIF neuron and those of its synapses. */
import { LIF_PARAMS } from './lif-params.ts';
import type { ParamSpec, ParamSpecs } from './param-spec.ts';

/** Most neurons of all populations together. */
export const MAX_NEURONS = 100_000;
/** Most synapses of all projections together: 60 MB as 16-bit targets. Brunel 2000 has 15.6 million. */
export const MAX_SYNAPSES = 30_000_000;
/** Most neuron updates (neurons × steps) of a run. */
export const MAX_NEURON_STEPS = 2_000_000_000;
/** Most spikes there could be if every neuron fired whenever its refractoriness lets it. */
export const MAX_NETWORK_SPIKES = 20_000_000;
/** Most synaptic events there could be in that case: about a minute. */
export const MAX_SYNAPTIC_EVENTS = 20_000_000_000;
/** Most cells (neurons × steps of the longest delay) of the ring buffers: 160 MB for each receptor. */
export const MAX_RING_CELLS = 20_000_000;
/** Most samples of all recorded membrane potentials together. */
export const MAX_SAMPLES = 5_000_000;
/** Most spikes one neuron's drive may give in one step, on average: exp(−500) is still a normal number. */
export const MAX_DRIVE_PER_STEP = 500;
/** Most populations, projections and drives, each. */
export const MAX_PARTS = 100;

const BRUNEL = 'Brunel 2000';
const BRETTE = 'Brette et al. 2007, benchmark 2 (CUBA)';

const synapseTime = (sign: string, label: string, value: number, doc: string): ParamSpec => ({
  symbol: `\\tau_\\mathrm{${sign}}`,
  label,
  unit: 'ms',
  default: value,
  min: 1e-6,
  max: 1e6,
  slider: [0.5, 20],
  step: 0.5,
  doc,
  source: BRETTE,
});

/** The numbers of a neuron of a network. `V_m` may also be a list or a distribution. */
export const NETWORK_NEURON_PARAMS = {
  ...LIF_PARAMS,
  I_e: {
    symbol: 'I_e',
    label: 'constant current',
    unit: 'nA',
    default: 0,
    min: -1e6,
    max: 1e6,
    slider: [0, 5],
    step: 0.05,
    doc: 'A current injected into every neuron of the population, all the time.',
    source: 'NEST, iaf_psc_exp',
  },
  tau_syn_ex: synapseTime(
    'ex',
    'excitatory synaptic time constant',
    5,
    'Decay of the current of positive weights.',
  ),
  tau_syn_in: synapseTime(
    'in',
    'inhibitory synaptic time constant',
    10,
    'Decay of the current of negative weights.',
  ),
} satisfies Record<string, ParamSpec>;

export const POPULATION_PARAMS: ParamSpecs<{ size: number }> = {
  size: {
    symbol: 'N',
    label: 'number of neurons',
    unit: '1',
    default: 1000,
    min: 1,
    max: MAX_NEURONS,
    integer: true,
    slider: [100, 10_000],
    step: 100,
    doc: 'How many equal neurons the population holds.',
    source: BRUNEL,
  },
};

const weight = (unit: 'mV' | 'nA', value: number, doc: string): ParamSpec => ({
  symbol: unit === 'mV' ? 'J' : 'w',
  label: 'synaptic weight',
  unit,
  default: value,
  min: -1e6,
  max: 1e6,
  slider: [-1, 1],
  step: 0.01,
  doc,
  source: unit === 'mV' ? BRUNEL : BRETTE,
});

/** The weight of a synapse, by its kind. */
export const WEIGHT_PARAMS = {
  delta: weight('mV', 0.1, 'The jump one spike makes in the membrane potential; negative inhibits.'),
  exp: weight('nA', 0.1, 'The peak of the current one spike starts; negative inhibits.'),
} as const;

export const PROJECTION_PARAMS: ParamSpecs<{ delay: number }> = {
  delay: {
    symbol: 'D',
    label: 'delay',
    unit: 'ms',
    default: 1.5,
    min: 0,
    max: 1000,
    slider: [0.1, 5],
    step: 0.1,
    doc: 'Time from a spike to its arrival; a whole number of steps, at least one under grid "nest".',
    source: BRUNEL,
  },
};

export const RULE_PARAMS: ParamSpecs<{ p: number; k: number }> = {
  p: {
    symbol: 'p',
    label: 'connection probability',
    unit: '1',
    default: 0.1,
    min: 0,
    max: 1,
    slider: [0, 1],
    step: 0.01,
    doc: 'The probability with which any ordered pair of different neurons is wired.',
    source: BRUNEL,
  },
  k: {
    symbol: 'C',
    label: 'in-degree',
    unit: '1',
    default: 100,
    min: 0,
    max: MAX_NEURONS,
    integer: true,
    slider: [0, 1000],
    step: 10,
    doc: 'How many different sources every target has.',
    source: BRUNEL,
  },
};

export const DRIVE_PARAMS: ParamSpecs<{ rate: number }> = {
  rate: {
    symbol: '\\nu_\\mathrm{ext}',
    label: 'rate of the drive',
    unit: 'Hz',
    default: 0,
    min: 0,
    max: 1e7,
    slider: [0, 50_000],
    step: 100,
    doc: 'Poisson spikes per second that every neuron of the population receives, each its own.',
    source: BRUNEL,
  },
};

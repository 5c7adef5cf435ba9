/** The numbers of a run and of its inputs, one record each, and the limits that keep every run finite. */
import type { PulseInput, RampInput, SineInput, SpikesInput, StepInput, Synapse } from './experiment.ts';
import type { NumericFields } from './lif-params.ts';
import { COURSE, current, start, stop, time } from './param-makers.ts';
import type { ParamSpec, ParamSpecs } from './param-spec.ts';

/** Most grid steps of one run: 5 million samples of three signals are 120 MB. */
export const MAX_STEPS = 5_000_000;
/** Most spikes a precise run may hold; each costs a root search. */
export const MAX_SPIKES = 1_000_000;

export const EXPERIMENT_PARAMS: ParamSpecs<{ duration: number; dt: number; seed: number }> = {
  duration: {
    symbol: 'T',
    label: 'length of the run',
    unit: 'ms',
    default: 200,
    min: 0,
    aboveMin: true,
    max: 1e9,
    slider: [50, 1000],
    step: 50,
    doc: 'How much of the neuron’s time is simulated.',
    source: COURSE,
  },
  dt: {
    symbol: '\\dd t',
    label: 'time step',
    unit: 'ms',
    default: 0.1,
    min: 1e-6,
    max: 1e6,
    slider: [0.01, 45],
    step: 0.01,
    decades: true,
    doc: 'The step of the grid; a precise run only samples on it.',
    source: 'Rotter & Diesmann 1999 and the NEST default, 0.1 ms',
  },
  seed: {
    symbol: 's',
    label: 'seed',
    unit: '1',
    default: 1,
    min: 0,
    max: 2 ** 32 - 1,
    integer: true,
    slider: [1, 100],
    step: 1,
    doc: 'The start of every random sequence: the same seed gives the same run.',
    source: COURSE,
  },
};

export const STEP_PARAMS: ParamSpecs<NumericFields<StepInput>> = {
  amplitude: current('I', 'current', 2.5, 'The injected current; inward, so that positive depolarises.'),
  start,
  stop,
};

export const PULSE_PARAMS: ParamSpecs<NumericFields<PulseInput>> = {
  amplitude: current('I', 'pulse current', 2.5, 'The current of every pulse; 0 between pulses.'),
  start: time('t_0', 'first pulse', 10, 'When the first pulse begins.'),
  width: {
    ...time('d', 'pulse width', 5, 'How long one pulse lasts; at most one period.'),
    aboveMin: true,
    slider: [0.5, 50],
    step: 0.5,
  },
  period: {
    ...time('P', 'pulse period', 20, 'From the beginning of one pulse to the beginning of the next.'),
    aboveMin: true,
    slider: [1, 100],
  },
  count: {
    symbol: 'n',
    label: 'number of pulses',
    unit: '1',
    default: 1,
    min: 0,
    max: 100_000,
    integer: true,
    slider: [0, 20],
    step: 1,
    doc: 'How many pulses are given.',
    source: COURSE,
  },
};

export const RAMP_PARAMS: ParamSpecs<NumericFields<RampInput>> = {
  from: current('I_0', 'current at the start', 0, 'The current with which the ramp begins.'),
  to: current('I_1', 'current at the stop', 5, 'The current with which the ramp ends.'),
  start,
  stop,
};

export const SINE_PARAMS: ParamSpecs<NumericFields<SineInput>> = {
  amplitude: current('\\hat I', 'amplitude', 1, 'How far the current swings to either side of its offset.'),
  frequency: {
    symbol: 'f',
    label: 'frequency',
    unit: 'Hz',
    default: 10,
    min: 0,
    max: 1e5,
    slider: [0.5, 100],
    step: 0.5,
    doc: 'Cycles of the current in one second.',
    source: COURSE,
  },
  phase: {
    symbol: '\\varphi',
    label: 'phase',
    unit: 'rad',
    default: 0,
    min: -1e3,
    max: 1e3,
    slider: [-3.14, 3.14],
    step: 0.01,
    doc: 'Where in its cycle the sine begins.',
    source: COURSE,
  },
  offset: current('\\bar I', 'mean current', 0, 'The constant current on which the sine rides.'),
  start,
  stop,
};

export const SPIKES_PARAMS: ParamSpecs<NumericFields<SpikesInput>> = {
  weight: {
    ...current('w', 'peak current', 0.5, 'The peak of the current one spike causes; negative inhibits.'),
    slider: [-2, 5],
  },
  tau_syn: {
    ...time('\\tau_s', 'synaptic time constant', 5, 'How fast the synaptic current decays.'),
    min: 1e-3,
    max: 1e6,
    slider: [0.5, 50],
    step: 0.5,
  },
  delay: {
    ...time('d', 'delay', 0, 'From a spike to its arrival at the synapse.'),
    slider: [0, 10],
    step: 0.1,
  },
};

/** The weight of a delta synapse is a voltage. */
export const DELTA_WEIGHT: ParamSpec = {
  symbol: 'w',
  label: 'jump of the potential',
  unit: 'mV',
  default: 0.5,
  min: -1e6,
  max: 1e6,
  slider: [-5, 20],
  step: 0.1,
  doc: 'How far one spike moves the membrane potential, at once; negative inhibits.',
  source: 'Gerstner et al. 2014, §1.3; ΔV = Q/C',
};

/** One time of a list of spike times. */
export const SPIKE_TIME: ParamSpec = time('t^f', 'spike time', 0, 'When a spike was fired.');

export const SYNAPSES: readonly Synapse[] = ['exp', 'alpha', 'delta'];

/** Most arriving spikes of one run. */
export const MAX_ARRIVALS = 1_000_000;
/** Most values of noise and recorded samples in one run. */
export const MAX_SAMPLES = 5_000_000;
/** Most pulses of one run. */
export const MAX_PULSES = 100_000;

/** The numbers of sentences about neurons that are more than the leaky one: adaptive, AdEx, Hodgkin–Huxley. They are
 *  read from runs and closed forms like those of prose-values.ts, which hands over whenever an author names another
 *  model: `<Value is="firstInterval" current={3} neuron={{ model: 'alif' }} digits={1} />`. */
import { sweepOf, type RatePoint } from '../components/demos/hh/hh-sweep.ts';
import { plainNeuron, steadyIntervalMs } from '../components/demos/adaptation/steady-interval.ts';
import { adexPlane, adexSaddleNodeNa } from '../sim/adex-plane.ts';
import type { AdexNeuron, AlifNeuron, Experiment, HodgkinHuxleyNeuron, Neuron } from '../sim/experiment.ts';
import { intervalsMs } from '../sim/intervals.ts';
import { simulate } from '../sim/simulate.ts';
import { interspikeIntervalMs, rateHz } from '../sim/theory.ts';

interface Setting<N extends Neuron = Neuron> {
  readonly experiment: Experiment<N>;
  readonly neuron: N;
  /** Of the one step; NaN when the input is none. */
  readonly currentNa: number;
  /** NaN when it is not given. */
  readonly at: number;
}

/** @typeParam S what it is taken from */
export interface Measure<S> {
  readonly unit: string;
  readonly of: (setting: S) => number;
}

/** By name. Each takes the neurons of one model; which model that is, is known where they are looked up. */
export type Measures = Readonly<Record<string, Measure<never>>>;

const intervals = ({ experiment }: Setting) => intervalsMs(simulate(experiment).spikes);
const lastInterval = (setting: Setting) => intervals(setting).at(-1) ?? Infinity;

/** What any of them does in a run. */
const OF_ANY = {
  /** The last interval of the run: adaptation has settled if the run is long enough. */
  interval: { unit: 'ms', of: lastInterval },
  rate: { unit: 'Hz', of: (setting) => rateHz(lastInterval(setting)) },
  firstInterval: { unit: 'ms', of: (setting) => intervals(setting)[0] ?? Infinity },
  firstRate: { unit: 'Hz', of: (setting) => rateHz(intervals(setting)[0] ?? Infinity) },
  /** The interval of the number `at`, counted from 1. */
  nthInterval: { unit: 'ms', of: (setting) => intervals(setting)[setting.at - 1] ?? Infinity },
  firstSpike: { unit: 'ms', of: ({ experiment }) => simulate(experiment).spikes[0] ?? Infinity },
  spikes: { unit: '1', of: ({ experiment }) => simulate(experiment).spikes.length },
} as const satisfies Record<string, Measure<Setting<Neuron>>>;

const steadyMs = ({ neuron, currentNa }: Setting<AlifNeuron>) => steadyIntervalMs(neuron, currentNa);
/** Part of w that is left after one interval. */
const leftOfW = (setting: Setting<AlifNeuron>) => Math.exp(-steadyMs(setting) / setting.neuron.tau_w);

const OF_ALIF = {
  /** The same membrane without adaptation. */
  plainInterval: {
    unit: 'ms',
    of: ({ neuron, currentNa }) => interspikeIntervalMs(plainNeuron(neuron), currentNa),
  },
  plainRate: {
    unit: 'Hz',
    of: ({ neuron, currentNa }) => rateHz(interspikeIntervalMs(plainNeuron(neuron), currentNa)),
  },
  /** Where the intervals end. */
  steadyInterval: { unit: 'ms', of: steadyMs },
  steadyRate: { unit: 'Hz', of: (setting) => rateHz(steadyMs(setting)) },
  /** What is left of w at the end of a steady interval. */
  leftOfAdaptation: { unit: '%', of: (setting) => 100 * leftOfW(setting) },
  /** w just before and just after a spike in the steady state. */
  adaptationBefore: {
    unit: 'nA',
    of: (setting) => (setting.neuron.b * leftOfW(setting)) / (1 - leftOfW(setting)),
  },
  adaptationAfter: { unit: 'nA', of: (setting) => setting.neuron.b / (1 - leftOfW(setting)) },
  /** Charge that one jump of w takes away until it is forgotten, and that which lifts the membrane from reset to
   *  threshold. */
  adaptationCharge: { unit: 'pC', of: ({ neuron: { b, tau_w } }) => b * tau_w },
  climbCharge: { unit: 'pC', of: ({ neuron: { C_m, V_th, V_reset } }) => C_m * (V_th - V_reset) },
} as const satisfies Record<string, Measure<Setting<AlifNeuron>>>;

const OF_ADEX = {
  /** The current at which rest ends, whatever the time it has. */
  rheobase: { unit: 'nA', of: ({ neuron }) => adexSaddleNodeNa(neuron) },
  /** Where a potential that is reached at once, at w = 0, runs away and does not fall back. */
  runaway: {
    unit: 'mV',
    of: ({ neuron, currentNa }) => adexPlane({ ...neuron, a: 0 }, currentNa).fixedPoints.at(-1)?.V ?? NaN,
  },
  /** What the leak draws with at the potential `at`, in mV, and what the exponential pushes with: both over g_L. */
  leakPull: { unit: 'mV', of: ({ neuron, at }) => at - neuron.E_L },
  upstrokePush: {
    unit: 'mV',
    of: ({ neuron: { V_th, Delta_T }, at }) => Delta_T * Math.exp((at - V_th) / Delta_T),
  },
} as const satisfies Record<string, Measure<Setting<AdexNeuron>>>;

const onset = ({ experiment }: Setting<HodgkinHuxleyNeuron>): RatePoint | undefined =>
  sweepOf(experiment).onset;

const OF_HODGKIN_HUXLEY = {
  /** The weakest current that keeps it firing, and how often it then fires: the first point of the lab's curve. */
  onset: { unit: 'µA/cm²', of: (setting) => onset(setting)?.current ?? NaN },
  onsetRate: { unit: 'Hz', of: (setting) => onset(setting)?.rateHz ?? NaN },
  /** A round of that firing. */
  onsetInterval: { unit: 'ms', of: (setting) => rateHz(onset(setting)?.rateHz ?? NaN) },
} as const satisfies Record<string, Measure<Setting<HodgkinHuxleyNeuron>>>;

const OWN: Readonly<Record<string, Measures>> = {
  alif: OF_ALIF,
  adex: OF_ADEX,
  hodgkin_huxley: OF_HODGKIN_HUXLEY,
};

/** Measures of one model, by name. */
export function measuresBeyond(model: string): Measures {
  return { ...OF_ANY, ...OWN[model] };
}

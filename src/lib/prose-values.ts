/** The numbers of a lesson's sentences, by name. They are computed when the site is built: spikes and
 *  potentials are read from a run, the rest from closed forms, so the text cannot disagree with the figure
 *  beside it. A number that does not exist (an interval of a neuron that never fires) stops the build. */
import { pspPeak, synapseOf } from '../components/demos/synapse/psp.ts';
import type { Experiment, LifNeuron, Neuron } from '../sim/experiment.ts';
import { paramSpecAt, valueAt } from '../sim/param-path.ts';
import { showValue } from '../sim/param-spec.ts';
import { parseExperiment } from '../sim/parse-experiment.ts';
import { simulate } from '../sim/simulate.ts';
import { thresholdChargePc, chronaxieMs, strengthDurationNa } from '../sim/strength-duration.ts';
import {
  conductanceSteadyState,
  deltaTrainPeakMv,
  type Conductance,
  type Peak,
} from '../sim/theory-synapses.ts';
import {
  cutoffHz,
  rheobaseNa,
  sineGain,
  steadyStateMv,
  timeConstantMs,
  timeToReachMs,
} from '../sim/theory.ts';
import { measuresBeyond, type Measure, type Measures } from './prose-beyond.ts';
import { ML_MEASURES } from './prose-ml.ts';
import { NETWORK_MEASURES } from './prose-networks.ts';
import { NOISE_MEASURES } from './prose-noise.ts';

export interface ProseValue {
  readonly value: number;
  /** "1" for a plain number. */
  readonly unit: string;
}

/** What an author may give instead of a whole experiment: one constant current into one neuron. */
export interface ProseExperiment {
  /** An experiment as in `<Experiment>`, without its version. */
  readonly experiment?: object | undefined;
  /** Constant current from time 0 in nA; short for an experiment with one step. */
  readonly current?: number | undefined;
  /** Parameters that differ from the course's neuron. */
  readonly neuron?: object | undefined;
  /** Synapses that stay open: µS and mV. */
  readonly synapses?: readonly Conductance[] | undefined;
}

/** Length of the run behind `current`, in ms: several spikes of every neuron of the lessons. */
const LONG_RUN_MS = 1000;

interface Setting {
  readonly experiment: Experiment;
  readonly neuron: LifNeuron;
  /** The constant current in nA; NaN when the input is none, and what needs it is then refused. */
  readonly currentNa: number;
  /** The number in `at`; NaN when it is not given. */
  readonly at: number;
  readonly synapses: readonly Conductance[];
}

/** The highest point of what one spike leaves: time after it in ms, height above rest in mV. */
const psp = ({ neuron, experiment }: Setting): Peak =>
  pspPeak(neuron, synapseOf(experiment as Experiment<LifNeuron>));

/** Membrane potential of the run at a time on its grid, in mV. */
function potentialMv({ experiment, at }: Setting): number {
  const { t, V_m } = simulate(experiment);
  const k = Math.round(at / experiment.dt);
  const sampled = t[k];
  // A sample stands for its time only if it is that time, up to the rounding of k·dt.
  return sampled !== undefined && Math.abs(sampled - at) < 1e-9 ? (V_m[k] ?? NaN) : NaN;
}

/** The last interval of the run: transients of the start are over. */
function intervalMs({ experiment }: Setting): number {
  const [last, before] = simulate(experiment).spikes.slice(-2).reverse();
  return last === undefined || before === undefined ? Infinity : last - before;
}

const leakNa = ({ neuron, at }: Setting): number => (neuron.leak ? (at - neuron.E_L) / neuron.R_m : 0);
const capacitorNa = (setting: Setting): number => setting.currentNa - leakNa(setting);

const MEASURES = {
  /** Smallest current that would ever fire the neuron. */
  rheobase: { unit: 'nA', of: ({ neuron }: Setting) => rheobaseNa(neuron) },
  /** Membrane time constant. */
  tau: { unit: 'ms', of: ({ neuron }: Setting) => timeConstantMs(neuron) },
  /** Where the current takes the membrane in the end. */
  uInf: { unit: 'mV', of: ({ neuron, currentNa }: Setting) => steadyStateMv(neuron, currentNa) },
  /** How far that is from rest, R·I. */
  rise: { unit: 'mV', of: ({ neuron, currentNa }: Setting) => neuron.R_m * currentNa },
  interval: { unit: 'ms', of: intervalMs },
  rate: { unit: 'Hz', of: (setting: Setting) => 1000 / intervalMs(setting) },
  firstSpike: { unit: 'ms', of: ({ experiment }: Setting) => simulate(experiment).spikes[0] ?? Infinity },
  spikes: { unit: '1', of: ({ experiment }: Setting) => simulate(experiment).spikes.length },
  /** Membrane potential at the time `at`, in ms. */
  potential: { unit: 'mV', of: potentialMv },
  /** When the passive membrane reaches the potential `at`, in mV. */
  timeTo: {
    unit: 'ms',
    of: ({ neuron, currentNa, at }: Setting) => timeToReachMs(neuron, currentNa, neuron.V_m, at),
  },
  /** How much of the way to the end is done after the time `at`, in ms, and how much is left. */
  done: { unit: '%', of: ({ neuron, at }: Setting) => -100 * Math.expm1(-at / timeConstantMs(neuron)) },
  left: { unit: '%', of: ({ neuron, at }: Setting) => 100 * Math.exp(-at / timeConstantMs(neuron)) },
  /** du/dt at the potential `at`, in mV; at the start when it is not given. */
  slope: {
    unit: 'mV/ms',
    of: (setting: Setting) =>
      capacitorNa(Number.isNaN(setting.at) ? { ...setting, at: setting.neuron.V_m } : setting) /
      setting.neuron.C_m,
  },
  /** Current through the leak, outward positive, at the potential `at`, in mV. */
  leakCurrent: { unit: 'nA', of: leakNa },
  /** Current onto the capacitor at the potential `at`, in mV. */
  capacitorCurrent: { unit: 'nA', of: capacitorNa },
  cutoff: { unit: 'Hz', of: ({ neuron }: Setting) => cutoffHz(neuron) },
  /** What is left of a sine at the frequency `at`, in Hz, against a very slow one. */
  gain: { unit: '1', of: ({ neuron, at }: Setting) => sineGain(neuron, at) },
  /** From rest to threshold. */
  toThreshold: { unit: 'mV', of: ({ neuron }: Setting) => neuron.V_th - neuron.E_L },
  /** Height of one postsynaptic potential, and the time from the spike to it. */
  psp: { unit: 'mV', of: (setting: Setting) => psp(setting).heightMv },
  pspTime: { unit: 'ms', of: (setting: Setting) => psp(setting).timeMs },
  /** What a train of jumps, one each `at` ms, comes up to; and the jump of a train that just reaches threshold. */
  trainPeak: {
    unit: 'mV',
    of: (setting: Setting) =>
      deltaTrainPeakMv(
        setting.neuron,
        synapseOf(setting.experiment as Experiment<LifNeuron>).weight,
        setting.at,
      ),
  },
  trainWeight: {
    unit: 'mV',
    of: ({ neuron, at }: Setting) => (neuron.V_th - neuron.E_L) / deltaTrainPeakMv(neuron, 1, at),
  },
  /** Where `synapses` that stay open take the membrane, and with which time constant. */
  openPotential: {
    unit: 'mV',
    of: ({ neuron, synapses }: Setting) => conductanceSteadyState(neuron, synapses).voltageMv,
  },
  openTau: {
    unit: 'ms',
    of: ({ neuron, synapses }: Setting) => conductanceSteadyState(neuron, synapses).timeConstantMs,
  },
  /** Length of the pulse that fires at twice the rheobase. */
  chronaxie: { unit: 'ms', of: ({ neuron }: Setting) => chronaxieMs(neuron) },
  /** Weakest current that fires within the time `at`, in ms. */
  pulseCurrent: { unit: 'nA', of: ({ neuron, at }: Setting) => strengthDurationNa(neuron, at) },
  /** Charge of that pulse. */
  pulseCharge: { unit: 'pC', of: ({ neuron, at }: Setting) => strengthDurationNa(neuron, at) * at },
  /** What the charge comes to as pulses get ever shorter. */
  briefCharge: { unit: 'pC', of: ({ neuron }: Setting) => thresholdChargePc(neuron) },
  ...NOISE_MEASURES,
  ...NETWORK_MEASURES,
  ...ML_MEASURES,
} as const;

const measuresOf = ({ model }: Neuron): Measures => (model === 'lif' ? MEASURES : measuresBeyond(model));

/** Computes one number of a lesson.
 *  @param is a measure from the list above, or the path of a parameter: `neuron.V_th`
 *  @param at the time (ms), potential (mV) or frequency (Hz) that some measures are taken at
 *  @throws RangeError when the name is unknown or the number is not finite */
export function proseValue(is: string, given: ProseExperiment, at?: number): ProseValue {
  const { current, neuron: differing, synapses = [] } = given;
  if (given.experiment && (current !== undefined || differing)) {
    throw new RangeError(
      `Value of ${showValue(is)} must have an experiment, or current and neuron, not both`,
    );
  }
  const inputs = current === undefined ? [] : [{ type: 'step', amplitude: current }];
  const short = { neuron: differing ?? {}, inputs, duration: LONG_RUN_MS };
  const experiment = parseExperiment({ version: 1, ...(given.experiment ?? short) });
  const measures = measuresOf(experiment.neuron);
  if (!Object.hasOwn(measures, is)) {
    const value = valueAt(is, experiment);
    if (typeof value === 'number') return { value, unit: paramSpecAt(is, experiment).unit };
    const names = Object.keys(measures).join(', ');
    throw new RangeError(`Value must be one of ${names} or a path such as neuron.V_th, got ${showValue(is)}`);
  }
  const [first, second] = experiment.inputs;
  const currentNa = first?.type === 'step' && !second ? first.amplitude : NaN;
  const { neuron } = experiment;
  const { unit, of } = measures[is] as Measure<object>;
  const value = of({ experiment, neuron, currentNa, at: at ?? NaN, synapses });
  if (Number.isFinite(value)) return { value, unit };
  throw new RangeError(
    `Value of ${is} must be a finite number, got ${value} ${unit}: the experiment has none, or current or at is missing`,
  );
}

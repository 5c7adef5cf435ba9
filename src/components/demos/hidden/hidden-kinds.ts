/** What a learner sets and estimates: the current of a measurement, six parameters. Light: it comes with the page, the bench
 *  (hidden-bench.ts) when the figure is touched. */
import { formatChosen } from '../../../lib/quantity.ts';
import type { ParamSpec, ParamSpecs } from '../../../sim/param-spec.ts';

/** Largest number of a neuron: what fits into 32 bits. */
export const LARGEST_SEED = 2 ** 32 - 1;
/** Length of a measurement, ms: more than eight of the longest time constants. */
export const LENGTH_MS = 250;
/** Standard deviation of the electrode's noise, mV. */
export const NOISE_MV = 0.3;

/** The current of a measurement: nA, ms. */
export interface Injection {
  readonly amplitude: number;
  readonly start: number;
  readonly stop: number;
}
export type InputName = keyof Injection;
export const INPUT_NAMES = ['amplitude', 'start', 'stop'] as const satisfies readonly InputName[];

/** The measurement that is made for the learner. */
export const FIRST: Injection = { amplitude: 1, start: 20, stop: 200 };

export interface Estimates {
  /** mV */
  readonly E_L: number;
  /** MΩ */
  readonly R_m: number;
  /** ms */
  readonly tau: number;
  /** mV */
  readonly V_th: number;
  readonly V_reset: number;
  /** ms */
  readonly t_ref: number;
}
export type EstimateName = keyof Estimates;
export const ESTIMATE_NAMES = [
  'E_L',
  'R_m',
  'tau',
  'V_th',
  'V_reset',
  't_ref',
] as const satisfies readonly EstimateName[];

/** Records of all numbers on the figure (hidden-specs.ts), handed over by the page. */
export interface HiddenSpecs {
  readonly injection: ParamSpecs<Injection>;
  readonly estimates: ParamSpecs<Estimates>;
  /** Where the cursor stands. */
  readonly time: ParamSpec;
}

/** A row of the list of measurements. */
export interface Row {
  /** 1, 2, 3, … for one neuron. */
  readonly number: number;
  readonly injection: Injection;
  readonly noisy: boolean;
  readonly spikes: number;
}

export const injectionInWords = ({ amplitude, start, stop }: Injection) =>
  `${formatChosen(amplitude, 'nA')} from ${formatChosen(start, '')} to ${formatChosen(stop, 'ms')}`;

/** Of the truth, or in the unit of the parameter. */
export interface Tolerance {
  readonly share?: number;
  readonly size?: number;
}

const tolerances = (
  share: number,
  size: number,
  t_ref: number,
): Readonly<Record<EstimateName, Tolerance>> => ({
  E_L: { size },
  R_m: { share },
  tau: { share },
  V_th: { size },
  V_reset: { size },
  t_ref: { size: t_ref },
});

/** What a careful reading of the trace reaches. */
const CLEAR = tolerances(0.02, 0.5, 0.2);
/** Where every measurement has noise: one reading is off by up to 0.9 mV in all but 3 of 1,000. */
const NOISY = tolerances(0.06, 1, 0.5);

export const toleranceOf = (name: EstimateName, noisy: boolean) => (noisy ? NOISY : CLEAR)[name];

/** "± 2 %", "± 0.5 mV" */
export function toleranceInWords(name: EstimateName, unit: string, noisy: boolean): string {
  const { share, size = 0 } = toleranceOf(name, noisy);
  return `±\u00a0${share === undefined ? formatChosen(size, unit) : formatChosen(100 * share, '%')}`;
}

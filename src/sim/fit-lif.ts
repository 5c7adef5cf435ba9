/** The numbers of a leaky integrate-and-fire neuron from a trace of its potential under a known current. Whole
 *  stretches between spikes are fitted, so that noise of single samples averages out; fit-relaxation.ts says how.
 *
 *  What the trace does not hold is not guessed: see `untold`. Errors are standard errors for noise that is
 *  independent from sample to sample; what lies between two samples counts as well.
 *  Left out: jumps of delta synapses, conductances, adaptation. */
import type { FixedInput } from './experiment.ts';
import { fitFiring } from './fit-firing.ts';
import { search, type Found } from './fit-search.ts';
import { leastSquares } from './least-squares.ts';
import { spikesOfTrace } from './trace-spikes.ts';

export interface Estimate {
  readonly value: number;
  /** Standard error, in the unit of the value. */
  readonly error: number;
}

/** tau in ms, potentials in mV, R_m in MΩ, C_m in nF, t_ref in ms. `steady` is E_L + R·I, mV, where
 *  it is all that is known of both. */
export type Fitted = 'tau' | 'R_m' | 'C_m' | 'E_L' | 'steady' | 'V_m' | 'V_reset' | 't_ref' | 'V_th';
export type Estimates = Partial<Record<Fitted, Estimate>>;

export interface LifFit {
  readonly values: Readonly<Estimates>;
  /** Spikes of the trace, ms. */
  readonly spikes: Float64Array;
  /** Root mean square of what the fit leaves, mV. */
  readonly rms: number;
  /** Sentences: what this trace cannot tell, and why. */
  readonly untold: readonly string[];
}

const LEAST_SAMPLES = 10;
/** How much worse than the best another time constant must be, in variances, for the trace to tell tau: five
 *  standard errors. */
const TOLD = 25;
/** mV; what a text with five or six digits rounds away. Less is no noise that could tell or hide anything. */
const ROUNDING = 1e-6;

/** The current, nA, if it has been the same since time 0; undefined otherwise. */
function constant({ fit, split }: Found): number | undefined {
  const since = (k: number) => (fit.current[k] as number) / -Math.expm1(-(split.t[k] as number) / fit.tau);
  const [middle, last] = [split.t.length >> 1, split.t.length - 1];
  const I = since(last);
  return I !== 0 && Math.abs(since(middle) - I) < 1e-6 * Math.abs(I) ? I : undefined;
}

function membrane(found: Found, variance: number, current: boolean): Estimates {
  const { split, fit, byTau, inside, worse } = found;
  if (!inside || worse / variance < TOLD) return {};
  const { inverse } = leastSquares([...fit.columns, fit.free(byTau)], split.V);
  const error = (...by: readonly [number, number, number]) => {
    const sum = by.reduce((s, a, i) => by.reduce((r, b, j) => r + a * b * (inverse[i]?.[j] ?? 0), s), 0);
    return Math.sqrt(Math.max(0, sum) * variance);
  };
  const { tau, R_m, E_L, c } = fit;
  const both = { tau: { value: tau, error: error(0, 0, 1) } };
  const atStart = split.spikesBefore[0] === 0 && split.place[0] === 0 && split.t[0] === 0;
  const V_m = {
    value: E_L + (c[0] as number),
    error: Math.sqrt(variance / (fit.weight[0] as number)),
  };
  const begin: Estimates = atStart ? { ...both, V_m } : both;
  const end = { value: E_L, error: error(1, 0, 0) };
  if (!current) return { ...begin, E_L: end };
  const resistance = (R: number, by: number, withTau: number): Estimates => ({
    R_m: { value: R, error: by },
    C_m: { value: tau / R, error: withTau },
  });
  if (fit.told) {
    const [C, R] = [tau / R_m, error(0, 1, 0)];
    return R_m > 0
      ? { ...begin, ...resistance(R_m, R, error(0, -C / R_m, 1 / R_m)), E_L: end }
      : { ...begin, steady: end };
  }
  const I = constant(found);
  const R = I === undefined || !atStart ? NaN : (E_L - V_m.value) / I;
  if (!(R > 0)) return { ...begin, steady: end };
  const off = Math.hypot(end.error, V_m.error) / Math.abs(I as number);
  const C = Math.hypot((tau / R ** 2) * off, both.tau.error / R);
  return { ...begin, ...resistance(R, off, C), E_L: V_m, steady: end };
}

function untoldOf(values: Estimates, spikes: number, current: boolean): string[] {
  const untold: string[] = [];
  if (!values.tau) {
    untold.push(
      'The potential settles too little, or too fast for these samples, to tell the time constant.',
    );
  } else if (values.steady && values.R_m) {
    untold.push(
      'The current never changes: it tells resting potential and R·I only together. They are given for a neuron that began at rest.',
    );
  } else if (values.steady) {
    untold.push(
      'The current does not tell resting potential and resistance apart: only the potential it leads to is known.',
    );
  } else if (!current) {
    untold.push(
      'No current flows: resistance and capacitance cannot be told, only their product, the time constant.',
    );
  }
  if (spikes === 0) {
    untold.push('There is no spike: threshold, reset potential and refractory period cannot be told.');
  }
  return untold;
}

/** @param t ms, ascending, from 0 on  @param V mV, one per time
 *  @param inputs the currents of the experiment, drawn (realise.ts)
 *  @throws RangeError when an input is no current, or there are too few samples */
export function fitLif(t: Float64Array, V: Float64Array, inputs: readonly FixedInput[]): LifFit {
  inputs.forEach((input, i) => {
    if (input.type !== 'spikes' || input.synapse !== 'delta') return;
    throw new RangeError(
      `inputs.${i}.synapse must be "exp" or "alpha" to be fitted, got "delta": it is no current`,
    );
  });
  if (t.length < LEAST_SAMPLES)
    throw new RangeError(`a fit must have at least ${LEAST_SAMPLES} samples, got ${t.length}`);
  const spikes = spikesOfTrace(t, V);
  const falls = spikes.kind === 'reset' ? spikes.after.map((k) => t[k] as number) : [];
  const gaps = falls.map((time, i) => (falls[i + 1] ?? (t.at(-1) as number)) - time);
  // The last stretch may end at any time after its spike.
  const longest = 0.9 * Math.min(...(gaps.length > 1 ? gaps.slice(0, -1) : gaps));
  const data = { t, V, spikes, inputs };
  const found = search(data, Number.isFinite(longest) ? longest : 0);
  const { split, fit } = found;
  const samples = split.t.length;
  if (samples < LEAST_SAMPLES) {
    throw new RangeError(`a fit must have at least ${LEAST_SAMPLES} samples between spikes, got ${samples}`);
  }
  const freedom = Math.max(1, samples - split.from.length - 3);
  const variance = fit.square / freedom + ROUNDING ** 2;
  const current = fit.current.some((J) => J !== 0);
  const firing = fitFiring(data, found, variance);
  const values = { ...membrane(found, variance, current), ...firing.values };
  return {
    values,
    spikes: firing.spikes,
    rms: Math.sqrt(fit.square / samples),
    untold: untoldOf(values, firing.spikes.length, current),
  };
}

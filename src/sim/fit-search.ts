/** The best time constant of the membrane, and how long it is held after a spike: a coarse search of both, then
 *  Gauss–Newton steps of the one and ever narrower searches of the other. */
import type { FixedInput } from './experiment.ts';
import { filteredCurrent } from './filtered-current.ts';
import { relaxation, type Relaxation } from './fit-relaxation.ts';
import { splitAt, type Split } from './fit-stretches.ts';
import { leastSquares } from './least-squares.ts';
import type { TraceSpikes } from './trace-spikes.ts';

export interface FitData {
  /** ms, ascending, and mV. */
  readonly t: Float64Array;
  readonly V: Float64Array;
  readonly spikes: TraceSpikes;
  readonly inputs: readonly FixedInput[];
}

export interface Found {
  readonly split: Split;
  readonly fit: Relaxation;
  /** Slope of the course by tau at fixed other numbers, mV/ms. */
  readonly byTau: Float64Array;
  /** ms. */
  readonly hold: number;
  /** tau lies between the shortest and the longest that were tried. */
  readonly inside: boolean;
  /** How much worse the worst of the taus is, Σ residual² in mV²; of `samples`. */
  readonly worse: number;
}

/** Samples of the coarse search, and of the fit; of a longer trace every second, third … one is taken. */
const COARSE = 1500;
const MOST = 10_000;
const TAUS = 40;
const HOLDS = 16;
const NEWTON_STEPS = 12;

/** Every so many samples, and the current as it was filtered last. */
function sieve({ t, V, spikes, inputs }: FitData, most: number) {
  const stride = Math.ceil(t.length / most);
  const times = t.filter((_, k) => k % stride === 0);
  let filtered: { tau: number; J: Float64Array } | undefined;
  const current = ({ place }: Split, tau: number): Float64Array => {
    if (filtered?.tau !== tau) filtered = { tau, J: filteredCurrent(inputs, times, tau) };
    const J = new Float64Array(place.length);
    for (let k = 0; k < J.length; k++) J[k] = filtered.J[place[k] as number] as number;
    return J;
  };
  const fit = (split: Split, tau: number) => relaxation(split, current(split, tau), tau);
  const byTau = (split: Split, { tau, R_m, c }: Relaxation): Float64Array => {
    const step = 1e-5 * tau;
    const change = new Float64Array(split.t.length);
    if (R_m !== 0) {
      const above = current(split, tau + step);
      const below = current(split, tau - step);
      above.forEach((J, k) => (change[k] = (R_m * (J - (below[k] as number))) / (2 * step)));
    }
    return change.map((driven, k) => {
      const i = split.stretch[k] as number;
      const s = (split.t[k] as number) - (split.t[split.from[i] as number] as number);
      return driven + ((c[i] as number) * Math.exp(-s / tau) * s) / tau ** 2;
    });
  };
  /** Gauss–Newton on tau; the other numbers are solved for anew after every step. */
  const polish = (split: Split, tau: number): Relaxation => {
    let best = fit(split, tau);
    for (let round = 0; round < NEWTON_STEPS; round++) {
      const column = best.free(byTau(split, best));
      const { coefficients } = leastSquares([...best.columns, column], best.residual);
      const move = coefficients[2] as number;
      if (Number.isNaN(move)) return best;
      let next = best;
      for (let size = 1; size > 1e-3 && next.square >= best.square; size /= 3) {
        const to = best.tau + size * move;
        next = fit(split, Math.max(best.tau / 2, Math.min(best.tau * 2, to)));
      }
      if (!(next.square < best.square)) return best;
      const done = Math.abs(next.tau - best.tau) < 1e-10 * best.tau;
      best = next;
      if (done) return best;
    }
    return best;
  };
  return { split: (hold: number) => splitAt(t, V, spikes, hold, stride), fit, byTau, polish };
}

const evenly = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** @param longest ms, that the hold can last; 0 for none */
export function search(data: FitData, longest: number): Found {
  const { t } = data;
  const span = (t.at(-1) as number) - (t[0] as number);
  const step = span / (t.length - 1);
  const [shortest, slowest] = [step / 2, 5 * span];
  const taus = evenly(Math.log(shortest), Math.log(slowest), TAUS).map(Math.exp);
  const holds = longest > 0 ? evenly(0, longest, HOLDS) : [0];
  const rough = sieve(data, COARSE);
  const splits = holds.map((hold) => rough.split(hold));
  let best = { tau: 0, hold: 0, square: Infinity };
  for (const tau of taus) {
    splits.forEach((split, i) => {
      const square = split.held.square + rough.fit(split, tau).square;
      if (square < best.square) best = { tau, hold: holds[i] as number, square };
    });
  }

  const fine = sieve(data, MOST);
  let { tau, hold } = best;
  let split = fine.split(hold);
  let fit = fine.polish(split, tau);
  // Twice: the two numbers lean on each other.
  for (const first of longest > 0 ? [longest / (HOLDS - 1), 4 * step] : []) {
    let least = Infinity;
    for (let width = first; width > step / 4; width /= 4) {
      for (const near of evenly(Math.max(0, hold - width), Math.min(longest, hold + width), 9)) {
        const tried = fine.split(near);
        const square = tried.held.square + fine.fit(tried, fit.tau).square;
        if (square < least) [least, hold, split] = [square, near, tried];
      }
    }
    ({ tau } = fit);
    fit = fine.polish(split, tau);
  }
  const worst = Math.max(...taus.map((other) => fine.fit(split, other).square));
  return {
    split,
    fit,
    byTau: fine.byTau(split, fit),
    hold,
    inside: fit.tau > shortest * 1.01 && fit.tau < slowest / 1.01,
    worse: worst - fit.square,
  };
}

/** Poisson processes: spikes that know nothing of each other. A train is a sum of exponential intervals, so
 *  its times lie off every grid; a count is one number per bin. The same bits on every engine (portable.ts). */
import { showValue } from './param-spec.ts';
import { portableLog } from './portable.ts';
import type { Random } from './random.ts';

/** An exponential number of mean 1, by inversion; at most 53 ln 2 = 36.7. */
export function exponential(random: Random): number {
  return -portableLog(1 - random.uniform());
}

function assertRate(rateHz: number): void {
  if (rateHz >= 0 && rateHz < Infinity) return;
  throw new RangeError(`rate must be a finite number >= 0 Hz, got ${showValue(rateHz)} Hz`);
}

/** A Poisson train: spike times in ms from `start` on and before `stop`, ascending.
 *  @throws RangeError naming rate, or stop where it is no finite time */
export function poissonTrain(random: Random, rateHz: number, startMs: number, stopMs: number): Float64Array {
  assertRate(rateHz);
  if (!(Number.isFinite(startMs) && Number.isFinite(stopMs))) {
    throw new RangeError(
      `start and stop must be finite numbers of ms, got ${showValue(startMs)} and ${showValue(stopMs)}`,
    );
  }
  if (rateHz === 0) return new Float64Array(0);
  const meanMs = 1000 / rateHz;
  const times: number[] = [];
  for (let sum = exponential(random); ; sum += exponential(random)) {
    const time = startMs + meanMs * sum;
    if (!(time < stopMs)) return Float64Array.from(times);
    times.push(time);
  }
}

/** Largest mean of a count. */
export const MAX_MEAN_COUNT = 1e6;

/** Beyond so many standard deviations of the count, and so many spikes, the probability is below 2⁻⁵³. */
const REACH_SD = 9;
const REACH = 40;

const GUIDES = 1024;

/** Poisson counts of one mean, by inversion: the first n whose cumulative probability exceeds a uniform number,
 *  found from a guide table (Chen & Asau 1974). Probabilities grow out from the most likely count by their
 *  ratios mean/n and are then scaled to sum 1: no exponential, no factorial. */
export class PoissonCounts {
  readonly #first: number;
  readonly #cumulative: Float64Array;
  readonly #guide: Uint32Array;

  /** @param mean expected count, rate in Hz times bin in ms over 1000
   *  @throws RangeError naming mean */
  constructor(mean: number) {
    if (!(mean >= 0 && mean <= MAX_MEAN_COUNT)) {
      throw new RangeError(`mean must be a number from 0 to ${MAX_MEAN_COUNT}, got ${showValue(mean)}`);
    }
    const likely = Math.floor(mean);
    const reach = Math.ceil(REACH_SD * Math.sqrt(mean)) + REACH;
    this.#first = Math.max(0, likely - reach);
    const weights = new Float64Array(likely + reach - this.#first + 1);
    const middle = likely - this.#first;
    weights[middle] = 1;
    for (let i = middle; i > 0; i--) weights[i - 1] = ((weights[i] ?? 0) * (this.#first + i)) / mean;
    for (let i = middle + 1; i < weights.length; i++) {
      weights[i] = ((weights[i - 1] ?? 0) * mean) / (this.#first + i);
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    this.#cumulative = weights.map((weight) => (sum += weight / total));
    this.#cumulative[weights.length - 1] = 1;
    this.#guide = new Uint32Array(GUIDES);
    for (let j = 0, i = 0; j < GUIDES; j++) {
      while ((this.#cumulative[i] as number) <= j / GUIDES) i++;
      this.#guide[j] = i;
    }
  }

  /** One count. */
  draw(random: Random): number {
    const u = random.uniform();
    let i = this.#guide[Math.floor(u * GUIDES)] as number;
    while ((this.#cumulative[i] as number) <= u) i++;
    return this.#first + i;
  }
}

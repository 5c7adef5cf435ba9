/** What a spike train says: rate, intervals, their spread, and histograms. "There is none" is null, never NaN.
 *  A train of a short run is a biased sample: intervals longer than the run are never seen, so both the mean
 *  interval and the CV come out too small (Nawrot et al. 2008, J. Neurosci. Methods 169:374). */
import { showValue } from './param-spec.ts';
import { mean } from './intervals.ts';

type Values = ArrayLike<number>;

/** Spikes over time, Hz. In a short run this is not 1/mean interval: the stretches before the first and after the
 *  last spike count too.
 *  @param durationMs length of the run
 *  @throws RangeError naming duration */
export function spikeCountRateHz(spikes: Values, durationMs: number): number {
  if (!(durationMs > 0 && durationMs < Infinity)) {
    throw new RangeError(`duration must be a finite number > 0 ms, got ${showValue(durationMs)} ms`);
  }
  return (spikes.length * 1000) / durationMs;
}

/** Variance of a list about its own mean, divided by n − 1; null for fewer than two values. */
export function variance(values: Values): number | null {
  const middle = mean(values);
  if (middle === null || values.length < 2) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - middle) ** 2;
  return sum / (values.length - 1);
}

/** Coefficient of variation of the intervals, their standard deviation over their mean: 0 for a clock, 1 for a
 *  Poisson train; null for fewer than three spikes.
 *  @param intervals in ms */
export function coefficientOfVariation(intervals: Values): number | null {
  const middle = mean(intervals);
  const spread = variance(intervals);
  return middle === null || middle === 0 || spread === null ? null : Math.sqrt(spread) / middle;
}

/** CV₂ = mean of 2|I₂ − I₁|/(I₂ + I₁) over neighbouring intervals (Holt et al. 1996, J. Neurophysiol. 75:1806):
 *  1 for a Poisson train, and unmoved by a slow change of the rate; null for fewer than three spikes.
 *  @param intervals in ms */
export function cv2(intervals: Values): number | null {
  const terms: number[] = [];
  for (let i = 1; i < intervals.length; i++) {
    const [one, two] = [intervals[i - 1] as number, intervals[i] as number];
    if (one + two > 0) terms.push((2 * Math.abs(two - one)) / (one + two));
  }
  return mean(terms);
}

export interface Histogram {
  /** Edges of the bins, one more than there are bins. */
  readonly edges: Float64Array;
  /** Values in each bin: from its lower edge up to and without its upper one; the last bin has both. */
  readonly counts: Float64Array;
  /** Values outside all bins. */
  readonly outside: number;
}

/** Most bins of a histogram. */
export const MAX_BINS = 100_000;

/** Counts values in bins of equal width.
 *  @param bins how many
 *  @throws RangeError naming bins, the range, or the value that is no number */
export function histogram(values: Values, bins: number, from: number, to: number): Histogram {
  if (!(Number.isInteger(bins) && bins >= 1 && bins <= MAX_BINS)) {
    throw new RangeError(`bins must be a whole number from 1 to ${MAX_BINS}, got ${showValue(bins)}`);
  }
  if (!(Number.isFinite(from) && Number.isFinite(to - from) && from < to)) {
    throw new RangeError(`the range must run from a smaller to a larger finite number, got ${from} to ${to}`);
  }
  const width = (to - from) / bins;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => (i < bins ? from + i * width : to));
  const counts = new Float64Array(bins);
  let outside = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) throw new RangeError(`values[${i}] must be a number, got NaN`);
    if (value < from || value > to) {
      outside++;
      continue;
    }
    let bin = Math.min(bins - 1, Math.floor((value - from) / width));
    // The quotient may round across an edge; the edges decide.
    if (value < (edges[bin] as number)) bin--;
    else if (bin < bins - 1 && value >= (edges[bin + 1] as number)) bin++;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { edges, counts, outside };
}

/** How far rate and CV of a train of so many intervals may be from those of an endless one: standard errors, by
 *  the delta method from the intervals themselves (Efron & Tibshirani 1993, ch. 21). Every interval pulls at the CV c by
 *    c·((z² − 1)/2 − c·z),   z = (interval − mean)/sd,
 *  and at the rate by −z·c·rate. Taken to be independent, as they are under white noise and Poisson input.
 *  "There is none" is null, never NaN. */
import { coefficientOfVariation } from './analysis.ts';
import { mean } from './intervals.ts';

export interface IntervalStatistics {
  readonly count: number;
  /** 1/mean interval, Hz. */
  readonly rateHz: number;
  /** Its standard error, Hz. */
  readonly rateErrorHz: number;
  readonly cv: number;
  readonly cvError: number;
}

/** @param intervals in ms
 *  @returns null for fewer than two intervals, or when all are 0 */
export function intervalStatistics(intervals: ArrayLike<number>): IntervalStatistics | null {
  const middle = mean(intervals);
  const cv = coefficientOfVariation(intervals);
  if (middle === null || cv === null) return null;
  const count = intervals.length;
  const sd = cv * middle;
  let pull = 0;
  for (let i = 0; i < count && sd > 0; i++) {
    const z = ((intervals[i] as number) - middle) / sd;
    pull += ((z * z - 1) / 2 - cv * z) ** 2;
  }
  const rateHz = 1000 / middle;
  const root = Math.sqrt(count);
  return {
    count,
    rateHz,
    rateErrorHz: (rateHz * cv) / root,
    cv,
    cvError: (cv * Math.sqrt(pull / count)) / root,
  };
}

/** How far a long run is: told every few thousand samples, so that whoever waits can be shown it. */

/** @param done samples written so far, in no even steps */
export type Progress = (done: number) => void;

/** Samples between two reports. */
const EVERY = 65_536;

/** True at the samples of which a run reports. */
export function isReported(sample: number): boolean {
  return sample % EVERY === 0;
}

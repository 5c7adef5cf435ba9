/** The grid of sample times t_k = k·dt. Multiplied, never accumulated: after 10⁶ additions of 0.1 the sum
 *  is off by 1e-6 ms. */
import { column } from './recording.ts';

/** Number of whole steps in a run. The 1e-9 lets 0.3/0.1 be 3 although the quotient is 2.999…96.
 *  @param duration length of the run in ms
 *  @param dt step in ms */
export function stepCount(duration: number, dt: number): number {
  return Math.floor(duration / dt + 1e-9);
}

/** Sample times 0, dt, 2·dt, … in ms.
 *  @param steps number of steps; the result has one sample more
 *  @param reuse a grid that is returned as it is when it is this one, and written over when only its length
 *    fits */
export function timeGrid(steps: number, dt: number, reuse?: Float64Array): Float64Array {
  const t = column(steps + 1, reuse);
  if (t === reuse && t[1] === dt && t[steps] === steps * dt) return t;
  for (let k = 0; k <= steps; k++) t[k] = k * dt;
  return t;
}

/** Number of steps a time span takes on the grid, to the nearest step. */
export function stepsIn(span: number, dt: number): number {
  return Math.round(span / dt);
}

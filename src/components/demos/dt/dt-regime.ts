/** What Euler's method makes of the passive membrane: a step multiplies the distance to u∞ by 1 − dt/τ, where the
 *  true factor is e^{−dt/τ}. */

export type Regime = 'monotone' | 'at once' | 'oscillating' | 'for ever' | 'diverging';

/** Equal to within what a product such as R·C rounds. */
const same = (a: number, b: number) => Math.abs(a - b) <= 1e-12 * b;

export function regimeOf(dtMs: number, tauMs: number): Regime {
  if (same(dtMs, tauMs)) return 'at once';
  if (dtMs < tauMs) return 'monotone';
  if (same(dtMs, 2 * tauMs)) return 'for ever';
  return dtMs < 2 * tauMs ? 'oscillating' : 'diverging';
}

/** Largest error of Euler's method for steps much shorter than τ, mV: to first order in dt it is
 *    |u∞ − u(0)| · (dt/2τ) · (t/τ) e^{−t/τ},
 *  which is largest at t = τ. From (1 − dt/τ)^{t/dt} = e^{−t/τ}(1 − t·dt/2τ² + …).
 *  @param wayMv u∞ − u(0) */
export function firstOrderErrorMv(wayMv: number, dtMs: number, tauMs: number): number {
  return (Math.abs(wayMv) * dtMs) / (2 * Math.E * tauMs);
}

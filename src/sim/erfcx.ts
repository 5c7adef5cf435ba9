/** The scaled complementary error function, erfcx(x) = e^{x²} erfc(x), for all real x.
 *
 *  For x ≥ 0, erfcx(x) = (2x/π) ∫₀^∞ e^{−t²}/(x² + t²) dt. The midpoint rule with step h is exact up to
 *  e^{−(π/h)²} = 7e-18 once the poles t = ±ix are accounted for (Chiarella & Reichel 1968; Matta & Reichel 1971,
 *  Math. Comp. 25:339; the midpoints, of which none comes near the pole, Hunter & Regan 1972, 26:539):
 *    erfcx(x) = (2h/π) Σ e^{−tₙ²}/(x + tₙ²/x) + 2e^{x²}/(1 + e^{2πx/h}),   tₙ = (n + ½)h.
 *  All terms are positive, so nothing cancels. Relative error at most 1e-15. */
import { productError } from './compensated.ts';

const STEP = 0.5;
/** Beyond, the pole lies outside the strip the rule looks at, and its term is gone. */
const POLE_END = Math.PI / STEP;

/** tₙ² and (2h/π)·e^{−tₙ²}, up to e^{−tₙ²} = 1e-17 of the first. */
const SQUARES = Float64Array.from({ length: 13 }, (_, n) => ((n + 0.5) * STEP) ** 2);
const WEIGHTS = SQUARES.map((square) => ((2 * STEP) / Math.PI) * Math.exp(-square));

/** The sum over the midpoints, for x > 0. */
function midpoints(x: number): number {
  let sum = 0;
  for (let n = SQUARES.length - 1; n >= 0; n--)
    sum += (WEIGHTS[n] as number) / (x + (SQUARES[n] as number) / x);
  return sum;
}

/** e^{x²}, also for large x to the last digits: what x² rounds away is added back. */
export function expOfSquare(x: number): number {
  const square = x * x;
  const grown = Math.exp(square);
  // Beyond the largest number there is nothing to be added back: ∞ − ∞ is no number.
  return grown < Infinity ? grown + grown * productError(x, x, square) : grown;
}

/** e^{x²} erfc(x): 1 at 0, 1/(x√π) for large x, Infinity below −26.6. */
export function erfcx(x: number): number {
  const size = Math.abs(x);
  if (size === 0) return 1;
  if (x >= POLE_END) return midpoints(x);
  const pole = (2 * expOfSquare(x)) / (1 + Math.exp(2 * POLE_END * x));
  return x > 0 ? midpoints(size) + pole : pole - midpoints(size);
}

/** Complementary error function, 1 − erf(x). */
export function erfc(x: number): number {
  return x > 0 ? erfcx(x) / expOfSquare(x) : 2 - erfcx(-x) / expOfSquare(x);
}

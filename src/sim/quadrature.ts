/** Gauss–Legendre quadrature on panels: for smooth functions, to rounding (Abramowitz & Stegun 1964, 25.4.29).
 *  The 16 nodes are the roots of the Legendre polynomial P₁₆, found by Newton's method. */

const ORDER = 16;

/** P₁₆ and its derivative, by the recurrence n·Pₙ = (2n − 1)x·Pₙ₋₁ − (n − 1)Pₙ₋₂. */
function legendre(x: number): { value: number; slope: number } {
  let before = 1;
  let value = x;
  for (let n = 2; n <= ORDER; n++) {
    [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  }
  return { value, slope: (ORDER * (before - x * value)) / (1 - x * x) };
}

const NODES = Float64Array.from({ length: ORDER }, (_, i) => {
  let x = Math.cos((Math.PI * (i + 0.75)) / (ORDER + 0.5));
  for (let k = 0; k < 6; k++) {
    const { value, slope } = legendre(x);
    x -= value / slope;
  }
  return x;
});
const WEIGHTS = NODES.map((x) => 2 / ((1 - x * x) * legendre(x).slope ** 2));

/** ∫ f from `from` to `to`, cut into equal panels.
 *  @param panels at least 1; the function should change by no more than e⁵ within one */
export function integrate(f: (x: number) => number, from: number, to: number, panels: number): number {
  const half = (to - from) / (2 * panels);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (2 * panel + 1) * half;
    for (let i = 0; i < ORDER; i++) sum += (WEIGHTS[i] as number) * f(middle + half * (NODES[i] as number));
  }
  return sum * half;
}

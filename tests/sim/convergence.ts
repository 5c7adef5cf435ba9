/** Orders of convergence, measured: the slope of log error over log step. */

/** Least-squares slope of log₂ error against log₂ step.
 *  @param errors one for each step, all above 0 */
export function orderOf(steps: readonly number[], errors: readonly number[]): number {
  const x = steps.map(Math.log2);
  const y = errors.map(Math.log2);
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let top = 0;
  let bottom = 0;
  x.forEach((value, i) => {
    top += (value - mx) * ((y[i] ?? NaN) - my);
    bottom += (value - mx) ** 2;
  });
  return top / bottom;
}

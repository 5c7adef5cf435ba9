/** Roots of functions whose shape is known, halved to the last bit. */

/** Root of a function that changes sign once between two points, from minus to plus where `rising`. */
function halve(f: (x: number) => number, from: number, to: number, rising: boolean): number {
  let [low, high] = [from, to];
  for (;;) {
    const x = low + (high - low) / 2;
    if (x <= low || x >= high) return x;
    if (f(x) < 0 === rising) low = x;
    else high = x;
  }
}

/** Root of a function that increases from `low` to `high`; null when it has none there. */
export function increasingRoot(f: (x: number) => number, low: number, high: number): number | null {
  return f(low) <= 0 && f(high) >= 0 ? halve(f, low, high, true) : null;
}

/** Roots of a convex function that grows without bound on both sides of its lowest point: two, one or none.
 *  @param vertex where it is lowest
 *  @param scale how far to look first */
export function rootsBeside(f: (x: number) => number, vertex: number, scale: number): number[] {
  const bottom = f(vertex);
  if (bottom > 0) return [];
  if (bottom === 0) return [vertex];
  const beyond = (side: number): number => {
    let distance = scale;
    while (f(vertex + side * distance) < 0) distance *= 2;
    return vertex + side * distance;
  };
  return [halve(f, beyond(-1), vertex, false), halve(f, vertex, beyond(1), true)];
}

/** Roots of a smooth function between two points, ascending: every change of sign between 2000 samples. */
export function rootsBetween(f: (x: number) => number, low: number, high: number): number[] {
  const samples = 2000;
  const roots: number[] = [];
  let before = f(low);
  for (let i = 1; i <= samples; i++) {
    const x = low + ((high - low) * i) / samples;
    const value = f(x);
    if (before < 0 !== value < 0) roots.push(halve(f, x - (high - low) / samples, x, before < 0));
    before = value;
  }
  return roots;
}

/** How far apart two spike trains are: two metrics, each with a time scale below which it tells spikes apart.
 *
 *  van Rossum (2001, Neural Comput. 13:751): every spike becomes e^{−s/τ}; the distance is
 *    D² = (1/τ) ∫ (f − g)² dt.   One spike against none: 1/2; two spikes far apart: 1.
 *  Between events the difference decays as one exponential, so that D² is a sum of ½d²(1 − e^{−2Δ/τ}): each
 *  term positive, the whole linear in the number of spikes.
 *
 *  Victor & Purpura (1996, J. Neurophysiol. 76:1310): the cheapest way to turn one train into the other, a spike
 *  added or taken away costing 1, one moved by Δt costing q·|Δt|; by dynamic programming (Sellers 1974). */
import { assertAscending } from './intervals.ts';
import { showValue } from './param-spec.ts';

type Times = ArrayLike<number>;

/** D of van Rossum, the root of D²; without unit.
 *  @param a spike times in ms, ascending  @param b likewise
 *  @param tauMs time scale: far below the intervals D² counts half of all spikes that do not coincide, far above
 *    them it tends to half the squared difference of the numbers of spikes
 *  @throws RangeError naming tau, or the time that is not in order */
export function vanRossumDistance(a: Times, b: Times, tauMs: number): number {
  if (!(tauMs > 0 && tauMs < Infinity)) {
    throw new RangeError(`tau must be a finite number > 0 ms, got ${showValue(tauMs)} ms`);
  }
  assertAscending(a, 'a');
  assertAscending(b, 'b');
  let [i, j, difference, square, now] = [0, 0, 0, 0, 0];
  while (i < a.length || j < b.length) {
    const time = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    if (difference !== 0) {
      const span = (time - now) / tauMs;
      square -= (difference * difference * Math.expm1(-2 * span)) / 2;
      difference *= Math.exp(-span);
    }
    // Whole spikes first: spikes that coincide leave no rounding behind.
    let step = 0;
    for (; a[i] === time; i++) step++;
    for (; b[j] === time; j++) step--;
    difference += step;
    now = time;
  }
  return Math.sqrt(square + (difference * difference) / 2);
}

/** The cost of turning train `a` into train `b`; without unit, at most the number of all spikes.
 *  @param a spike times in ms, ascending  @param b likewise
 *  @param costPerMs q, 1/ms: 0 compares the numbers of spikes, large values count spikes that do not coincide
 *  @throws RangeError naming q, or the time that is not in order */
export function victorPurpuraDistance(a: Times, b: Times, costPerMs: number): number {
  if (!(costPerMs >= 0 && costPerMs < Infinity)) {
    throw new RangeError(`q must be a finite number >= 0 per ms, got ${showValue(costPerMs)} per ms`);
  }
  assertAscending(a, 'a');
  assertAscending(b, 'b');
  // cost[j]: the first i spikes of a into the first j of b.
  const cost = Float64Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const time = a[i - 1] as number;
    let diagonal = cost[0] as number;
    cost[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const moved = diagonal + costPerMs * Math.abs(time - (b[j - 1] as number));
      diagonal = cost[j] as number;
      cost[j] = Math.min(moved, diagonal + 1, (cost[j - 1] as number) + 1);
    }
  }
  return cost[b.length] as number;
}

/** One spike of each train that Victor & Purpura's cheapest way moves onto one another: places in the trains. */
export type SpikePair = readonly [a: number, b: number];

/** Which spikes the cheapest way moves; all others are taken away or added, at a cost of 1 each. Where moving costs
 *  as much as both of those, it moves.
 *  @param a spike times in ms, ascending  @param b likewise; the table has (a + 1)(b + 1) entries
 *  @param costPerMs q, 1/ms
 *  @returns pairs in order of time
 *  @throws RangeError as `victorPurpuraDistance` */
export function victorPurpuraPairs(a: Times, b: Times, costPerMs: number): SpikePair[] {
  const width = b.length + 1;
  const cost = new Float64Array((a.length + 1) * width);
  victorPurpuraDistance([], [], costPerMs);
  assertAscending(a, 'a');
  assertAscending(b, 'b');
  const moved = (i: number, j: number) =>
    (cost[(i - 1) * width + j - 1] as number) +
    costPerMs * Math.abs((a[i - 1] as number) - (b[j - 1] as number));
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      const dropped = i > 0 ? (cost[(i - 1) * width + j] as number) + 1 : Infinity;
      const added = j > 0 ? (cost[i * width + j - 1] as number) + 1 : Infinity;
      const least = Math.min(dropped, added, i > 0 && j > 0 ? moved(i, j) : Infinity);
      cost[i * width + j] = least === Infinity ? 0 : least;
    }
  }
  const pairs: SpikePair[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 && j > 0) {
    const here = cost[i * width + j] as number;
    if (moved(i, j) <= here) pairs.push([--i, --j]);
    else if ((cost[(i - 1) * width + j] as number) + 1 <= here) i--;
    else j--;
  }
  return pairs.reverse();
}

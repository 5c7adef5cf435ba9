/** Fewer points, the same picture: a point that lies on the straight line between its neighbours, as far
 *  as an eye can tell, is left out (Douglas & Peucker 1973, with the distance measured along y). A curve
 *  of thousands of samples becomes some dozens of chords: a still of a tenth of the bytes. */
import type { Point } from './plot.ts';

/** How far a chord may miss the curve, as a part of the curve's whole height: in a panel of 200 px a
 *  fifth of a pixel. */
const TOLERANCE = 1 / 1000;

/** @param points in order of x, every y finite
 *  @param tolerance how far a chord may miss the curve, as a part of the curve's whole height
 *  @returns some of the points, the first and the last among them */
export function straighten(points: readonly Point[], tolerance = TOLERANCE): readonly Point[] {
  if (points.length < 3) return points;
  let low = Infinity;
  let high = -Infinity;
  for (const { y } of points) {
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  const allowed = (high - low) * tolerance;

  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  const open: [number, number][] = [[0, points.length - 1]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [begin, end] = stretch;
    const farthest = farthestFromChord(points, begin, end, allowed);
    if (farthest === begin) continue;
    kept[farthest] = 1;
    open.push([begin, farthest], [farthest, end]);
  }
  return points.filter((_point, i) => kept[i]);
}

/** The same for a line that breaks off: stretches between points whose y is NaN, each on its own. */
export function straightenStretches(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  let begin = 0;
  for (let i = 0; i <= points.length; i++) {
    const gap = points[i];
    if (gap && !Number.isNaN(gap.y)) continue;
    kept.push(...straighten(points.slice(begin, i)), ...(gap ? [gap] : []));
    begin = i + 1;
  }
  return kept;
}

/** @returns index of the point that the chord from `begin` to `end` misses most; `begin` when it misses none
 *  by more than is allowed */
function farthestFromChord(points: readonly Point[], begin: number, end: number, allowed: number): number {
  const from = points[begin]!;
  const to = points[end]!;
  const slope = (to.y - from.y) / (to.x - from.x);
  let farthest = begin;
  for (let i = begin + 1; i < end; i += 1) {
    const { x, y } = points[i]!;
    // On a vertical stretch the chord is all heights between its ends.
    const chord =
      to.x > from.x
        ? from.y + slope * (x - from.x)
        : Math.min(Math.max(y, Math.min(from.y, to.y)), Math.max(from.y, to.y));
    const distance = Math.abs(y - chord);
    if (distance <= allowed) continue;
    allowed = distance;
    farthest = i;
  }
  return farthest;
}

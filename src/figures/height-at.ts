/** Reading a line between its points. */
import type { Point } from './plot.ts';

/** Height of a line at x, straight between its points, NaN outside them and at a gap. At a jump: after it. */
export function heightAt(points: readonly Point[], x: number): number {
  let low = 0;
  let high = points.length;
  // The first point beyond x.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? NaN) <= x) low = middle + 1;
    else high = middle;
  }
  const a = points[low - 1];
  const b = points[low];
  if (!a) return NaN;
  if (a.x === x) return a.y;
  return b ? a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) : NaN;
}

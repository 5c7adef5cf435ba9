/** What of a line lies within a range of y: where it leaves, it is cut off at the edge, so that a line that grows
 *  without bound does not carry the axis away. Pure. */
import type { Range } from './axis.ts';
import type { Point } from './plot.ts';

/** Where the piece from a to b meets a height.
 *  @param y between a.y and b.y, which differ */
function meeting(a: Point, b: Point, y: number): Point {
  return { x: a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y), y };
}

/** @param points finite, in the order in which they are joined
 *  @returns points inside the range, a NaN between stretches */
export function clipped(points: readonly Point[], [low, high]: Range): Point[] {
  const kept: Point[] = [];
  const outside = ({ y }: Point) => (y < low ? -1 : y > high ? 1 : 0);
  const edge = (side: number) => (side < 0 ? low : high);
  points.forEach((point, i) => {
    const before = points[i - 1];
    const side = outside(point);
    const from = before ? outside(before) : side;
    if (before && from !== 0 && from !== side) kept.push(meeting(before, point, edge(from)));
    if (side === 0) {
      kept.push(point);
      return;
    }
    if (!before || from === side) return;
    const exit = meeting(before, point, edge(side));
    kept.push(exit, { x: exit.x, y: NaN });
  });
  return kept;
}

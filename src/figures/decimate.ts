/** Fewer points, the same picture: of all points in a pixel column the lowest and the highest stay, in
 *  time order, so that no spike and no jump is lost. */
import type { Point } from './plot.ts';

/** @param points in order of x
 *  @param columns width of the drawing in pixels
 *  @returns at most about two points a column; the first and the last point always stay */
export function decimate(points: readonly Point[], columns: number): readonly Point[] {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last || points.length <= 2 * columns || last.x <= first.x) return points;

  const perColumn = columns / (last.x - first.x);
  const kept: Point[] = [first];
  let low = first;
  let high = first;
  let column = 0;
  let lowFirst = true;
  const flush = () => {
    const [a, b] = lowFirst ? [low, high] : [high, low];
    if (a !== kept[kept.length - 1]) kept.push(a);
    if (b !== a) kept.push(b);
  };
  for (const point of points) {
    const here = Math.floor((point.x - first.x) * perColumn);
    if (here > column) {
      flush();
      column = here;
      low = high = point;
      lowFirst = true;
      continue;
    }
    if (point.y < low.y) {
      low = point;
      lowFirst = false;
    }
    if (point.y > high.y) {
      high = point;
      lowFirst = true;
    }
  }
  flush();
  if (kept[kept.length - 1] !== last) kept.push(last);
  return kept;
}

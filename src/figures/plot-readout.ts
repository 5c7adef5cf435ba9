/** The read-out of a plot that is not over the time of a run: a curve, a histogram, a phase plane. Pure. */
import { formatQuantity } from '../lib/quantity.ts';
import type { Plot, PlotAxis, PlotMark, Point } from './plot.ts';
import { meant, pointsOf } from './table.ts';

/** What a mark shows at a stop. */
export interface Shown {
  readonly mark: string;
  readonly panel: string;
  /** On the axis of its panel. */
  readonly y: number;
}

/** A place where the cursor of a plot stops. */
export interface PlotStop {
  /** On the x axis. */
  readonly x: number;
  readonly shown: readonly Shown[];
}

/** A mark as a course over x: its points, in order. */
interface Course {
  readonly mark: PlotMark;
  readonly points: readonly Point[];
}

const isOrdered = (points: readonly Point[]) =>
  points.every(({ x }, i) => i === 0 || x >= (points[i - 1]?.x ?? -Infinity));

/** y at an x: at a jump the value before it; undefined in gaps and beyond the ends. Dots and bars have values
 *  only where they stand. */
function valueAt({ mark, points }: Course, x: number): number | undefined {
  const after = points.findIndex((point) => point.x >= x);
  const right = points[after];
  if (!right) return undefined;
  if (right.x === x) return Number.isNaN(right.y) ? undefined : right.y;
  const left = points[after - 1];
  if (!left || mark.kind !== 'line') return undefined;
  const y = left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
  return Number.isNaN(y) ? undefined : y;
}

/** Where the cursor stops, from left to right: at every point of every mark that is a course over x. In a phase
 *  plane, where none is, along the first line. Lines with two points are levels and no courses. */
export function plotStops({ marks }: Plot): PlotStop[] {
  const drawn: Course[] = marks
    .map((mark) => ({ mark, points: mark.kind === 'line' ? mark.points : pointsOf(mark) }))
    .filter(({ mark, points }) => mark.kind !== 'band' && points.length > (mark.kind === 'line' ? 2 : 0));
  const courses = drawn.filter(({ points }) => isOrdered(points));
  const [first] = drawn;
  if (courses.length === 0 && first) {
    const { id, panel } = first.mark;
    return first.points
      .filter(({ y }) => !Number.isNaN(y))
      .map(({ x, y }) => ({ x, shown: [{ mark: id, panel, y }] }));
  }
  const places = new Set(courses.flatMap(({ points }) => points.map(({ x }) => x)));
  return [...places]
    .sort((a, b) => a - b)
    .map((x) => ({
      x,
      shown: courses.flatMap((course) => {
        const y = valueAt(course, x);
        return y === undefined ? [] : [{ mark: course.mark.id, panel: course.mark.panel, y }];
      }),
    }))
    .filter(({ shown }) => shown.length > 0);
}

/** A number of an axis with two decimals more than its ticks. */
const quantity = (value: number, axis: PlotAxis) =>
  formatQuantity(meant(value, axis), axis.unit, axis.digits + 2);

/** "current I = 2.50 nA, rate = 29.25 Hz"; where a panel holds several marks, each by its name. */
export function readPlot({ x, shown }: PlotStop, plot: Plot): string {
  const parts = shown.flatMap(({ mark, panel, y }) => {
    const axis = plot.panels.find(({ id }) => id === panel)?.axis;
    if (!axis) return [];
    const alone = shown.filter((other) => other.panel === panel).length === 1;
    return [`${alone ? axis.label : mark} = ${quantity(y, axis)}`];
  });
  return [`${plot.x.label} = ${quantity(x, plot.x)}`, ...parts].join(', ');
}

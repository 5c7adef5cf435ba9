/** The window of a plot: the part of its x axis that is looked at. Pure. */
import { axisOver, type Range } from './axis.ts';
import type { BandMark, Plot, PlotMark, Point } from './plot.ts';

/** Widest zoom: the window is never less than so many times smaller than the whole. */
export const MAX_ZOOM = 500;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** A window of that width, moved to where it lies inside the whole. */
function inside(from: number, span: number, whole: Range): Range {
  const start = clamp(from, whole[0], whole[1] - span);
  return [start, start + span];
}

/** Narrower by `factor` (wider below 1); `fixed` keeps its place in the picture.
 *  @param fixed the x under the pointer, or at the cursor */
export function zoomBy(window: Range, whole: Range, factor: number, fixed: number): Range {
  const [from, to] = window;
  const span = clamp((to - from) / factor, (whole[1] - whole[0]) / MAX_ZOOM, whole[1] - whole[0]);
  const place = (fixed - from) / (to - from);
  return inside(fixed - place * span, span, whole);
}

/** Moved by a part of its width; it stops at the ends of the whole. */
export function panBy(window: Range, whole: Range, parts: number): Range {
  const span = window[1] - window[0];
  return inside(window[0] + parts * span, span, whole);
}

/** The window moved as little as needed to hold x. */
export function panTo(window: Range, whole: Range, x: number): Range {
  const [from, to] = window;
  if (x >= from && x <= to) return window;
  return inside(x < from ? x : x - (to - from), to - from, whole);
}

const between = (a: Point, b: Point, x: number): Point => ({
  x,
  y: a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x),
});

/** The stretches of a line inside a window, cut off at its edges; NaN between them.
 *  @param points in order of x or not */
export function cut(points: readonly Point[], [from, to]: Range): readonly Point[] {
  const kept: Point[] = [];
  const put = (point: Point) => {
    const last = kept[kept.length - 1];
    if (last?.x !== point.x || last.y !== point.y) kept.push(point);
  };
  points.forEach((point, i) => {
    const before = points[i - 1];
    // Where the line enters or leaves, in the order in which it passes.
    if (before && !Number.isNaN(before.y + point.y) && before.x !== point.x) {
      const edges = (before.x < point.x ? [from, to] : [to, from]).filter(
        (x) => (before.x < x && x < point.x) || (point.x < x && x < before.x),
      );
      for (const x of edges) put(between(before, point, x));
    }
    if (point.x >= from && point.x <= to) put(point);
    else if (kept.length > 0 && !Number.isNaN(kept[kept.length - 1]?.y))
      kept.push({ x: clamp(point.x, from, to), y: NaN });
  });
  while (Number.isNaN(kept[kept.length - 1]?.y)) kept.pop();
  return kept;
}

/** The stretch of a band inside a window, cut off at its edges as its two borders are. */
function cutBand(points: BandMark['points'], window: Range): BandMark['points'] {
  const highs = cut(
    points.map(({ x, high }) => ({ x, y: high })),
    window,
  );
  const lows = cut(
    points.map(({ x, low }) => ({ x, y: low })),
    window,
  );
  return lows.map(({ x, y }, i) => ({ x, low: y, high: highs[i]?.y ?? y }));
}

function windowedMark(mark: PlotMark, window: Range): PlotMark {
  const [from, to] = window;
  const seen = ({ x }: { readonly x: number }) => x >= from && x <= to;
  switch (mark.kind) {
    case 'line':
      return { ...mark, points: cut(mark.points, window) };
    case 'dots':
      return { ...mark, points: mark.points.filter(seen) };
    case 'band':
      return { ...mark, points: cutBand(mark.points, window) };
    case 'events':
      return { ...mark, times: mark.times.filter((x) => seen({ x })) };
    case 'bars':
      return {
        ...mark,
        bars: mark.bars
          .filter((bar) => bar.to > from && bar.from < to)
          .map((bar) => ({ ...bar, from: Math.max(bar.from, from), to: Math.min(bar.to, to) })),
      };
  }
}

/** A window of a plot, with ticks of its own.
 *  @param fine the same plot as it would be drawn at the width of the whole run at this zoom: where its
 *    lines have the detail that shows in the window */
export function windowed(plot: Plot, fine: Plot, window: Range): Plot {
  const { unit, label, quantity } = plot.x;
  return {
    ...plot,
    x: axisOver(window, plot.narrow ? 4 : 5, { unit, label, quantity }),
    marks: fine.marks.map((mark) => windowedMark(mark, window)),
    labels: plot.labels.filter(({ x }) => x === undefined || (x >= window[0] && x <= window[1])),
  };
}

/** Lines that a Python cell plots → a figure. */
import { axisOver, rangeOf, type Range } from './axis.ts';
import { decimate } from './decimate.ts';
import { NARROW, type Plot, type PlotAxis, type Point } from './plot.ts';
import type { QuantityName } from './quantity-style.ts';

/** Columns of x and y and the words given to plot(t, u, label, xlabel, ylabel). */
export interface Line {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly label: string;
  readonly xlabel: string;
  readonly ylabel: string;
}

/** Names that readers of the course use: a threshold looks like the thresholds of its figures. */
const KNOWN: readonly [RegExp, QuantityName][] = [
  [/^(u|v|V_m)\b/, 'integrate'],
  [/^(I|i)\b|current/, 'input'],
  [/thresh|spike|ϑ/i, 'fire'],
  [/rest|leak/i, 'leak'],
  [/exact|formula|theory/i, 'formula'],
];
const CYCLE: readonly QuantityName[] = ['integrate', 'input', 'adapt', 'compared', 'formula', 'leak', 'fire'];

function quantityOf({ label }: Line, taken: ReadonlySet<QuantityName>): QuantityName {
  const known = KNOWN.find(([name]) => name.test(label))?.[1];
  if (known && !taken.has(known)) return known;
  return CYCLE.find((quantity) => !taken.has(quantity)) ?? 'compared';
}

/** "time in ms", "time (ms)" and "time / ms" are a label with a unit. */
export function labelAndUnit(text: string): { label: string; unit: string } {
  const [, label, , inWords, inBrackets] =
    /^(.*?)\s*(\bin\s+(\S+)|[(/[]\s*([^)\]]+?)\s*[)\]]?)$/.exec(text) ?? [];
  const unit = inWords ?? inBrackets;
  return label && unit ? { label, unit } : { label: text, unit: '' };
}

/** The span of numbers beyond it is more than a number can hold. */
const LARGEST = 1e300;
const isDrawable = (value: number) => Math.abs(value) <= LARGEST;

function pointsOf({ x, y }: Line): Point[] {
  const points: Point[] = [];
  for (let k = 0; k < x.length; k++) {
    const [a, b] = [x[k]!, y[k]!];
    // What cannot be drawn is a gap.
    if (isDrawable(a)) points.push({ x: a, y: isDrawable(b) ? b : NaN });
  }
  return points;
}

/** A range with room around the data; that of one value is its neighbourhood. */
function roomy([low, high]: Range): Range {
  const room = high > low ? 0.05 * (high - low) : Math.max(Math.abs(low) * 0.1, 1);
  return [low - room, high + room];
}

function axis(range: Range, words: string, quantity: QuantityName): PlotAxis {
  return axisOver(range, 5, { ...labelAndUnit(words), quantity });
}

const isAscending = (points: readonly Point[]) =>
  points.every(({ x }, k) => k === 0 || x >= points[k - 1]!.x);

/** @param width of the drawing in px */
export function pythonPlot(lines: readonly Line[], width: number): Plot {
  const drawn = lines.map((line) => ({ line, points: pointsOf(line) }));
  const xs = rangeOf(flat(drawn, 'x'), [0, 1]);
  const ys = roomy(rangeOf(flat(drawn, 'y'), [0, 1]));
  const words = (which: 'xlabel' | 'ylabel') => lines.find((line) => line[which] !== '')?.[which] ?? '';
  const taken = new Set<QuantityName>();
  const styled = drawn.map(({ line, points }) => {
    const quantity = quantityOf(line, taken);
    taken.add(quantity);
    return { line, points, quantity };
  });
  const single = styled.length === 1 ? styled[0]!.quantity : 'axis';
  const ylabel = words('ylabel') || (lines.length === 1 ? lines[0]!.label : '');
  return {
    title: describeLines(lines),
    narrow: width < NARROW,
    height: 280,
    x: axis(xs[1] > xs[0] ? xs : roomy(xs), words('xlabel'), 'axis'),
    panels: [{ id: 'plot', axis: axis(ys, ylabel, single), weight: 1 }],
    marks: styled.map(({ points, quantity }, k) => ({
      kind: points.length === 1 ? 'dots' : 'line',
      id: `line-${k}`,
      panel: 'plot',
      quantity,
      points:
        isAscending(points) && points.every(({ y }) => !Number.isNaN(y)) ? decimate(points, width) : points,
    })),
    labels: styled.flatMap(({ line, points, quantity }) => {
      const last = points.findLast(({ y }) => !Number.isNaN(y));
      return line.label && last ? [{ panel: 'plot', text: line.label, value: last.y, quantity }] : [];
    }),
  };
}

function* flat(drawn: readonly { points: readonly Point[] }[], which: 'x' | 'y'): Generator<number> {
  for (const { points } of drawn) for (const point of points) yield point[which];
}

/** What is drawn, for those who do not see it. */
export function describeLines(lines: readonly Line[]): string {
  const number = (value: number) => Number(value.toPrecision(4)).toString().replace('-', '−');
  const span = (values: Iterable<number>) => {
    const [low, high] = rangeOf(values, [NaN, NaN]);
    return Number.isNaN(low) ? 'no number' : `${number(low)} to ${number(high)}`;
  };
  const finite = (values: ArrayLike<number>) => Array.from(values).filter(Number.isFinite);
  return lines
    .map(
      ({ x, y, label, ylabel }, k) =>
        `${label || ylabel || `Line ${k + 1}`}: ${x.length} points, over ${span(finite(x))}, up ${span(finite(y))}`,
    )
    .join('; ');
}

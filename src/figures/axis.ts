/** Axes that stand still: a range that is set once and only widens, in steps, when the data leaves it. */

import type { PlotAxis } from './plot.ts';

/** From, to. */
export type Range = readonly [number, number];

/** A round step, 1, 2 or 5 times a power of ten, of which about `count` fit into `span`. */
export function niceStep(span: number, count: number): number {
  const raw = span / count;
  if (!(raw > 0) || !Number.isFinite(raw)) return 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return (lead > 5 ? 10 : lead > 2 ? 5 : lead > 1 ? 2 : 1) * power;
}

/** Multiples of `step` inside a range; the 1e-9 keeps 0.3 in [0, 0.1 + 0.2]. */
export function ticksIn([from, to]: Range, step: number): number[] {
  const ticks: number[] = [];
  for (let k = Math.ceil(from / step - 1e-9); k <= Math.floor(to / step + 1e-9); k++)
    ticks.push(k * step + 0);
  return ticks;
}

/** Decimals that show a step. */
export function digitsOf(step: number): number {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

/** The smallest range that holds all values but NaN; `fallback` when there are none.
 *  Starts at ±Infinity: a potential is negative. */
export function rangeOf(values: Iterable<number>, fallback: Range): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : fallback;
}

/** `frame` where it holds the data; else widened outwards to a round value, so that the axis moves seldom
 *  and by a visible amount while a slider is dragged. */
export function widen(frame: Range, data: Range): Range {
  const [low, high] = [Math.min(frame[0], data[0]), Math.max(frame[1], data[1])];
  const step = niceStep(high - low, 4);
  return [
    data[0] < frame[0] ? Math.floor(data[0] / step) * step : frame[0],
    data[1] > frame[1] ? Math.ceil(data[1] / step) * step : frame[1],
  ];
}

/** An axis over a range, with about `count` ticks at round values. */
export function axisOver(
  range: Range,
  count: number,
  rest: Pick<PlotAxis, 'unit' | 'label' | 'quantity'>,
): PlotAxis {
  const step = niceStep(range[1] - range[0], count);
  return { range, ticks: ticksIn(range, step), digits: digitsOf(step), ...rest };
}

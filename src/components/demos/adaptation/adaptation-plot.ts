/** Intervals between spikes in their order, between the two that theory knows: without adaptation and in the end. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark } from '../../../figures/plot.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { formatQuantity } from '../../../lib/quantity.ts';

export interface Intervals {
  /** ms, in their order. */
  readonly intervals: readonly number[];
  /** ms without adaptation; Infinity where the current does not reach threshold. */
  readonly plain: number;
  /** ms after many spikes; Infinity likewise. */
  readonly steady: number;
}

const finite = ({ intervals, plain, steady }: Intervals): number[] =>
  [...intervals, plain, steady].filter(Number.isFinite);

/** The interval axis, from 0. */
export function intervalFrame(data: Intervals): Range {
  return widen([0, 50], rangeOf(finite(data), [0, 50]));
}

/** @param width px */
export function intervalPlot(data: Intervals, frame: Range, width: number): Plot {
  const { intervals, plain, steady } = data;
  const narrow = width < NARROW;
  const y = widen(frame, rangeOf(finite(data), [0, 50]));
  const last = Math.max(10, intervals.length + 1);
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const level = (id: string, quantity: QuantityName, value: number, text: string, below: boolean) => {
    if (!Number.isFinite(value)) return;
    const points = [0, last].map((x) => ({ x, y: value }));
    marks.push({ kind: 'line', id, panel: 'T', quantity, points });
    const away = (y[1] - y[0]) * 0.05;
    labels.push({
      panel: 'T',
      text: `${text} ${formatQuantity(value, 'ms', 1)}`,
      value: value + (below ? -away : away),
      quantity,
      x: last * 0.4,
    });
  };
  level('plain', 'leak', plain, 'without adaptation', true);
  if (steady !== plain) level('steady', 'formula', steady, 'in the end', false);
  marks.push({
    kind: 'dots',
    id: 'intervals',
    panel: 'T',
    quantity: 'adapt',
    points: intervals.map((interval, k) => ({ x: k + 1, y: interval })),
  });
  return {
    title: 'Intervals between spikes by their number',
    narrow,
    x: axisOver([0, last], 5, { unit: '', label: 'number of the interval', quantity: 'axis' }),
    panels: [
      {
        id: 'T',
        axis: axisOver(y, 4, { unit: 'ms', label: 'interval', quantity: 'fire' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}

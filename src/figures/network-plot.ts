/** A network at work: the spikes of some of its neurons, a row for each, and below them how many of all neurons fire. */
import { axisOver, type Range } from './axis.ts';
import { BIN_MS, type NetworkActivity } from './network-activity.ts';
import type { RasterRows } from './network-raster.ts';
import { NARROW, type DotsMark, type Plot, type PlotLabel } from './plot.ts';
import type { QuantityName } from './quantity-style.ts';

/** Height of the figure, px; its panels. */
export const NETWORK_HEIGHT = 430;
const WEIGHT = { raster: 3, rate: 1.35 };
/** Empty rows between two populations. */
const GAP = 2;
/** How much of its row the stroke of a spike takes. */
const STROKE = 0.8;

const LOOKS: Readonly<Record<string, { words: string; short: string; quantity: QuantityName }>> = {
  E: { words: 'excitatory', short: 'exc.', quantity: 'integrate' },
  I: { words: 'inhibitory', short: 'inh.', quantity: 'fire' },
};

export interface NetworkView {
  /** What is shown of the run, ms. */
  readonly window: Range;
  /** px */
  readonly width: number;
}

/** The populations from the bottom upwards, the first lowest. */
function rasterOf(populations: readonly RasterRows[], [from, to]: Range, narrow: boolean) {
  const marks: DotsMark[] = [];
  const labels: PlotLabel[] = [];
  let foot = 0;
  for (const { name, rows, row, time } of populations) {
    const { words, short, quantity } = LOOKS[name] ?? { words: name, short: name, quantity: 'axis' };
    const points = Array.from(time, (x, s) => ({ x, y: foot + row[s]! })).filter(
      ({ x }) => x > from && x <= to,
    );
    marks.push({ kind: 'dots', id: `spikes-${name}`, panel: 'raster', quantity, points, tall: STROKE });
    labels.push({ panel: 'raster', text: narrow ? short : words, value: foot + (rows - 1) / 2, quantity });
    foot += rows + GAP;
  }
  return { marks, labels, range: [-0.5, foot - GAP - 0.5] as const };
}

export function networkPlot(
  raster: readonly RasterRows[],
  { neurons, counts }: Pick<NetworkActivity, 'neurons' | 'counts'>,
  { window, width }: NetworkView,
): Plot {
  const narrow = width < NARROW;
  const [from, to] = window;
  const { marks, labels, range } = rasterOf(raster, window, narrow);
  const bins = Array.from({ length: Math.round((to - from) / BIN_MS) }, (_, b) => from + b * BIN_MS);
  const steps = bins.flatMap((start) => {
    const y = (1000 * (counts[start / BIN_MS] ?? 0)) / neurons / BIN_MS;
    return [
      { x: start, y },
      { x: start + BIN_MS, y },
    ];
  });
  const most = steps.reduce((high, { y }) => Math.max(high, y), 0);
  const shown = raster.reduce((sum, { rows }) => sum + rows, 0);
  return {
    title: `Spikes of ${shown} of ${neurons} neurons over time, and the rate of all of them`,
    narrow,
    height: NETWORK_HEIGHT,
    x: axisOver(window, narrow ? 4 : 5, { unit: 'ms', label: 't', quantity: 'axis' }),
    panels: [
      {
        id: 'raster',
        axis: {
          range,
          ticks: [],
          digits: 0,
          unit: '',
          label: `spikes of ${shown} neurons`,
          quantity: 'axis',
        },
        weight: WEIGHT.raster,
      },
      {
        id: 'rate',
        axis: axisOver([0, most > 0 ? most : 1], 3, {
          unit: 'Hz',
          label: 'rate of all neurons',
          quantity: 'input',
        }),
        weight: WEIGHT.rate,
      },
    ],
    marks: [...marks, { kind: 'line', id: 'rate', panel: 'rate', quantity: 'input', points: steps }],
    labels,
  };
}

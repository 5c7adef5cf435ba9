/** Without threshold: how often u is where, over the normal density that theory says. */
import { axisOver, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark } from '../../../figures/plot.ts';
import { formatQuantity } from '../../../lib/quantity.ts';
import { histogram } from '../../../sim/analysis.ts';
import type { NoiseRun } from './noise.ts';

const CURVE = 80;

/** @param range of the axis, mV
 *  @param width px */
export function potentialPlot({ settings, recording }: NoiseRun, range: Range, width: number): Plot {
  const { muMv, sdMv } = recording.theory;
  const { edges, counts } = histogram(recording.V_m, settings.bins, ...range);
  const perCount = 1 / (recording.V_m.length * ((range[1] - range[0]) / settings.bins));
  const bars = Array.from(counts, (count, i) => ({
    from: edges[i] ?? NaN,
    to: edges[i + 1] ?? NaN,
    y: count * perCount,
  })).filter(({ y }) => y > 0);
  const peak = 1 / (sdMv * Math.sqrt(2 * Math.PI));
  const normal = Array.from({ length: CURVE + 1 }, (_, k) => {
    const x = range[0] + ((range[1] - range[0]) * k) / CURVE;
    return { x, y: peak * Math.exp(-(((x - muMv) / sdMv) ** 2) / 2) };
  });
  const highest = bars.reduce((most, bar) => Math.max(most, bar.y), 0);
  const y = widen([0, 0.2], [0, Math.max(highest, sdMv > 0 ? 1.2 * peak : 0)]);
  const marks: PlotMark[] = [
    { kind: 'bars', id: 'potentials', panel: 'density', quantity: 'integrate', bars },
  ];
  const labels: PlotLabel[] = [];
  if (sdMv > 0) {
    marks.push({ kind: 'line', id: 'normal', panel: 'density', quantity: 'formula', points: normal });
    const text = `normal, sd ${formatQuantity(sdMv, 'mV', 2)}`;
    const x = Math.max(range[0], Math.min(muMv + sdMv, range[0] + 0.5 * (range[1] - range[0])));
    labels.push({ panel: 'density', text, value: 0.95 * y[1], quantity: 'formula', x });
  }
  return {
    title: 'Histogram of the membrane potential',
    narrow: width < NARROW,
    x: axisOver(range, 4, { unit: 'mV', label: 'membrane potential u', quantity: 'integrate' }),
    panels: [
      {
        id: 'density',
        axis: axisOver(y, 4, { unit: '1/mV', label: 'density', quantity: 'integrate' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}

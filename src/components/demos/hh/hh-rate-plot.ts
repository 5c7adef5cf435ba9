/** The rate under steady currents: silent, and from the onset on at once fast. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark } from '../../../figures/plot.ts';
import { formatQuantity } from '../../../lib/quantity.ts';
import { HEIGHT } from './hh-trace.ts';
import { SWEEP_TO, type HhSweep, type RatePoint } from './hh-sweep.ts';

const RATES: Range = [0, 100];

/** @param here under the current of the run; undefined where it is outside the axis
 *  @param width px */
export function hhRatePlot({ points, onset }: HhSweep, here: RatePoint | undefined, width: number): Plot {
  const panel = 'rate';
  const narrow = width < NARROW;
  const dots = points.map(({ current, rateHz }) => ({ x: current, y: rateHz }));
  const rate = widen(RATES, rangeOf([...dots.map(({ y }) => y), here?.rateHz ?? 0], RATES));
  // The line breaks off where firing begins or ends: there is no rate between.
  const curve = dots.flatMap((dot, k) => {
    const before = dots[k - 1];
    const jumps = before && before.y > 0 !== dot.y > 0;
    return jumps ? [{ x: dot.x, y: NaN }, dot] : [dot];
  });
  const begins = onset && onset.current > 0 ? onset : undefined;
  const marks: PlotMark[] = [
    {
      kind: 'line',
      id: 'onset',
      panel,
      quantity: 'fire',
      points: begins ? [0, begins.rateHz].map((y) => ({ x: begins.current, y })) : [],
    },
    { kind: 'line', id: 'rate', panel, quantity: 'integrate', points: curve },
    { kind: 'dots', id: 'runs', panel, quantity: 'integrate', points: dots, radius: 2.5 },
  ];
  const labels: PlotLabel[] = [];
  if (begins) {
    const text = `begins at ${formatQuantity(begins.rateHz, 'Hz', 0)}`;
    // Above the jump, to its left where nothing else is.
    labels.push({ panel, text, value: begins.rateHz + rate[1] * 0.17, quantity: 'fire', x: 0 });
  }
  const foot = here ? [0, here.rateHz].map((y) => ({ x: here.current, y })) : [];
  marks.push(
    { kind: 'line', id: 'current', panel, quantity: 'input', points: foot },
    { kind: 'dots', id: 'here', panel, quantity: 'input', points: foot.slice(1), radius: 5 },
  );
  if (here && here.rateHz > 0)
    labels.push({
      panel,
      text: formatQuantity(here.rateHz, 'Hz', 1),
      value: here.rateHz * 0.5,
      quantity: 'input',
      x: Math.min(here.current, SWEEP_TO * 0.85),
    });
  return {
    title: 'Firing rate over steady current',
    narrow,
    height: HEIGHT,
    x: axisOver([0, SWEEP_TO], 4, { unit: 'µA/cm²', label: 'steady current I', quantity: 'input' }),
    panels: [
      {
        id: panel,
        axis: axisOver(rate, 5, { unit: 'Hz', label: 'firing rate', quantity: 'fire' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}

/** The histogram of the intervals, with their mean and that of theory. */
import { axisOver, niceStep, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark } from '../../../figures/plot.ts';
import { formatQuantity } from '../../../lib/quantity.ts';
import { histogram } from '../../../sim/analysis.ts';
import { rateHz } from '../../../sim/theory.ts';
import type { NoiseRun } from './noise.ts';

/** The next of 1, 2, 5, 10, … at or above a value. */
const roundUp = (value: number) => niceStep(value, 1);

/** Spread of the intervals in units of their mean where theory says none: as that of a Poisson train. */
const POISSON = 1;
/** The axis reaches so many standard deviations beyond the mean. */
const REACH = 4;

/** Densities are shares of all intervals, in per cent. */
const PERCENT = 100;
/** Standard errors of the mean that are drawn, to either side. */
const SPREAD = 2;

/** What theory expects of the intervals, ms; what the run shows where theory sees none within it. */
function expected({ experiment, recording }: NoiseRun): { mean: number; sd: number } {
  const { theory, statistics } = recording;
  const mean = rateHz(theory.rateHz);
  const cv = theory.cv ?? POISSON;
  if (mean <= experiment.duration) return { mean, sd: cv * mean };
  const seen = statistics ? rateHz(statistics.rateHz) : experiment.duration / (1 + REACH);
  return { mean: seen, sd: (statistics?.cv ?? POISSON) * seen };
}

/** Both axes follow theory in steps of 1, 2, 5: another seed moves neither. */
function axes(run: NoiseRun): { interval: Range; density: Range } {
  const { mean, sd } = expected(run);
  const interval = roundUp(Math.max(2 * mean, mean + REACH * sd));
  // A normal bell is 0.4/sd high, an exponential 1/mean; noise of the counts goes beyond.
  const bell = 0.4 / Math.max(sd, interval / run.settings.bins);
  return { interval: [0, interval], density: [0, roundUp(1.4 * PERCENT * Math.max(bell, 1 / mean))] };
}

/** @param width px */
export function intervalPlot(run: NoiseRun, width: number): Plot {
  const { settings, recording } = run;
  const { intervals, statistics, theory } = recording;
  const { interval, density } = axes(run);
  const { edges, counts, outside } = histogram(intervals, settings.bins, ...interval);
  const perCount = PERCENT / (intervals.length * (interval[1] / settings.bins));
  const bars = Array.from(counts, (count, i) => ({
    from: edges[i] ?? NaN,
    to: edges[i + 1] ?? NaN,
    y: count * perCount,
  })).filter(({ y }) => y > 0);
  const y = widen(density, [0, bars.reduce((most, bar) => Math.max(most, bar.y), 0)]);
  const top = y[1];

  const marks: PlotMark[] = [
    { kind: 'bars', id: 'intervals', panel: 'density', quantity: 'integrate', bars },
  ];
  const labels: PlotLabel[] = [];
  const note = (text: string, part: number, x: number, quantity: 'integrate' | 'formula') =>
    labels.push({ panel: 'density', text, value: part * top, quantity, x });
  const mean = rateHz(theory.rateHz);
  if (mean <= interval[1]) {
    const points = [0, 0.86 * top].map((height) => ({ x: mean, y: height }));
    marks.push({ kind: 'line', id: 'mean by theory', panel: 'density', quantity: 'formula', points });
    note(`theory ${formatQuantity(mean, 'ms', 1)}`, 0.8, mean, 'formula');
  }
  if (statistics) {
    const here = rateHz(statistics.rateHz);
    const error = (SPREAD * here * statistics.cv) / Math.sqrt(statistics.count);
    const [from, to] = [Math.max(0, here - error), Math.min(interval[1], here + error)];
    marks.push(
      {
        kind: 'line',
        id: 'mean ± 2 errors',
        panel: 'density',
        quantity: 'integrate',
        points: [from, to].map((x) => ({ x, y: 0.93 * top })),
      },
      {
        kind: 'dots',
        id: 'mean',
        panel: 'density',
        quantity: 'integrate',
        points: [{ x: Math.min(here, interval[1]), y: 0.93 * top }],
        radius: 3.5,
      },
    );
    note(
      `mean ${formatQuantity(here, 'ms', 1)}`,
      0.93,
      Math.max(to, here) + 0.015 * interval[1],
      'integrate',
    );
  }
  const said = intervals.length === 1 ? '1 interval' : `${intervals.length} intervals`;
  note(
    outside > 0 ? `${said}, ${outside} beyond the axis` : said,
    0.67,
    Math.max(mean <= interval[1] ? mean : 0, interval[1] * 0.25),
    'integrate',
  );
  return {
    title: 'Histogram of the intervals between spikes',
    narrow: width < NARROW,
    x: axisOver(interval, 4, { unit: 'ms', label: 'interval', quantity: 'fire' }),
    panels: [
      {
        id: 'density',
        axis: axisOver(y, 4, { unit: '% per ms', label: 'intervals', quantity: 'integrate' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}

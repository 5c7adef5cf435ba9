/** The rate over the mean: short runs with their errors over Siegert's curve. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from '../../../figures/plot.ts';
import { formatQuantity } from '../../../lib/quantity.ts';
import { noiseOf, noiseRates, withMean } from './noise-kind.ts';
import { curveRange, type MeanRate } from './noise-run.ts';
import type { NoiseRun } from './noise.ts';

/** Points of the curve. */
const CURVE = 36;
/** Standard errors of an error bar, to either side. */
const SPREAD = 2;

/** A curve that is nearer to another, as a part of the axis, cannot be told from it. */
const SEEN = 0.02;
/** Height of the curve's name, as a part of the axis. */
const NAMED = 0.7;

/** Siegert's rate at some mean, and that of the grid where it is known: Hz. */
function expectations({ experiment }: NoiseRun) {
  const input = noiseOf(experiment);
  const [from, to] = curveRange(experiment);
  return Array.from({ length: CURVE + 1 }, (_, k) => from + ((to - from) * k) / CURVE).flatMap((muMv) => {
    const noise = withMean(input, experiment.neuron, muMv);
    return noise ? [{ x: muMv, ...noiseRates(experiment, noise) }] : [];
  });
}

/** Upright strokes, one for each run: a line that breaks off between them. */
function errorBars(curve: readonly MeanRate[], highest: number): Point[] {
  return curve.flatMap(({ muMv, rateHz, errorHz }) => {
    const ends = [Math.max(0, rateHz - SPREAD * errorHz), Math.min(highest, rateHz + SPREAD * errorHz)];
    return [...ends, NaN].map((y) => ({ x: muMv, y }));
  });
}

/** @param width px */
export function ratePlot(run: NoiseRun, frame: Range, width: number): Plot {
  const { experiment, recording } = run;
  const { theory, statistics, curve } = recording;
  const range = curveRange(experiment);
  const expected = expectations(run);
  const rates = [
    ...curve.map(({ rateHz }) => rateHz),
    ...expected.map(({ rateHz }) => rateHz),
    theory.rateHz,
  ];
  const y = widen(frame, rangeOf(rates, frame));
  const grid = expected.flatMap(({ x, gridRateHz }) => (gridRateHz === null ? [] : [{ x, y: gridRateHz }]));
  const apart = grid.some(({ y: there }, k) => (expected[k]?.rateHz ?? 0) - there > SEEN * y[1]);
  const onGrid: PlotMark[] = apart
    ? [{ kind: 'line', id: 'on the grid', panel: 'rate', quantity: 'compared', points: grid }]
    : [];
  const marks: PlotMark[] = [
    {
      kind: 'line',
      id: 'Siegert',
      panel: 'rate',
      quantity: 'formula',
      points: expected.map(({ x, rateHz }) => ({ x, y: rateHz })),
    },
    ...onGrid,
    {
      kind: 'line',
      id: 'errors',
      panel: 'rate',
      quantity: 'integrate',
      points: errorBars(curve, y[1]),
    },
    {
      kind: 'dots',
      id: 'short runs',
      panel: 'rate',
      quantity: 'integrate',
      points: curve.map(({ muMv, rateHz }) => ({ x: muMv, y: rateHz })),
      radius: 2.5,
    },
  ];
  const labels: PlotLabel[] = [];
  const span = range[1] - range[0];
  // Beside the rising curve, on its left.
  const named = expected.find(({ rateHz }) => rateHz >= NAMED * y[1]) ?? expected.at(-1);
  if (named) {
    const at = { panel: 'rate', value: Math.min(NAMED * y[1], named.rateHz) + 0.05 * y[1] };
    const room = (part: number) => Math.max(range[0], named.x - part * span);
    labels.push({ ...at, text: 'Siegert', quantity: 'formula', x: room(0.27) });
    if (apart)
      labels.push({
        ...at,
        value: at.value - 0.08 * y[1],
        text: 'grid: long dashes',
        quantity: 'compared',
        x: room(0.58),
      });
  }
  const { muMv } = theory;
  if (muMv >= range[0] && muMv <= range[1]) {
    const here = statistics?.rateHz ?? 0;
    const foot = [0, here].map((height) => ({ x: muMv, y: height }));
    marks.push(
      { kind: 'line', id: 'mean', panel: 'rate', quantity: 'input', points: foot },
      { kind: 'dots', id: 'this run', panel: 'rate', quantity: 'input', points: foot.slice(1), radius: 5 },
    );
    const text = formatQuantity(here, 'Hz', 1);
    const x = Math.min(muMv, range[0] + 0.8 * span);
    // Below the curve, where nothing else is.
    labels.push({ panel: 'rate', text, value: here * 0.4 + y[1] * 0.02, quantity: 'input', x });
  }
  return {
    title: 'Firing rate over the mean potential',
    narrow: width < NARROW,
    x: axisOver(range, 4, { unit: 'mV', label: 'mean potential μ', quantity: 'input' }),
    panels: [
      {
        id: 'rate',
        axis: axisOver(y, 4, { unit: 'Hz', label: 'firing rate', quantity: 'fire' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}

/** The gain of the membrane over frequency: measured dots over 1/√(1 + (ωτ)²). */
import type { Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark } from '../../../figures/plot.ts';
import { formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { cutoffHz, sineGain } from '../../../sim/theory.ts';
import type { GainPoint } from './passive-gain.ts';
import type { TurningPoint } from './passive-sweep.ts';

/** Frequencies of the axis, decimal logarithms of Hz. */
const FREQUENCIES: Range = [Math.log10(0.5), 2];
const TICKS = [1, 2, 5, 10, 20, 50, 100].map(Math.log10);
const DOTS = 10;
const CURVE = 100;

const along = (k: number, count: number) => FREQUENCIES[0] + ((FREQUENCIES[1] - FREQUENCIES[0]) * k) / count;

/** Where the gain is measured, Hz: evenly along the axis. */
export const FREQUENCIES_HZ: readonly number[] = Array.from(
  { length: DOTS },
  (_, k) => 10 ** along(k, DOTS - 1),
);

/** What is measured: with sines of all frequencies, with the one that flows, by a sweep. */
interface Gains {
  readonly gains: readonly GainPoint[];
  readonly own: GainPoint | undefined;
  readonly swept: readonly TurningPoint[];
}

/** @param width px */
export function gainPlot(neuron: LifNeuron, { gains, own, swept }: Gains, width: number): Plot {
  const point = ({ frequencyHz, gain }: TurningPoint) => ({ x: Math.log10(frequencyHz), y: gain });
  const formula = Array.from({ length: CURVE + 1 }, (_, k) => {
    const x = along(k, CURVE);
    return { x, y: sineGain(neuron, 10 ** x) };
  });
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const inside = (x: number) => x >= FREQUENCIES[0] && x <= FREQUENCIES[1];
  const cutoff = Math.log10(cutoffHz(neuron));
  if (inside(cutoff)) {
    const points = [0, Math.SQRT1_2].map((y) => ({ x: cutoff, y }));
    marks.push({ kind: 'line', id: 'cutoff', panel: 'gain', quantity: 'leak', points });
    const text = `cut-off ${formatQuantity(cutoffHz(neuron), 'Hz', 2)}`;
    labels.push({ panel: 'gain', text, value: 0.05, quantity: 'leak', x: cutoff });
  }
  marks.push(
    { kind: 'line', id: 'formula', panel: 'gain', quantity: 'formula', points: formula },
    {
      kind: 'dots',
      id: 'measured',
      panel: 'gain',
      quantity: 'integrate',
      points: gains.map(point),
      radius: 2.5,
    },
    {
      kind: 'dots',
      id: 'swept',
      panel: 'gain',
      quantity: 'input',
      points: swept.map(point).filter(({ x }) => inside(x)),
      radius: 3,
      hollow: true,
    },
  );
  if (own && inside(point(own).x)) {
    const { x, y } = point(own);
    marks.push(
      {
        kind: 'line',
        id: 'frequency',
        panel: 'gain',
        quantity: 'input',
        points: [0, y].map((end) => ({ x, y: end })),
      },
      { kind: 'dots', id: 'own', panel: 'gain', quantity: 'input', points: [{ x, y }], radius: 5 },
    );
    labels.push({
      panel: 'gain',
      text: formatNumber(own.gain, 2),
      value: Math.min(y + 0.06, 0.95),
      quantity: 'input',
      x,
    });
  }
  return {
    title: 'Gain of the membrane over the frequency of a sine',
    narrow: width < NARROW,
    x: {
      range: FREQUENCIES,
      ticks: TICKS,
      digits: 0,
      log: true,
      unit: 'Hz',
      label: 'frequency',
      quantity: 'input',
    },
    panels: [
      {
        id: 'gain',
        axis: {
          range: [0, 1],
          ticks: [0, 0.25, 0.5, 0.75, 1],
          digits: 2,
          unit: '',
          label: 'gain',
          quantity: 'integrate',
        },
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}

/** A deflection of the membrane potential that the leak draws back to rest, in parts of its size over time in time
 *  constants: e^(−t/τ). */
import { axisOver } from './axis.ts';
import { NARROW, type Plot } from './plot.ts';

/** @param width of the drawing in px */
export function decayPlot(width: number): Plot {
  const [from, to] = [0, 4];
  const points = Array.from({ length: 161 }, (_, k) => {
    const x = from + ((to - from) * k) / 160;
    return { x, y: Math.exp(-x) };
  });
  const marked = [1, 3].map((x) => ({ x, y: Math.exp(-x) }));
  return {
    title: 'What is left of a deflection from rest over time, in time constants',
    narrow: width < NARROW,
    height: 260,
    x: axisOver([from, to], 4, { unit: 'τ', label: 'time since the input ended', quantity: 'axis' }),
    panels: [
      {
        id: 'left',
        axis: axisOver([0, 1], 4, { unit: '', label: 'part of the deflection', quantity: 'integrate' }),
        weight: 1,
      },
    ],
    marks: [
      { kind: 'line', id: 'decay', panel: 'left', quantity: 'integrate', points },
      { kind: 'dots', id: 'marked', panel: 'left', quantity: 'leak', points: marked },
    ],
    labels: marked.map(({ x, y }) => ({
      panel: 'left',
      text: `${(100 * y).toFixed(0)}\u00a0%`,
      value: y + 0.07,
      x,
      quantity: 'leak' as const,
    })),
  };
}

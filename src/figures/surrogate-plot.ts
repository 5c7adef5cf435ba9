/** The spike as a function of the state, a step, with the slope that training puts in its place: a fast sigmoid, whose
 *  slope is 1/(1 + k|U − 1|)² (Zenke & Ganguli 2018). */
import { axisOver } from './axis.ts';
import { NARROW, type Plot } from './plot.ts';

/** Steepness k of the surrogate. */
const STEEPNESS = 10;
const [FROM, TO] = [0, 2];

/** Slope of the surrogate at a state, in parts of its highest. */
export const surrogateSlope = (state: number): number => 1 / (1 + STEEPNESS * Math.abs(state - 1)) ** 2;

/** @param width of the drawing in px */
export function surrogatePlot(width: number): Plot {
  const slope = Array.from({ length: 201 }, (_, k) => {
    const x = FROM + ((TO - FROM) * k) / 200;
    return { x, y: surrogateSlope(x) };
  });
  const step = [
    { x: FROM, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: TO, y: 1 },
  ];
  return {
    title: 'The spike over the state, a step at the threshold, and the slope that stands in for its own',
    narrow: width < NARROW,
    height: 300,
    x: axisOver([FROM, TO], 4, { unit: '', label: 'state U, in thresholds', quantity: 'axis' }),
    panels: [
      { id: 'spike', axis: axisOver([0, 1], 2, { unit: '', label: 'spike', quantity: 'fire' }), weight: 1 },
      {
        id: 'slope',
        axis: axisOver([0, 1], 2, { unit: '', label: 'slope used in training', quantity: 'integrate' }),
        weight: 1,
      },
    ],
    marks: [
      { kind: 'line', id: 'step', panel: 'spike', quantity: 'fire', points: step },
      { kind: 'line', id: 'surrogate', panel: 'slope', quantity: 'integrate', points: slope },
    ],
    labels: [],
  };
}

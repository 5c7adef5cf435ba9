/** The rate at which a neuron answers, over the rate of all others, and where the two are one. */
import { answeredRateHz, selfConsistentRateHz } from '../sim/self-consistent.ts';
import type { BrunelParams } from '../sim/brunel.ts';
import { axisOver } from './axis.ts';
import { NARROW, type Plot } from './plot.ts';
import { straighten } from './straighten.ts';

/** Hz. */
const UP_TO = 100;

/** @param width of the drawing in px */
export function selfConsistentPlot(params: BrunelParams, width: number): Plot {
  const rate = selfConsistentRateHz(params);
  const answers = Array.from({ length: 201 }, (_, k) => {
    const x = (UP_TO * k) / 200;
    return { x, y: answeredRateHz(params, x) };
  });
  return {
    title: 'The rate at which one neuron answers, over the rate of all others, and the line of equal rates',
    narrow: width < NARROW,
    height: 280,
    x: axisOver([0, UP_TO], 4, { unit: 'Hz', label: 'rate of all the others', quantity: 'axis' }),
    panels: [
      {
        id: 'answer',
        axis: axisOver([0, UP_TO], 4, { unit: 'Hz', label: 'rate of the one', quantity: 'integrate' }),
        weight: 1,
      },
    ],
    marks: [
      {
        kind: 'line',
        id: 'equal',
        panel: 'answer',
        quantity: 'leak',
        points: [
          { x: 0, y: 0 },
          { x: UP_TO, y: UP_TO },
        ],
      },
      {
        kind: 'line',
        id: 'answers',
        panel: 'answer',
        quantity: 'integrate',
        points: straighten(answers.filter(({ y }) => y <= UP_TO)),
      },
      {
        kind: 'dots',
        id: 'both',
        panel: 'answer',
        quantity: 'fire',
        points: [{ x: rate, y: rate }],
        radius: 5,
      },
    ],
    labels: [
      { panel: 'answer', text: 'equal rates', value: UP_TO - 8, x: UP_TO - 45, quantity: 'leak' },
      {
        panel: 'answer',
        text: `both ${rate.toFixed(0)}\u00a0Hz`,
        value: rate + 2,
        x: rate + 4,
        quantity: 'fire',
      },
    ],
  };
}

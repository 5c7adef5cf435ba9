/** The error over the width of the step, both on logarithmic axes: a method of order 1 climbs with slope 1. */
import type { Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from '../../../figures/plot.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { formatChosen } from '../../../lib/quantity.ts';
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { steadyStateMv, timeConstantMs } from '../../../sim/theory.ts';
import { constantCurrent } from '../constant-current.ts';
import type { StepErrors } from './dt-errors.ts';
import { firstOrderErrorMv } from './dt-regime.ts';

/** Decimal logarithms of ms. */
const WIDTHS: Range = [-2, Math.log10(50)];
/** Decimal logarithms of ms with a threshold, of mV without. */
const INTERVALS: Range = [-4, 2];
const POTENTIALS: Range = [-16, 2];

/** @param here the errors at the step of the run
 *  @param width px */
export function dtErrorPlot(
  experiment: Experiment<LifNeuron>,
  sweep: readonly StepErrors[],
  here: StepErrors,
  width: number,
): Plot {
  const { neuron, dt } = experiment;
  const { threshold } = neuron;
  const narrow = width < NARROW;
  const tau = timeConstantMs(neuron);
  // Of their own name each: an error in mV is not to be compared with one in ms.
  const panel = threshold ? 'interval' : 'potential';
  const y = threshold ? INTERVALS : POTENTIALS;
  const at = Math.log10(dt);
  const x: Range = [Math.min(WIDTHS[0], Math.floor(at)), Math.max(WIDTHS[1], at)];
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const line = (id: string, quantity: QuantityName, points: readonly Point[]) =>
    marks.push({ kind: 'line', id, panel, quantity, points });
  /** An error beyond the axis stands at its end: one of 0 at the lower, which is less than a double can tell. */
  const place = (width: number, error: number): Point => ({
    x: Math.log10(width),
    y: Math.min(y[1], Math.max(y[0], Math.log10(Math.abs(error)))),
  });

  const label = (text: string, quantity: QuantityName, place: number, height: number) =>
    labels.push({ panel, text, quantity, x: place, value: y[0] + (y[1] - y[0]) * height });
  const upright = (id: string, quantity: QuantityName, place: number) =>
    line(
      id,
      quantity,
      y.map((end) => ({ x: place, y: end })),
    );

  for (const [text, value] of [
    ['τ', tau],
    ['2τ', 2 * tau],
  ] as const) {
    const place = Math.log10(value);
    if (place < x[0] || place > x[1]) continue;
    upright(text, 'leak', place);
    label(text, 'leak', place, 0.25);
  }

  // The guide: as wrong as the step is long, or what theory says of short steps.
  const way = steadyStateMv(neuron, constantCurrent(experiment)) - neuron.V_m;
  const guide = (width: number) => (threshold ? width : firstOrderErrorMv(way, width, tau));
  const drawn = threshold || way !== 0;
  line('order-1', 'formula', drawn ? x.map((end) => place(10 ** end, guide(10 ** end))) : []);

  const shown = sweep.filter(({ euler, exact }) => !Number.isNaN(euler + exact));
  for (const [id, quantity] of [
    ['exact', 'integrate'],
    ['euler', 'adapt'],
  ] as const) {
    const points = shown.map((errors) => place(errors.dtMs, errors[id]));
    const hollow = id === 'euler' && { hollow: true as const };
    marks.push({ kind: 'dots', id, panel, quantity, points, radius: 2.5, ...hollow });
    const own = Number.isNaN(here[id]) ? [] : [place(dt, here[id])];
    marks.push({
      kind: 'dots',
      id: `${id}-here`,
      panel,
      quantity,
      points: own,
      radius: 5,
      ...hollow,
    });
  }
  upright('dt', 'input', at);
  // Before the right edge of the drawing.
  label(formatChosen(dt, 'ms'), 'input', Math.min(at, x[1] - 0.4), 1.03);
  // The key stands above the line of order 1; without a threshold, in the middle between the two methods.
  const top = threshold ? 0.97 : 0.55;
  label('● exact update', 'integrate', x[0], top);
  label('○ Euler', 'adapt', x[0], top - 0.07);
  label(threshold ? '┄ as long as a step' : '┄ order 1, by theory', 'formula', x[0], top - 0.14);
  if (!threshold) label('rounding alone', 'integrate', x[0], 0.17);
  return {
    title: threshold
      ? 'Error of the interval between spikes over the time step'
      : 'Largest error of the potential over the time step',
    narrow,
    x: {
      range: x,
      ticks: [-4, -3, -2, -1, 0, 1, 2, 3].filter((tick) => tick >= x[0] && tick <= x[1]),
      digits: 2,
      log: true,
      unit: 'ms',
      label: 'time step dt',
      quantity: 'input',
    },
    panels: [
      {
        id: panel,
        axis: {
          range: y,
          ticks: threshold ? [-4, -2, 0, 2] : [-15, -10, -5, 0],
          digits: 2,
          log: true,
          unit: threshold ? 'ms' : 'mV',
          label: threshold ? 'error of the interval' : 'largest error of u',
          quantity: 'fire',
        },
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}

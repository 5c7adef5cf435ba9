/** Potential, current and the three gates over time. */
import { axisOver } from '../../../figures/axis.ts';
import { decimate } from '../../../figures/decimate.ts';
import { LENS_LABELS, type FigureLens } from '../../../figures/lens-labels.ts';
import type { Plot, PlotLabel, PlotMark } from '../../../figures/plot.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { straighten } from '../../../figures/straighten.ts';
import type { TraceFrame } from '../../../figures/trace-frame.ts';
import { tracePlot } from '../../../figures/trace-plot.ts';
import type { Experiment, HodgkinHuxleyNeuron } from '../../../sim/experiment.ts';
import { HODGKIN_HUXLEY } from '../../../sim/hodgkin-huxley.ts';
import type { Recording } from '../../../sim/recording.ts';

/** Height of both plots, px: three panels need more than two. */
export const HEIGHT = 400;
const TOLERANCE = 1 / 600;

/** m lets the upstroke begin, h ends it, n brings the potential back. */
const GATES: readonly (readonly [name: string, quantity: QuantityName])[] = [
  ['m', 'fire'],
  ['h', 'leak'],
  ['n', 'adapt'],
];

/** @param width px */
export function hhTrace(
  experiment: Experiment<HodgkinHuxleyNeuron>,
  recording: Recording,
  frame: TraceFrame,
  width: number,
  lens: FigureLens,
): Plot {
  const plot = tracePlot(experiment, recording, {
    model: HODGKIN_HUXLEY,
    frame,
    width,
    words: LENS_LABELS[lens],
  });
  const panel = 'gates';
  const { t, signals } = recording;
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  for (const [name, quantity] of GATES) {
    const points = Array.from(signals[name] ?? [], (y, k) => ({ x: t[k] ?? 0, y }));
    marks.push({
      kind: 'line',
      id: name,
      panel,
      quantity,
      points: straighten(decimate(points, width), TOLERANCE),
    });
    labels.push({ panel, text: name, value: points.at(-1)?.y ?? 0, quantity });
  }
  return {
    ...plot,
    title: 'Membrane potential, input current and the gates m, h and n over time',
    height: HEIGHT,
    panels: [
      ...plot.panels,
      {
        id: panel,
        axis: axisOver([0, 1], 2, { unit: '', label: 'open gates', quantity: 'axis' }),
        weight: 2,
      },
    ],
    marks: [...plot.marks, ...marks],
    labels: [...plot.labels, ...labels],
  };
}

/** The plot a reader draws on: axes, what is given, the drawing, and once it is revealed the truth. Pure. */
import type { LifExperiment } from '../sim/experiment.ts';
import { LIF } from '../sim/lif.ts';
import type { Recording } from '../sim/recording.ts';
import { niceStep, rangeOf, type Range } from './axis.ts';
import { heightAt } from './height-at.ts';
import { LENS_LABELS } from './lens-labels.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from './plot.ts';
import { currentPoints, membranePoints } from './points.ts';
import { tracePlot } from './trace-plot.ts';

/** Panel of the potential. */
export const DRAWN_PANEL = 'u';

const DRAWN = { id: 'drawn', panel: DRAWN_PANEL, quantity: 'compared' } as const;

export interface PredictionTask {
  readonly experiment: LifExperiment;
  readonly recording: Recording;
  /** ms; the course up to here is given. */
  readonly from: number;
  /** mV and nA. */
  readonly frame: { readonly u: Range; readonly I: Range };
  /** `spikes`: times are asked for, not the potential. */
  readonly draw: 'potential' | 'spikes';
}

/** Room around the truth so that the axis does not tell where it goes: 40 % of its span on either side, to a round
 *  value. */
export function roomyFrame(recordings: readonly Recording[], experiments: readonly LifExperiment[]) {
  const [low, high] = rangeOf(
    recordings.flatMap(({ V_m }) => [...V_m]),
    [-70, -50],
  );
  const room = 0.4 * Math.max(1, high - low);
  const step = niceStep(high - low + 2 * room, 4);
  const u: Range = [Math.floor((low - room / 2) / step) * step, Math.ceil((high + room) / step) * step];
  const currents = experiments.flatMap((experiment) => currentPoints(LIF.realise(experiment)));
  const [least, most] = rangeOf([0, ...currents.map(({ y }) => y)], [0, 1]);
  const I: Range = [Math.floor(least), least === most ? 1 : Math.ceil(most)];
  return { u, I };
}

const constant = (id: string, quantity: 'leak' | 'fire', value: number, text: string) => ({
  id,
  quantity,
  value,
  text,
});

/** The potential up to a time, without a jump at that time. */
function upTo(points: readonly Point[], time: number): Point[] {
  const next = points.findIndex(({ x }) => x >= time);
  if (next < 0) return [...points];
  const reached = points[next];
  return [...points.slice(0, next), { x: time, y: reached?.x === time ? reached.y : heightAt(points, time) }];
}

export interface PredictionView {
  /** px. */
  readonly width: number;
  readonly drawn: readonly Point[];
  readonly revealed: boolean;
}

/** The plot of a task at a moment. */
export function predictionPlot(
  { experiment, recording, from, frame, draw }: PredictionTask,
  { width, drawn, revealed }: PredictionView,
): Plot {
  const { neuron, duration } = experiment;
  const narrow = width < NARROW;
  const words = LENS_LABELS.plain;
  const levels = [
    constant('rest', 'leak', neuron.E_L, narrow ? 'rest' : 'rest u_rest'),
    ...(neuron.threshold ? [constant('threshold', 'fire', neuron.V_th, narrow ? 'ϑ' : words.threshold)] : []),
  ];
  const plot = tracePlot(experiment, recording, { model: LIF, frame, width, words, levels });
  const truth = membranePoints(experiment, recording);
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [...plot.labels];
  for (const mark of plot.marks) {
    if (mark.kind === 'line' && mark.id === 'potential' && !revealed)
      marks.push({ ...mark, points: from > 0 ? upTo(truth, from) : [] });
    else if (mark.kind === 'events' && !revealed)
      marks.push({ ...mark, times: mark.times.filter((time) => time <= from) });
    else marks.push(mark);
  }
  if (draw === 'spikes') {
    const y = neuron.threshold ? neuron.V_th : frame.u[1];
    marks.unshift({
      ...DRAWN,
      kind: 'dots',
      points: drawn.map(({ x }) => ({ x, y })),
      radius: 4,
      hollow: true,
    });
  } else if (drawn.length === 1) marks.unshift({ ...DRAWN, kind: 'dots', points: drawn });
  else marks.unshift({ ...DRAWN, kind: 'line', points: drawn });
  const end = drawn[drawn.length - 1];
  if (end && draw === 'potential' && end.x > from + 0.6 * (duration - from))
    labels.push({
      panel: DRAWN_PANEL,
      text: narrow ? 'you' : 'your trace',
      value: end.y,
      quantity: 'compared',
    });
  if (revealed) {
    const value = heightAt(truth, duration);
    labels.push({ panel: DRAWN_PANEL, text: narrow ? 'u' : 'what happens', value, quantity: 'integrate' });
  }
  return {
    ...plot,
    title: revealed ? 'Your prediction and what happens' : 'Axes to draw your prediction on',
    marks,
    labels,
  };
}

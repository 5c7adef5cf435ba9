/** A measurement of the hidden neuron: the current that went in, the potential that came out, a cursor on it, and what it is
 *  laid over. No axis is made for the neuron: it would tell of its threshold. */
import type { LifExperiment } from '../sim/experiment.ts';
import { LIF } from '../sim/lif.ts';
import type { Recording } from '../sim/recording.ts';
import { decimate } from './decimate.ts';
import { LENS_LABELS } from './lens-labels.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from './plot.ts';
import type { QuantityName } from './quantity-style.ts';
import { straighten } from './straighten.ts';
import { tracePlot } from './trace-plot.ts';

/** Axes of every measurement, mV and nA; they widen where one leaves them. */
const FRAME = { u: [-90, -40], I: [0, 2] } as const;

export interface HiddenPlotOptions {
  /** px */
  readonly width: number;
  /** Another trace and its name, a short one for a narrow figure. */
  readonly over?:
    | {
        readonly trace: readonly Point[];
        readonly quantity: QuantityName;
        readonly name: string;
        readonly short: string;
      }
    | undefined;
  /** Where the cursor stands: ms, and the potentials it points at. */
  readonly cursor?: { readonly time: number; readonly potentials: readonly number[] } | undefined;
}

interface Shown {
  readonly experiment: LifExperiment;
  readonly recording: Recording;
  readonly trace: readonly Point[];
}

export function hiddenPlot({ experiment, recording, trace }: Shown, options: HiddenPlotOptions): Plot {
  const { width, over, cursor } = options;
  const narrow = width < NARROW;
  const heights = [...trace, ...(over?.trace ?? [])].map(({ y }) => y);
  const shown = [
    heights.reduce((a, b) => Math.min(a, b), Infinity),
    heights.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const plot = tracePlot(experiment, recording, {
    model: LIF,
    frame: FRAME,
    width,
    words: LENS_LABELS.plain,
    shown,
  });
  const drawn = (points: readonly Point[]) => straighten(decimate(points, width));
  const marks: PlotMark[] = plot.marks.map((mark) =>
    mark.kind === 'line' && mark.id === 'potential' ? { ...mark, points: drawn(trace) } : mark,
  );
  const labels: PlotLabel[] = [...plot.labels];
  if (over) {
    const line = {
      kind: 'line',
      id: 'over',
      panel: 'u',
      quantity: over.quantity,
      points: drawn(over.trace),
    } as const;
    // What is compared lies below, an estimate above what it was made for.
    if (over.quantity === 'compared') marks.unshift(line);
    else marks.push(line);
    const value = over.trace[over.trace.length - 1]?.y ?? NaN;
    labels.push({ panel: 'u', text: narrow ? over.short : over.name, value, quantity: over.quantity });
  }
  if (cursor) {
    const [low, high] = plot.panels[0]!.axis.range;
    const at = (y: number) => ({ x: cursor.time, y });
    marks.push(
      { kind: 'line', id: 'cursor', panel: 'u', quantity: 'axis', points: [at(low), at(high)] },
      {
        kind: 'dots',
        id: 'read',
        panel: 'u',
        quantity: 'integrate',
        points: cursor.potentials.map(at),
        radius: 4,
      },
    );
  }
  return { ...plot, marks, labels };
}

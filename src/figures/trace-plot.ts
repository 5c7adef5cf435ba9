/** Potential and current over time, of any neuron model; a further state below them where one is asked for. */
import type { Experiment } from '../sim/experiment.ts';
import type { ModelDefinition } from '../sim/model.ts';
import type { Recording } from '../sim/recording.ts';
import { axisOver, widen, type Range } from './axis.ts';
import { decimate } from './decimate.ts';
import type { FigureWords } from './lens-labels.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type PlotPanel, type Point } from './plot.ts';
import { currentPoints, membranePoints, spikeJump } from './points.ts';
import type { QuantityName } from './quantity-style.ts';
import { straighten, straightenStretches } from './straighten.ts';
import type { TraceFrame } from './trace-frame.ts';

/** A lower panel is a third as high as that of the potential (straighten.ts). */
const LOWER_TOLERANCE = 1 / 600;

/** A line across the panel of the potential, with its name at the edge. */
export interface Level {
  readonly id: string;
  readonly quantity: QuantityName;
  /** mV. */
  readonly value: number;
  readonly text: string;
}

/** A signal of the recording in a panel of its own. */
export interface StatePanel {
  /** Its name in `recording.signals`. */
  readonly signal: string;
  readonly label: string;
  readonly unit: string;
  readonly quantity: QuantityName;
  /** The axis where the signal fits; it widens where it does not. */
  readonly range: Range;
}

export interface TraceOptions {
  readonly model: ModelDefinition;
  readonly frame: TraceFrame;
  /** Width of the drawing in px. */
  readonly width: number;
  readonly words: Pick<FigureWords, 'potential' | 'current'>;
  /** Those outside the axis are left out. */
  readonly levels?: readonly Level[];
  /** Potentials that are not to leave the axis, mV. */
  readonly shown?: readonly number[];
  /** The closed form, laid over the simulation. */
  readonly closed?: readonly Point[] | undefined;
  readonly state?: StatePanel | undefined;
}

/** Lowest and highest y; points at a gap count for nothing. */
function extent(points: readonly Point[]): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const { y } of points) {
    if (y < low) low = y;
    if (y > high) high = y;
  }
  return [low, high];
}

/** @param recording of that experiment */
export function tracePlot(experiment: Experiment, recording: Recording, options: TraceOptions): Plot {
  const { model, frame, width, words, levels = [], shown = [], closed, state } = options;
  const { duration } = experiment;
  const narrow = width < NARROW;

  const potential = membranePoints(experiment, recording, width);
  const current = currentPoints(model.realise(experiment));
  const heights = [...extent(potential), ...extent(closed ?? potential), ...shown];
  const u = widen(frame.u, [Math.min(...heights), Math.max(...heights)]);

  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  for (const { id, quantity, value, text } of levels) {
    const inside = value >= u[0] && value <= u[1];
    // One outside stays as a line without points: a chart with the same lines is drawn anew in half the time.
    const points = inside ? [0, duration].map((x) => ({ x, y: value })) : [];
    marks.push({ kind: 'line', id, panel: 'u', quantity, points });
    if (inside) labels.push({ panel: 'u', text, value, quantity });
  }
  const line = (panel: string, id: string, quantity: QuantityName, points: readonly Point[]) =>
    marks.push({ kind: 'line', id, panel, quantity, points });
  const lower = (points: readonly Point[]) => straighten(decimate(points, width), LOWER_TOLERANCE);
  line('u', 'potential', 'integrate', straighten(decimate(potential, width)));
  if (closed) line('u', 'formula', 'formula', straightenStretches(closed));
  line('I', 'current', 'input', lower(current));
  marks.push({
    kind: 'events',
    id: 'spikes',
    panel: 'u',
    quantity: 'fire',
    times: Array.from(recording.spikes),
    above: spikeJump(experiment.neuron)?.top ?? u[1],
  });

  const panels: PlotPanel[] = [
    {
      id: 'u',
      axis: axisOver(u, 4, { unit: 'mV', label: words.potential, quantity: 'integrate' }),
      weight: 3.2,
      // Room for the spikes.
      margin: { below: 13, above: 26 },
    },
    {
      id: 'I',
      axis: axisOver(widen(frame.I, extent(current)), 2, {
        unit: model.currentUnit,
        label: words.current,
        quantity: 'input',
      }),
      weight: 1,
    },
  ];
  if (state) {
    const values = recording.signals[state.signal] ?? [];
    const points = Array.from(values, (y, k) => ({ x: recording.t[k] ?? 0, y }));
    const { unit, label, quantity } = state;
    line(state.signal, state.signal, quantity, lower(points));
    panels.push({
      id: state.signal,
      axis: axisOver(widen(state.range, extent(points)), 2, { unit, label, quantity }),
      weight: 1,
    });
  }
  return {
    title: state
      ? `Membrane potential, input current and ${state.label} over time`
      : 'Membrane potential and input current over time',
    narrow,
    x: axisOver([0, duration], narrow ? 4 : 5, { unit: 'ms', label: 't', quantity: 'axis' }),
    panels,
    marks,
    labels,
  };
}

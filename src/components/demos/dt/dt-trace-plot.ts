/** The potential over time three times: by Euler's method, by the exact update, by the formula; below it the spikes
 *  of each. What Euler's method makes of a long step is cut off at the frame. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { clipped } from '../../../figures/clip.ts';
import { closedFormPoints } from '../../../figures/closed-form.ts';
import { decimate } from '../../../figures/decimate.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type PlotPanel } from '../../../figures/plot.ts';
import { membranePoints } from '../../../figures/points.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { straighten, straightenStretches } from '../../../figures/straighten.ts';
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import type { Recording } from '../../../sim/recording.ts';

export interface Runs {
  readonly euler: Recording;
  readonly exact: Recording;
  /** Event by event, its spikes at their true times. */
  readonly precise: Recording;
}

/** Dots closer than so many px would be a thick line. */
const DOT_ROOM = 7;

const ROWS: readonly {
  readonly run: keyof Runs;
  readonly mark: string;
  readonly text: string;
  readonly quantity: QuantityName;
}[] = [
  { run: 'precise', mark: '┄', text: 'formula', quantity: 'formula' },
  { run: 'exact', mark: '●', text: 'exact update', quantity: 'integrate' },
  { run: 'euler', mark: '○', text: 'Euler', quantity: 'adapt' },
];

/** The axis of the potential without a threshold, mV: room for a few steps of a growing oscillation. */
const PASSIVE: Range = [-110, 0];

/** Ranges that hold whatever but Euler's method shows, mV. */
export function traceRange({ neuron }: Experiment<LifNeuron>, { exact }: Runs): Range {
  const { threshold, V_reset, V_th } = neuron;
  return threshold
    ? widen([V_reset, V_th], rangeOf(exact.V_m, [V_reset, V_th]))
    : widen(PASSIVE, rangeOf(exact.V_m, PASSIVE));
}

/** @param frame kept where it holds the exact run
 *  @param width px */
export function dtTracePlot(
  experiment: Experiment<LifNeuron>,
  runs: Runs,
  frame: Range,
  width: number,
): Plot {
  const { neuron, duration, dt } = experiment;
  const narrow = width < NARROW;
  const range = widen(frame, traceRange(experiment, runs));
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const dotted = (dt / duration) * (width - 80) >= DOT_ROOM;

  if (neuron.threshold) {
    const points = [0, duration].map((x) => ({ x, y: neuron.V_th }));
    marks.push({ kind: 'line', id: 'threshold', panel: 'u', quantity: 'fire', points });
    labels.push({ panel: 'u', text: 'ϑ', value: neuron.V_th, quantity: 'fire' });
  }
  for (const [run, quantity] of [
    ['exact', 'integrate'],
    ['euler', 'adapt'],
  ] as const) {
    const recording = runs[run];
    const points = membranePoints({ ...experiment, method: run }, recording);
    marks.push({
      kind: 'line',
      id: run,
      panel: 'u',
      quantity,
      points: straightenStretches(clipped(straighten(decimate(points, 2 * width)), range)),
    });
    const samples = dotted ? Array.from(recording.t, (x, k) => ({ x, y: recording.V_m[k] ?? NaN })) : [];
    marks.push({
      kind: 'dots',
      id: `${run}-samples`,
      panel: 'u',
      quantity,
      points: samples.filter(({ y }) => y >= range[0] && y <= range[1]),
      radius: run === 'euler' ? 3.5 : 2.5,
      ...(run === 'euler' && { hollow: true }),
    });
  }
  const formula = closedFormPoints(experiment, width / 2) ?? [];
  marks.push({
    kind: 'line',
    id: 'formula',
    panel: 'u',
    quantity: 'formula',
    points: straightenStretches(formula),
  });

  const panels: PlotPanel[] = [
    {
      id: 'u',
      axis: axisOver(range, 4, { unit: 'mV', label: 'membrane potential u', quantity: 'integrate' }),
      weight: neuron.threshold ? 1.2 : 1,
    },
  ];
  if (neuron.threshold) {
    panels.push({
      id: 'spikes',
      axis: { range: [0, 3], ticks: [], digits: 0, unit: '', label: 'spikes', quantity: 'fire' },
      weight: 1,
      margin: { below: 2, above: 30 },
    });
  }
  ROWS.forEach(({ run, mark, text, quantity }, row) => {
    if (neuron.threshold) {
      const times = Array.from(runs[run].spikes);
      marks.push({ kind: 'events', id: `${run}-spikes`, panel: 'spikes', quantity, times, above: row });
      labels.push({ panel: 'spikes', text, value: row + 0.78, quantity, x: 0 });
    } else {
      // Where no formula goes: it never leads below rest.
      const value = range[0] + (range[1] - range[0]) * (0.06 + 0.07 * row);
      labels.push({ panel: 'u', text: `${mark} ${text}`, value, quantity, x: duration * 0.5 });
    }
  });
  return {
    title: 'Membrane potential over time by Euler’s method, the exact update and the formula',
    narrow,
    x: axisOver([0, duration], narrow ? 4 : 5, { unit: 'ms', label: 't', quantity: 'axis' }),
    panels,
    marks,
    labels,
  };
}

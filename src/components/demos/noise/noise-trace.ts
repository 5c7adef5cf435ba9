/** The beginning of the run: u over time, where it would be without threshold, and the spikes. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { decimate } from '../../../figures/decimate.ts';
import { LENS_LABELS, SHORT_LABELS } from '../../../figures/lens-labels.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark } from '../../../figures/plot.ts';
import { membranePoints } from '../../../figures/points.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { straighten } from '../../../figures/straighten.ts';
import type { DemoView } from '../definition.ts';
import type { NoiseRun } from './noise.ts';

/** Room beyond threshold and rest from the start, mV. */
const ROOM = 10;

/** Of the axis of u. */
export function noiseTraceFrame({ experiment, recording }: NoiseRun): Range {
  const { E_L, V_th } = experiment.neuron;
  return widen([E_L - ROOM, V_th + ROOM], rangeOf(recording.V_m, [E_L, V_th]));
}

export function noiseTrace(run: NoiseRun, frame: Range, { width, lens }: Omit<DemoView, 'frame'>): Plot {
  const { experiment, recording, settings } = run;
  const { neuron, duration, dt } = experiment;
  const end = Math.min(settings.window, duration);
  const samples = Math.floor(end / dt + 1e-9) + 1;
  const times = recording.spikes.filter((time) => time <= end);
  const points = membranePoints(experiment, {
    ...recording,
    t: recording.t.subarray(0, samples),
    V_m: recording.V_m.subarray(0, samples),
    spikes: times,
  });
  const narrow = width < NARROW;
  const words = narrow ? SHORT_LABELS : LENS_LABELS[lens];
  const u = widen(
    frame,
    rangeOf(
      points.map(({ y }) => y),
      frame,
    ),
  );
  const { muMv, sdMv } = recording.theory;

  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const [low, high] = [Math.max(u[0], muMv - sdMv), Math.min(u[1], muMv + sdMv)];
  if (low < high) {
    const band = [0, end].map((x) => ({ x, low, high }));
    marks.push({ kind: 'band', id: 'mean ± sd', panel: 'u', quantity: 'leak', points: band });
  }
  const level = (id: string, quantity: QuantityName, value: number, text: string) => {
    if (value < u[0] || value > u[1]) return;
    marks.push({ kind: 'line', id, panel: 'u', quantity, points: [0, end].map((x) => ({ x, y: value })) });
    labels.push({ panel: 'u', text, value, quantity });
  };
  if (neuron.threshold) {
    level('threshold', 'fire', neuron.V_th, words.threshold);
    level('reset', 'fire', neuron.V_reset, neuron.V_reset === neuron.E_L ? words.restAndReset : words.reset);
  }
  marks.push({
    kind: 'line',
    id: 'potential',
    panel: 'u',
    quantity: 'integrate',
    // In columns as wide as the line is: of more there would be nothing to see, and the still of a page would weigh it.
    points: straighten(decimate(points, width / 2)),
  });
  // Over the trace, which would hide it.
  level('mean', 'formula', muMv, narrow ? 'μ' : 'mean μ');
  marks.push({
    kind: 'events',
    id: 'spikes',
    panel: 'u',
    quantity: 'fire',
    times: Array.from(times),
    above: neuron.threshold ? neuron.V_th : u[1],
  });
  return {
    title: 'Membrane potential over time, with its spikes',
    narrow,
    x: axisOver([0, end], narrow ? 4 : 5, { unit: 'ms', label: 't', quantity: 'axis' }),
    panels: [
      {
        id: 'u',
        axis: axisOver(u, 5, { unit: 'mV', label: LENS_LABELS[lens].potential, quantity: 'integrate' }),
        weight: 1,
        margin: { below: 8, above: 26 },
      },
    ],
    marks,
    labels,
  };
}

/** Potential, synaptic current and arriving spikes over time; the sum of the postsynaptic potentials over it. */
import { axisOver, rangeOf, widen, type Range } from '../../../figures/axis.ts';
import { decimate } from '../../../figures/decimate.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type PlotPanel } from '../../../figures/plot.ts';
import { membranePoints } from '../../../figures/points.ts';
import { straighten } from '../../../figures/straighten.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { DemoRun, DemoView } from '../definition.ts';
import { pspMv, summed, synapseOf, synapticNa } from './psp.ts';
import { SPIKES_PANEL } from './spike-times.ts';

export type SynapseRun = DemoRun<LifNeuron, Recording, never>;

/** Least span of the axis of the potential, mV. */
const LEAST = 1;

/** Rest, the whole course, and the threshold where that is near. */
export function potentialRange({ experiment, recording }: SynapseRun): Range {
  const { E_L, V_th, threshold } = experiment.neuron;
  const [low, high] = rangeOf([...recording.V_m, E_L], [E_L, E_L]);
  const top = threshold && high > E_L + 0.6 * (V_th - E_L) ? V_th : high;
  return widen([E_L, E_L + LEAST], [low, Math.max(top, high)]);
}

/** @param frame of the potential, kept where it fits */
export function synapsePlot(run: SynapseRun, { frame, width, formula }: DemoView<Range>): Plot {
  const { experiment, recording } = run;
  const { neuron, duration } = experiment;
  const synapse = synapseOf(experiment);
  const narrow = width < NARROW;
  const u = widen(frame, potentialRange(run));
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const level = (id: string, value: number, text: string, quantity: 'fire' | 'leak') => {
    const inside = value >= u[0] && value <= u[1];
    const points = inside ? [0, duration].map((x) => ({ x, y: value })) : [];
    marks.push({ kind: 'line', id, panel: 'u', quantity, points });
    if (inside && text !== '') labels.push({ panel: 'u', text, value, quantity });
  };
  level('rest', neuron.E_L, narrow ? '' : 'rest u_rest', 'leak');
  if (neuron.threshold) level('threshold', neuron.V_th, narrow ? 'ϑ' : 'threshold ϑ', 'fire');
  marks.push({
    kind: 'line',
    id: 'potential',
    panel: 'u',
    quantity: 'integrate',
    points: straighten(decimate(membranePoints(experiment, recording, width), width)),
  });
  // Once the neuron has fired, the reset is in the potential and not in the sum.
  const last = Math.min(duration, recording.spikes[0] ?? Infinity);
  marks.push({
    kind: 'line',
    id: 'formula',
    panel: 'u',
    quantity: 'formula',
    points: formula
      ? straighten(
          summed(synapse, last, width / 2, (after) => pspMv(neuron, synapse, after)).map(({ x, y }) => ({
            x,
            y: neuron.E_L + y,
          })),
        )
      : [],
  });
  marks.push({
    kind: 'events',
    id: 'spikes',
    panel: 'u',
    quantity: 'fire',
    times: Array.from(recording.spikes),
    above: neuron.V_th,
  });
  const panels: PlotPanel[] = [
    {
      id: 'u',
      axis: axisOver(u, 4, { unit: 'mV', label: 'membrane potential u', quantity: 'integrate' }),
      weight: 3,
      ...(recording.spikes.length > 0 && { margin: { below: 13, above: 26 } }),
    },
  ];
  if (synapse.synapse !== 'delta') {
    const current = summed(synapse, duration, width / 2, (after) => synapticNa(synapse, after));
    const reach = rangeOf(
      current.map(({ y }) => y),
      [0, 0],
    );
    marks.push({
      kind: 'line',
      id: 'current',
      panel: 'I',
      quantity: 'input',
      points: straighten(current, 1 / 600),
    });
    panels.push({
      id: 'I',
      axis: axisOver(widen(synapse.weight < 0 ? [-1, 0] : [0, 1], reach), 1, {
        unit: 'nA',
        label: 'synaptic current I',
        quantity: 'input',
      }),
      weight: 1,
    });
  }
  marks.push({
    kind: 'events',
    id: 'arriving',
    panel: SPIKES_PANEL,
    quantity: 'input',
    times: [...synapse.times],
    above: 0,
  });
  panels.push({
    id: SPIKES_PANEL,
    axis: { range: [0, 1], ticks: [], digits: 0, unit: '', label: 'spikes of the sender', quantity: 'input' },
    weight: 0.8,
    margin: { below: 2, above: 24 },
  });
  return {
    title: 'Membrane potential, synaptic current and arriving spikes over time',
    narrow,
    x: axisOver([0, duration], narrow ? 4 : 5, { unit: 'ms', label: 't', quantity: 'axis' }),
    panels,
    marks,
    labels,
  };
}

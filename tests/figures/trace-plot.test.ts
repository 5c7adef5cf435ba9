import { describe, expect, it } from 'vitest';
import { membraneFrame, membranePlot } from '../../src/figures/membrane-plot.ts';
import type { LineMark, Plot } from '../../src/figures/plot.ts';
import { traceFrame } from '../../src/figures/trace-frame.ts';
import { tracePlot, type StatePanel } from '../../src/figures/trace-plot.ts';
import type { MembraneNeuron } from '../../src/sim/experiment.ts';
import { MODELS } from '../../src/sim/models.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { parseExperimentWith } from '../../src/sim/parse-with.ts';
import { simulate } from '../../src/sim/simulate.ts';

const WORDS = { potential: 'membrane potential u', current: 'input current I' };
const ADAPTATION: StatePanel = {
  signal: 'w',
  label: 'adaptation current w',
  unit: 'nA',
  quantity: 'adapt',
  range: [0, 0.5],
};

function traceOf(data: object, state?: StatePanel): Plot {
  const experiment = parseExperiment({ version: 1, ...data });
  const recording = simulate(experiment);
  const model = MODELS[experiment.neuron.model];
  const frame = traceFrame(experiment, recording, [], model);
  return tracePlot(experiment, recording, { model, frame, width: 688, words: WORDS, state });
}
function membraneOf(data: object): Plot {
  const { lif, alif } = MODELS;
  const experiment = parseExperimentWith<MembraneNeuron>({ lif, alif }, { version: 1, ...data });
  const recording = simulate(experiment);
  const model = experiment.neuron.model === 'alif' ? alif : lif;
  const frame = membraneFrame(experiment, recording, [], model);
  return membranePlot(experiment, recording, { frame, width: 688, lens: 'plain', formula: true }, model);
}
const units = ({ panels }: Plot) => Object.fromEntries(panels.map(({ id, axis }) => [id, axis.unit]));
const line = ({ marks }: Plot, id: string) =>
  marks.find((mark): mark is LineMark => mark.kind === 'line' && mark.id === id);
const ids = ({ marks }: Plot) => marks.map(({ id }) => id);
const step = (amplitude: number) => ({ inputs: [{ type: 'step', amplitude, start: 10 }] });

describe('a trace of another model', () => {
  it('has the currents of the squid axon per area, and a spike that is part of the potential', () => {
    const plot = traceOf({ neuron: { model: 'hodgkin_huxley' }, ...step(10), duration: 60 });
    expect(units(plot)).toEqual({ u: 'mV', I: 'µA/cm²' });
    // An axon's spike overshoots 0 mV, and nothing cuts it off (Hodgkin & Huxley 1952).
    const heights = line(plot, 'potential')!.points.map(({ y }) => y);
    expect(Math.max(...heights)).toBeGreaterThan(20);
    const times = line(plot, 'potential')!.points.map(({ x }) => x);
    expect(new Set(times).size).toBe(times.length);
  });
  it('falls from the peak to the reset at each spike of AdEx, with w in a panel of its own', () => {
    const data = { neuron: { model: 'adex' }, ...step(1), duration: 300 };
    const { neuron } = parseExperiment({ version: 1, ...data });
    if (neuron.model !== 'adex') throw new Error('another model');
    const plot = traceOf(data, ADAPTATION);
    expect(units(plot)).toEqual({ u: 'mV', I: 'nA', w: 'nA' });
    expect(plot.title).toBe('Membrane potential, input current and adaptation current w over time');
    const { points } = line(plot, 'potential')!;
    const spikes = plot.marks.find((mark) => mark.kind === 'events')!;
    expect(spikes.times.length).toBeGreaterThan(3);
    for (const time of spikes.times) {
      const [top, foot] = points.filter(({ x }) => x === time);
      expect([top?.y, foot?.y]).toEqual([neuron.V_peak, neuron.V_reset]);
    }
    // b at the first spike, and what is left of the spikes before at the others.
    expect(Math.max(...line(plot, 'w')!.points.map(({ y }) => y))).toBeGreaterThanOrEqual(neuron.b);
  });
});

describe('a membrane with a threshold', () => {
  it('that adapts has its levels, and neither u∞ nor a formula', () => {
    const plot = membraneOf({ neuron: { model: 'alif' }, ...step(3) });
    expect(ids(plot)).toEqual(['threshold', 'reset', 'potential', 'current', 'spikes']);
  });
  it('under noise has no formula either', () => {
    const noise = { inputs: [{ type: 'ou', mean: 2, sd: 0.5, tau: 5 }], seed: 7 };
    expect(ids(membraneOf(noise))).toEqual(['threshold', 'reset', 'potential', 'current', 'spikes']);
  });
  it('driven by synapses has no formula: the closed form is that of an injected current', () => {
    const synapse = { inputs: [{ type: 'spikes', times: [10, 20], weight: 2 }] };
    expect(ids(membraneOf(synapse))).not.toContain('formula');
    expect(ids(membraneOf(step(2.5)))).toContain('formula');
  });
});

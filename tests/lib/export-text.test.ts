import { describe, expect, it } from 'vitest';
import { experimentAsJson } from '../../src/export/experiment-text.ts';
import { recordingAsCsv } from '../../src/export/recording-text.ts';
import { modelOf } from '../../src/sim/models.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

describe('experimentAsJson', () => {
  for (const model of ['lif', 'alif', 'lif_cond', 'adex', 'izhikevich', 'hodgkin_huxley']) {
    it(`writes what is read back as the same experiment, ${model}`, () => {
      const experiment = parseExperiment({
        version: 1,
        neuron: { model },
        inputs: [
          { type: 'step', amplitude: 0.1 + 0.2 },
          { type: 'samples', values: [0, 1.5, 1e-300, -0.1], dt: 0.3 },
          { type: 'ou', mean: 0.5, sd: 0.1, tau: 5 },
        ],
        seed: 7,
      });
      const text = experimentAsJson(experiment);
      expect(parseExperiment(JSON.parse(text))).toEqual(experiment);
      expect(text.endsWith('}\n')).toBe(true);
    });
  }
  it('writes samples in a typed array as a list', () => {
    const experiment = parseExperiment({ version: 1 });
    const values = Float64Array.of(1, 0.1);
    const input = { type: 'samples', values, interpolation: 'hold', dt: 1, start: 0, stop: 2 } as const;
    const read: unknown = JSON.parse(experimentAsJson({ ...experiment, inputs: [input] }));
    expect(read).toMatchObject({ inputs: [{ values: [1, 0.1] }] });
  });
});

describe('recordingAsCsv', () => {
  it('holds every bit of every number, and all states of a model with their units', () => {
    const experiment = parseExperiment({
      version: 1,
      neuron: { model: 'adex' },
      inputs: [{ type: 'step', amplitude: 1 }],
      duration: 700,
    });
    const recording = simulate(experiment);
    const [header = '', ...rows] = [...recordingAsCsv(recording, modelOf(experiment.neuron))]
      .join('')
      .trimEnd()
      .split('\n');
    expect(header).toBe('t (ms),V_m (mV),w (nA),I_e (nA),spikes (ms)');
    // More than one piece of the writer.
    expect(rows.length).toBe(7001);
    const columns = [recording.t, recording.V_m, recording.signals['w'], recording.signals['I_e']];
    rows.forEach((row, k) => {
      const cells = row.split(',').slice(0, 4).map(Number);
      columns.forEach((values, c) => {
        if (!Object.is(cells[c], values?.[k]))
          throw new Error(`row ${k} has ${cells[c]}, not ${values?.[k]}`);
      });
    });
    const spikes = rows.map((row) => row.split(',')[4]).filter((cell) => cell !== '');
    expect(spikes.map(Number)).toEqual([...recording.spikes]);
  });
});

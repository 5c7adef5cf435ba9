/** Sweeps against the closed form of the f–I curve, and recordings read from text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LifNeuron } from '../../src/sim/experiment.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { samplesFromText } from '../../src/sim/samples-file.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { sweepExperiment } from '../../src/sim/sweep.ts';
import { firingRateHz, firstSpikeMs } from '../../src/sim/theory.ts';

const base = parseExperiment({ version: 1, inputs: [{ type: 'step' }], duration: 1000 });

describe('sweepExperiment', () => {
  test('over the current it is the f–I curve of the closed form', () => {
    const values = [0, 1.9, 2, 2.1, 3, 4, 6];
    const points = [...sweepExperiment(base, 'inputs.0.amplitude', values)];
    expect(points.map(({ value }) => value)).toEqual(values);
    for (const { value, count, countRateHz, intervalRateHz, cv, firstSpikeMs: first } of points) {
      const rate = firingRateHz(base.neuron as LifNeuron, value);
      expect(countRateHz).toBe(count);
      if (rate === 0) {
        expect([count, intervalRateHz, cv, first]).toEqual([0, null, null, null]);
        continue;
      }
      expect(Math.abs((intervalRateHz ?? NaN) / rate - 1)).toBeLessThan(1e-12);
      expect(Math.abs((first ?? NaN) - firstSpikeMs(base.neuron as LifNeuron, value))).toBeLessThan(1e-12);
      expect(cv ?? NaN).toBeLessThan(1e-10);
    }
  });
  test('over a parameter of the neuron', () => {
    const rates = Array.from(sweepExperiment(base, 'neuron.t_ref', [0, 2, 10])).map(
      (point) => point.intervalRateHz ?? NaN,
    );
    expect(1000 / (rates[2] ?? NaN) - 1000 / (rates[0] ?? NaN)).toBeCloseTo(10, 10);
  });
  test('refuses a path and a value with the sentence of the experiment', () => {
    expect(() => sweepExperiment(base, 'neuron.colour', [1])).toThrow(
      new RangeError('"neuron.colour" is no number, switch or word of this experiment'),
    );
    expect(() => sweepExperiment(base, 'neuron.C_m', [1, -1])).toThrow(
      new RangeError(
        'neuron.C_m (membrane capacitance) must be a number from 0.000001 to 1000000 nF, got -1 nF',
      ),
    );
  });
});

describe('samplesFromText', () => {
  test.each([
    '0,1\n0.5,2\n1,3',
    'time (ms);I (nA)\r\n0;1\r\n0.5;2\r\n1;3\r\n',
    '# rig 2\n\n0\t1\n.5\t2\n1\t3\n',
    '0 1\n0.5 2\n1 3',
  ])('reads %j', (text) =>
    expect(samplesFromText(text)).toEqual({ type: 'samples', values: [1, 2, 3], dt: 0.5, start: 0 }),
  );
  test('a recording of a current does what the current did', () => {
    const step = simulate(base);
    const text = Array.from(step.t, (time, k) => `${time.toFixed(4)},${step.signals['I_e']?.[k]}`).join('\n');
    const again = simulate(parseExperiment({ version: 1, inputs: [samplesFromText(text)], duration: 1000 }));
    expect(again.spikes).toHaveLength(step.spikes.length);
    again.spikes.forEach((time, i) => expect(Math.abs(time - (step.spikes[i] ?? NaN))).toBeLessThan(1e-9));
  });
  test('for any values and interval: what was written is what is read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 50 }),
        fc.double({ min: 0.01, max: 10, noNaN: true }),
        fc.integer({ min: 0, max: 100 }),
        (values, dt, start) => {
          const text = values.map((value, k) => `${start + k * dt},${value}`).join('\n');
          const read = samplesFromText(text);
          expect(Array.from(read.values, (value) => value + 0)).toEqual(values.map((value) => value + 0));
          expect(Math.abs(read.dt / dt - 1)).toBeLessThan(1e-9);
        },
      ),
    );
  });
  test.each([
    ['', 'a recording must hold at least two rows, times ascending, got 0'],
    ['0,1', 'a recording must hold at least two rows, times ascending, got 1'],
    ['1,1\n0,1', 'a recording must hold at least two rows, times ascending, got 2'],
    ['0,1\n1,x', 'row 2 must be a time in ms and a current in nA, got "1,x"'],
    ['0,1\n1,', 'row 2 must be a time in ms and a current in nA, got "1,"'],
    ['0,1,2\n1,2,3', 'row 1 must be a time in ms and a current in nA, got "0,1,2"'],
    [
      '0,1\n1,2\n4,3',
      'sample 2 must be at 2 ms, since samples are 2 ms apart (the first two: 1 ms), got 1 ms',
    ],
  ])('%j: %s', (text, message) => {
    expect(() => samplesFromText(text)).toThrow(new RangeError(message));
  });
});

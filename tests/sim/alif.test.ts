/** Adaptive LIF: lesson 9's numbers; spike times against 50-digit arithmetic are in lif-precise.test.ts. */
import { expect, test } from 'vitest';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const run = (neuron: object, rest: object = {}) =>
  simulate(
    parseExperiment({
      version: 1,
      neuron: { model: 'alif', ...neuron },
      inputs: [{ type: 'step', amplitude: 3 }],
      duration: 1000,
      ...rest,
    }),
  );

test('at 3 nA, b 0.3 nA and 100 ms its intervals grow from 28.0 to 41.3 ms', () => {
  const { spikes } = run({ b: 0.3, tau_w: 100 });
  const intervals = Array.from(spikes.slice(1), (time, i) => time - (spikes[i] ?? NaN));
  expect(Math.abs((intervals[0] ?? NaN) - 28.0)).toBeLessThan(0.05);
  expect(Math.abs((intervals.at(-1) ?? NaN) - 41.3)).toBeLessThan(0.05);
  for (let i = 1; i < 8; i++) expect(intervals[i]).toBeGreaterThan(intervals[i - 1] ?? NaN);
});

test('without adaptation it is the plain neuron, spike for spike', () => {
  const plain = simulate(
    parseExperiment({ version: 1, inputs: [{ type: 'step', amplitude: 3 }], duration: 1000 }),
  );
  const { spikes, signals } = run({ b: 0 });
  expect(spikes).toEqual(plain.spikes);
  expect(signals['w']?.every((w) => w === 0)).toBe(true);
});

test('w decays with its time constant and steps up by b where the neuron fires', () => {
  const { t, spikes, signals } = run({ b: 0.3, tau_w: 80, w: 0.5 });
  const w = signals['w'] ?? new Float64Array(0);
  expect(w).toHaveLength(t.length);
  t.forEach((time, k) => {
    const jumps = Array.from(
      spikes.filter((spike) => spike <= time),
      (spike) => Math.exp((spike - time) / 80),
    );
    const truth = 0.5 * Math.exp(-time / 80) + 0.3 * jumps.reduce((a, b) => a + b, 0);
    expect(Math.abs((w[k] ?? NaN) - truth)).toBeLessThan(1e-13);
  });
});

test.each(['exact', 'rk4'])('%s on a fine grid fires within a step for every spike before', (method) => {
  const truth = run({ b: 0.3 }).spikes;
  const dt = 2 ** -9;
  const { spikes } = run({ b: 0.3 }, { method, dt });
  expect(spikes).toHaveLength(truth.length);
  truth.forEach((time, i) => expect(Math.abs((spikes[i] ?? NaN) - time)).toBeLessThan(dt * (i + 1)));
});

test('a negative b, which would fire without end, is refused', () => {
  expect(() => run({ b: -1 })).toThrow(
    new RangeError('neuron.b (adaptation per spike) must be a number from 0 to 1000000 nA, got -1 nA'),
  );
});

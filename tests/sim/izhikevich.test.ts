/** Izhikevich's simple model: the published patterns, its fixed points in closed form, its refusals. */
import { describe, expect, test } from 'vitest';
import { IZHIKEVICH_PRESETS } from '../../src/sim/izhikevich-params.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const run = (amplitude: number, neuron: object = {}, rest: object = {}) =>
  simulate(
    parseExperiment({
      version: 1,
      neuron: { model: 'izhikevich', ...neuron },
      inputs: [{ type: 'step', amplitude }],
      duration: 500,
      ...rest,
    }),
  );
const intervals = ({ spikes }: { spikes: Float64Array }) =>
  Array.from(spikes.subarray(1), (time, i) => time - (spikes[i] ?? NaN));

test('−70 mV with u = −14 is rest: 0.04·70² − 5·70 + 140 + 14 = 0', () => {
  const { V_m, signals, spikes } = run(0);
  expect(spikes).toHaveLength(0);
  // mV, mV/ms: 1e-12 of 70 mV a step, in steps as wide as stability lets them be.
  expect(V_m.every((V) => Math.abs(V + 70) < 1e-8)).toBe(true);
  expect(signals['u']?.every((u) => Math.abs(u + 14) < 1e-8)).toBe(true);
});

test('with a frozen recovery the first spike comes at the arctangent of the parabola', () => {
  // a → 0 leaves dV/dt = 0.04V² + 5V + 140 + 14 + I = 0.04(V + 62.5)² + k, k = 154 + I − 156.25, for I = 20.
  const { spikes } = run(20, { a: 1e-6, b: 0, c: -65, d: 0 });
  const k = 154 + 20 - 156.25;
  const root = Math.sqrt(0.04 * k);
  const angle = (V: number) => Math.atan((0.04 * (V + 62.5)) / root) / root;
  // u moves by less than 1e-6·14·t, which shifts the spike by about 1e-5 ms.
  expect(Math.abs((spikes[0] ?? NaN) - (angle(30) - angle(-70)))).toBeLessThan(1e-4);
});

describe('patterns of fig. 2 in the paper', () => {
  const pattern = (name: keyof typeof IZHIKEVICH_PRESETS, I = 10) =>
    intervals(run(I, IZHIKEVICH_PRESETS[name].neuron));

  test('regular spiking: intervals grow, then settle', () => {
    const all = pattern('regular spiking');
    expect(all.length).toBeGreaterThan(8);
    expect(all[1]).toBeGreaterThan(1.5 * (all[0] ?? NaN));
    expect(Math.abs((all.at(-1) ?? NaN) - (all.at(-2) ?? NaN))).toBeLessThan(0.01);
  });

  test('intrinsically bursting: one burst, then single spikes', () => {
    const all = pattern('intrinsically bursting');
    expect(all.slice(0, 2).every((interval) => interval < 5)).toBe(true);
    expect(all.slice(4).every((interval) => interval > 20)).toBe(true);
  });

  test('chattering: bursts of closely spaced spikes, again and again', () => {
    const all = pattern('chattering');
    const pauses = all.filter((interval) => interval > 20);
    expect(pauses.length).toBeGreaterThan(5);
    expect(all.filter((interval) => interval < 10).length).toBeGreaterThan(2 * pauses.length);
    expect(pauses.length + all.filter((interval) => interval < 10).length).toBe(all.length);
  });

  test('fast spiking: fires more often than regular spiking, and without slowing down much', () => {
    const all = pattern('fast spiking');
    expect(all.length).toBeGreaterThan(5 * pattern('regular spiking').length);
    expect(Math.max(...all)).toBeLessThan(10);
  });

  test('low-threshold spiking slows down from a high rate', () => {
    const all = pattern('low-threshold spiking');
    expect(all.at(-1)).toBeGreaterThan(3 * (all[0] ?? NaN));
  });
});

test('more current never gives fewer spikes', () => {
  const counts = [3, 4, 5, 7, 10, 15, 20].map((I) => run(I).spikes.length);
  counts.slice(1).forEach((count, i) => expect(count).toBeGreaterThanOrEqual(counts[i] ?? 0));
});

test.each(['euler', 'rk2', 'rk4'])('%s with far too long a step stays finite', (method) => {
  const { V_m, signals } = run(-1e6, {}, { method, dt: 100, duration: 1e5 });
  expect(V_m).toHaveLength(1001);
  expect(V_m.every(Number.isFinite)).toBe(true);
  expect(signals['u']?.every(Number.isFinite)).toBe(true);
});

test('what is refused is named with its unit', () => {
  expect(() => run(10, { V_peak: -30, c: -20 })).toThrow(
    'neuron.c must be below neuron.V_peak (-30 mV), got -20 mV',
  );
  expect(() => run(10, { d: -1 })).toThrow(
    'neuron.d (jump of recovery) must be a number from 0 to 10000 mV/ms, got -1 mV/ms',
  );
  expect(() => run(-2e6)).toThrow(
    'inputs.0.amplitude (current) must be a number from -1000000 to 1000000 mV/ms, got -2000000 mV/ms',
  );
});

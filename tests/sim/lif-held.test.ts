/** The short walk for currents held over grid steps is the general walk, which a sine of no amplitude calls for. */
import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const general = { type: 'sine', amplitude: 0 };

function compare(inputs: readonly object[], rest: object): number {
  const base = { version: 1, method: 'exact', duration: 500, ...rest };
  const short = simulate(parseExperiment({ ...base, inputs }));
  const long = simulate(parseExperiment({ ...base, inputs: [...inputs, general] }));
  expect(short.spikes).toEqual(long.spikes);
  expect(short.t).toEqual(long.t);
  expect(short.signals['I_e']).toEqual(long.signals['I_e']);
  // The general walk takes each step as the difference of two times near 500 ms, off by 1e-13 ms, and noise
  // moves the potential by some 100 mV/ms.
  short.V_m.forEach((V, k) => expect(Math.abs(V - (long.V_m[k] ?? NaN))).toBeLessThan(1e-10));
  return short.spikes.length;
}

describe.each(['nest', 'brian2'])('grid %s', (grid) => {
  test.each([0, 0.1, 2, 7.77])('white noise, t_ref %f ms', (t_ref) => {
    const fired = compare([{ type: 'white', mu: -50, sigma: 6 }], { grid, neuron: { t_ref }, seed: 3 });
    expect(fired).toBeGreaterThan(5);
  });
  test.each([0.01, 0.3, 4])('at dt %f ms', (dt) => {
    expect(compare([{ type: 'white', mu: -45, sigma: 5 }], { grid, dt })).toBeGreaterThan(5);
  });
});

test('with steps, pulses, several noises, starts and stops on and off the grid', () => {
  const noise = { type: 'ou', mean: 1, sd: 1 };
  const step = { type: 'step', amplitude: 1.5, start: 20, stop: 300 };
  expect(compare([step, noise], {})).toBeGreaterThan(2);
  expect(compare([step, { ...noise, start: 100, stop: 200 }, noise], {})).toBeGreaterThan(2);
  compare([{ ...step, start: 20.03 }, noise], {});
  compare([{ ...noise, start: 20.03 }], {});
  compare(
    [
      { ...noise, stop: 70.031 },
      { type: 'pulse', count: 5 },
    ],
    {},
  );
  compare([{ type: 'samples', values: [3, -1, 4], dt: 0.1, start: 0.3 }], {});
  compare([{ type: 'samples', values: [3, -1, 4], dt: 30 }], {});
  compare([noise], { duration: 12.34 });
  compare([noise], { neuron: { threshold: false } });
  compare([noise], { neuron: { V_m: -40 } });
});

test('a current held at rheobase never fires', () => {
  const input = { type: 'samples', values: new Array<number>(50_000).fill(2), dt: 0.1 };
  const { spikes } = simulate(
    parseExperiment({ version: 1, inputs: [input], duration: 5000, method: 'exact' }),
  );
  expect(spikes).toHaveLength(0);
});

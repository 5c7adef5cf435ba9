/** Conductance-based LIF against scipy's DOP853 (tests/reference/scipy_lif_cond.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Method } from '../../src/sim/experiment.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { orderOf } from './convergence.ts';

interface Case {
  name: string;
  experiment: object;
  times: number[];
  V_m: number[];
  spikes: number[];
}

const CASES = JSON.parse(
  readFileSync(new URL('../reference/scipy_lif_cond.json', import.meta.url), 'utf8'),
) as Case[];

const run = (one: Case, method: Method, dt: number) =>
  simulate(parseExperiment({ ...one.experiment, method, dt }));

function worstMv(one: Case, method: Method, dt: number): number {
  const { V_m } = run(one, method, dt);
  return Math.max(
    ...one.times.map((t, i) => Math.abs((V_m[Math.round(t / dt)] ?? NaN) - (one.V_m[i] ?? NaN))),
  );
}

describe.each(CASES.filter(({ spikes }) => spikes.length === 0))('$name', (one) => {
  test('RK4 in steps of 2^-7 ms is the reference to 1e-12 mV', () => {
    // scipy worked to rtol 1e-13, which is 7e-12 of 70 mV at worst; the two agree to 2e-13.
    expect(worstMv(one, 'rk4', 2 ** -7)).toBeLessThan(1e-12);
  });
  test.each([
    ['euler', 1, 0.05],
    ['rk2', 2, 0.05],
    ['rk4', 4, 0.1],
  ] as const)('%s converges with order %i', (method, order, within) => {
    const steps = [0.25, 0.125, 0.0625];
    const errors = steps.map((dt) => worstMv(one, method, dt));
    expect(Math.abs(orderOf(steps, errors) - order)).toBeLessThan(within);
  });
});

test('it fires when the reference does, to one step of the grid', () => {
  const one = CASES.find(({ spikes }) => spikes.length > 0);
  if (!one) throw new Error('no case that fires');
  const dt = 2 ** -10;
  const { spikes } = run(one, 'rk4', dt);
  expect(spikes).toHaveLength(one.spikes.length);
  // Each refractory period is rounded to the grid too: half a step for every spike before.
  one.spikes.forEach((time, i) => {
    expect(Math.abs((spikes[i] ?? NaN) - time)).toBeLessThan(dt * (1 + i));
  });
});

test('inhibition that reverses at rest moves nothing by itself, and shunts what excitation does', () => {
  const peak = (inputs: object[]) =>
    Math.max(
      ...simulate(parseExperiment({ version: 1, neuron: { model: 'lif_cond', E_in: -70 }, inputs })).V_m,
    );
  const inhibit = { type: 'spikes', times: [50], weight: -0.1, tau_syn: 20 };
  const excite = { type: 'spikes', times: [55], weight: 0.01 };
  expect(peak([inhibit])).toBe(-70);
  expect(peak([inhibit, excite])).toBeLessThan(peak([excite]));
  expect(peak([excite])).toBeLessThan(-50);
});

test('a weak synapse is a current of w(E − V): half the weight, half the response', () => {
  const psp = (weight: number) => {
    const inputs = [{ type: 'spikes', times: [0], weight }];
    const { V_m } = simulate(parseExperiment({ version: 1, neuron: { model: 'lif_cond' }, inputs }));
    return (V_m[92] ?? NaN) + 70;
  };
  // Second order in the weight remains: 1e-6 of the leak.
  expect(psp(1e-7) / psp(5e-8)).toBeCloseTo(2, 5);
});

test('what has no meaning for conductances is refused', () => {
  const neuron = { model: 'lif_cond' };
  expect(() => parseExperiment({ version: 1, neuron, method: 'exact' })).toThrow(
    new RangeError('method must be one of "rk4", "rk2", "euler", got "exact"'),
  );
  expect(() =>
    parseExperiment({ version: 1, neuron, inputs: [{ type: 'spikes', synapse: 'delta' }] }),
  ).toThrow(
    new RangeError('inputs.0.synapse must be "exp" or "alpha" where synapses are conductances, got "delta"'),
  );
  expect(() => parseExperiment({ version: 1, neuron, inputs: [{ type: 'spikes', weight: 1e4 }] })).toThrow(
    /^inputs\.0\.weight \(peak conductance\) must be a number from -1000 to 1000 µS, got 10000 µS$/,
  );
});

/** Event-driven spike times against 50-digit arithmetic (tests/reference/mpmath_synapses.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

interface Case {
  name: string;
  experiment: unknown;
  /** 22 digits, ms. */
  spikes: string[];
}

const CASES = JSON.parse(
  readFileSync(new URL('../reference/mpmath_synapses.json', import.meta.url), 'utf8'),
) as Case[];

test('the reference holds 25 cases, and spikes in each', () => {
  expect(CASES).toHaveLength(25);
  for (const { spikes } of CASES) expect(spikes.length).toBeGreaterThan(1);
});

test.each(CASES)('$name: spike times to 1e-12 ms of 50-digit arithmetic', ({ experiment, spikes }) => {
  const run = simulate(parseExperiment(experiment));
  expect(run.spikes).toHaveLength(spikes.length);
  let worst = 0;
  spikes.forEach((time, i) => {
    // A double near 1000 ms is itself only good to 1.1e-13 ms.
    worst = Math.max(worst, Math.abs((run.spikes[i] ?? NaN) - Number(time)));
  });
  expect(worst).toBeLessThan(1e-12);
});

describe('the sampling step changes nothing', () => {
  test.each([0.01, 1, 7.3, 45])('at dt %f ms the spike times are bit for bit those at 0.1 ms', (dt) => {
    for (const { experiment } of CASES) {
      const base = parseExperiment(experiment);
      const { spikes } = simulate(base);
      expect(simulate({ ...base, dt }).spikes).toEqual(spikes);
    }
  });
});

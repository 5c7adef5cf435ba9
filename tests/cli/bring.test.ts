/** A trace from elsewhere beside a run, from the command line: the example that the page “About” offers. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type { LifFit } from '../../src/sim/fit-lif.ts';
import { closedLif } from '../sim/closed-lif.ts';

/** For a busy machine; alone, no test takes 2 s. */
vi.setConfig({ testTimeout: 120_000 });

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const EXAMPLE = path('public/examples/other-neuron.csv');
const RUN = { version: 1, inputs: [{ type: 'step', amplitude: 2.5 }], duration: 200 };

function sim(command: string, data: string, experiment: object = RUN) {
  return spawnSync(process.execPath, [path('src/cli/sim.ts'), command, '-', data], {
    input: JSON.stringify(experiment),
    encoding: 'utf8',
  });
}

describe('the example of a trace from elsewhere', () => {
  test('is as far from the run as the closed forms of both neurons, and its noise', () => {
    const step = { amplitude: 2.5, on: 0, off: 1e9 };
    const neuron = { R: 10, C: 2, rest: -70, threshold: -50, reset: -70, refractory: 2, first: -70 };
    const run = closedLif(neuron, step, 0.25, 200).V;
    const other = { ...neuron, C: 1.5, threshold: -48, reset: -66, refractory: 4 };
    const apart = closedLif(other, step, 0.25, 200).V.map((v, k) => v - run[k]!);
    const rms = Math.sqrt(apart.reduce((sum, d) => sum + d * d, 0) / apart.length + 0.1 ** 2);
    const { stdout, status } = sim('compare', EXAMPLE);
    expect(status).toBe(0);
    const said = stdout.replaceAll('\u00a0', ' ');
    expect(said).toMatch(/^801 samples from 0\.0 to 200\.0 ms, .*, with 6 spikes\.\nYour trace is /);
    // 801 samples of noise: their root mean square is off by 0.1/√1602 mV, next to 5.6 mV nothing.
    expect(Math.abs(Number(/Your trace is (\S+) mV/.exec(said)?.[1]) - rms)).toBeLessThan(0.02);
  });

  test('is of the neuron that its first rows name', () => {
    const { stdout, status } = sim('fit', EXAMPLE);
    expect(status).toBe(0);
    const { values, rms, spikes } = JSON.parse(stdout) as LifFit;
    for (const [name, truth] of Object.entries({
      R_m: 10,
      C_m: 1.5,
      tau: 15,
      E_L: -70,
      V_th: -48,
      V_reset: -66,
    })) {
      const { value } = values[name as keyof typeof values]!;
      expect(Math.abs(value / truth - 1), name).toBeLessThan(0.01);
    }
    expect(values.t_ref?.value).toBeCloseTo(4, 1);
    expect(rms).toBeCloseTo(0.1, 2);
    expect(spikes).toHaveLength(6);
  });
});

test.each([
  ['compare', path('package.json'), RUN, /package\.json: row 1/],
  ['compare', path('no-such-file'), RUN, /^cannot read .*no-such-file: there is no such file$/m],
  ['fit', EXAMPLE, { version: 1, neuron: { model: 'adex' } }, /^fit is of the neuron "lif", got "adex"$/m],
  ['compare', EXAMPLE, { version: 1, network: { populations: [{ name: 'a', size: 1 }] } }, /not a network$/m],
])('%s refuses %s with a sentence and exit code 2', (command, file, experiment, message) => {
  const { stderr, status } = sim(command, file, experiment);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});

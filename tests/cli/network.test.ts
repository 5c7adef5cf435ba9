/** A network from the command line. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';

/** For a busy machine; alone, no test takes 2 s. */
vi.setConfig({ testTimeout: 120_000 });

const SIM = fileURLToPath(new URL('../../src/cli/sim.ts', import.meta.url));

function sim(args: string[], input: object) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [SIM, ...args], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

/** Two neurons that fire by themselves, after 20·ln 5 = 32.19 ms and every 34.2 ms, and one that does not. */
const EXPERIMENT = {
  version: 1,
  network: {
    populations: [
      { name: 'silent', size: 1 },
      { name: 'driven', size: 2, neuron: { I_e: 2.5 } },
    ],
  },
  duration: 50,
  record: { V_m: [{ population: 'driven', index: 1 }] },
};

describe('run with a network', () => {
  test('prints spikes, senders, populations and the recorded potentials as JSON', () => {
    const { stdout, stderr, status } = sim(['run', '-'], EXPERIMENT);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const { t, V_m, ...rest } = JSON.parse(stdout) as { t: number[]; V_m: number[][]; spikes: number[] };
    expect(t).toHaveLength(501);
    expect(V_m.map((trace) => trace.length)).toEqual([501]);
    expect(rest).toEqual({
      spikes: [expect.closeTo(32.2, 10), expect.closeTo(32.2, 10)],
      senders: [1, 2],
      populations: [
        { name: 'silent', first: 0, size: 1 },
        { name: 'driven', first: 1, size: 2 },
      ],
      synapses: 0,
    });
  });

  test('prints one row per spike as CSV', () => {
    const rows = sim(['run', '-', '--csv'], EXPERIMENT).stdout.trimEnd().split('\n');
    expect(rows).toEqual([
      'spikes (ms),sender,population,index',
      expect.stringMatching(/^32\.2\d*,1,driven,0$/),
      expect.stringMatching(/^32\.2\d*,2,driven,1$/),
    ]);
  });

  test('refuses a network that cannot be, in one sentence and with exit code 2', () => {
    const { stdout, stderr, status } = sim(['run', '-'], { version: 1, network: {} });
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toBe('standard input: network.populations must hold from 1 to 100 entries, got 0\n');
  });
});

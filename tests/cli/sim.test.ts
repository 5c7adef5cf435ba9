/** The command line as a user meets it: a process, its output and its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SIM = fileURLToPath(new URL('../../src/cli/sim.ts', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function sim(args: string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [SIM, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { stdout, stderr, status };
}

const EXPERIMENT = JSON.stringify({ version: 1, inputs: [{ type: 'step', amplitude: 2.5 }] });

describe('run', () => {
  test('prints the recording of a file as JSON', () => {
    const file = join(folder, 'experiment.json');
    writeFileSync(file, EXPERIMENT);
    const { stdout, stderr, status } = sim(['run', file]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const recording = JSON.parse(stdout) as Record<string, number[]>;
    expect(Object.keys(recording)).toEqual(['t', 'V_m', 'spikes', 'I_e']);
    expect(recording['t']).toHaveLength(2001);
    expect(recording['V_m']?.[0]).toBe(-70);
    // First spike of lesson 4: tau·ln 5 = 20·ln 5 ms.
    expect(recording['spikes']?.[0]).toBeCloseTo(20 * Math.log(5), 12);
  });

  test('reads standard input where the file is -', () => {
    const recording = JSON.parse(sim(['run', '-'], EXPERIMENT).stdout) as Record<string, number[]>;
    expect(recording['spikes']).toHaveLength(5);
  });

  test('prints CSV with units in its header, one row per sample and spikes in the last column', () => {
    const rows = sim(['run', '-', '--csv'], EXPERIMENT).stdout.trimEnd().split('\n');
    expect(rows[0]).toBe('t (ms),V_m (mV),I_e (nA),spikes (ms)');
    expect(rows).toHaveLength(2002);
    expect(rows[1]).toMatch(/^0,-70,2\.5,32\.188/);
    expect(rows[2001]).toMatch(/^200,-\d+\.\d+,2\.5,$/);
  });

  test('a million samples arrive whole', () => {
    const long = JSON.stringify({ version: 1, duration: 100_000, inputs: [{ type: 'step', amplitude: 1 }] });
    const recording = JSON.parse(sim(['run', '-'], long).stdout) as Record<string, number[]>;
    expect(recording['V_m']).toHaveLength(1_000_001);
    expect(recording['V_m']?.at(-1)).toBe(-60);
  });

  test('a reader that stops early is no error', () => {
    const pipe = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${SIM}" run - --csv | head -n 1; echo "$?"`],
      { input: EXPERIMENT, encoding: 'utf8' },
    );
    expect(pipe.stdout).toBe('t (ms),V_m (mV),I_e (nA),spikes (ms)\n0\n');
    expect(pipe.stderr).toBe('');
  });
});

describe('a bad call exits with 2, prints nothing and says in one sentence what is wrong', () => {
  const bad = (args: string[], input?: string) => {
    const { stdout, stderr, status } = sim(args, input);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    return stderr;
  };

  test('a value out of range: field, value and range', () => {
    expect(bad(['run', '-'], '{"version":1,"neuron":{"C_m":-1}}')).toBe(
      'standard input: neuron.C_m (membrane capacitance) must be a number from 0.000001 to 1000000 nF, got -1 nF\n',
    );
  });
  test('no such file', () => {
    expect(bad(['run', join(folder, 'none.json')])).toMatch(
      /^cannot read .*none\.json: there is no such file\n$/,
    );
  });
  test('a folder', () => {
    expect(bad(['run', folder])).toMatch(/: it is a folder\n$/);
  });
  test('not JSON', () => {
    expect(bad(['run', '-'], 'V_th: -50')).toMatch(/^standard input is not JSON: /);
  });
  test('an unknown command, no command, an unknown option, no file: the usage', () => {
    expect(bad(['fly'])).toMatch(/^unknown command fly\nusage: /);
    expect(bad([])).toMatch(/^usage: /);
    expect(bad(['run', '-', '--fast'])).toMatch(/^unknown option --fast\nusage: /);
    expect(bad(['run'])).toMatch(/^run needs one file\nusage: /);
  });
});

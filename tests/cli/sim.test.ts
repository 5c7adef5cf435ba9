/** The command line as a user meets it: a process, its output and its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const SIM = fileURLToPath(new URL('../../src/cli/sim.ts', import.meta.url));
// Every call starts a process, and a busy machine takes a second for each.
vi.setConfig({ testTimeout: 60_000 });

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

  test('a recorded current in a file flows in beside the other inputs', () => {
    const recorded = join(folder, 'current.csv');
    writeFileSync(recorded, 't (ms),I (nA)\n0,1.5\n100,1.5\n200,1.5\n');
    const one = JSON.stringify({ version: 1, inputs: [{ type: 'step', amplitude: 1 }] });
    const recording = JSON.parse(sim(['run', '-', '--samples', recorded], one).stdout) as Record<
      string,
      number[]
    >;
    // 1 nA and 1.5 nA are the 2.5 nA of lesson 4.
    expect(recording['spikes']?.[0]).toBeCloseTo(20 * Math.log(5), 9);
    writeFileSync(recorded, '0,1.5\n100,much\n');
    expect(sim(['run', '-', '--samples', recorded], one)).toEqual({
      stdout: '',
      stderr: `${recorded}: row 2 must be a time in ms and a current in nA, got "100,much"\n`,
      status: 2,
    });
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

describe('sweep', () => {
  test('prints the f–I curve of lesson 6 as CSV and its progress beside it', () => {
    const long = JSON.stringify({ version: 1, duration: 2000, inputs: [{ type: 'step' }] });
    const { stdout, stderr, status } = sim(['sweep', '-', '--from', '2', '--to=4', '--steps', '3'], long);
    expect(status).toBe(0);
    expect(stderr).toBe('1/3\n2/3\n3/3\n');
    const [header, ...rows] = stdout.trimEnd().split('\n');
    expect(header).toBe('inputs.0.amplitude (nA),spikes,first spike (ms),mean interval (ms),rate (Hz)');
    expect(rows[0]).toBe('2,0,,,0');
    for (const [i, rate] of [
      [1, 41.7],
      [2, 63.0],
    ] as const) {
      expect(Number(rows[i]?.split(',')[4])).toBeCloseTo(rate, 1);
    }
  });
  test('any number of the experiment may run through a range', () => {
    const args = ['sweep', '-', '--from', '0', '--to', '4', '--steps', '2', '--path', 'neuron.t_ref'];
    const rows = sim(args, EXPERIMENT).stdout.trimEnd().split('\n');
    expect(rows[0]).toMatch(/^neuron\.t_ref \(ms\),/);
    expect(Number(rows[2]?.split(',')[3]) - Number(rows[1]?.split(',')[3])).toBeCloseTo(4, 10);
  });
});

describe('describe', () => {
  test('prints every parameter of a model with unit, default and range', () => {
    const { stdout } = sim(['describe', 'lif']);
    expect(stdout).toMatch(/^lif: leaky integrate-and-fire\n/);
    expect(stdout).toMatch(/^R_m +MΩ +10 +from 0\.000001 to 1000000 MΩ +membrane resistance$/m);
    expect(stdout).toMatch(/^V_m +mV +E_L +/m);
    expect(stdout).toMatch(/^leak +true +/m);
    expect(stdout).toMatch(/^methods: precise, exact, euler, rk2, rk4$/m);
  });
});

test('describe network prints the records of every part', () => {
  const { stdout } = sim(['describe', 'network']);
  for (const row of [/^size +1 +1000 /m, /^tau_syn_in +ms +10 /m, /^rate +Hz +0 /m, /^weight +mV +0\.1 /m]) {
    expect(stdout).toMatch(row);
  }
});

describe('schema', () => {
  test('prints the JSON Schema of an experiment', () => {
    const schema = JSON.parse(sim(['schema']).stdout) as {
      title: string;
      anyOf: { required: string[] }[];
    };
    expect(schema.title).toBe('Experiment');
    expect(schema.anyOf.map(({ required }) => required)).toEqual([['version'], ['version', 'network']]);
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
    expect(bad(['run', '-', '--fast'])).toBe('unknown option --fast\n');
    expect(bad(['run'])).toMatch(/^run needs one file\nusage: /);
  });
  test('a name that describes nothing', () => {
    expect(bad(['describe', 'toString'])).toMatch(/^nothing is called toString \(models: lif, /);
  });
  test('a sweep without its numbers, with too many values, along no path', () => {
    const sweep = (...args: string[]) => bad(['sweep', '-', ...args], EXPERIMENT);
    expect(sweep('--to', '3', '--steps', '4')).toBe('--from is missing: it takes a number\n');
    expect(sweep('--from', 'x', '--to', '3', '--steps', '4')).toBe('--from takes a number, got "x"\n');
    const range = ['--from', '0', '--to', '3', '--steps'];
    expect(sweep(...range, '1e9')).toBe('--steps must be a whole number from 1 to 10000, got 1000000000\n');
    expect(sweep('--from', '0', '--to', '3e6', '--steps', '4')).toMatch(
      /^inputs\.0\.amplitude .* got 2000000 nA\n$/,
    );
    expect(sweep(...range, '4', '--path', 'neuron.x')).toBe(
      '--path neuron.x is no number of this experiment\n',
    );
  });
});

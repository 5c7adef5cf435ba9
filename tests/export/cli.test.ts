/** `npm run sim -- export` as a user meets it: a process, its output and its exit code. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SIM = fileURLToPath(new URL('../../src/cli/sim.ts', import.meta.url));
const EXPERIMENT = { version: 1, inputs: [{ type: 'step', amplitude: 2.5 }] };

function exported(args: readonly string[], experiment: object = EXPERIMENT) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [SIM, 'export', '-', ...args], {
    input: JSON.stringify(experiment),
    encoding: 'utf8',
  });
  return { stdout, stderr: stderr.trimEnd(), status };
}

test('export prints the file, and no word beside it', () => {
  const { stdout, stderr, status } = exported(['--to', 'python']);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toMatch(/^"""A leaky integrate-and-fire neuron\./);
  expect(stdout).toContain('I += 2.5');
});

test('export --into writes the file into a folder, and says so where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    expect(exported(['--to', 'python', '--into', folder])).toEqual({ stdout: '', stderr: '', status: 0 });
    expect(readFileSync(join(folder, 'neuron.py'), 'utf8')).toContain('I += 2.5');
    const { stderr, status } = exported(['--to', 'python', '--into', join(folder, 'none')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cannot write .*none.neuron\.py: ENOENT/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a target that is missing, or none, exits with 2 and the list of targets', () => {
  expect(exported([])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^--to is missing: it takes one of python, brian2/) as string,
  });
  expect(exported(['--to', 'matlab'])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^--to takes one of python, brian2.*, got "matlab"$/) as string,
  });
  // A name that every object has is no target.
  expect(exported(['--to', 'constructor']).status).toBe(2);
});

test('what the tool cannot do exits with 2; --on-grid takes the experiment to its grid', () => {
  const refused = exported(['--to', 'brian2']);
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toMatch(/^Brian2 looks at threshold once a step and has no method "precise":/);
  const { stdout, status } = exported(['--to', 'brian2', '--on-grid']);
  expect(status).toBe(0);
  expect(stdout).toContain("method='exact',");
});

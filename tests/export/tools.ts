/** Running exported files with the tools of this machine. A tool that is not installed is said by name: its tests are
 *  reported as one skipped test whose title says what to install. With EXPORT_TOOLS=required that is a failure. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Exported } from '../../src/export/index.ts';

/** Debian's Python, for which the packages are installed; the variable PYTHON names another. */
export const PYTHON = process.env['PYTHON'] ?? '/usr/bin/python3';

/** Python module → the Debian package that brings it. */
const PACKAGES = {
  math: 'python3',
  brian2: 'python3-brian',
  pyNN: 'python3-pynn',
  lxml: 'python3-lxml',
} as const;

// A broken cache folder must not look like a missing package, nor a run leave files in a home.
const ENVIRONMENT = { ...process.env, PYTHONWARNINGS: 'ignore', MPLBACKEND: 'Agg' };

const missing = (module: string): boolean =>
  spawnSync(PYTHON, ['-c', `import importlib.util as u, sys; sys.exit(u.find_spec("${module}") is None)`])
    .status !== 0;

/** Tests that need Python modules. */
export function describeWith(
  modules: readonly (keyof typeof PACKAGES)[],
  title: string,
  tests: () => void,
): void {
  const absent = modules.filter(missing).map((module) => PACKAGES[module]);
  if (absent.length === 0) {
    describe(title, tests);
    return;
  }
  const sentence = `${title}: not run, for want of ${absent.join(', ')} (apt-get install ${absent.join(' ')})`;
  if (process.env['EXPORT_TOOLS'] === 'required') test(sentence, () => expect(absent).toEqual([]));
  else test.skip(sentence, () => undefined);
}

/** Runs the first file of an export in a folder of its own.
 *  @returns the spike times that it prints, ms */
export function spikesOf({ files }: Exported, args: readonly string[] = []): number[] {
  const out = outputOf({ files }, args);
  const line = out.split('\n').find((l) => l.startsWith('spikes (ms):'));
  expect(line, out).toBeDefined();
  return JSON.parse((line ?? '').replace('spikes (ms):', '')) as number[];
}

/** Runs the first file of each export one after the other in one process: to import a simulator takes seconds.
 *  @returns the spike times that each prints, ms */
export function spikesOfAll(all: readonly Exported[], args: readonly string[] = []): number[][] {
  const runner = [
    'import runpy, sys',
    ...all.map((_, i) => `print("file ${i}"); runpy.run_path("file${i}.py", run_name="__main__")`),
  ].join('\n');
  const files = [
    { name: 'all.py', text: runner },
    ...all.map(({ files: [first] }, i) => ({ name: `file${i}.py`, text: first?.text ?? '' })),
  ];
  const lines = outputOf({ files }, args)
    .split('\n')
    .filter((line) => line.startsWith('spikes (ms):'));
  expect(lines).toHaveLength(all.length);
  return lines.map((line) => JSON.parse(line.replace('spikes (ms):', '')) as number[]);
}

/** What the first file of an export prints.
 *  @param args of its command line */
export function outputOf({ files }: Exported, args: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    for (const { name, text } of files) writeFileSync(join(folder, name), text);
    const run = spawnSync(PYTHON, [files[0]?.name ?? '', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: ENVIRONMENT,
    });
    expect(run.status, `${run.stderr}\n${files[0]?.text}`).toBe(0);
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

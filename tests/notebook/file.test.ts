/** The files themselves: their form, and that they run, here and wherever a reader takes them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notebookText } from '../../src/lib/notebook/ipynb.ts';
import { pythonTextOf } from '../../src/lib/notebook/py-file.ts';
import { pythonWith, titled } from '../python/system-python.ts';
import { startPython, type TestPython } from '../python/pyodide.ts';
import { cellsOfPage, fixture, lessons, pagesWithCode } from './made.ts';
import { notebookSchema, type Notebook } from './nbformat.ts';

const STEPS = [
  'time-constant',
  'one-step',
  'loop',
  'threshold',
  'refractoriness',
  'exact-update',
  'function',
];
/** The build-it path, whether or not a lesson has it. */
const path = fixture(STEPS.map((step) => `## ${step}\n\n<BuildStep step="${step}" />`).join('\n\n'));
const withCode = [...pagesWithCode, path].map((page) => ({ file: page.file, cells: cellsOfPage(page) }));
const read = (cells: (typeof withCode)[number]['cells']) => JSON.parse(notebookText(cells)) as Notebook;

const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'notebooks-'));
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ends with ${status}: ${stderr}`);
  return stdout;
};

describe('a notebook', () => {
  it.each([...withCode, ...lessons.map((page) => ({ file: page.file, cells: cellsOfPage(page) }))])(
    'has the form of nbformat 4.5: $file',
    ({ cells }) => {
      expect(notebookSchema.safeParse(JSON.parse(notebookText(cells))).error).toBeUndefined();
    },
  );

  const nbformat = pythonWith('nbformat');
  it.skipIf(!nbformat).each(withCode)(`is valid to ${titled(nbformat, 'nbformat')}: $file`, ({ cells }) => {
    const file = written('valid.ipynb', notebookText(cells));
    const script = `import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], nbformat.NO_CONVERT))`;
    run(nbformat!, '-c', script, file);
  });

  // The path has no page of its own here; where it has, that is run.
  const jupyter = has('jupyter', 'nbconvert', '--version') && pythonWith('ipykernel', 'matplotlib');
  it.skipIf(!jupyter).each(withCode.slice(0, -1))(
    `runs from top to bottom in ${titled(jupyter, 'jupyter nbconvert')}: $file`,
    ({ cells }) => {
      const file = written('run.ipynb', notebookText(cells));
      run('jupyter', 'nbconvert', '--to', 'notebook', '--execute', '--output', 'ran.ipynb', file);
      const drawn = cells.filter((cell) => cell.kind === 'code' && /^plot\(/m.test(cell.code));
      const ran = JSON.parse(run('cat', 'ran.ipynb')) as { cells: { outputs?: { data?: object }[] }[] };
      const pictures = ran.cells.filter(({ outputs = [] }) =>
        outputs.some(({ data }) => data && 'image/png' in data),
      );
      // Starters stop at their dots before they draw.
      const starters = drawn.filter((cell) => cell.kind === 'code' && cell.role === 'starter');
      expect(pictures.length).toBeGreaterThanOrEqual(drawn.length - starters.length);
    },
  );
});

/** A matplotlib that draws nothing: the page's Python has none. */
const STUB = `
import sys, types
calls = []
pyplot = types.ModuleType("matplotlib.pyplot")
for _name in ("plot", "xlabel", "ylabel", "legend", "show"):
    setattr(pyplot, _name, lambda *given, _name=_name, **named: calls.append(_name))
matplotlib = types.ModuleType("matplotlib")
matplotlib.pyplot = pyplot
sys.modules |= {"matplotlib": matplotlib, "matplotlib.pyplot": pyplot}
`;

describe('without Jupyter', () => {
  let python: TestPython;
  beforeAll(async () => void (python = await startPython()));

  it.each(withCode)('the cells of a notebook run one after the other: $file', ({ cells }) => {
    python.fresh();
    python.expectRun(STUB);
    let count = 0;
    for (const cell of read(cells).cells) {
      if (cell.cell_type !== 'code') continue;
      const { error } = python.run(cell.source.join(''), cell.id);
      const mayFail = cell.metadata.tags?.includes('raises-exception');
      if (!mayFail) expect(error && `${cell.id}: ${error.type}: ${error.message}`).toBeUndefined();
      count++;
    }
    expect(count).toBeGreaterThan(0);
  });

  it.each(withCode)('the Python file runs and shows what it plots: $file', ({ cells }) => {
    python.fresh();
    python.expectRun(STUB);
    python.expectRun(pythonTextOf(cells));
    const calls = python.read<string[]>('calls');
    expect(calls.filter((call) => call === 'show').length).toBeLessThanOrEqual(
      calls.filter((call) => call === 'plot').length,
    );
    expect(calls.at(-1) ?? 'show').toBe('show');
  });

  const matplotlib = pythonWith('matplotlib');
  it.skipIf(!matplotlib).each(withCode)(
    `the Python file runs with ${titled(matplotlib, 'matplotlib')}: $file`,
    ({ cells }) => {
      run('env', 'MPLBACKEND=Agg', matplotlib!, written('page.py', pythonTextOf(cells)));
    },
  );
});

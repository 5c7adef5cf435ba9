/** Python as the cells of the site run it, in a test: CPython from the package pyodide, the site's own runner.py,
 *  and what `plot` is given, kept.
 *
 *      const python = await startPython();          // once in a test file, some 2 s
 *      const { value } = python.run('R = 10\nR * 2');   // '20'
 *      python.read('R');                            // 10
 *      python.fresh();                              // as if the page had been loaded again
 */
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import type { PyProxy } from 'pyodide/ffi';
import type { PlottedLine, RunResult } from '../../src/components/python/messages.ts';

const source = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');
const runner = source('components/python/runner.py');

export interface CellRun extends RunResult {
  /** All that was printed. */
  readonly output: string;
  readonly lines: readonly PlottedLine[];
}

export interface TestPython {
  /** Runs one cell after those before it.
   *  @param id of the cell in tracebacks: `cell:ID` */
  run(code: string, id?: string): CellRun;
  /** As `run`, for a cell that must not fail.
   *  @throws Error with the cell, its line and Python's message */
  expectRun(code: string, id?: string): CellRun;
  /** The value of a Python expression in the namespace of the cells, by way of JSON (tuples become lists).
   *  @throws Error when it is no expression, or has no JSON (functions; and NaN, Infinity) */
  read<T = unknown>(expression: string): T;
  /** Asks a script that no reader sees, as `session.probe` does.
   *  @param path of the script, in src */
  probe<T>(path: string, request: unknown): T;
  /** Forgets every variable. */
  fresh(): void;
}

type Run = PyProxy &
  ((
    file: string,
    code: string,
    output: (text: string) => void,
    plot: (...line: unknown[]) => void,
  ) => string);

export async function startPython(): Promise<TestPython> {
  const pyodide = await loadPyodide();
  let names: PyProxy & { get(name: string): unknown; copy(): PyProxy & { get(name: string): unknown } };
  let probes = new Map<string, (request: string) => string>();
  let runCell: Run;
  let cells = 0;

  const python: TestPython = {
    run(code, id = `${++cells}`) {
      let output = '';
      const lines: PlottedLine[] = [];
      const json = runCell(
        `cell:${id}`,
        code,
        (text) => (output += text),
        (...[x, y, label, xlabel, ylabel]) =>
          void lines.push({ x, y, label, xlabel, ylabel } as unknown as PlottedLine),
      );
      const { value, error } = JSON.parse(json) as { value?: string | null; error?: RunResult['error'] };
      return { output, lines, ...(value != null && { value }), ...(error && { error }) };
    },
    expectRun(code, id) {
      const result = python.run(code, id);
      if (!result.error) return result;
      const { type, message, frames } = result.error;
      const own = frames.findLast(({ file }) => file.startsWith('cell:'));
      throw new Error(`${own?.file ?? 'cell'}, line ${own?.line}: ${own?.text}\n${type}: ${message}`);
    },
    read<T>(expression: string) {
      const reader = pyodide.globals.get('_read_json') as (page: unknown, expression: string) => string;
      return JSON.parse(reader(names.get('_page'), expression)) as T;
    },
    probe<T>(path: string, request: unknown) {
      let ask = probes.get(path);
      if (!ask) {
        const own = names.copy();
        pyodide.runPython(source(path), { globals: own, filename: 'probe.py' });
        probes.set(path, (ask = own.get('probe') as (request: string) => string));
      }
      return JSON.parse(ask(JSON.stringify(request))) as T;
    },
    fresh() {
      probes = new Map();
      names = pyodide.toPy({ __name__: 'runner' }) as typeof names;
      pyodide.runPython(runner, { globals: names, filename: 'runner.py' });
      runCell = names.get('run') as Run;
      cells = 0;
    },
  };
  pyodide.runPython(
    'import json\ndef _read_json(page, expression):\n    return json.dumps(eval(expression, page.__dict__), allow_nan=False)',
  );
  python.fresh();
  return python;
}

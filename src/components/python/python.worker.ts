/** Python, in a thread of its own: it is loaded once, then runs the cells that the page sends. Nothing in it can
 *  reach the network: the only addresses it may fetch are those of its own files, which are here already. */
import type { PyProxy } from 'pyodide/ffi';
import { loadFiles } from './load-files.ts';
import type { PlottedLine, RunRequest, RunResult, WorkerReport } from './messages.ts';
import recorded from './pyodide-files.json';
import runner from './runner.py?raw';

/** What all cells of a page may hold together; beyond it Python raises a MemoryError. */
const MOST_MEMORY_BYTES = 512 * 2 ** 20;
const PAGE_BYTES = 65_536;

type Run = PyProxy &
  ((
    file: string,
    code: string,
    output: (text: string) => void,
    plot: (x: Float64Array, y: Float64Array, ...labels: [string, string, string]) => void,
  ) => string);

const report = (message: WorkerReport) => postMessage(message);
const failed = (error: unknown) =>
  report({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });

function capMemory(): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MOST_MEMORY_BYTES)
      throw new RangeError('Python may not have more memory');
    return grow.call(this, pages);
  };
}

async function start(): Promise<Run> {
  const base = new URL(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}pyodide/`, location.origin).href;
  let told = 0;
  const files = await loadFiles(recorded, base, (bytes, total) => {
    const now = performance.now();
    if (now - told < 50 && bytes < total) return;
    told = now;
    report({ kind: 'progress', bytes, total });
  });
  const blob = (name: string, type: string) => new Blob([files.get(name)!], { type });
  const script = (name: string) => URL.createObjectURL(blob(name, 'text/javascript'));
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    import(/* @vite-ignore */ script('pyodide.mjs')) as Promise<typeof import('pyodide')>,
    import(/* @vite-ignore */ script('pyodide.asm.mjs')),
  ]);
  const types: Record<string, string> = { wasm: 'application/wasm', zip: 'application/zip' };
  globalThis.fetch = (address) => {
    const name = String(address instanceof Request ? address.url : address).replace(/^.*\//, '');
    return files.has(name)
      ? Promise.resolve(new Response(blob(name, types[name.replace(/^.*\./, '')] ?? '')))
      : Promise.reject(new TypeError('Python on this site has no network'));
  };
  capMemory();
  const quiet = () => undefined;
  const pyodide = await loadPyodide({
    indexURL: base,
    createPyodideModule,
    // No packages but the standard library: an import of another is a ModuleNotFoundError.
    lockFileContents: {
      info: {
        abi_version: '2026_0',
        arch: 'wasm32',
        platform: 'emscripten_5_0_3',
        python: '3.14.2',
        version: '',
      },
      packages: {},
    } as never,
    packageBaseUrl: base,
    stdout: quiet,
    stderr: quiet,
    stdin: () => null as never,
  });
  files.clear();
  const names = pyodide.toPy({ __name__: 'runner' });
  pyodide.runPython(runner, { globals: names, filename: 'runner.py' });
  return names.get('run') as Run;
}

const started = start();
started.then(() => report({ kind: 'ready' }), failed);

onmessage = ({ data: { id, code } }: MessageEvent<RunRequest>) => {
  started
    .then((run) => {
      const json = run(
        `cell:${id}`,
        code,
        (text) => report({ kind: 'output', id, text }),
        (x, y, label, xlabel, ylabel) => {
          const line: PlottedLine = { x, y, label, xlabel, ylabel };
          report({ kind: 'plot', id, line });
        },
      );
      const { value, error } = JSON.parse(json) as { value?: string | null; error?: RunResult['error'] };
      report({ kind: 'done', id, result: { ...(value != null && { value }), ...(error && { error }) } });
    })
    .catch(failed);
};

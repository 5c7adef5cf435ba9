/** Python, in a thread of its own: it is loaded once, then runs the cells that the page sends. Its files are checked
 *  before they come near it; once it runs, it fetches nothing. */
import type { PyodideAPI } from 'pyodide';
import type { PyProxy } from 'pyodide/ffi';
import { loadFiles, openCache } from './load-files.ts';
import type { PlottedLine, RunResult, WorkerReport, WorkerRequest } from './messages.ts';
import recorded from './pyodide-files.json';
import runner from './runner.py?raw';
import { keepSnapshot, keptSnapshot } from './snapshot.ts';

/** What all cells of a page may hold together; beyond it Python raises a MemoryError. */
const MOST_MEMORY_BYTES = 512 * 2 ** 20;
const PAGE_BYTES = 65_536;
const TYPES: Readonly<Record<string, string>> = { wasm: 'application/wasm', zip: 'application/zip' };

type Run = (
  file: string,
  code: string,
  output: (text: string) => void,
  plot: (x: Float64Array, y: Float64Array, ...labels: [string, string, string]) => void,
) => string;
type Probe = (request: string) => string;
type Names = PyProxy & { get(name: string): unknown; copy(): Names };

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

/** Tells the page how far the loading is, twenty times a second at most. */
function progressReport(): (bytes: number, total: number) => void {
  let last = { bytes: 0, total: 0 };
  let waiting = false;
  return (bytes, total) => {
    last = { bytes, total };
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      report({ kind: 'progress', ...last });
    }, 50);
  };
}

async function start(): Promise<{ python: PyodideAPI; names: Names }> {
  const base = new URL(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}pyodide/`, location.origin).href;
  const { version } = recorded;
  const cache = await openCache(version);
  const [files, snapshot] = await Promise.all([
    loadFiles(recorded, base, cache, progressReport()),
    keptSnapshot(cache, base, version),
  ]);
  const blob = (name: string, type: string) => new Blob([files.get(name)!], { type });
  const script = (name: string) => URL.createObjectURL(blob(name, 'text/javascript'));
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    import(/* @vite-ignore */ script('pyodide.mjs')) as Promise<typeof import('pyodide')>,
    import(/* @vite-ignore */ script('pyodide.asm.mjs')),
  ]);
  globalThis.fetch = (address) => {
    const name = String(address instanceof Request ? address.url : address).replace(/^.*\//, '');
    return files.has(name)
      ? Promise.resolve(new Response(blob(name, TYPES[name.replace(/^.*\./, '')] ?? '')))
      : Promise.reject(new TypeError('Python on this site has no network'));
  };
  capMemory();
  const quiet = () => undefined;
  const load = (how: { _loadSnapshot: Uint8Array } | { _makeSnapshot: true }) =>
    loadPyodide({
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
      ...how,
    });
  const again = snapshot && (await load({ _loadSnapshot: snapshot }).catch(() => undefined));
  const python = again ?? (await load({ _makeSnapshot: true }));
  if (!again) void keepSnapshot(cache, base, version, python.makeMemorySnapshot() as Uint8Array<ArrayBuffer>);
  files.clear();
  const names = python.toPy({ __name__: 'runner' }) as Names;
  python.runPython(runner, { globals: names, filename: 'runner.py' });
  return { python, names };
}

const started = start();
started.then(() => report({ kind: 'ready' }), failed);

function run(names: Names, id: string, code: string): void {
  const json = (names.get('run') as Run)(
    `cell:${id}`,
    code,
    (text) => report({ kind: 'output', id, text }),
    (x, y, label, xlabel, ylabel) => {
      const line: PlottedLine = { x, y, label, xlabel, ylabel };
      report({ kind: 'plot', id, line });
    },
  );
  const { value, error } = JSON.parse(json) as { value?: string | null; error?: RunResult['error'] };
  report({ kind: 'done', result: { ...(value != null && { value }), ...(error && { error }) } });
}

/** The functions `probe` of the scripts that have been asked already. */
const probes = new Map<string, Probe>();

function probe(python: PyodideAPI, names: Names, script: string, request: string): void {
  let ask = probes.get(script);
  if (!ask) {
    const own = names.copy();
    python.runPython(script, { globals: own, filename: 'probe.py' });
    probes.set(script, (ask = own.get('probe') as Probe));
  }
  report({ kind: 'probed', answer: ask(request) });
}

onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  started
    .then(({ python, names }) => {
      if (data.kind === 'run') run(names, data.id, data.code);
      else probe(python, names, data.script, data.request);
    })
    .catch(failed);
};

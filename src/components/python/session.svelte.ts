/** The Python of a page: one worker, one namespace, the cells in the order in which they stand.
 *
 *  A component that has something to find out about what a reader wrote gives its cell an `afterRun` (a property of
 *  PythonCell.svelte too) and asks there, unseen:
 *
 *      import script from './probe.py?raw';     // defines probe(request: str) -> str, JSON both
 *      const answer = await session.probe(script, { cells: session.upTo(id).map((cell) => cell.code()) });
 *      if (answer === undefined) return;        // stopped, or Python broke down: the cell says so
 *
 *  The script runs once for each start of Python, in a copy of the names of runner.py, apart from those of the cells.
 */
import { tick } from 'svelte';
import type { PlottedLine, PythonError, RunResult, WorkerReport, WorkerRequest } from './messages.ts';

/** What one cell shows, below its code. */
export class CellOutput {
  text = $state('');
  value = $state<string>();
  error = $state.raw<PythonError>();
  lines = $state.raw<readonly PlottedLine[]>([]);
  /** What the page has to say about the run. */
  note = $state('');
  /** What is going on; empty at rest. */
  busy = $state<'' | 'waiting' | 'running'>('');
  /** It has run to its end at least once, or was stopped. */
  ran = $state(false);

  clear(): void {
    this.text = '';
    this.value = undefined;
    this.error = undefined;
    this.lines = [];
    this.note = '';
  }
}

export interface Cell {
  readonly id: string;
  /** As it stands in the editor now. */
  readonly code: () => string;
  readonly output: CellOutput;
  /** Called when it has run without an error, while it still counts as running: Stop ends this too. */
  readonly afterRun?: (() => Promise<void>) | undefined;
  /** What it fetches when it is needed, for a visit without a network. */
  readonly parts: readonly (() => Promise<unknown>)[];
}

const LOST = 'Variables of all cells are gone; what you typed is still there.';

class PythonSession {
  /** Bytes that have arrived while Python is loaded. */
  progress = $state.raw<{ bytes: number; total: number }>();
  /** Python is being loaded or started. */
  starting = $state(false);
  /** A cell is running or waits for its turn. */
  busy = $state(false);

  #cells = new Map<string, Cell>();
  #worker: Worker | undefined;
  /** Code of the cells that have run without an error since Python was started, and since a cell above them ran. */
  #done = new Map<string, string>();
  /** The cell whose Run was pressed. */
  #target: Cell | undefined;
  /** This page is kept for a visit without a network. */
  #kept: Promise<void> | undefined;
  #running: { cell: Cell; end: (answer: RunResult | string | undefined) => void } | undefined;

  register(cell: Cell): () => void {
    this.#cells.set(cell.id, cell);
    return () => this.#cells.delete(cell.id);
  }

  /** Ids of the cells of the page, from top to bottom. */
  order(): string[] {
    return [...document.querySelectorAll('[data-python-cell]')].map(({ id }) => id);
  }
  titleOf = (id: string): string => `Cell ${this.order().indexOf(id) + 1}`;

  /** The cells before one, and itself. */
  upTo(id: string): Cell[] {
    const order = this.order();
    return order.slice(0, order.indexOf(id) + 1).flatMap((each) => this.#cells.get(each) ?? []);
  }

  /** Runs a cell; first those before it that have not run as they stand now. */
  async run(id: string): Promise<void> {
    const cells = this.upTo(id);
    const target = cells.pop();
    if (this.busy || !target) return;
    this.busy = true;
    this.#target = target;
    target.output.clear();
    target.output.busy = 'waiting';
    try {
      if (await this.#runBefore(cells, target)) {
        const result = await this.#runOne(target);
        target.output.busy = 'running';
        if (result && !result.error) await target.afterRun?.();
      }
    } finally {
      target.output.busy = '';
      this.#target = undefined;
      this.busy = false;
    }
  }

  /** @returns whether the target can run now */
  async #runBefore(cells: readonly Cell[], { output }: Cell): Promise<boolean> {
    const names: string[] = [];
    for (const cell of cells) {
      if (this.#done.get(cell.id) === cell.code()) continue;
      cell.output.clear();
      const result = await this.#runOne(cell);
      const name = this.titleOf(cell.id);
      if (result && !result.error) names.push(name);
      else {
        const failed = `${name} comes first and ended with an error, so this cell did not run.`;
        output.note = result ? failed : cell.output.note;
        output.ran = true;
        return false;
      }
    }
    if (names.length > 0) output.note = `Ran ${new Intl.ListFormat('en-GB').format(names)} first. `;
    return true;
  }

  async #runOne(cell: Cell): Promise<RunResult | undefined> {
    const { output } = cell;
    output.busy = 'running';
    const code = cell.code();
    const order = this.order();
    for (const later of order.slice(order.indexOf(cell.id))) this.#done.delete(later);
    const answer = await this.#ask(cell, { kind: 'run', id: cell.id, code });
    const result = typeof answer === 'object' ? answer : undefined;
    output.value = result?.value;
    output.error = result?.error;
    if (result && !result.error) this.#done.set(cell.id, code);
    output.busy = '';
    output.ran = true;
    await tick();
    return result;
  }

  /** Runs Python that no reader sees, from `afterRun` of the cell that is running.
   *  @param script defines `probe(request: str) -> str`; both are JSON
   *  @returns what it answers, or undefined when it was stopped or broke down */
  async probe(script: string, request: unknown): Promise<unknown> {
    const cell = this.#target;
    if (!cell) throw new Error('session.probe is for afterRun of a cell');
    const answer = await this.#ask(cell, { kind: 'probe', script, request: JSON.stringify(request) });
    return typeof answer === 'string' ? (JSON.parse(answer) as unknown) : undefined;
  }

  /** @returns undefined when it was stopped or broke down */
  async #ask(cell: Cell, request: WorkerRequest): Promise<RunResult | string | undefined> {
    const answer = await new Promise<RunResult | string | undefined>((end) => {
      this.#running = { cell, end };
      this.#start().postMessage(request);
    });
    this.#running = undefined;
    return answer;
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    this.starting = true;
    const worker = new Worker(new URL('./python.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<WorkerReport>) => this.#hear(data);
    worker.onerror = ({ message }) => this.#fail(message || 'its worker did not start');
    return (this.#worker = worker);
  }

  #hear(report: WorkerReport): void {
    const output = this.#running?.cell.output;
    if (report.kind === 'progress') this.progress = report;
    else if (report.kind === 'ready') {
      this.starting = false;
      this.progress = undefined;
      this.#keep();
    } else if (report.kind === 'failed') this.#fail(report.reason);
    else if (report.kind === 'done') this.#running?.end(report.result);
    else if (report.kind === 'probed') this.#running?.end(report.answer);
    else if (output && report.kind === 'output') output.text += report.text;
    else if (output && report.kind === 'plot') output.lines = [...output.lines, report.line];
  }

  /** Once for a page. Private windows have no service worker, a full disk has no room: the page does as well without. */
  #keep(): void {
    const parts = [...this.#cells.values()][0]?.parts ?? [];
    this.#kept ??= import('./keep-page.ts').then(({ keepPage }) => keepPage(parts)).catch(() => undefined);
  }

  #drop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#done.clear();
    this.starting = false;
    this.progress = undefined;
  }

  #fail(reason: string): void {
    const loading = this.starting;
    this.#drop();
    const running = this.#running;
    if (running)
      running.cell.output.note = loading
        ? `Python could not be loaded: ${reason}. What you typed is kept; press Run to try again.`
        : `Python broke down: ${reason}. ${LOST}`;
    running?.end(undefined);
  }

  /** Ends whatever runs. Python cannot be interrupted from outside, so it is started anew. */
  stop(): void {
    const running = this.#running;
    if (!running) return;
    const loading = this.starting;
    this.#drop();
    running.cell.output.note = loading ? 'Stopped before Python was there.' : `Stopped. ${LOST}`;
    running.end(undefined);
    // Ready again by the time the reader has changed a line.
    if (!loading) this.#start();
  }
}

export const session = new PythonSession();

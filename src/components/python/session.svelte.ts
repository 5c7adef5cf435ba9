/** The Python of a page: one worker, one namespace, the cells in the order in which they stand. */
import { tick } from 'svelte';
import { hintFor } from './hints.ts';
import type { PlottedLine, PythonError, RunRequest, RunResult, WorkerReport } from './messages.ts';

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
  get hint(): string | undefined {
    return this.error && hintFor(this.error);
  }
}

export interface Cell {
  readonly id: string;
  /** As it stands in the editor now. */
  readonly code: () => string;
  readonly output: CellOutput;
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
  /** Cells that have run without an error since Python was started. */
  #done = new Set<string>();
  #running: { cell: Cell; end: (result: RunResult | undefined) => void } | undefined;

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

  /** Runs a cell; first those before it that have not run yet. */
  async run(id: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const before = this.upTo(id).filter((cell) => cell.id === id || !this.#done.has(cell.id));
    const target = before.pop();
    if (target) {
      target.output.clear();
      target.output.busy = 'waiting';
      const ended = await this.#runAll(before);
      const names = before.map((cell) => this.titleOf(cell.id)).join(', ');
      if (ended) {
        const failed = `${this.titleOf(ended.id)} comes first and ended with an error, so this cell did not run.`;
        target.output.note = ended.output.error ? failed : ended.output.note;
        target.output.ran = true;
      } else {
        if (names) target.output.note = `Ran ${names} first. `;
        await this.#runOne(target);
      }
      target.output.busy = '';
    }
    this.busy = false;
  }

  /** @returns the cell that failed or was stopped */
  async #runAll(cells: readonly Cell[]): Promise<Cell | undefined> {
    for (const cell of cells) {
      cell.output.clear();
      const result = await this.#runOne(cell);
      if (!result || result.error) return cell;
    }
    return undefined;
  }

  async #runOne(cell: Cell): Promise<RunResult | undefined> {
    const { output } = cell;
    output.busy = 'running';
    this.#done.delete(cell.id);
    const request: RunRequest = { id: cell.id, code: cell.code() };
    const result = await new Promise<RunResult | undefined>((end) => {
      this.#running = { cell, end };
      this.#start().postMessage(request);
    });
    this.#running = undefined;
    output.value = result?.value;
    output.error = result?.error;
    if (result && !result.error) this.#done.add(cell.id);
    output.busy = '';
    output.ran = true;
    await tick();
    return result;
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
    } else if (report.kind === 'failed') this.#fail(report.reason);
    else if (report.kind === 'done') this.#running?.end(report.result);
    else if (output && report.kind === 'output') output.text += report.text;
    else if (output && report.kind === 'plot') output.lines = [...output.lines, report.line];
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

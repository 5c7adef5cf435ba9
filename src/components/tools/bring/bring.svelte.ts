/** What a reader brought to one figure: it stays while the tool is closed. */
import type { Brought } from '../../../figures/brought.ts';
import { overlayOf } from '../../../figures/over-brought.ts';
import type { FixedInput } from '../../../sim/experiment.ts';
import type { LifFit } from '../../../sim/fit-lif.ts';
import { showValue } from '../../../sim/param-spec.ts';
import { MAX_SIZE } from '../../../sim/text-rows.ts';
import type { FigureTools } from '../figure-tools.svelte.ts';
import { start, type Answer, type Work } from './work.ts';

/** Longest file that is put into the text box too, where it can be put right. */
const LONGEST_SHOWN = 50_000;

export class Bring {
  readonly #tools: FigureTools;
  text = $state('');
  /** Why it cannot be shown, or fitted; empty when it can. */
  problem = $state('');
  busy: 'reading' | 'fitting' | undefined = $state();
  brought: Brought | undefined = $state.raw();
  /** A fit, and the currents that it took. */
  fit: { readonly found: LifFit; readonly inputs: string } | undefined = $state.raw();
  #stop = () => {};

  constructor(tools: FigureTools) {
    this.#tools = tools;
  }

  #work(kind: 'reading' | 'fitting', work: Work, done: (answer: Answer) => void): void {
    this.#stop();
    this.problem = '';
    this.busy = kind;
    this.#stop = start(work, (answer) => {
      this.busy = undefined;
      if ('refusal' in answer) this.problem = answer.refusal;
      else done(answer);
    });
  }

  #lay(brought: Brought): void {
    this.brought = brought;
    this.#tools.overlay = overlayOf(brought);
  }

  cancel(): void {
    this.#stop();
    this.busy = undefined;
  }

  /** Shows spikes or a trace from their text. A text that cannot be read leaves what is shown. */
  read(text: string): void {
    this.#work('reading', { text }, (answer) => {
      if (!('brought' in answer)) return;
      this.fit = undefined;
      this.#lay(answer.brought);
    });
  }

  async readFile(file: File): Promise<void> {
    const name = showValue(file.name);
    if (file.size > MAX_SIZE) {
      this.problem = `${name} has ${(file.size / 1e6).toFixed(1)} MB; at most ${MAX_SIZE / 1e6} MB are read`;
      return;
    }
    try {
      const text = await file.text();
      // What can be put right by hand is put where that is done.
      if (text.length <= LONGEST_SHOWN && !text.includes('\0')) this.text = text;
      this.read(text);
    } catch (error) {
      // A folder, or a file that is gone.
      if (!(error instanceof DOMException)) throw error;
      this.problem = `${name} could not be read`;
    }
  }

  remove(): void {
    this.cancel();
    this.brought = this.fit = undefined;
    this.problem = '';
    this.#tools.overlay = undefined;
  }

  /** @param inputs that flowed into the neuron */
  fitTo(inputs: readonly FixedInput[]): void {
    const data = this.brought?.data;
    if (data?.kind !== 'trace') return;
    this.#work('fitting', { t: data.t, V: data.V, inputs }, (answer) => {
      if (!('fit' in answer)) return;
      this.fit = { found: answer.fit, inputs: JSON.stringify(inputs) };
      // Now it is known when, between two samples, each spike was.
      this.#lay({ data, spikes: answer.fit.spikes });
    });
  }
}

const made = new WeakMap<FigureTools, Bring>();

export function bringOf(tools: FigureTools): Bring {
  const bring = made.get(tools) ?? new Bring(tools);
  made.set(tools, bring);
  return bring;
}

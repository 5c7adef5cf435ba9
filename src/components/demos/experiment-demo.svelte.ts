/** State of one live figure: the entries of its controls on one side, the last good experiment on the
 *  other; everything a reader sees is derived from that experiment. Data flows one way. */
import { describe } from '../../figures/describe.ts';
import type { FigureLens } from '../../figures/lens-labels.ts';
import { membraneFrame, membranePlot } from '../../figures/membrane-plot.ts';
import type { TraceFrame } from '../../figures/trace-frame.ts';
import { readTyped } from '../../lib/typed-number.ts';
import type { LifExperiment } from '../../sim/experiment.ts';
import { LIF } from '../../sim/lif.ts';
import { paramSpecIn, valueAt, withValue } from '../../sim/param-path.ts';
import { parseLifExperiment } from '../../sim/parse-experiment.ts';

/** What stands in a control: the text of a number box, a switch, the name of a method. */
export type Entry = string | boolean;

function entryOf(path: string, experiment: LifExperiment): Entry {
  if (path === 'method') return experiment.method;
  const value = valueAt(path, experiment);
  if (typeof value === 'boolean') return value;
  if (value === undefined)
    throw new RangeError(`the control "${path}" is no number or switch of its experiment`);
  return String(value).replace('-', '\u2212');
}

export class ExperimentDemo {
  readonly #initial: LifExperiment;
  readonly #controls: readonly string[];
  readonly #frame: TraceFrame;
  /** The last experiment that could be run. */
  experiment: LifExperiment = $state.raw() as LifExperiment;
  /** What stands in each control, also where it cannot be used: nothing typed is lost. */
  entries: Readonly<Record<string, Entry>> = $state.raw({});
  /** A sentence for each number box whose entry cannot be used. */
  problems: Readonly<Record<string, string>> = $state.raw({});
  /** Why the entries together make no experiment; empty when they do. */
  refusal = $state('');
  formula = $state(false);
  lens: FigureLens = $state('plain');
  width = $state(720);

  recording = $derived(LIF.simulate(this.experiment));
  sentence = $derived(describe(this.experiment, this.recording));
  plot = $derived.by(() =>
    membranePlot(
      this.experiment,
      this.recording,
      { frame: this.#frame, width: this.width, lens: this.lens, formula: this.formula },
      LIF,
    ),
  );

  /** @param data an experiment as an author writes it; `version` may be left out
   *  @param controls paths of the numbers and switches a reader may change, and "method"
   *  @throws RangeError when the experiment is not valid or has no such path */
  constructor(data: object, controls: readonly string[], formula = false) {
    this.#initial = parseLifExperiment({ version: 1, ...data });
    this.#controls = controls;
    this.#frame = membraneFrame(this.#initial, LIF.simulate(this.#initial), controls, LIF);
    this.formula = formula;
    this.experiment = this.#initial;
    this.entries = this.#entriesOf(this.#initial);
  }

  #entriesOf(experiment: LifExperiment): Record<string, Entry> {
    return Object.fromEntries(this.#controls.map((path) => [path, entryOf(path, experiment)]));
  }

  /** True when nothing was changed. */
  get pristine(): boolean {
    const first = this.#entriesOf(this.#initial);
    return this.#controls.every((path) => this.entries[path] === first[path]);
  }

  /** Puts an entry into a control; the experiment follows if all entries together make one. */
  set(path: string, entry: Entry): void {
    this.entries = { ...this.entries, [path]: entry };
    const problems: Record<string, string> = {};
    let candidate: unknown = this.#initial;
    for (const name of this.#controls) {
      const typed = this.entries[name];
      let value: unknown = typed;
      if (typeof typed === 'string' && name !== 'method') {
        const read = readTyped(typed, paramSpecIn(name, this.#initial, LIF));
        if (typeof read === 'string') problems[name] = read;
        // An entry that cannot be read leaves its last good value standing.
        value = typeof read === 'string' ? valueAt(name, this.experiment) : read;
      }
      candidate =
        name === 'method'
          ? { ...(candidate as LifExperiment), method: value }
          : withValue(name, value, candidate as LifExperiment);
    }
    this.problems = problems;
    try {
      this.experiment = parseLifExperiment(candidate);
      this.refusal = '';
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.refusal = error.message;
    }
  }

  reset(): void {
    this.experiment = this.#initial;
    this.entries = this.#entriesOf(this.#initial);
    this.problems = {};
    this.refusal = '';
  }
}

/** State of one demo: the entries of its controls on one side, the last good experiment and settings on the
 *  other; everything a reader sees is derived from those. Data flows one way. */
import type { FigureLens } from '../../figures/lens-labels.ts';
import type { Plot } from '../../figures/plot.ts';
import { readTyped } from '../../lib/typed-number.ts';
import type { Experiment } from '../../sim/experiment.ts';
import { withValue } from '../../sim/param-path.ts';
import type { ParamSpec } from '../../sim/param-spec.ts';
import { stepCount } from '../../sim/time-grid.ts';
import type { DemoDefinition, DemoRun, DemoStart } from './definition.ts';
import { parseValues, runOf, settingIn, specIn, valueIn, type DemoValues } from './demo-values.ts';

/** What stands in a control: the text of a number box, a switch, a chosen word. */
export type Entry = string | boolean;

function entryOf(path: string, values: DemoValues): Entry {
  const value = valueIn(path, values);
  if (value === undefined)
    throw new RangeError(`the control "${path}" is no number, switch or word of its experiment`);
  return typeof value === 'number' ? String(value).replace('-', '\u2212') : value;
}

/** Most samples of a run that the page waits for: some 20 ms of work. */
const MOST_SAMPLES = 200_000;

export interface Pending {
  readonly samples: number;
  /** How much of it is done, from 0 to 1. */
  readonly part: number;
}

export class DemoState {
  readonly definition: DemoDefinition;
  readonly page: DemoStart;
  /** For what is fetched later: it imports nothing that the figure has loaded. */
  readonly kit = { parseValues, specIn, withValue, readTyped };
  /** Paths of what a reader may change. */
  readonly controls: readonly string[];
  /** What the page began with. */
  readonly start: DemoValues;
  /** What Reset goes back to: the start, or what a teacher's link asks for. */
  home: DemoValues;
  #frame: unknown = $state.raw();
  /** The last experiment and settings that could be run. */
  values: DemoValues = $state.raw() as unknown as DemoValues;
  /** What stands in each control, also where it cannot be used: nothing typed is lost. */
  entries: Readonly<Record<string, Entry>> = $state.raw({});
  /** A sentence for each number box whose entry cannot be used. */
  problems: Readonly<Record<string, string>> = $state.raw({});
  /** Why the entries together make no experiment; empty when they do. */
  refusal = $state('');
  /** Something else than the controls has changed the experiment. */
  #edited = $state(false);
  formula = $state(false);
  /** What a link asks for: controls, by path, that are not shown or cannot be moved. Under `answer`, that the
   *  sentence waits until the reader asks for it. */
  fixed: Readonly<Record<string, string>> = $state.raw({});
  /** How often other values were put in place of all. */
  loads = 0;
  lens: FigureLens = $state('plain');
  width = $state(720);

  /** A run that a worker is at; the figure shows the last one until then. */
  pending: Pending | undefined = $state.raw();
  #stop = () => {};
  /** What a worker has run. */
  #ready: DemoRun | undefined = $state.raw();

  run = $derived.by(() => {
    const ready = this.#ready;
    return ready && ready.experiment === this.values.experiment ? ready : runOf(this.definition, this.values);
  });
  sentence = $derived.by(() => this.definition.describe(this.run));
  /** What a tool makes of the plots before they are shown, such as a window of them. */
  seen: (plots: readonly Plot[]) => readonly Plot[] = $state.raw((plots) => plots);
  #whole = $derived(this.plotsAt(this.width));
  plots = $derived(this.seen(this.#whole));

  /** @throws RangeError when the experiment is not valid or has no such controls */
  constructor(definition: DemoDefinition, start: DemoStart) {
    this.definition = definition;
    this.controls = start.controls;
    this.home = this.start = parseValues(definition, start);
    this.formula = start.formula ?? false;
    this.page = start;
    for (const path of this.controls) entryOf(path, this.start);
    this.reset();
  }

  /** The plots of a run as they are drawn at a width, px. */
  plotsAt(width: number, run = this.run): readonly Plot[] {
    const { lens, formula } = this;
    return this.definition.plots(run, { frame: this.#frame, width, lens, formula });
  }

  /** The record of a control that is a number. */
  specOf(path: string): ParamSpec {
    return specIn(path, this.values, this.definition);
  }

  /** The reader is offered this control: an experiment from a file may lack what it moves, or have no use for it. */
  offers(path: string): boolean {
    if (!(path in this.entries) || this.fixed[path] === 'hide') return false;
    return this.definition.offers?.(path, this.values) ?? true;
  }

  #entriesOf(values: DemoValues): Record<string, Entry> {
    return Object.fromEntries(
      this.controls
        .filter((path) => valueIn(path, values) !== undefined)
        .map((path) => [path, entryOf(path, values)]),
    );
  }

  /** True when nothing was changed. */
  get pristine(): boolean {
    const first = this.#entriesOf(this.home);
    return !this.#edited && this.controls.every((path) => this.entries[path] === first[path]);
  }

  /** Puts an entry into a control; the values follow if all entries together make an experiment. */
  set(path: string, entry: Entry): void {
    this.entries = { ...this.entries, [path]: entry };
    this.#follow(this.values.experiment);
  }

  /** Changes what no control holds, such as the times of spikes.
   *  @param change returns data of an experiment; a refusal leaves all as it was and says why */
  edit(change: (experiment: Experiment) => unknown): void {
    this.#edited = this.#follow(change(this.values.experiment)) || this.#edited;
  }

  /** A loaded run brings its entries, and its axes, which stand still while its sliders move. */
  #take(values: DemoValues, loaded: boolean): void {
    this.values = values;
    if (!loaded) return;
    this.entries = this.#entriesOf(values);
    this.#frame = this.definition.frame(this.run, Object.keys(this.entries));
  }

  /** Shows values, at once or when a worker has run them. */
  #show(values: DemoValues, loaded = false): void {
    this.#stop();
    this.pending = undefined;
    const { duration, dt } = values.experiment;
    const samples = stepCount(duration, dt) + 1;
    // What the page begins with is run here, however long: its still was.
    if (samples <= MOST_SAMPLES || values === this.start) {
      this.#take(values, loaded);
      return;
    }
    let wanted = true;
    this.#stop = () => (wanted = false);
    this.pending = { samples, part: 0 };
    const done = () => (this.pending = undefined);
    void import('./long-run.ts').then(({ startLongRun }) => {
      if (!wanted) return;
      this.#stop = startLongRun(
        { name: this.definition.name, ...values },
        (report) => {
          if ('part' in report) {
            this.pending = { samples, part: report.part };
            return;
          }
          done();
          this.#ready = { ...values, recording: report.recording };
          this.#take(values, loaded);
        },
        (reason) => {
          done();
          this.refusal = `the run broke off: ${reason}`;
        },
      );
    });
  }

  /** Gives up a run that a worker is at. */
  cancel(): void {
    this.#stop();
    this.pending = undefined;
    this.refusal = 'the run was cancelled';
  }

  /** Shows other values, with their entries in the controls. */
  load(values: DemoValues): void {
    this.#show(values, true);
    this.problems = {};
    this.refusal = '';
    this.#edited = true;
    this.loads++;
  }

  reset(): void {
    this.load(this.home);
    this.#edited = false;
  }

  /** @returns whether the entries, put into the experiment, could be used */
  #follow(data: unknown): boolean {
    const problems: Record<string, string> = {};
    const settings = { ...this.values.settings };
    let experiment = data as Experiment;
    try {
      for (const path of Object.keys(this.entries)) {
        const last = valueIn(path, this.values);
        let value: unknown = this.entries[path];
        if (typeof last === 'number') {
          const read = readTyped(String(value), this.specOf(path));
          if (typeof read === 'string') problems[path] = read;
          // An entry that cannot be read leaves its last good value standing.
          value = typeof read === 'string' ? last : read;
        }
        const setting = settingIn(path);
        if (setting === undefined) experiment = withValue(path, value, experiment) as Experiment;
        else settings[setting] = value as number;
      }
      this.problems = problems;
      this.#show(parseValues(this.definition, { experiment, settings }));
      this.refusal = '';
      return true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.refusal = error.message;
      return false;
    }
  }
}

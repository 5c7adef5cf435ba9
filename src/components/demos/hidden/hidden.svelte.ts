/** State of the capstone: the measurements of one hidden neuron, what is asked of it next, and what the learner makes of it.
 *  The neuron itself is private until it is given away. */
import { readTyped } from '../../../lib/typed-number.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import {
  ESTIMATE_NAMES,
  FIRST,
  INPUT_NAMES,
  type EstimateName,
  type Estimates,
  type HiddenSpecs,
  type Injection,
  type InputName,
  type Row,
} from './hidden-kinds.ts';
import type { Measurement } from './hidden-measure.ts';
import type { Verdict } from './hidden-score.ts';

export type Bench = typeof import('./hidden-bench.ts');

const forEach = <Name extends string, T>(names: readonly Name[], make: (name: Name) => T) =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;
const written = (value: number) => String(value).replace('-', '\u2212');

/** How the last check went. */
export interface Score {
  readonly verdicts: Readonly<Record<EstimateName, Verdict>>;
  readonly right: number;
  readonly measurements: number;
  readonly checks: number;
  readonly noisy: boolean;
}

export class HiddenState {
  seed = $state(0);
  measurements: readonly Measurement[] = $state.raw([]);
  /** Numbers of the one that is shown and, 0 for none, of the one laid under it. */
  shown = $state(1);
  compared = $state(0);
  noisy = $state(false);
  /** The last good values of the input, and what stands in its boxes. */
  injection: Injection = $state.raw(FIRST);
  entries: Readonly<Record<InputName, string>> = $state.raw(
    forEach(INPUT_NAMES, (name) => String(FIRST[name])),
  );
  problems: Readonly<Record<InputName, string>> = $state.raw(forEach(INPUT_NAMES, () => ''));
  /** Where the cursor stands, ms; and what stands in its box. */
  time = $state(0);
  timeEntry = $state('0');
  timeProblem = $state('');
  guesses: Readonly<Record<EstimateName, string>> = $state.raw(forEach(ESTIMATE_NAMES, () => ''));
  refusals: Readonly<Record<EstimateName, string>> = $state.raw(forEach(ESTIMATE_NAMES, () => ''));
  /** How often an estimate of it was wrong. */
  misses: Readonly<Record<EstimateName, number>> = $state.raw(forEach(ESTIMATE_NAMES, () => 0));
  score: Score | undefined = $state.raw();
  /** What was asked for by giving up. */
  answer: { readonly truth: Estimates; readonly neuron: LifNeuron } | undefined = $state.raw();

  readonly specs: HiddenSpecs;
  /** What is listed until the bench is there. */
  readonly #first: Row;
  bench: Bench | undefined = $state.raw();
  #neuron: LifNeuron | undefined;
  #checks = 0;

  readonly solved = $derived(this.score?.right === ESTIMATE_NAMES.length);
  /** Every measurement had noise: estimates may be further off. */
  readonly allNoisy = $derived(this.measurements.length > 0 && this.measurements.every((each) => each.noisy));
  readonly current = $derived(this.measurements.find((each) => each.number === this.shown));
  readonly under = $derived(
    this.measurements.find((each) => each.number === this.compared && each.number !== this.shown),
  );

  /** @param first the row of the measurement that the page shows */
  constructor(seed: number, first: Row, specs: HiddenSpecs) {
    this.seed = seed;
    this.#first = first;
    this.specs = specs;
  }

  get rows(): readonly Row[] {
    return this.bench ? this.measurements : [this.#first];
  }

  /** From here on there is something to measure. */
  equip(bench: Bench): void {
    if (this.bench) return;
    this.bench = bench;
    this.#start(false);
  }

  /** The neuron of the seed with its first measurement. What has been typed stays. */
  #start(noisy: boolean): void {
    if (!this.bench) return;
    const { seed } = this;
    this.#neuron = this.bench.hiddenNeuron(seed);
    this.measurements = [this.bench.measure(this.#neuron, FIRST, { seed, number: 1, noisy })];
    this.shown = 1;
  }

  /** Another neuron: everything begins anew, with one measurement. The input and the switch stay. */
  begin(seed: number): void {
    this.seed = seed;
    this.#checks = 0;
    this.compared = 0;
    this.guesses = forEach(ESTIMATE_NAMES, () => '');
    this.refusals = forEach(ESTIMATE_NAMES, () => '');
    this.misses = forEach(ESTIMATE_NAMES, () => 0);
    this.score = undefined;
    this.answer = undefined;
    this.#start(this.noisy);
  }

  setInput(name: InputName, typed: string): void {
    this.entries = { ...this.entries, [name]: typed };
    const problems = { ...this.problems };
    const values: Record<InputName, number> = { ...this.injection };
    for (const each of INPUT_NAMES) {
      const read = readTyped(this.entries[each], this.specs.injection[each]);
      problems[each] = typeof read === 'string' ? read : '';
      if (typeof read === 'number') values[each] = read;
    }
    if (problems.start === '' && problems.stop === '' && values.stop <= values.start) {
      problems.stop = `The current must end after it starts, at ${written(values.start)}\u00a0ms; got ${written(values.stop)}\u00a0ms.`;
    }
    this.problems = problems;
    if (!this.hasProblem) this.injection = values;
  }

  get hasProblem(): boolean {
    return INPUT_NAMES.some((name) => this.problems[name] !== '');
  }

  measure(): void {
    if (this.hasProblem || !this.bench || !this.#neuron) return;
    const number = this.measurements.length + 1;
    const { seed, noisy, injection } = this;
    const made = this.bench.measure(this.#neuron, injection, { seed, number, noisy });
    this.measurements = [...this.measurements, made];
    this.shown = number;
  }

  readAt(typed: string): void {
    this.timeEntry = typed;
    const read = readTyped(typed, this.specs.time);
    this.timeProblem = typeof read === 'string' ? read : '';
    if (typeof read === 'number') this.time = read;
  }

  guess(name: EstimateName, typed: string): void {
    this.guesses = { ...this.guesses, [name]: typed };
    this.refusals = { ...this.refusals, [name]: '' };
  }

  /** The estimates, where all of them are numbers in range. */
  get estimates(): Estimates | undefined {
    const read = forEach(ESTIMATE_NAMES, (name) => readTyped(this.guesses[name], this.specs.estimates[name]));
    return ESTIMATE_NAMES.every((name) => typeof read[name] === 'number') ? (read as Estimates) : undefined;
  }

  /** Judges the estimates, or says what is wrong with an entry and judges none. */
  check(): void {
    const { bench } = this;
    if (this.answer || !bench || !this.#neuron) return;
    this.refusals = forEach(ESTIMATE_NAMES, (name) => {
      const read = readTyped(this.guesses[name], this.specs.estimates[name]);
      return typeof read === 'string' ? read : '';
    });
    const estimates = this.estimates;
    if (!estimates) return;
    const truth = bench.truthOf(this.#neuron);
    const noisy = this.allNoisy;
    const verdicts = forEach(ESTIMATE_NAMES, (name) => bench.judge(name, estimates[name], truth, noisy));
    const right = ESTIMATE_NAMES.filter((name) => verdicts[name] === 'right').length;
    this.misses = forEach(ESTIMATE_NAMES, (name) => this.misses[name] + (verdicts[name] === 'right' ? 0 : 1));
    this.#checks += 1;
    this.score = {
      verdicts,
      right,
      measurements: this.measurements.length,
      checks: this.#checks,
      noisy,
    };
  }

  /** Gives the neuron away. */
  giveUp(): void {
    if (!this.bench || !this.#neuron) return;
    this.answer = { truth: this.bench.truthOf(this.#neuron), neuron: this.#neuron };
  }

  /** What the estimated neuron would have answered to the current that is shown; undefined without six estimates, or where
   *  they are of no neuron. */
  get estimated(): Measurement | undefined {
    const { estimates, current, bench } = this;
    if (!estimates || !this.answer || !current || !bench) return undefined;
    const { tau, ...rest } = estimates;
    if (rest.R_m === 0 || tau === 0 || rest.V_reset >= rest.V_th) return undefined;
    const neuron = { ...this.answer.neuron, ...rest, C_m: tau / rest.R_m, V_m: rest.E_L };
    return bench.measure(neuron, current.injection, { seed: this.seed, number: 0, noisy: false });
  }
}

/** State of the network figure: what stands in the controls, the run under way and the last one that came to its end. */
import { readTyped } from '../../../lib/typed-number.ts';
import { BRUNEL_STATES } from '../../../sim/brunel.ts';
import { startNetworkRun, type NetworkResult } from './network-run.ts';
import {
  NETWORK_NUMBERS,
  type NetworkNumbers,
  type NetworkSettings,
  type StateName,
} from './network-settings.ts';

type NumberName = keyof NetworkNumbers;
const NAMES = Object.keys(NETWORK_NUMBERS) as NumberName[];

const eachNumber = (text: (name: NumberName) => string) =>
  Object.fromEntries(NAMES.map((name) => [name, text(name)])) as Record<NumberName, string>;

export class NetworkFigureState {
  /** The last good value of every control. */
  values: NetworkSettings = $state.raw()!;
  /** What stands in each box, also where it cannot be used: nothing typed is lost. */
  entries: Readonly<Record<NumberName, string>> = $state.raw()!;
  problems: Readonly<Record<NumberName, string>> = $state.raw(eachNumber(() => ''));
  /** The last run that came to its end; the figure shows it until the next one does. */
  result: NetworkResult | undefined = $state.raw();
  /** How much of the run under way is done, and its settings; undefined when there is none. */
  running: { readonly part: number; readonly settings: NetworkSettings } | undefined = $state.raw();
  /** What is said of the last run that came to no end. */
  note = $state('');

  readonly hasProblem = $derived(NAMES.some((name) => this.problems[name] !== ''));
  readonly #start: NetworkSettings;
  #stop: () => void = () => {};

  /** @param start what the page was drawn with */
  constructor(start: NetworkSettings) {
    this.#start = start;
    this.values = start;
    this.entries = eachNumber((name) => String(start[name]));
  }

  /** The controls say something else than what is shown. */
  get changed(): boolean {
    const shown = this.result?.settings ?? this.#start;
    return shown.N_E !== this.values.N_E || NAMES.some((name) => shown[name] !== this.values[name]);
  }

  set(name: NumberName, typed: string): void {
    this.entries = { ...this.entries, [name]: typed };
    const read = readTyped(typed, NETWORK_NUMBERS[name]);
    this.problems = { ...this.problems, [name]: typeof read === 'string' ? read : '' };
    if (typeof read === 'number') this.values = { ...this.values, [name]: read };
  }

  choose(state: StateName): void {
    const { g, eta } = BRUNEL_STATES[state];
    this.set('g', String(g));
    this.set('eta', String(eta));
  }

  resize(N_E: number): void {
    this.values = { ...this.values, N_E };
  }

  /** Runs what the controls say, unless one of them holds no number. */
  run(): void {
    if (this.hasProblem || this.running) return;
    const settings = this.values;
    this.note = '';
    this.running = { part: 0, settings };
    this.#stop = startNetworkRun(
      settings,
      (report) => {
        if ('part' in report) this.running = { part: report.part, settings };
        else {
          this.running = undefined;
          this.result = report.result;
        }
      },
      (reason) => {
        this.running = undefined;
        this.note = `The run broke off: ${reason}. The figure shows the run before it.`;
      },
    );
  }

  stop(): void {
    if (!this.running) return;
    this.#stop();
    this.running = undefined;
    this.note = 'Stopped. The figure shows the run before it.';
  }
}

/** What a demo is, apart from the page: which experiments it takes, which numbers it adds to them, what it
 *  draws and says. Pure, no Svelte and no DOM: the build draws its stills from the same definition that comes
 *  alive in the browser. demo.svelte.ts holds the state of one, Demo.svelte shows it. */
import type { FigureLens } from '../../figures/lens-labels.ts';
import type { Plot } from '../../figures/plot.ts';
import type { Experiment, Neuron } from '../../sim/experiment.ts';
import type { ParamSpec } from '../../sim/param-spec.ts';
import type { ModelsOf } from '../../sim/parse-with.ts';
import type { Progress } from '../../sim/progress.ts';
import type { Recording } from '../../sim/recording.ts';

/** Numbers that are no part of the experiment, such as the number of bins of a histogram. */
export type Settings<S extends string = string> = Readonly<Record<S, number>>;

/** An experiment and what came of it. */
export interface DemoRun<
  N extends Neuron = Neuron,
  R extends Recording = Recording,
  S extends string = string,
> {
  readonly experiment: Experiment<N>;
  readonly settings: Settings<S>;
  readonly recording: R;
}

/** How the reader looks at a run. */
export interface DemoView<F = unknown> {
  /** What `frame` returned. */
  readonly frame: F;
  /** Width of each plot in px. */
  readonly width: number;
  readonly lens: FigureLens;
  /** Lay the closed form over the simulation, where there is one. */
  readonly formula: boolean;
}

/** One of a few words: the method, the kind of a synapse. */
export interface DemoChoice {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** What a page may change about a demo. */
export interface DemoStart {
  /** Whatever differs from the defaults of the course. */
  readonly experiment: object;
  /** Settings that differ from their records' defaults. */
  readonly settings?: Settings | undefined;
  /** Paths of what a reader may change: `inputs.0.amplitude`, `neuron.leak`, `method`, `settings.bins`. */
  readonly controls: readonly string[];
  /** Offers the closed form: true shows it at first, false does not; not given where there is none. */
  readonly formula?: boolean | undefined;
  /** False: no tools stand under the figure. */
  readonly tools?: boolean | undefined;
}

/** What the page hands to a lab's island. */
export interface DemoPage extends DemoStart {
  readonly id: string;
  /** Symbols of the controls, set by KaTeX at build time, by path. */
  readonly symbols: Readonly<Record<string, string>>;
}

/** @typeParam N the neurons it takes
 *  @typeParam R the recording, with whatever the demo computes beside it
 *  @typeParam F the axis ranges it keeps while a slider moves
 *  @typeParam S names of its settings */
export interface DemoDefinition<
  N extends Neuron = Neuron,
  R extends Recording = Recording,
  F = unknown,
  S extends string = string,
> {
  /** Lower case, stable: it is in addresses. */
  readonly name: string;
  readonly title: string;
  /** The models an experiment may name; the first is the default. Only these come with the page. */
  readonly models: ModelsOf<N>;
  readonly settings: Readonly<Record<S, ParamSpec>>;
  /** Controls that are words, by path; a setting that stands for a word has the digits as its values. */
  readonly choices?: Readonly<Record<string, DemoChoice>>;
  /** How far sliders go, and in which steps, where the records of the model say otherwise. */
  readonly sliders?: Readonly<Record<string, Pick<ParamSpec, 'slider' | 'step'>>>;
  /** Whether a control has an effect at present; all have unless this is given. Others are not shown. */
  offers?(
    path: string,
    values: { readonly experiment: Experiment<N>; readonly settings: Settings<S> },
  ): boolean;
  /** What stands on the switch of the closed form. */
  readonly formulaLabel?: string;
  /** What is shown where a page says nothing else. */
  readonly defaults: DemoStart;
  /** Plots side by side where there is room; 1 unless given. */
  readonly columns?: 2;
  /** Checks what no single record can: how settings fit together and to the experiment.
   *  @throws RangeError naming field, value, unit and range */
  assertConsistent?(experiment: Experiment<N>, settings: Settings<S>): void;
  /** Everything that is worth computing once for an experiment and its settings. Runs of many samples are left to a
   *  worker, which hands on how many are done. */
  simulate(experiment: Experiment<N>, settings: Settings<S>, progress?: Progress): R;
  /** How much of the run its plots over time show, from the beginning, in ms; all of it unless given. */
  drawnMs?(run: DemoRun<N, R, S>): number;
  /** Computed once, from the run the page begins with.
   *  @param controls paths of the sliders, which can move the data */
  frame(run: DemoRun<N, R, S>, controls: readonly string[]): F;
  /** As many at every run. */
  plots(run: DemoRun<N, R, S>, view: DemoView<F>): readonly Plot[];
  /** What happened, in whole sentences: the text alternative of the plots. */
  describe(run: DemoRun<N, R, S>): string;
}

/** What the tools of one figure share: the window that is looked at, the playhead, the cursor. Made when the
 *  first of them is used. */
import { mount } from 'svelte';
import type { Range } from '../../figures/axis.ts';
import type { Plot } from '../../figures/plot.ts';
import { nearestStop, readOut, spikeFrom, walk, type Stop } from '../../figures/readout.ts';
import { panBy, panTo, windowed, zoomBy } from '../../figures/zoom.ts';
import { formatQuantity } from '../../lib/quantity.ts';
import type { ModelDefinition } from '../../sim/model.ts';
import { modelIn } from '../demos/demo-values.ts';
import type { DemoState } from '../demos/demo.svelte.ts';
import type { DemoRun } from '../demos/definition.ts';
import PlotSurface from './explore/PlotSurface.svelte';
import Surface from './explore/Surface.svelte';
import { isOverTime } from './tools.ts';

/** A run that the shown one is compared with. */
export interface Pinned {
  readonly run: DemoRun;
  /** Draws it under plots of that width, px. */
  under(plots: readonly Plot[], width: number): readonly Plot[];
}

export class FigureTools {
  readonly demo: DemoState;
  /** The figure on the page. */
  readonly root: HTMLElement;
  #window: Range | undefined = $state.raw();
  /** ms; what comes later is veiled. */
  playhead: number | undefined = $state();
  /** The cursor stays when pointer and focus leave the figure: its buttons move it. */
  pinned = $state(false);
  compared: Pinned | undefined = $state.raw();
  /** Lays what a reader brought over plots of a width, px. */
  overlay: ((plots: readonly Plot[], width: number) => readonly Plot[]) | undefined = $state.raw();
  /** Where the cursor was put, ms. */
  at: number | undefined = $state();

  /** What is drawn of the run. */
  whole: Range = $derived.by(() => {
    const { run, definition } = this.demo;
    return [0, definition.drawnMs?.(run) ?? run.experiment.duration];
  });
  window: Range = $derived.by(() => this.#clamped());
  #ratio = $derived.by(() => (this.whole[1] - this.whole[0]) / (this.window[1] - this.window[0]));
  /** In steps of two, so that a moving window is cut from the same plots. */
  #detail = $derived.by(() => 2 ** Math.ceil(Math.log2(this.#ratio)));
  #fine = $derived.by(() => {
    const width = this.demo.width * this.#detail;
    return this.#over(this.demo.plotsAt(width), width);
  });
  model: ModelDefinition = $derived.by(() => modelIn(this.demo.definition, this.demo.run.experiment));
  stop: Stop | undefined = $derived.by(() =>
    this.at === undefined ? undefined : nearestStop(this.demo.run.recording, this.at, 0),
  );

  constructor(demo: DemoState, root: HTMLElement) {
    this.demo = demo;
    this.root = root;
    demo.seen = (plots) => this.#seen(plots);
    root.querySelectorAll<HTMLElement>('.surface').forEach((surface) => {
      const index = Number(surface.dataset['plot']);
      const plot = demo.plots[index];
      if (plot && isOverTime(plot))
        mount(Surface, { target: surface, props: { tools: this, surface, index } });
      else mount(PlotSurface, { target: surface, props: { demo, surface, index } });
    });
  }

  /** A run may have become shorter than the window. */
  #clamped(): Range {
    if (!this.#window) return this.whole;
    const [from, to] = this.#window;
    return from >= this.whole[1] ? this.whole : [from, Math.min(to, this.whole[1])];
  }

  get zoomed(): boolean {
    return this.#ratio > 1;
  }

  #over(plots: readonly Plot[], width: number): readonly Plot[] {
    const compared = this.compared?.under(plots, width) ?? plots;
    return this.overlay?.(compared, width) ?? compared;
  }

  #seen(drawn: readonly Plot[]): readonly Plot[] {
    const plots = this.#over(drawn, this.demo.width);
    if (!this.zoomed) return plots;
    return plots.map((plot, i) =>
      isOverTime(plot) ? windowed(plot, this.#fine[i] ?? plot, this.window) : plot,
    );
  }

  /** @param fixed x that keeps its place; the cursor or the middle unless given */
  zoom(factor: number, fixed = this.at): void {
    const [from, to] = this.window;
    const held = fixed !== undefined && fixed >= from && fixed <= to ? fixed : (from + to) / 2;
    this.#window = zoomBy(this.window, this.whole, factor, held);
  }
  pan(parts: number): void {
    this.#window = panBy(this.window, this.whole, parts);
  }
  showAll(): void {
    this.#window = undefined;
  }
  /** Moves the window to where a time is in it. */
  follow(time: number): void {
    if (this.zoomed) this.#window = panTo(this.window, this.whole, time);
  }

  /** Puts the cursor on a stop. */
  put(stop: Stop | undefined): void {
    if (!stop || stop.time > this.whole[1]) return;
    this.at = stop.time;
    this.follow(stop.time);
  }
  /** So many samples on, but never past a spike. */
  step(samples: number): void {
    this.put(walk(this.demo.run.recording, this.at ?? this.window[0], samples));
  }
  /** To the next spike, or the one before. */
  toSpike(direction: 1 | -1): void {
    this.put(spikeFrom(this.demo.run.recording, this.at ?? this.window[0], direction));
  }

  /** What is measured at a stop, in words. */
  read(stop: Stop): string {
    const { experiment, recording } = this.demo.run;
    return readOut(stop, experiment, recording, this.model);
  }

  get windowInWords(): string {
    const [from, to] = this.window;
    return this.zoomed
      ? `Shown: ${formatQuantity(from, 'ms', 1)} to ${formatQuantity(to, 'ms', 1)} of ${formatQuantity(this.whole[1], 'ms', 0)}`
      : `Shown: ${this.whole[1] < this.demo.run.experiment.duration ? 'the beginning of the run' : 'the whole run'}, ${formatQuantity(this.whole[1], 'ms', 0)}`;
  }
}

const made = new WeakMap<DemoState, FigureTools>();

/** The tools of a figure, made on first use. */
export function toolsOf(demo: DemoState, root: HTMLElement): FigureTools {
  const tools = made.get(demo) ?? new FigureTools(demo, root);
  made.set(demo, tools);
  return tools;
}

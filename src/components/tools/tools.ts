/** The tools under a figure. Each is fetched when its button is first pressed; a new one is a line here. */
import type { Component } from 'svelte';
import type { Plot } from '../../figures/plot.ts';
import type { DemoRun } from '../demos/definition.ts';
import type { DemoState } from '../demos/demo.svelte.ts';
import type { FigureTools } from './figure-tools.svelte.ts';

export interface ToolProps {
  readonly demo: DemoState;
  /** Id of the figure. */
  readonly id: string;
  /** The figure on the page. */
  readonly root: HTMLElement;
  /** What all tools of the figure share. */
  readonly tools: FigureTools;
  /** What the figure showed when the tool was asked for; its code may have come later. */
  readonly run: DemoRun;
}

export interface Tool {
  readonly label: string;
  readonly load: () => Promise<{ default: Component<ToolProps> }>;
  /** Only where there is such a plot. */
  readonly needs?: (plot: Plot) => boolean;
}

/** A plot over the time of the run: it can be played, zoomed and walked through. */
export const isOverTime = ({ x }: Plot): boolean => x.label === 't';

/** A plot of the potential over time: a trace from elsewhere can be laid over it. */
export const hasPotential = (plot: Plot): boolean =>
  isOverTime(plot) && plot.panels.some(({ id }) => id === 'u');

export const TOOLS: readonly Tool[] = [
  { label: 'Play', load: () => import('./play/PlayTool.svelte'), needs: isOverTime },
  { label: 'Zoom', load: () => import('./explore/ExploreTool.svelte'), needs: isOverTime },
  { label: 'Compare', load: () => import('./compare/CompareTool.svelte') },
  { label: 'Table', load: () => import('./table/TableTool.svelte') },
  { label: 'Sound', load: () => import('./sound/SoundTool.svelte'), needs: isOverTime },
  { label: 'Save', load: () => import('./save/SaveTool.svelte') },
  { label: 'Your data', load: () => import('./bring/BringTool.svelte'), needs: hasPotential },
  { label: 'Open', load: () => import('./open/OpenTool.svelte') },
  { label: 'Share', load: () => import('./share/ShareTool.svelte') },
];

/** A figure with what a reader brought laid over it: the trace as a line of its own dash, spikes as rings, and a name
 *  at the edge. */
import type { Range } from './axis.ts';
import { heights, roomFor } from './compare.ts';
import type { Brought } from './brought.ts';
import { decimate } from './decimate.ts';
import type { Plot, PlotLabel, PlotMark, Point } from './plot.ts';
import type { MeasuredData } from '../sim/measured-data.ts';
import { cut } from './zoom.ts';

/** The panel of the potential over time: where data can lie. */
const PANEL = 'u';
/** Part of the axis that noise may leave it by, into the margins, before it widens. */
const SLACK = 0.03;

/** Heights as the axis has to hold them. */
function inner([low, high]: Range, [from, to]: Range): Range {
  const slack = SLACK * (to - from);
  return [low >= from - slack ? Math.max(low, from) : low, high <= to + slack ? Math.min(high, to) : high];
}

interface Drawn {
  readonly line: readonly Point[];
  readonly spikes: readonly number[];
}

/** Drawings that are kept: of the whole run and of a window of it, at some lengths of the run. */
const KEPT = 8;

/** One ring is drawn for all spikes of a pixel column. */
function columnsOf(spikes: Float64Array, [from, to]: Range, width: number): number[] {
  const kept: number[] = [];
  let last = -1;
  for (const time of spikes) {
    const column = Math.floor(((time - from) * width) / (to - from));
    if (time < from || time > to || column === last) continue;
    kept.push(time);
    last = column;
  }
  return kept;
}

/** @returns lays it over plots of a width in px */
export function overlayOf(brought: Brought): (plots: readonly Plot[], width: number) => readonly Plot[] {
  const kept = new Map<string, Drawn>();
  /** A slider moves the run and not what was brought: that is made once. */
  const drawn = (seen: Range, width: number): Drawn => {
    const key = `${width} ${seen.join(' ')}`;
    const found = kept.get(key) ?? {
      line: course(brought.data, seen, width),
      spikes: columnsOf(brought.spikes, seen, width),
    };
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, found);
    return found;
  };
  return (plots, width) =>
    plots.map((plot) => (takesData(plot) ? over(plot, brought.data, drawn(plot.x.range, width)) : plot));
}

const takesData = ({ x, panels }: Plot): boolean => x.label === 't' && panels.some(({ id }) => id === PANEL);

function course(data: MeasuredData, seen: Range, width: number): readonly Point[] {
  if (data.kind === 'spikes') return [];
  const points = Array.from(data.t, (x, k): Point => ({ x, y: data.V[k] as number }));
  return decimate(cut(points, seen), width);
}

function over(plot: Plot, data: MeasuredData, { line, spikes }: Drawn): Plot {
  const marks: PlotMark[] = [];
  const own = { panel: PANEL, quantity: 'brought' } as const;
  const labels: PlotLabel[] = [];
  const text = plot.narrow ? 'data' : 'your data';
  if (data.kind === 'trace') {
    marks.push({ ...own, kind: 'line', id: 'brought', points: line });
    const last = line.findLast(({ y }) => !Number.isNaN(y));
    if (last) labels.push({ panel: PANEL, text, value: last.y, quantity: 'brought' });
  }
  const run = plot.marks.find(({ kind, panel }) => kind === 'events' && panel === PANEL);
  const panel = plot.panels.find(({ id }) => id === PANEL);
  const y = run?.kind === 'events' ? run.above : (panel?.axis.range[1] ?? 0);
  const points = spikes.map((x) => ({ x, y }));
  marks.push({ ...own, kind: 'dots', id: 'brought spikes', hollow: true, radius: 4.5, points });
  if (data.kind === 'spikes' && points.length > 0)
    labels.push({ panel: PANEL, text, value: y, quantity: 'brought' });
  return {
    ...plot,
    panels: plot.panels.map((one) =>
      one.id === PANEL
        ? { ...one, axis: roomFor(one.axis, inner(heights(marks, PANEL), one.axis.range)) }
        : one,
    ),
    marks: [...plot.marks, ...marks],
    labels: [...plot.labels, ...labels],
  };
}

/** Recording → tables for those who read a figure instead of looking at it: its spikes with their intervals,
 *  and its course in some dozens of rows. Plain data; a cell without a value is undefined. */
import type { Experiment } from '../sim/experiment.ts';
import type { ModelDefinition } from '../sim/model.ts';
import type { Recording } from '../sim/recording.ts';
import { signalSpec } from '../sim/signals.ts';
import { niceStep } from './axis.ts';
import type { Plot, PlotAxis, PlotMark, Point } from './plot.ts';
import { spikeJump } from './points.ts';

export interface TableColumn {
  /** Words before the unit. */
  readonly label: string;
  /** "1" stands for a plain number. */
  readonly unit: string;
  /** Decimals of its numbers. */
  readonly digits: number;
}

export interface TableRow {
  readonly cells: readonly (number | undefined)[];
  /** A row at the time of a spike and not of a sample. */
  readonly spike?: true;
}

export interface DataTable {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Spikes that are left out because nobody reads so many rows. */
  readonly omitted: number;
}

/** Most spikes a table lists. */
const MAX_SPIKES = 500;
/** About so many rows show the course of a run. */
const TRACE_ROWS = 40;

/** Decimals of a number in a table; two for those not named: a hundredth of a millivolt or millisecond. */
const DIGITS: Readonly<Record<string, number>> = { nA: 3, µS: 4, '1': 3, 'mV/ms': 3 };

export const digitsOfUnit = (unit: string): number => DIGITS[unit] ?? 2;

/** Spike number, time, and the interval since the spike before it. */
export function spikeTable({ spikes }: Recording): DataTable {
  const rows = Array.from(spikes.subarray(0, MAX_SPIKES), (time, k) => ({
    cells: [k + 1, time, k === 0 ? undefined : time - (spikes[k - 1] ?? NaN)],
  }));
  return {
    title: 'Spikes',
    columns: [
      { label: 'spike', unit: '1', digits: 0 },
      { label: 'time', unit: 'ms', digits: 2 },
      { label: 'interval', unit: 'ms', digits: 2 },
    ],
    rows,
    omitted: Math.max(0, spikes.length - MAX_SPIKES),
  };
}

/** Index of the last sample at or before a time, 0 before the first.
 *  @param t ascending, not empty */
export function sampleAt(t: Float64Array, time: number): number {
  let low = 0;
  let high = t.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((t[middle] ?? Infinity) <= time) low = middle;
    else high = middle;
  }
  return low;
}

/** Everything that was recorded, at times that are round, and at every spike. The potential of a spike is
 *  the one at which it fires; its other signals are those of the sample before it. */
export function traceTable(
  experiment: Experiment,
  { t, V_m, spikes, signals }: Recording,
  model: ModelDefinition,
): DataTable {
  const names = ['t', 'V_m', ...Object.keys(signals)];
  const columns = names.map((name) => {
    const { label, unit } = signalSpec(name, model) ?? { label: name, unit: '1' };
    return { label, unit, digits: digitsOfUnit(unit) };
  });
  const top = spikeJump(experiment.neuron)?.top;
  const cells = (k: number, time = t[k], potential = V_m[k]) => [
    time,
    potential,
    ...Object.values(signals).map((values) => values[k]),
  ];

  const listed = spikes.subarray(0, MAX_SPIKES);
  const rows: TableRow[] = Array.from(listed, (time) => {
    const before = sampleAt(t, time);
    return { cells: cells(before, time, top ?? V_m[before]), spike: true };
  });
  const step = niceStep(experiment.duration, TRACE_ROWS);
  for (let i = 0; i * step <= experiment.duration * (1 + 1e-12); i++) {
    // The sample at a round time, which rounding may have put just behind it.
    rows.push({ cells: cells(sampleAt(t, i * step + 1e-9 * step)) });
  }
  rows.sort((a, b) => (a.cells[0] ?? 0) - (b.cells[0] ?? 0));
  return { title: 'Course', columns, rows, omitted: spikes.length - listed.length };
}

/** Most rows of a mark; of more, some are left out at regular distances. */
const MARK_ROWS = 60;

/** The points of a mark; of a bar its middle. */
export function pointsOf(mark: PlotMark): readonly Point[] {
  switch (mark.kind) {
    case 'line':
    case 'dots':
      return mark.points.filter(({ y }) => !Number.isNaN(y));
    case 'bars':
      return mark.bars.map(({ from, to, y }) => ({ x: (from + to) / 2, y }));
    case 'band':
      return mark.points.flatMap(({ x, low, high }) => [
        { x, y: low },
        { x, y: high },
      ]);
    case 'events':
      return [];
  }
}

/** A number of an axis as it is meant: the axis may hold its logarithm. */
export const meant = (value: number, { log }: PlotAxis): number => (log ? 10 ** value : value);

/** A plot that is not over time: one table for each of its lines, dots and bars. Lines with two points are
 *  levels, which the labels of the plot name. */
export function plotTables(plot: Plot): DataTable[] {
  return plot.marks.flatMap((mark) => {
    const axis = plot.panels.find(({ id }) => id === mark.panel)?.axis;
    const points = pointsOf(mark);
    if (!axis || points.length < 3) return [];
    const every = Math.ceil(points.length / MARK_ROWS);
    const columns = [plot.x, axis].map(({ label, unit, digits }) => ({ label, unit, digits: digits + 2 }));
    const rows = points
      .filter((_point, i) => i % every === 0 || i === points.length - 1)
      .map(({ x, y }) => ({ cells: [meant(x, plot.x), meant(y, axis)] }));
    return [{ title: `${plot.title}: ${mark.id}`, columns, rows, omitted: 0 }];
  });
}

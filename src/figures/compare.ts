/** Two runs side by side: what differs, in words read from both recordings, and the pinned run drawn under the
 *  other as what it is compared with. Pure. */
import { formatChosen, formatNumber, formatQuantity } from '../lib/quantity.ts';
import type { Experiment } from '../sim/experiment.ts';
import type { Recording } from '../sim/recording.ts';
import { axisOver, widen, type Range } from './axis.ts';
import { firing, type Firing } from './firing.ts';
import type { Plot, PlotAxis, PlotLabel, PlotMark, PlotPanel } from './plot.ts';

/** An experiment and what came of it. */
export interface Run {
  readonly experiment: Experiment;
  readonly recording: Recording;
}

const ms = (value: number) => formatQuantity(value, 'ms', 2);
const mV = (value: number) => formatQuantity(value, 'mV', 1);
const hz = (value: number) => formatQuantity(value, 'Hz', 2);
const spikes = (count: number) => `${formatNumber(count, 0)} ${count === 1 ? 'spike' : 'spikes'}`;

const lastOf = (values: ArrayLike<number>) => values[values.length - 1] ?? NaN;

/** Differences below half of the last digit that is shown are none. */
const same = (a: number, b: number, digits: number) => Math.abs(a - b) < 0.5 * 10 ** -digits;

/** u at a time, on a straight line between samples. */
function potentialAt({ t, V_m }: Recording, time: number): number {
  let low = 0;
  let high = t.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((t[middle] ?? 0) <= time) low = middle;
    else high = middle;
  }
  const [from, to] = [t[low] ?? 0, t[high] ?? 0];
  const [a, b] = [V_m[low] ?? NaN, V_m[high] ?? NaN];
  return to > from ? a + ((b - a) * (time - from)) / (to - from) : a;
}

/** Where the potentials are furthest apart: difference in mV (second minus first) and time in ms, over the time
 *  that both runs cover. */
export function furthestApart(first: Recording, second: Recording): { by: number; at: number } {
  const end = Math.min(lastOf(first.t), lastOf(second.t));
  let found = { by: 0, at: 0 };
  for (const at of second.t) {
    if (at > end) break;
    const by = potentialAt(second, at) - potentialAt(first, at);
    if (Math.abs(by) > Math.abs(found.by) + 1e-9) found = { by, at };
  }
  return found;
}

function rates(before: Firing, now: Firing): string {
  if (before.rate === undefined || now.rate === undefined) {
    if (before.rate === now.rate) return 'One spike has no interval and no rate.';
    const fast = now.rate ?? before.rate ?? NaN;
    return now.rate === undefined
      ? `It fired at ${hz(fast)}; one spike has no rate.`
      : `It fires at ${hz(fast)}; the one spike of the pinned run had no rate.`;
  }
  const mean = before.regular && now.regular ? '' : ' on average';
  if (same(before.rate, now.rate, 2))
    return `It fires as often as the pinned run${mean}: every ${ms(now.interval ?? NaN)}, ${hz(now.rate)}.`;
  const by = hz(Math.abs(now.rate - before.rate));
  return (
    `It fires ${by} ${now.rate > before.rate ? 'faster' : 'slower'}${mean}: ` +
    `every ${ms(now.interval ?? NaN)} instead of every ${ms(before.interval ?? NaN)}, ` +
    `${hz(now.rate)} instead of ${hz(before.rate)}.`
  );
}

function latency(before: number, now: number): string {
  if (same(before, now, 2)) return `The first spike comes at the same time, at ${ms(now)}.`;
  return `The first spike comes ${ms(Math.abs(now - before))} ${now < before ? 'earlier' : 'later'}, at ${ms(now)} instead of ${ms(before)}.`;
}

function counts(pinned: Run, run: Run): string {
  const [before, now] = [pinned.recording.spikes.length, run.recording.spikes.length];
  const [was, is] = [pinned.experiment.duration, run.experiment.duration];
  if (was !== is)
    return `It has ${spikes(now)} in ${formatChosen(is, 'ms')}; the pinned run had ${formatNumber(before, 0)} in ${formatChosen(was, 'ms')}.`;
  return before === now
    ? `Both have ${spikes(now)} in ${formatChosen(is, 'ms')}.`
    : `It has ${spikes(now)} instead of ${formatNumber(before, 0)} in ${formatChosen(is, 'ms')}.`;
}

function potentials(pinned: Recording, now: Recording): string {
  const { by, at } = furthestApart(pinned, now);
  if (same(by, 0, 1)) return 'u runs as it did in the pinned run.';
  const side = by > 0 ? 'higher' : 'lower';
  const [before, last] = [lastOf(pinned.V_m), lastOf(now.V_m)];
  const end = same(before, last, 1)
    ? `Both end at ${mV(last)}.`
    : `It ends at ${mV(last)} instead of ${mV(before)}.`;
  return `u is at most ${mV(Math.abs(by))} ${side} than in the pinned run, at ${formatQuantity(at, 'ms', 1)}. ${end}`;
}

function firesAnew(now: Firing): string {
  const start = `It fires now, which the pinned run did not: ${spikes(now.count)}, the first at ${ms(now.first ?? NaN)}`;
  return now.rate === undefined
    ? `${start}.`
    : `${start}, ${now.regular ? '' : 'on average '}every ${ms(now.interval ?? NaN)}, a rate of ${hz(now.rate)}.`;
}

/** @returns how `run` differs from the pinned one, in whole sentences, with units */
export function compareRuns(pinned: Run, run: Run): string {
  const before = firing(pinned.recording, pinned.experiment);
  const now = firing(run.recording, run.experiment);
  if (before.first === undefined)
    return now.first === undefined
      ? `Neither run fires. ${potentials(pinned.recording, run.recording)}`
      : firesAnew(now);
  if (now.first === undefined)
    return `It no longer fires: the pinned run had ${spikes(before.count)}, the first at ${ms(before.first)}.`;
  return `${rates(before, now)} ${latency(before.first, now.first)} ${counts(pinned, run)}`;
}

/** A number, switch or word that is not what it was. */
export interface Difference {
  readonly name: string;
  readonly pinned: string;
  readonly now: string;
}

/** "Pinned: current 2.5 nA; now: current 3 nA." */
export function differencesInWords(differences: readonly Difference[]): string {
  const join = (side: 'pinned' | 'now') => differences.map((one) => `${one.name} ${one[side]}`).join(', ');
  return differences.length === 0
    ? 'Nothing is changed yet: this is the pinned run.'
    : `Pinned: ${join('pinned')}; now: ${join('now')}.`;
}

function alike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => alike(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}

/** A mark of the pinned run: the same course, drawn as what another is compared with; spikes become rings. */
function asPinned(mark: PlotMark): PlotMark {
  const own = { id: `pinned-${mark.id}`, panel: mark.panel, quantity: 'compared' } as const;
  if (mark.kind === 'events')
    return { ...own, kind: 'dots', hollow: true, points: mark.times.map((x) => ({ x, y: mark.above })) };
  if (mark.kind === 'dots') return { ...mark, ...own, hollow: true };
  return { ...mark, ...own };
}

/** Lowest and highest y of marks in a panel. */
export function heights(marks: readonly PlotMark[], panel: string): Range {
  let low = Infinity;
  let high = -Infinity;
  const meet = (y: number) => {
    if (y < low) low = y;
    if (y > high) high = y;
  };
  for (const mark of marks) {
    if (mark.panel !== panel) continue;
    if (mark.kind === 'line' || mark.kind === 'dots') mark.points.forEach(({ y }) => meet(y));
    else if (mark.kind === 'bars') mark.bars.forEach(({ y }) => meet(y));
    else if (mark.kind === 'band') mark.points.forEach((point) => (meet(point.low), meet(point.high)));
  }
  return [low, high];
}

/** The axis, wide enough for more marks. */
export function roomFor(axis: PlotAxis, data: Range): PlotAxis {
  const [low, high] = axis.range;
  if (!(data[0] < low || data[1] > high)) return axis;
  const range = widen(axis.range, data);
  if (axis.log) return { ...axis, range };
  const { unit, label, quantity } = axis;
  return axisOver(range, axis.ticks.length, { unit, label, quantity });
}

/** A level, such as a threshold: where it stood is told by the run itself. */
function isLevel(mark: PlotMark): boolean {
  if (mark.kind !== 'line' || (mark.quantity !== 'leak' && mark.quantity !== 'fire')) return false;
  const [first, second, third] = mark.points;
  return first?.y === second?.y && third === undefined;
}

/** The plot with the marks of a pinned one beneath, where they differ: what is the same is drawn once.
 *  @param pinned the pinned run's plot at the same width */
export function overPinned(plot: Plot, pinned: Plot): Plot {
  const shown = new Map(plot.marks.map((mark) => [mark.id, mark]));
  const marks = pinned.marks
    .filter(
      (mark) =>
        mark.quantity !== 'formula' &&
        !isLevel(mark) &&
        plot.panels.some(({ id }) => id === mark.panel) &&
        !alike(shown.get(mark.id), mark),
    )
    .map(asPinned);
  if (marks.length === 0) return plot;
  const panels = plot.panels.map((panel): PlotPanel => ({
    ...panel,
    axis: roomFor(panel.axis, heights(marks, panel.id)),
  }));
  const text = plot.narrow ? 'pin' : 'pinned';
  const labels = marks.flatMap((mark): PlotLabel[] => {
    if (mark.kind !== 'line') return [];
    const last = mark.points.findLast(({ y }) => !Number.isNaN(y));
    return last ? [{ panel: mark.panel, text, value: last.y, quantity: 'compared' }] : [];
  });
  // One label for each panel is enough.
  const first = labels.filter(({ panel }, i) => labels.findIndex((other) => other.panel === panel) === i);
  return { ...plot, panels, marks: [...marks, ...plot.marks], labels: [...plot.labels, ...first] };
}

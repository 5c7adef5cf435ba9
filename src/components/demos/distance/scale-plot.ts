/** The distance over its own time scale, with the present one, and the limits: only the numbers of spikes count at one
 *  end, every spike that does not coincide at the other. */
import { axisOver, widen, type Range } from '../../../figures/axis.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark } from '../../../figures/plot.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { formatNumber } from '../../../lib/quantity.ts';
import { isVanRossum, SCALES } from './distance-run.ts';
import type { DistanceRun } from './trains-plot.ts';

/** Room of the name of a limit, in decades. */
const NAME = 2;
/** Room of a number, likewise. */
const NUMBER = 0.7;
const GAP = 0.1;
/** Of the words "numbers alone". */
const COUNTS = 1.45;

/** What the distance tends to where time does not matter, and where all of it does. */
export function limitsOf({ recording, settings }: DistanceRun): { counts: number; all: number } {
  const [a, b] = [Array.from(recording.spikes), new Set(recording.other)];
  const together = a.filter((time) => b.has(time)).length;
  const differing = Math.abs(a.length - b.size);
  const apart = a.length + b.size - 2 * together;
  return isVanRossum(settings)
    ? { counts: differing / Math.SQRT2, all: Math.sqrt(apart / 2) }
    : { counts: differing, all: apart };
}

/** Ends at the larger limit. */
export function distanceRange(run: DistanceRun): Range {
  const { counts, all } = limitsOf(run);
  return widen([0, 1], [0, Math.max(counts, all)]);
}

/** @param frame kept where the curve fits
 *  @param width px */
export function scalePlot(run: DistanceRun, frame: Range, width: number): Plot {
  const { recording, settings } = run;
  const rossum = isVanRossum(settings);
  const [from, to] = rossum ? SCALES.tau : SCALES.q;
  const y = widen(frame, distanceRange(run));
  const { counts, all } = limitsOf(run);
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const level = (id: string, value: number, text: string, x: number, quantity: QuantityName) => {
    const points = [from, to].map((x) => ({ x, y: value }));
    marks.push({ kind: 'line', id, panel: 'distance', quantity, points });
    labels.push({ panel: 'distance', text, value: value + (y[1] - y[0]) * 0.045, quantity, x });
  };
  // Each stands at the other end than its limit, where the curve is not.
  const [left, right] = [from, to - NAME];
  const here = Math.log10(rossum ? settings.tau : settings.q);
  // Out of the way of the stroke at the present scale.
  const beside = here + GAP + COUNTS < to ? here + GAP : here - GAP - COUNTS;
  const free = rossum ? left : right;
  const struck = here > free - GAP && here < free + COUNTS;
  level('counts', counts, 'numbers alone', struck ? beside : free, 'leak');
  if (all > counts) level('all', all, 'every spike apart', rossum ? right : left, 'leak');
  const points = recording.curve.map(({ scale, distance }) => ({ x: Math.log10(scale), y: distance }));
  marks.push({ kind: 'line', id: 'distance', panel: 'distance', quantity: 'integrate', points });
  if (here >= from && here <= to) {
    const dot = { x: here, y: recording.distance };
    marks.push({
      kind: 'line',
      id: 'scale',
      panel: 'distance',
      quantity: 'input',
      points: [{ x: here, y: 0 }, dot],
    });
    marks.push({ kind: 'dots', id: 'now', panel: 'distance', quantity: 'input', points: [dot], radius: 5 });
    // Above the curve where there is room below the upper limit, else under it, on the side it does not run to.
    const height = y[1] - y[0];
    const above = recording.distance < all - 0.15 * height;
    const right = rossum === above && here < to - NUMBER / 2;
    labels.push({
      panel: 'distance',
      text: formatNumber(recording.distance, 2),
      value: recording.distance + (above ? 0.06 : -0.09) * height,
      quantity: 'input',
      x: right ? here + GAP : Math.max(from, here - NUMBER),
    });
  }
  const ticks = Array.from({ length: to - from + 1 }, (_, k) => from + k);
  return {
    title: rossum
      ? 'Distance of van Rossum over the time constant of its filter'
      : 'Distance of Victor and Purpura over the cost of moving a spike',
    narrow: width < NARROW,
    x: {
      range: [from, to],
      ticks,
      digits: 3,
      log: true,
      unit: rossum ? 'ms' : '1/ms',
      label: rossum ? 'time constant τ' : 'cost q',
      quantity: 'input',
    },
    panels: [
      {
        id: 'distance',
        axis: axisOver(y, 4, { unit: '', label: 'distance', quantity: 'integrate' }),
        weight: 1,
      },
    ],
    marks,
    labels,
  };
}

/** A trace that a reader has drawn, measured against the true one: distance in mV, spikes, and the wrong idea it
 *  is closer to. Pure. Left out: what was not drawn is not judged. */
import { victorPurpuraDistance } from '../sim/spike-distance.ts';
import type { Range } from './axis.ts';
import { heightAt } from './height-at.ts';
import type { Point } from './plot.ts';

/** Points of a grid over which a drawing is measured: finer than the pixels of a figure on a phone. */
const GRID = 800;

/** Turning one spike train into another costs 1 for a spike added or removed, and this much to move one by 1 ms:
 *  spikes less than 20 ms apart are taken for the same one. */
export const MOVE_COST = 0.1;

/** Puts a point into a drawing, in order of x. Two points may share an x, which makes a jump; a third takes the
 *  place of the second. */
export function place(points: readonly Point[], point: Point): readonly Point[] {
  const before = points.filter(({ x }) => x < point.x);
  const at = points.filter(({ x }) => x === point.x);
  const after = points.filter(({ x }) => x > point.x);
  const [first] = at;
  if (first?.y === point.y) return [...before, first, ...after];
  return [...before, ...(first ? [first, point] : [point]), ...after];
}

/** Draws on from one point to the next: what stood between them is replaced. */
export function stroke(points: readonly Point[], from: Point, to: Point): readonly Point[] {
  const [low, high] = from.x < to.x ? [from.x, to.x] : [to.x, from.x];
  if (low === high) {
    // Straight up or down: both ends stay, in the order they were drawn.
    const rest = points.filter(({ x }) => x !== low);
    const first = points.find(({ x }) => x === low) ?? from;
    return [
      ...rest.filter(({ x }) => x < low),
      first,
      ...(first.y === to.y ? [] : [to]),
      ...rest.filter(({ x }) => x > low),
    ];
  }
  // The point begun from keeps its own jump; the one arrived at is new.
  const kept = points.filter(({ x }) => x < low || x > high || x === from.x);
  return [...kept.filter(({ x }) => x < to.x), to, ...kept.filter(({ x }) => x > to.x)];
}

/** A line at equal distances over a range, ends included; NaN where it is not drawn. */
export function resample(points: readonly Point[], [from, to]: Range, count = GRID + 1): Float64Array {
  return Float64Array.from({ length: count }, (_, k) =>
    heightAt(points, k === count - 1 ? to : from + ((to - from) * k) / (count - 1)),
  );
}

/** Root mean square of what two sampled lines differ by, where both are drawn; NaN where they never meet. */
export function rms(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  let count = 0;
  a.forEach((value, k) => {
    const by = value - (b[k] ?? NaN);
    if (Number.isNaN(by)) return;
    sum += by * by;
    count++;
  });
  return Math.sqrt(sum / count);
}

/** The straight line through the start that comes closest to a drawing (least squares).
 *  @returns its heights on the drawing's grid, and how far it rises over the whole of it */
export function closestStraight(drawn: Float64Array, start: number): { line: Float64Array; rise: number } {
  const last = drawn.length - 1;
  let along = 0;
  let square = 0;
  drawn.forEach((value, k) => {
    if (Number.isNaN(value)) return;
    const s = k / last;
    along += s * (value - start);
    square += s * s;
  });
  const rise = square > 0 ? along / square : 0;
  return { line: Float64Array.from(drawn, (_, k) => start + (rise * k) / last), rise };
}

/** The spikes of a drawing: where it falls steeply from near the threshold.
 *  @param fall least fall, mV, that is a reset  @param within ms, the most a fall may take */
export function drawnSpikes(
  points: readonly Point[],
  threshold: number,
  fall: number,
  within: number,
): number[] {
  const times: number[] = [];
  const near = ({ y }: Point) => y >= threshold - fall / 2;
  for (let i = 0; i < points.length; i++) {
    const top = points[i];
    if (!top || !near(top)) continue;
    let end = top.x;
    for (let j = i + 1; j < points.length; j++) {
      const point = points[j];
      if (!point || point.x - top.x > within) break;
      if (near(point)) end = point.x;
      if (top.y - point.y < fall) continue;
      times.push(end);
      i = j;
      break;
    }
  }
  return times;
}

export interface SpikeMatch {
  /** Pairs of a predicted and a true spike that are taken for the same. */
  readonly matched: number;
  /** Mean distance of the pairs, ms; NaN when there is none. */
  readonly apart: number;
  /** True spikes without a partner. */
  readonly missing: number;
  /** Predicted spikes without one. */
  readonly extra: number;
  /** Victor & Purpura's: missing + extra + MOVE_COST · all the moving. */
  readonly cost: number;
}

/** The cheapest way to turn predicted spikes into the true ones (Victor & Purpura 1996), and its pairs. */
export function matchSpikes(predicted: readonly number[], truth: readonly number[]): SpikeMatch {
  const cost = victorPurpuraDistance(predicted, truth, MOVE_COST);
  let matched = 0;
  let moved = 0;
  let [i, j] = [predicted.length, truth.length];
  // Back from the end, along steps that cost what the whole says.
  let left = cost;
  while (i > 0 && j > 0) {
    const apart = Math.abs((predicted[i - 1] ?? NaN) - (truth[j - 1] ?? NaN));
    const before = victorPurpuraDistance(predicted.slice(0, i - 1), truth.slice(0, j - 1), MOVE_COST);
    if (Math.abs(before + MOVE_COST * apart - left) < 1e-9) {
      matched++;
      moved += apart;
      [i, j, left] = [i - 1, j - 1, before];
      continue;
    }
    const removed = victorPurpuraDistance(predicted.slice(0, i - 1), truth.slice(0, j), MOVE_COST);
    if (Math.abs(removed + 1 - left) < 1e-9) [i, left] = [i - 1, removed];
    else [j, left] = [j - 1, left - 1];
  }
  return {
    matched,
    apart: matched > 0 ? moved / matched : NaN,
    missing: truth.length - matched,
    extra: predicted.length - matched,
    cost,
  };
}

/** A wrong idea, as what it would look like. */
export interface WrongTrace {
  /** Courses it predicts. */
  readonly like: readonly (readonly Point[])[];
  /** `straight`: any straight line from the start; `above`: higher than the threshold. */
  readonly shape?: 'straight' | 'above' | undefined;
  /** ms; what comes later says nothing about this idea, such as times of spikes that it shifts only a little. */
  readonly until?: number | undefined;
}

/** A wrong idea that a drawing is closer to than to the truth. */
export interface Misled {
  readonly index: number;
  /** Distance from the idea and from the truth, mV, over the time that the idea speaks of. */
  readonly rms: number;
  readonly fromTruth: number;
  /** End of that time, ms; undefined where it is all. */
  readonly until: number | undefined;
}

export interface Judged {
  /** Root mean square over what was drawn, mV. */
  readonly rms: number;
  /** Where it is furthest off, beside the jumps: ms, and by how much (drawn minus true), mV. */
  readonly worst: { readonly at: number; readonly by: number };
  /** Part of the time that was drawn, 0 to 1. */
  readonly covered: number;
  /** The difference of the highest and lowest true value, mV. */
  readonly span: number;
  /** The wrong idea the drawing is closest to, where that is closer than the truth. */
  readonly misled: Misled | undefined;
}

/** A line that goes this far above the threshold is meant to, mV. */
const CLEARLY_ABOVE = 3;
/** A straight line that rises less than this part of what the truth spans is none: nothing was expected to happen. */
const LEAST_RISE = 0.2;

/** How far a drawing is from a wrong idea, mV; NaN where it is none of it. */
function distanceTo(
  { like, shape }: WrongTrace,
  drawn: Float64Array,
  range: Range,
  { start, span, threshold }: { start: number; span: number; threshold: number },
): number {
  const distances = like.map((course) => rms(drawn, resample(course, range)));
  if (shape === 'straight') {
    const { line, rise } = closestStraight(drawn, start);
    if (Math.abs(rise) > LEAST_RISE * span) distances.push(rms(drawn, line));
  }
  if (shape === 'above' && drawn.some((value) => value > threshold + CLEARLY_ABOVE)) distances.push(0);
  return Math.min(...distances);
}

/** Samples next to a jump of the truth, where a drawing is off by all of it when it jumps a moment too soon. */
function nextToJump(real: Float64Array, span: number, given: boolean): (k: number) => boolean {
  const width = GRID / 100;
  // What goes on from a given course begins where that one breaks off.
  const jumps: number[] = given ? [0] : [];
  for (let k = 1; k < real.length; k++)
    if (Math.abs((real[k] ?? 0) - (real[k - 1] ?? 0)) > span / 5) jumps.push(k);
  return (k) => jumps.some((jump) => Math.abs(jump - k) <= width);
}

/** @param points drawn, at least two  @param truth the true course  @param range ms, what was to be drawn
 *  @param threshold mV; Infinity for a membrane without
 *  @throws RangeError when nothing was drawn over the range */
export function judge(
  points: readonly Point[],
  truth: readonly Point[],
  range: Range,
  wrong: readonly WrongTrace[],
  threshold = Infinity,
): Judged {
  const drawn = resample(points, range);
  const real = resample(truth, range);
  const [from, to] = range;
  const timeOf = (k: number) => from + ((to - from) * k) / GRID;
  const span = Math.max(...real) - Math.min(...real);
  const jumps = nextToJump(real, span, from > 0);
  let worst = { at: NaN, by: 0 };
  let covered = 0;
  drawn.forEach((value, k) => {
    const by = value - (real[k] ?? NaN);
    if (Number.isNaN(by)) return;
    covered++;
    if (Math.abs(by) >= Math.abs(worst.by) && !jumps(k)) worst = { at: timeOf(k), by };
  });
  if (covered === 0) throw new RangeError('a prediction must cover some of the time that is asked for');

  const facts = { start: real[0] ?? NaN, span, threshold };
  let misled: Misled | undefined;
  wrong.forEach((idea, index) => {
    const seen =
      idea.until === undefined ? drawn : drawn.map((y, k) => (timeOf(k) > (idea.until ?? to) ? NaN : y));
    const fromTruth = rms(seen, real);
    const distance = distanceTo(idea, seen, range, facts);
    const nearest = misled ? misled.rms / misled.fromTruth : 1;
    if (distance / fromTruth < nearest) misled = { index, rms: distance, fromTruth, until: idea.until };
  });
  return { rms: rms(drawn, real), worst, covered: covered / drawn.length, span, misled };
}

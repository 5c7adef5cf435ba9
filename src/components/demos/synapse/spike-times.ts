/** The list of spike times as a reader writes and clicks it. Pure. */
import { showValue } from '../../../sim/param-spec.ts';

/** The panel in which a reader clicks spikes. */
export const SPIKES_PANEL = 'spikes';
/** Most spikes of the list. */
export const MOST_TIMES = 500;

const range = (duration: number) => `a number from 0 to ${duration} ms, where the run ends`;

/** "10, 25.5 40" in ms, in any order, with or without their unit.
 *  @param duration of the run, ms
 *  @returns the times, ascending, or a sentence naming the one that is none */
export function readTimes(typed: string, duration: number): readonly number[] | string {
  const words = typed
    .replaceAll(/ms\b/gi, ' ')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  if (words.length > MOST_TIMES)
    return `There must be at most ${MOST_TIMES} spike times, got ${words.length}.`;
  const times = words.map((word) =>
    /^[+\-−]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word) ? Number(word.replace('−', '-')) : NaN,
  );
  const wrong = times.findIndex((time) => !(time >= 0 && time <= duration));
  if (wrong >= 0) {
    const unit = Number.isNaN(times[wrong]) ? '' : ' ms';
    return `Spike time ${wrong + 1} must be ${range(duration)}, got ${showValue(words[wrong])}${unit}. Write times as 10, 25.5, 40.`;
  }
  return times.map((time) => time + 0).sort((a, b) => a - b);
}

export function writeTimes(times: readonly number[]): string {
  return times.map((time) => String(time)).join(', ');
}

/** @param first ms  @param interval ms; 0 lets all arrive at once */
export function regularTimes(first: number, count: number, interval: number): readonly number[] {
  // Without the rounding of a product: 3·0.1 is 0.3.
  return Array.from({ length: count }, (_, k) => Number((first + k * interval).toPrecision(12)));
}

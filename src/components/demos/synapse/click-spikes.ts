/** What a click into the lowest panel of the figure does to the list of spikes; fetched with the first click. Pure. */
import { geometry } from '../../../figures/geometry.ts';
import type { Plot } from '../../../figures/plot.ts';
import { formatQuantity } from '../../../lib/quantity.ts';

/** A click so near to a spike is meant for it, px: a finger is no needle. */
const NEAR = { mouse: 5, touch: 14 };

export interface Toggled {
  /** Ascending, ms. */
  readonly times: readonly number[];
  /** What was done, in words. */
  readonly said: string;
}

/** Takes the spike nearest to a place away, if one is near; else puts one there, on tenths of a millisecond.
 *  @param near ms
 *  @returns the new list, ascending, and what was done, in words */
export function toggleTime(times: readonly number[], place: number, near: number): Toggled {
  const nearest = times.reduce(
    (best, time, i) => (Math.abs(time - place) < Math.abs((times[best] ?? Infinity) - place) ? i : best),
    0,
  );
  const found = times[nearest];
  const at = (time: number) => `the spike at ${formatQuantity(time, 'ms', 1)}`;
  if (found !== undefined && Math.abs(found - place) <= near)
    return { times: times.filter((_, i) => i !== nearest), said: `Taken away: ${at(found)}.` };
  const time = Math.round(place * 10) / 10;
  return { times: [...times, time].sort((a, b) => a - b), said: `Added: ${at(time)}.` };
}

/** @param at the place in the drawing, px  @param panel in which clicks are meant for the spikes
 *  @param width of the drawing, px  @param duration of the run, ms
 *  @returns undefined when the click was not meant for the spikes */
export function clickSpikes(
  times: readonly number[],
  at: { readonly x: number; readonly y: number; readonly touch: boolean },
  plot: Plot,
  panel: string,
  width: number,
  duration: number,
): Toggled | undefined {
  const where = geometry(plot, width);
  const top = where.y(panel, 1) - 12;
  if (at.y < top || at.y > where.bottom + 6 || at.x < where.left - 4 || at.x > where.right + 4)
    return undefined;
  const near = Math.abs(where.value(at.touch ? NEAR.touch : NEAR.mouse) - where.value(0));
  return toggleTime(times, Math.min(duration, Math.max(0, where.value(at.x))), near);
}

/** From spike to spike: the intervals of a spike train and the rate they give. "There is none" is null, never NaN. */
import { showValue } from './param-spec.ts';

type Values = ArrayLike<number>;

/** @throws RangeError naming the train and the first time that is no number or before the one before it */
export function assertAscending(times: Values, name: string): void {
  let before = -Infinity;
  for (let i = 0; i < times.length; i++) {
    const time = times[i] as number;
    if (!Number.isFinite(time)) {
      throw new RangeError(`${name}[${i}] must be a finite time in ms, got ${showValue(time)}`);
    }
    if (time < before) {
      throw new RangeError(
        `${name}[${i}] must be at or after the spike before it (${before} ms), got ${time} ms`,
      );
    }
    before = time;
  }
}

/** Times from spike to spike in ms: one fewer than the spikes.
 *  @throws RangeError naming the spike that is not in order */
export function intervalsMs(spikes: Values): Float64Array {
  assertAscending(spikes, 'spikes');
  const count = Math.max(0, spikes.length - 1);
  return Float64Array.from({ length: count }, (_, i) => (spikes[i + 1] as number) - (spikes[i] as number));
}

/** Mean of a list; null when it is empty. */
export function mean(values: Values): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** 1/mean interval, Hz; null for fewer than two spikes, or when all come at once. */
export function intervalRateHz(spikes: Values): number | null {
  const interval = mean(intervalsMs(spikes));
  return interval === null || interval === 0 ? null : 1000 / interval;
}

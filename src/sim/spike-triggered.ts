/** Spike-triggered average: what a signal looks like, on average, around a spike (de Boer & Kuyper 1968; Dayan &
 *  Abbott 2001, §1.3). For a neuron driven by white noise it is the stimulus it waits for. */
import { showValue } from './param-spec.ts';

export interface SpikeTriggeredAverage {
  /** Time of each sample after the spike, ms; negative before it. */
  readonly lag: Float64Array;
  /** Mean of the signal at that lag; all 0 when no spike was used. */
  readonly mean: Float64Array;
  /** Spikes whose whole window lies within the recording; the others are left out. */
  readonly used: number;
}

/** @param signal sampled at k·dt, k = 0, 1, …
 *  @param spikes times in ms; each is taken at its nearest sample
 *  @param beforeMs how far the window reaches before the spike  @param afterMs and after it
 *  @throws RangeError naming dt, before, after, or the spike that is no number */
export function spikeTriggeredAverage(
  signal: ArrayLike<number>,
  dtMs: number,
  spikes: ArrayLike<number>,
  beforeMs: number,
  afterMs: number,
): SpikeTriggeredAverage {
  if (!(dtMs > 0 && dtMs < Infinity)) {
    throw new RangeError(`dt must be a finite number > 0 ms, got ${showValue(dtMs)} ms`);
  }
  const steps = (span: number, name: string): number => {
    // No window can be longer than the signal.
    const count = Math.round(span / dtMs);
    if (span >= 0 && count <= signal.length) return count;
    throw new RangeError(
      `${name} must be from 0 to the length of the signal, ${signal.length * dtMs} ms, got ${showValue(span)} ms`,
    );
  };
  const before = steps(beforeMs, 'before');
  const after = steps(afterMs, 'after');
  const size = before + after + 1;
  const sum = new Float64Array(size);
  let used = 0;
  for (let i = 0; i < spikes.length; i++) {
    const time = spikes[i] as number;
    if (!Number.isFinite(time)) {
      throw new RangeError(`spikes[${i}] must be a finite time in ms, got ${showValue(time)}`);
    }
    const first = Math.round(time / dtMs) - before;
    if (first < 0 || first + size > signal.length) continue;
    used++;
    for (let k = 0; k < size; k++) sum[k] = (sum[k] as number) + (signal[first + k] as number);
  }
  return {
    lag: Float64Array.from(sum, (_, k) => (k - before) * dtMs),
    mean: used > 0 ? sum.map((total) => total / used) : sum,
    used,
  };
}

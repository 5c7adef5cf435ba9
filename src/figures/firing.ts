/** What a list of spike times says: count, first spike, intervals, rate. */
import type { Experiment } from '../sim/experiment.ts';
import type { Recording } from '../sim/recording.ts';
import { rateHz } from '../sim/theory.ts';

export interface Firing {
  readonly count: number;
  /** Time of the first spike in ms; undefined when there is none. */
  readonly first: number | undefined;
  /** Mean time from spike to spike in ms; undefined below two spikes. */
  readonly interval: number | undefined;
  readonly shortest: number;
  readonly longest: number;
  /** 1000 / interval in Hz: not count / duration, which a short run makes too high or too low. */
  readonly rate: number | undefined;
  /** True when all intervals are the same, as far as the method can tell. */
  readonly regular: boolean;
}

export function firing({ spikes }: Recording, { method, dt }: Experiment): Firing {
  const count = spikes.length;
  const first = spikes[0];
  const last = spikes[count - 1];
  if (first === undefined || last === undefined || count < 2) {
    return { count, first, interval: undefined, shortest: NaN, longest: NaN, rate: undefined, regular: true };
  }
  let shortest = Infinity;
  let longest = 0;
  for (let k = 1; k < count; k++) {
    const interval = (spikes[k] ?? 0) - (spikes[k - 1] ?? 0);
    shortest = Math.min(shortest, interval);
    longest = Math.max(longest, interval);
  }
  const interval = (last - first) / (count - 1);
  // A method on a grid stamps every spike on it: equal intervals come out one step apart.
  const slack = method === 'precise' ? 1e-6 * interval : 1.5 * dt;
  return {
    count,
    first,
    interval,
    shortest,
    longest,
    rate: rateHz(interval),
    regular: longest - shortest <= slack,
  };
}

/** The parts of a run from spike to spike: held at the reset for t_ref, then the climb to threshold. */
import type { LifNeuron } from '../../../sim/experiment.ts';

/** From, to, ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface IntervalParts {
  /** After each spike. */
  readonly held: readonly Stretch[];
  /** One before each spike, the first from the start of the run: none of its time is held. */
  readonly climbs: readonly Stretch[];
}

/** @param spikes ms, ascending
 *  @param duration ms; what is held at the end of the run ends there */
export function intervalParts(
  { t_ref }: LifNeuron,
  spikes: ArrayLike<number>,
  duration: number,
): IntervalParts {
  const times = Array.from(spikes);
  return {
    held: times.map((spike) => ({ from: spike, to: Math.min(duration, spike + t_ref) })),
    climbs: times.map((spike, k) => ({ from: k === 0 ? 0 : (times[k - 1] ?? 0) + t_ref, to: spike })),
  };
}

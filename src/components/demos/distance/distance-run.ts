/** Two spike trains of one neuron under two currents, how far they are apart, and how that depends on the time
 *  scale of the distance. */
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Progress } from '../../../sim/progress.ts';
import type { Recording } from '../../../sim/recording.ts';
import {
  vanRossumDistance,
  victorPurpuraDistance,
  victorPurpuraPairs,
  type SpikePair,
} from '../../../sim/spike-distance.ts';
import type { Settings } from '../definition.ts';
import { VAN_ROSSUM, type DistanceSetting } from './distance-settings.ts';

export interface DistanceRecording extends Recording {
  /** Train B, ms; train A is `spikes`. */
  readonly other: Float64Array;
  /** Of the spikes that are moved; none for van Rossum. */
  readonly pairs: readonly SpikePair[];
  readonly distance: number;
  /** Over q in 1/ms or τ in ms, ascending. */
  readonly curve: readonly { readonly scale: number; readonly distance: number }[];
}

/** Powers of ten of q and τ that the curve spans. */
export const SCALES = { q: [-3, 1], tau: [-1, 3] } as const;
/** Points of the curve in each decade. */
const PER_DECADE = 12;

export function withCurrent(experiment: Experiment<LifNeuron>, amplitude: number): Experiment<LifNeuron> {
  return {
    ...experiment,
    inputs: experiment.inputs.map((input) => ({ ...input, amplitude }) as typeof input),
  };
}

export const isVanRossum = ({ measure }: Settings<DistanceSetting>) => measure === VAN_ROSSUM;

export function runDistance(
  experiment: Experiment<LifNeuron>,
  settings: Settings<DistanceSetting>,
  progress?: Progress,
): DistanceRecording {
  const recording = LIF.simulate(experiment, undefined, progress);
  const { spikes } = recording;
  const other = LIF.simulate(withCurrent(experiment, settings.other)).spikes.map(
    (time) => time + settings.shift,
  );
  const rossum = isVanRossum(settings);
  const apart = (scale: number) =>
    rossum ? vanRossumDistance(spikes, other, scale) : victorPurpuraDistance(spikes, other, scale);
  const [from, to] = rossum ? SCALES.tau : SCALES.q;
  const curve = Array.from({ length: (to - from) * PER_DECADE + 1 }, (_, k) => {
    const scale = 10 ** (from + k / PER_DECADE);
    return { scale, distance: apart(scale) };
  });
  return {
    ...recording,
    other,
    pairs: rossum ? [] : victorPurpuraPairs(spikes, other, settings.q),
    distance: apart(rossum ? settings.tau : settings.q),
    curve,
  };
}

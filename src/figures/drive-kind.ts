/** What kind of current an experiment injects, as far as closed forms and sentences care. */
import type { Experiment } from '../sim/experiment.ts';

/** One constant current, flowing from `start` to `stop` (ms, inside the run). */
export interface ConstantDrive {
  readonly kind: 'constant';
  /** nA, not 0. */
  readonly amplitude: number;
  readonly start: number;
  readonly stop: number;
  /** True when the current outlasts the run. */
  readonly toTheEnd: boolean;
}

export type DriveKind = { readonly kind: 'none' } | ConstantDrive | { readonly kind: 'other' };

export function driveKind({ inputs, duration }: Experiment): DriveKind {
  const flowing = inputs.filter((input) => {
    if (input.type === 'spikes') return input.weight !== 0 && input.times.length > 0;
    if (input.start >= duration) return false;
    if (input.type === 'pulse') return input.amplitude !== 0 && input.count > 0;
    if (input.stop <= input.start) return false;
    if (input.type === 'step') return input.amplitude !== 0;
    if (input.type === 'ramp') return input.from !== 0 || input.to !== 0;
    if (input.type === 'sine' || input.type === 'chirp') return input.amplitude !== 0 || input.offset !== 0;
    if (input.type === 'poisson') return input.weight !== 0 && input.rate !== 0;
    return true;
  });
  const [input] = flowing;
  if (!input) return { kind: 'none' };
  const single = input.type === 'step' || (input.type === 'pulse' && input.count === 1);
  if (flowing.length > 1 || !single) return { kind: 'other' };
  const { amplitude, start } = input;
  const stop = input.type === 'step' ? input.stop : start + input.width;
  return {
    kind: 'constant',
    amplitude,
    start,
    stop: Math.min(stop, duration),
    toTheEnd: stop >= duration,
  };
}

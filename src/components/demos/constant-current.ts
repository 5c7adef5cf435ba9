/** The current of a lab whose formulas hold for a constant one. */
import type { Experiment } from '../../sim/experiment.ts';

/** The constant current of a run, nA.
 *  @throws RangeError unless it is one step over the whole run */
export function constantCurrent({ inputs, duration }: Experiment): number {
  const [step] = inputs;
  if (inputs.length !== 1 || step?.type !== 'step' || step.start !== 0 || step.stop < duration)
    throw new RangeError('inputs must be one step over the whole run: its amplitude is the current');
  return step.amplitude;
}

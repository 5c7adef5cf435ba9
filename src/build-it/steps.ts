/** The build-it path: seven steps, in their order. */
import type { Step } from './step.ts';
import { TIME_CONSTANT } from './steps/1-time-constant.ts';
import { ONE_STEP } from './steps/2-one-step.ts';
import { LOOP } from './steps/3-loop.ts';
import { THRESHOLD } from './steps/4-threshold.ts';
import { REFRACTORINESS } from './steps/5-refractoriness.ts';
import { EXACT_UPDATE } from './steps/6-exact-update.ts';
import { FUNCTION } from './steps/7-function.ts';

export const STEPS: readonly Step[] = [
  TIME_CONSTANT,
  ONE_STEP,
  LOOP,
  THRESHOLD,
  REFRACTORINESS,
  EXACT_UPDATE,
  FUNCTION,
];

/** @throws RangeError when there is no such step */
export function stepAt(id: string): Step {
  const step = STEPS.find((each) => each.id === id);
  if (!step)
    throw new RangeError(`step must be one of ${STEPS.map((each) => each.id).join(', ')}, got "${id}"`);
  return step;
}

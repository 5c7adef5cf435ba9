/** The verdict on one step. */
import type { Answer, Case, Verdict } from './answers.ts';
import type { Step } from './step.ts';
import { wrong } from './trials.ts';

/** @returns the step's verdict, also on numbers that no neuron has */
export function judged(step: Step, cases: readonly Case[], answers: readonly Answer[]): Verdict {
  try {
    return step.judge(cases, answers);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return wrong(
      `Nothing can be compared with these numbers, as the simulator refuses them: ${error.message}. The course’s stand in the starter.`,
    );
  }
}

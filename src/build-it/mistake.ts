/** A mistake with the programs that make it. */
import type { Mistake } from './answers.ts';
import type { Way } from './ways.ts';

export interface Wrong extends Mistake {
  /** Programs that make it. */
  readonly ways: readonly Way[];
}

export type Step = NonNullable<Way['step']>;

/** A mistake in the step of the membrane. */
export const wrongStep = (id: string, say: string, ...steps: Step[]): Wrong => ({
  id,
  say,
  ways: steps.map((step) => ({ step })),
});

export const WRONG_UNITS =
  'The units are off by a factor of 1000. With MΩ, nF, nA, mV and ms nothing has to be converted: MΩ times nA are mV, MΩ times nF are ms.';

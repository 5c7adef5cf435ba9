/** Wrong functions lif(I, dt), by name. */
import type { Mistake, Numbers } from './answers.ts';
import type { Method } from './judge-run.ts';
import { numberOf } from './say.ts';
import type { Trial } from './trials.ts';
import { simulated } from './truth.ts';
import { exactStep, gone } from './ways.ts';

/** What the function is called with. */
export type Call = readonly [I: number, dt: number];
export const callIn = ({ numbers }: Trial, [I, dt]: Call): Trial['numbers'] => ({ ...numbers, I, dt });

export type Calls = readonly (readonly number[])[];
/** What a wrong function returns for the calls of a trial. */
export interface WrongFunction extends Mistake {
  readonly of: (trial: Trial, calls: readonly Call[], method: Method) => Calls;
}
export const spikesOf = (numbers: Numbers, method: Method | 'precise') =>
  simulated(numbers, method, 'refractoriness').spikes;
const each =
  (numbers: (trial: Trial, call: Call) => Numbers): WrongFunction['of'] =>
  (trial, calls, method) =>
    calls.map((call) => spikesOf(numbers(trial, call), method));

export const FUNCTION_MISTAKES: readonly WrongFunction[] = [
  {
    id: 'ignores-I',
    say: 'lif does not use the I it is given, but one from above. What is in the brackets of def must be what the body uses, and u_inf, which depends on it, must be computed inside.',
    of: each((trial, [, dt]) => ({ ...trial.numbers, dt })),
  },
  {
    id: 'ignores-dt',
    say: 'lif does not use the dt it is given, but one from above. What is in the brackets of def must be what the body uses.',
    of: each((trial, [I]) => ({ ...trial.numbers, I })),
  },
  {
    id: 'ignores-both',
    say: 'lif does not use what it is given. The names in the brackets of def must be those that the body uses.',
    of: (trial, calls, method) => calls.map(() => spikesOf(trial.numbers, method)),
  },
  {
    id: 'arguments-swapped',
    say: 'The arguments are the wrong way round: the current comes first, def lif(I, dt).',
    of: (trial, calls) =>
      calls.map(
        ([I, dt]) => gone({ step: exactStep }, { ...trial.numbers, I: dt, dt: I }, 'refractoriness').spikes,
      ),
  },
  {
    id: 'outer-steps',
    say: 'The number of steps comes from above, where dt was another. Compute it inside the function, from duration and dt.',
    of: each((trial, [I, dt]) => ({
      ...trial.numbers,
      I,
      dt,
      duration: numberOf(trial.answer.values['steps']) * dt,
    })),
  },
  {
    id: 'outer-left',
    say: 'The exponential is that of the dt from above. Compute it inside the function, from the dt that it is given.',
    of: (trial, calls) =>
      calls.map(([I, dt]) => {
        const step = (u: number) => exactStep(u, { ...trial.numbers, I });
        return gone({ step }, { ...trial.numbers, I, dt }, 'refractoriness').spikes;
      }),
  },
  {
    id: 'intervals-not-times',
    say: 'Those are intervals. Return the times of the spikes.',
    of: (trial, calls, method) =>
      calls.map((call) => {
        const spikes = spikesOf(callIn(trial, call), method);
        return spikes.slice(1).map((time, i) => time - spikes[i]!);
      }),
  },
];

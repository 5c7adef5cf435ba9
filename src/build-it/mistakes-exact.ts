/** Wrong ways to take the exact step, by name. */
import type { Numbers } from './answers.ts';
import { wrongStep, WRONG_UNITS, type Step, type Wrong } from './mistake.ts';
import { eulerStep, exactStep } from './ways.ts';

/** One exact step with another end or another exponential. */
const exact =
  (end: (numbers: Numbers) => number, left: (numbers: Numbers, k: number) => number): Step =>
  (u, numbers, k) =>
    end(numbers) + (u - end(numbers)) * left(numbers, k);
const uEnd = ({ u_rest, R, I }: Numbers) => u_rest + R * I;
const stays = ({ R, C, dt }: Numbers) => Math.exp(-dt / (R * C));

export const EXACT_MISTAKES: readonly Wrong[] = [
  wrongStep(
    'still-euler',
    'This is still Euler’s step. The exact one has math.exp(-dt / tau) in it.',
    eulerStep,
  ),
  wrongStep(
    'exp-grows',
    'The exponential grows: its exponent needs a minus, math.exp(-dt / tau).',
    exact(uEnd, (numbers) => 1 / stays(numbers)),
  ),
  wrongStep(
    'wrong-side',
    'The exponential is the part of the way that is left, measured from u_inf. You use it as the part that is done: u_inf + (u − u_inf) · e^(−dt/tau).',
    (u, numbers) => u + (uEnd(numbers) - u) * stays(numbers),
    (u, numbers) => uEnd(numbers) + (uEnd(numbers) - u) * stays(numbers),
  ),
  wrongStep(
    'end-without-rest',
    'u_inf is counted from 0 mV. The current lifts the potential from u_rest: u_inf = u_rest + R · I.',
    exact(({ R, I }) => R * I, stays),
  ),
  wrongStep(
    'end-without-resistance',
    'u_inf lacks R: the current lifts the potential by R · I.',
    exact(({ u_rest, I }) => u_rest + I, stays),
  ),
  wrongStep(
    'end-without-input',
    'u_inf is u_rest + R · I; yours is u_rest alone.',
    exact(({ u_rest }) => u_rest, stays),
  ),
  wrongStep(
    'end-sign',
    'u_inf has a wrong sign: it is u_rest + R · I.',
    exact(({ u_rest, R, I }) => u_rest - R * I, stays),
    exact(({ u_rest, R, I }) => R * I - u_rest, stays),
  ),
  wrongStep(
    'dt-inverted',
    'dt / tau is upside down in the exponent: a shorter step must leave more of the way.',
    exact(uEnd, ({ R, C, dt }) => Math.exp((-R * C) / dt)),
  ),
  wrongStep(
    'no-tau',
    'tau is missing in the exponent: it is −dt / tau.',
    exact(uEnd, ({ dt }) => Math.exp(-dt)),
  ),
  wrongStep(
    'no-dt',
    'dt is missing in the exponent: it is −dt / tau.',
    exact(uEnd, ({ R, C }) => Math.exp(-1 / (R * C))),
  ),
  wrongStep(
    'whole-time',
    'The exponent has the time since the start. One step goes on from the last potential, so only the time of one step belongs there, dt.',
    exact(uEnd, ({ R, C, dt }, k) => Math.exp((-k * dt) / (R * C))),
    exact(uEnd, ({ R, C, dt }, k) => Math.exp((-(k - 1) * dt) / (R * C))),
  ),
  wrongStep(
    'always-from-the-start',
    'Every step begins at the same potential. Each has to begin where the last one ended, at u_now in step 2, and in a loop at u[-1], the latest value of the list u.',
    (_, numbers, __, first) => exactStep(first, numbers),
  ),
  wrongStep(
    'off-by-1000',
    WRONG_UNITS,
    ...[1000, 0.001].flatMap((factor): Step[] => [
      (u, numbers) => exactStep(u, { ...numbers, I: numbers.I * factor }),
      (u, numbers) => exactStep(u, { ...numbers, dt: numbers.dt * factor }),
    ]),
  ),
];

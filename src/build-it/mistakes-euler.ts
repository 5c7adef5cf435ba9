/** Wrong ways to take Euler's step, by name. */
import type { Numbers } from './answers.ts';
import { wrongStep, WRONG_UNITS, type Step, type Wrong } from './mistake.ts';
import { eulerStep } from './ways.ts';

/** One step with another slope, mV/ms. */
const slope =
  (of: (u: number, numbers: Numbers, tau: number) => number): Step =>
  (u, numbers) =>
    u + numbers.dt * of(u, numbers, numbers.R * numbers.C);

export const EULER_MISTAKES: readonly Wrong[] = [
  wrongStep(
    'decays-to-zero',
    'The leak draws the potential to u_rest, not to 0 mV: what decays is the distance u − u_rest.',
    slope((u, { R, I }, tau) => (-u + R * I) / tau),
  ),
  wrongStep(
    'no-leak',
    'The leak is missing. Without −(u − u_rest) nothing draws the potential back, and it climbs for ever.',
    slope((_, { R, I }, tau) => (R * I) / tau),
  ),
  wrongStep(
    'leak-sign',
    'The leak has the wrong sign: it drives the potential away from u_rest. It must pull back, −(u − u_rest).',
    slope((u, { R, I, u_rest }, tau) => (u - u_rest + R * I) / tau),
  ),
  wrongStep(
    'leak-brackets',
    '−(u − u_rest) is −u + u_rest. Your step has −u − u_rest: are brackets missing?',
    slope((u, { R, I, u_rest }, tau) => (-u - u_rest + R * I) / tau),
    slope((u, { R, I, u_rest }, tau) => (u + u_rest + R * I) / tau),
  ),
  wrongStep(
    'input-sign',
    'The input has the wrong sign: a positive current lifts the potential.',
    slope((u, { R, I, u_rest }, tau) => (-(u - u_rest) - R * I) / tau),
  ),
  wrongStep(
    'no-resistance',
    'The current is not multiplied by R. Nanoamperes cannot be added to millivolts; R · I is in mV.',
    slope((u, { I, u_rest }, tau) => (-(u - u_rest) + I) / tau),
  ),
  wrongStep(
    'over-resistance',
    'The current is divided by R. By Ohm’s law the voltage is R · I.',
    slope((u, { R, I, u_rest }, tau) => (-(u - u_rest) + I / R) / tau),
  ),
  wrongStep(
    'no-input',
    'The input is missing: R · I belongs on the right-hand side, too.',
    slope((u, { u_rest }, tau) => -(u - u_rest) / tau),
  ),
  wrongStep(
    'no-dt',
    'dt is missing: the slope is per millisecond, and a step is only dt milliseconds long.',
    (u, { R, C, u_rest, I }) => u + (-(u - u_rest) + R * I) / (R * C),
  ),
  wrongStep(
    'no-tau',
    'tau is missing: the slope is the right-hand side divided by tau.',
    slope((u, { R, I, u_rest }) => -(u - u_rest) + R * I),
  ),
  wrongStep(
    'times-tau',
    'You multiply by tau, and have to divide: a slow membrane has a small slope.',
    slope((u, { R, I, u_rest }, tau) => (-(u - u_rest) + R * I) * tau),
  ),
  wrongStep(
    'dt-inverted',
    'dt / tau is upside down: a shorter step must change the potential less, not more.',
    (u, { R, C, u_rest, I, dt }) => u + ((R * C) / dt) * (-(u - u_rest) + R * I),
    (u, { R, C, u_rest, I, dt }) => u + (-(u - u_rest) + R * I) / (R * C) / dt,
  ),
  wrongStep(
    'always-from-the-start',
    'Every step begins at the same potential. Each has to begin where the last one ended, at u_now in step 2, and in a loop at u[-1], the latest value of the list u.',
    (_, numbers, __, first) => eulerStep(first, numbers),
    (u, numbers) => numbers.u_rest + eulerStep(u, numbers) - u,
  ),
  wrongStep(
    'only-last-term-divided',
    'Only the last term is divided by tau. Put the whole right-hand side into brackets before you divide.',
    slope((u, { R, I, u_rest }, tau) => -(u - u_rest) + (R * I) / tau),
    (u, { R, C, u_rest, I, dt }) => u - (u - u_rest) + ((R * I) / (R * C)) * dt,
  ),
  wrongStep(
    'change-only',
    'That is only the change in this step. Add it to the potential that was there before.',
    (u, numbers) => eulerStep(u, numbers) - u,
  ),
  wrongStep(
    'slope-only',
    'That is the slope, in mV/ms. The next potential is the present one plus dt times the slope.',
    (u, { R, C, u_rest, I }) => (-(u - u_rest) + R * I) / (R * C),
  ),
  wrongStep(
    'change-subtracted',
    'The change is subtracted. Add it: a positive slope means that the potential grows.',
    (u, numbers) => 2 * u - eulerStep(u, numbers),
  ),
  wrongStep(
    'straight-to-the-end',
    'That is where the potential would end after a long time. One step takes it only a part of the way.',
    (_, { u_rest, R, I }) => u_rest + R * I,
  ),
  wrongStep(
    'off-by-1000',
    WRONG_UNITS,
    ...[1000, 0.001].flatMap((factor): Step[] => [
      (u, numbers) => eulerStep(u, { ...numbers, I: numbers.I * factor }),
      (u, numbers) => eulerStep(u, { ...numbers, dt: numbers.dt * factor }),
      (u, numbers) => eulerStep(u, numbers) * factor,
    ]),
  ),
];

/** Where two runs part, as a sentence. */
import type { Verdict } from './answers.ts';
import { apart, count, given, numbersOf, ordinal } from './say.ts';
import { areNear, isNear, wrong, type Trial } from './trials.ts';
import type { Run } from './truth.ts';
import { stepsOf } from './ways.ts';

export function differenceOfSpikes(got: readonly number[], expected: readonly number[]): string {
  const i = Array.from({ length: Math.max(got.length, expected.length) }, (_, k) => k).findIndex(
    (k) => !isNear(got[k] ?? NaN, expected[k] ?? NaN),
  );
  const [mine, ought] = [got[i], expected[i]];
  if (mine === undefined)
    return got.length === 0
      ? `Your neuron never spikes, expected its first spike at ${given(ought!, 'ms')}.`
      : `Your neuron spikes ${got.length === 1 ? 'once' : `${got.length} times`}, expected ${count(expected.length, 'spike')}: one is missing at ${given(ought!, 'ms')}.`;
  if (ought === undefined)
    return expected.length === 0
      ? `Your neuron spikes at ${given(mine, 'ms')}, expected no spike at all.`
      : `You have ${count(got.length, 'spike')}, expected ${expected.length}: the ${ordinal(i)}, at ${given(mine, 'ms')}, should not be there.`;
  if (i === 0) {
    const [a, b] = apart(mine, ought, 'ms');
    return `Your first spike is at ${a}, expected ${b}.`;
  }
  const [a, b] = apart(mine - got[i - 1]!, ought - expected[i - 1]!, 'ms');
  return `Your ${ordinal(i)} spike comes ${a} after the ${ordinal(i - 1)}, expected ${b}.`;
}

export function differenceOfPotentials(got: readonly number[], { u }: Run, dt: number): string {
  const k = got.findIndex((value, i) => !isNear(value, u[i]!));
  const [mine, ought] = apart(got[k]!, u[k]!, 'mV');
  return `At ${given(k * dt, 'ms')} your potential is ${mine}, expected ${ought}.`;
}

/** @param expected how many values there should be: one more than steps */
export function differenceOfLengths(
  u: readonly number[],
  expected: number,
  trial: Trial,
): Verdict | undefined {
  if (u.length === expected) return undefined;
  const steps = expected - 1;
  const text = `u has ${count(u.length, 'value')}, expected ${expected}: one for time 0, and one for each of the ${steps} steps.`;
  if (u.length === expected + 1)
    return wrong(text, trial, {
      id: 'one-too-many',
      say: 'The loop runs once too often. range(steps) counts from 0 to steps − 1, which is just right. (A loop that compares times can also do this: 0.1 added a thousand times is a little less than 100.)',
    });
  if (u.length !== expected - 1) return wrong(text, trial);
  return isNear(u[0] ?? NaN, trial.numbers.u_rest)
    ? wrong(text, trial, {
        id: 'one-too-few',
        say: 'The loop runs once too few: range(steps) makes as many rounds as there are steps.',
      })
    : wrong(text, trial, {
        id: 'start-missing',
        say: 'The value at time 0 is missing: the list begins as [u_rest].',
      });
}

/** The times of the samples, when the potentials are right. */
export function differenceOfTimes(trial: Trial): Verdict | undefined {
  const { numbers, answer } = trial;
  const t = numbersOf(answer.values['t']);
  const expected = Array.from({ length: stepsOf(numbers) + 1 }, (_, k) => k * numbers.dt);
  if (areNear(t, expected)) return undefined;
  if (t.length !== expected.length)
    return wrong(
      `u is right, but t has ${count(t.length, 'value')} and u has ${expected.length}: each potential needs its time.`,
      trial,
    );
  const made = (of: (k: number) => number) =>
    areNear(
      t,
      expected.map((_, k) => of(k)),
    );
  const k = t.findIndex((value, i) => !isNear(value, expected[i]!));
  const [mine, ought] = apart(t[k]!, expected[k]!, 'ms');
  const text = `u is right, but its value number ${k} has the time ${mine}, expected ${ought}.`;
  const { dt } = numbers;
  if (made((step) => step))
    return wrong(text, trial, {
      id: 'steps-not-ms',
      say: 'Those are numbers of steps. Multiplied by dt they are times in milliseconds.',
    });
  if (made((step) => (step * dt) / 1000))
    return wrong(text, trial, {
      id: 'seconds-not-ms',
      say: 'Those are seconds. Everything here is in milliseconds.',
    });
  if (made((step) => Math.max(0, step - 1) * dt))
    return wrong(text, trial, {
      id: 'start-of-step',
      say: 'A step that begins at k · dt ends at (k + 1) · dt, and u_next is the potential at its end.',
    });
  return wrong(text, trial);
}

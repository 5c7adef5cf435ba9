import { describe, expect, test } from 'vitest';
import { FUNCTION_MISTAKES } from '../../src/build-it/mistakes-function.ts';
import { EULER_MISTAKES } from '../../src/build-it/mistakes-euler.ts';
import { EXACT_MISTAKES } from '../../src/build-it/mistakes-exact.ts';
import { REFRACTORY_MISTAKES, THRESHOLD_MISTAKES } from '../../src/build-it/mistakes-spikes.ts';
import { checked } from './checked.ts';
import { WRONG_PROGRAMS } from './wrong-programs.ts';

describe('a wrong program is recognised by name', () => {
  for (const { step, mistake, is, code } of WRONG_PROGRAMS)
    test(`${step}: ${is} is ${mistake}`, () => {
      const verdict = checked(step, code);
      expect(verdict.ok).toBe(false);
      expect(verdict.mistake?.id, verdict.text).toBe(mistake);
    });
});

test('every mistake that has a name has a program that makes it', () => {
  const named = [
    ...EULER_MISTAKES,
    ...EXACT_MISTAKES,
    ...THRESHOLD_MISTAKES,
    ...REFRACTORY_MISTAKES,
    ...FUNCTION_MISTAKES,
  ].map(({ id }) => id);
  const made = WRONG_PROGRAMS.map(({ mistake }) => mistake);
  expect(named.filter((id) => !made.includes(id))).toEqual([]);
});

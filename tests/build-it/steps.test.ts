import { describe, expect, test } from 'vitest';
import { STEPS } from '../../src/build-it/steps.ts';
import { checked } from './checked.ts';

describe('every step', () => {
  for (const { id, solution, starter } of STEPS) {
    test(`${id}: its solution passes, whatever the random cases`, () => {
      for (const seed of [1, 2, 3, 4, 5]) expect(checked(id, solution, seed)).toMatchObject({ ok: true });
    });
    test(`${id}: its starter does not pass`, () => {
      expect(checked(id, starter)).toMatchObject({ ok: false });
    });
  }
});

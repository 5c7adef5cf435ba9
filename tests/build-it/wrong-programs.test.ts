import { describe, expect, test } from 'vitest';
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

/** The comparison behind `npm run reference` notices what it should. */
import { expect, test } from 'vitest';
import { compare } from '../reference/compare.ts';

const STORED = {
  rate: '12.5',
  runs: [
    { V: [1, 2, 3], name: 'a' },
    { V: [4], name: 'b' },
  ],
};

test('equal files agree, and every number in them was compared', () => {
  expect(compare(STORED, structuredClone(STORED), [])).toEqual({
    numbers: 5,
    worst: 0,
    where: '',
    differences: [],
  });
});

test('a number beyond its tolerance is a difference, one within it is not', () => {
  const moved = { ...STORED, runs: [{ V: [1, 2, 3.001], name: 'a' }, STORED.runs[1]] };
  const tolerance = (absolute: number) => [{ fields: ['V'], absolute, why: '' }];
  expect(compare(STORED, moved, tolerance(0.0005)).differences).toEqual([
    '.runs[0].V[2]: stored 3, made 3.001',
  ]);
  expect(compare(STORED, moved, tolerance(0.002)).differences).toEqual([]);
  expect(compare(STORED, moved, tolerance(0.002)).where).toBe('.runs[0].V[2]');
});

test.each([
  ['a missing field', { runs: STORED.runs }, '.rate: only in the stored file'],
  ['a further field', { ...STORED, more: 1 }, '.more: only in the made file'],
  ['a shorter list', { ...STORED, runs: [STORED.runs[0]] }, '.runs: stored 2 entries, made 1'],
  [
    'another word',
    { ...STORED, runs: [{ V: [1, 2, 3], name: 'c' }, STORED.runs[1]] },
    '.runs[0].name: stored "a", made "c"',
  ],
  [
    'NaN',
    { ...STORED, runs: [{ V: [1, 2, NaN], name: 'a' }, STORED.runs[1]] },
    '.runs[0].V[2]: stored 3, made null',
  ],
  ['a number written as text', { ...STORED, rate: 12.5 }, '.rate: stored "12.5", made 12.5'],
])('%s is a difference', (_, made, sentence) => {
  expect(compare(STORED, made, [])).toHaveProperty('differences', [sentence]);
});

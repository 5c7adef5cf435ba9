/** Sentences about what differs: numbers with units, never more decimals than show the difference. Pure. */
import { formatChosen } from '../lib/quantity.ts';
import type { Read } from './answers.ts';

const MOST_DIGITS = 9;

/** Decimals that show three digits of a small number. */
const digitsOf = (value: number) => Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));

/** Two quantities that are not the same, with as many decimals as show it. */
export function apart(got: number, expected: number, unit: string): [got: string, expected: string] {
  const differ = (digits: number) => got.toFixed(digits) !== expected.toFixed(digits);
  let digits = 0;
  while (digits < MOST_DIGITS && !(differ(digits) && differ(digits + 1))) digits++;
  const shown = (value: number) => {
    const decimals = Math.min(MOST_DIGITS, Math.max(digits + 1, Math.abs(value) < 1 ? digitsOf(value) : 0));
    return formatChosen(Number.isFinite(value) ? Number(value.toFixed(decimals)) : value, unit);
  };
  return [shown(got), shown(expected)];
}

export const given = (value: number, unit: string) => formatChosen(value, unit);

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
/** "first", "second", …, "number 12". */
export const ordinal = (index: number) => ORDINALS[index] ?? `number ${index + 1}`;

export const count = (n: number, one: string) =>
  `${n === 0 ? 'no' : n} ${one}${n === 1 ? '' : one.endsWith('s') ? 'es' : 's'}`;

/** What is wrong with a value that should be a number, or a list of numbers.
 *  @returns nothing when it is of the right kind */
export function wrongKind(
  name: string,
  read: Read | undefined,
  wanted: 'number' | 'numbers',
): string | undefined {
  if (!read) return `There is no variable ${name}. Capitals count.`;
  if (read.kind === wanted) return undefined;
  const should = wanted === 'number' ? 'a number' : 'a list of numbers';
  switch (read.kind) {
    case 'dots':
      return `${name} is still the three dots: write your own in their place.`;
    case 'none':
      return `${name} is None, which is nothing. It should be ${should}.`;
    case 'number':
      return `${name} is one number, ${read.value}. It should be ${should}.`;
    case 'numbers':
      return `${name} is a list of ${count(read.values.length, 'value')}. It should be ${should}.`;
    case 'other':
      return `${name} is ${read.words}. It should be ${should}.`;
  }
}

export const numberOf = (read: Read | undefined): number =>
  read?.kind === 'number' ? Number(read.value) : NaN;
export const numbersOf = (read: Read | undefined): number[] =>
  read?.kind === 'numbers' ? read.values.map(Number) : [];

import { expect, test } from 'vitest';
import { apart, count, ordinal, wrongKind } from '../../src/build-it/say.ts';
import { dotsIn } from '../../src/build-it/unfinished.ts';

const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));

test('two quantities are shown with the decimals that tell them apart, small ones with three digits', () => {
  expect(plain(apart(32.3, 32.2, 'ms'))).toEqual(['32.3 ms', '32.2 ms']);
  expect(plain(apart(-69.749375, -69.750625, 'mV'))).toEqual(['−69.7494 mV', '−69.7506 mV']);
  expect(plain(apart(0.02, 20, 'ms'))).toEqual(['0.02 ms', '20 ms']);
  expect(plain(apart(0.0322, 32.2, 'ms'))).toEqual(['0.0322 ms', '32.2 ms']);
  expect(plain(apart(0, 12, 'ms'))).toEqual(['0 ms', '12 ms']);
  expect(plain(apart(Infinity, 20, 'ms'))).toEqual(['∞ ms', '20 ms']);
});

test('whatever differs by more than rounding is shown as different', () => {
  for (let k = 0; k < 2000; k++) {
    const value = (k - 1000) * 0.0731;
    const [got, expected] = apart(value + 1.1e-7 + k * 3.7e-7, value, 'mV');
    expect(got).not.toBe(expected);
  }
});

test('counts and ordinals are words', () => {
  expect([count(0, 'spike'), count(1, 'spike'), count(2, 'value')]).toEqual([
    'no spikes',
    '1 spike',
    '2 values',
  ]);
  expect([ordinal(0), ordinal(11)]).toEqual(['first', 'number 12']);
});

test('a value of the wanted kind has nothing wrong with it', () => {
  expect(wrongKind('tau', { kind: 'number', value: 20 }, 'number')).toBeUndefined();
  expect(wrongKind('tau', undefined, 'number')).toBe('There is no variable tau. Capitals count.');
});

test('three dots are found where they are code, and not in texts and comments', () => {
  expect(dotsIn('tau = ...')).toBe(1);
  expect(dotsIn('R = 10\n\nt.append(...)')).toBe(3);
  expect(dotsIn('# ... \nprint("...")\nx = \'a...\'\n"\"\"doc\n...\n"\"\"')).toBeUndefined();
  expect(dotsIn('"\"\"doc\n"\"\"\nreturn ...')).toBe(3);
  expect(dotsIn('x = "it\'s" # don\'t\ny = ...')).toBe(2);
});

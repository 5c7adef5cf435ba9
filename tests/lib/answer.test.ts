import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/lib/answer.ts';

describe('readAnswer', () => {
  it.each([
    ['34.2', 'ms', 34.2],
    ['34,2 ms', 'ms', 34.2],
    ['34.2ms', 'ms', 34.2],
    [' 34.20  ms ', 'ms', 34.2],
    ['+2', 'nA', 2],
    ['-60.52', 'mV', -60.52],
    ['\u221260,52 mV', 'mV', -60.52],
    ['\u2013 60.52', 'mV', -60.52],
    ['0', 'mV', 0],
    ['.5', 'nA', 0.5],
    ['7.', 'Hz', 7],
    ['1000 pA', 'nA', 1],
    ['0.03 kHz', 'Hz', 30],
    ['10 Mohm', 'MΩ', 10],
    ['10 M\u2126', 'MΩ', 10],
    ['3 uA', 'nA', 3000],
    ['3 \u03bcA', 'nA', 3000],
    ['3 \u00b5A', 'nA', 3000],
    ['2', '', 2],
    ['0,5 mV/ms', 'mV/ms', 0.5],
    ['0.5', 'mV/ms', 0.5],
  ])('reads %j with unit %j as %d', (typed, unit, value) => {
    const answer = readAnswer(typed, unit);
    // A product and a quotient each round once: 1e-12 is far above that and far below any tolerance.
    expect(answer.kind === 'number' ? answer.value : answer).toBeCloseTo(value, 12);
  });

  it.each([
    ['', 'ms', 'There is no answer yet. Type a number in ms, for example 12.5 ms.'],
    ['never', 'ms', '“never” is not a number. Type a number in ms, for example 12.5 ms.'],
    ['NaN', 'mV', '“NaN” is not a number. Type a number in mV, for example 12.5 mV.'],
    ['Infinity', 'mV', '“Infinity” is not a number. Type a number in mV, for example 12.5 mV.'],
    ['1.234,5', 'ms', '“1.234,5” is not a number. Type a number in ms, for example 12.5 ms.'],
    [
      '34.2 mV',
      'ms',
      '“mV” does not fit here: the answer is in ms. Type a number in ms, for example 12.5 ms.',
    ],
    ['2 nA', '', '“nA” does not fit here: the answer is a plain number. Type a number, for example 12.5.'],
    ['9'.repeat(400), '', '“99999999999999999999999…” is not a number. Type a number, for example 12.5.'],
  ])('answers %j with a sentence', (typed, unit, sentence) => {
    expect(readAnswer(typed, unit)).toEqual({ kind: 'problem', sentence });
  });

  it('never throws and never returns a number that is not finite', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('ms', 'mV', 'nA', 'Hz', ''), (typed, unit) => {
        const answer = readAnswer(typed, unit);
        return answer.kind === 'problem' || Number.isFinite(answer.value);
      }),
    );
  });
});

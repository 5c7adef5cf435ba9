import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../../src/lib/typed-number.ts';
import { PULSE_PARAMS, STEP_PARAMS } from '../../src/sim/experiment-params.ts';
import { LIF_PARAMS } from '../../src/sim/lif-params.ts';

describe('readTyped', () => {
  it.each([
    ['2.5', 2.5],
    ['2,5', 2.5],
    [' 2.5 nA ', 2.5],
    ['\u22121', -1],
    ['-0', 0],
    ['.5', 0.5],
    ['1e3', 1000],
  ])('reads %j as %d nA', (typed, value) => {
    expect(readTyped(typed, STEP_PARAMS.amplitude)).toBe(value);
  });
  it('answers text with a sentence naming field, range, unit and value', () => {
    expect(readTyped('abc', LIF_PARAMS.C_m)).toBe(
      'Membrane capacitance must be a number from 0.000001 to 1000000 nF, got "abc".',
    );
  });
  it('answers a number outside its range, with its unit', () => {
    expect(readTyped('-5', LIF_PARAMS.C_m)).toBe(
      'Membrane capacitance must be a number from 0.000001 to 1000000 nF, got \u22125 nF.',
    );
  });
  it('answers an empty box', () => {
    expect(readTyped('  ', LIF_PARAMS.C_m)).toMatch(/got an empty box\.$/);
  });
  it('answers half a number of pulses', () => {
    expect(readTyped('2.5', PULSE_PARAMS.count)).toBe(
      'Number of pulses must be a whole number, from 0 to 100000, got 2.5.',
    );
  });
  it('answers whatever is typed with a sentence or a number inside the range', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const read = readTyped(typed, LIF_PARAMS.t_ref);
        return typeof read === 'string' ? read.endsWith('.') : read >= 0 && read <= 1e6;
      }),
    );
  });
});

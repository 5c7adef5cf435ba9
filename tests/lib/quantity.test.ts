import { describe, expect, it } from 'vitest';
import { formatNumber, formatQuantity } from '../../src/lib/quantity.ts';

describe('a number with its unit', () => {
  it.each([
    [-60.5182, 'mV', 2, '\u221260.52\u00a0mV'],
    [34.1888, 'ms', 2, '34.19\u00a0ms'],
    [0, 'nA', 0, '0\u00a0nA'],
    [-0, 'nA', 1, '0.0\u00a0nA'],
    [-0.004, 'mV', 2, '0.00\u00a0mV'],
    [0.7071, '1', 3, '0.707'],
  ])('%d %s with %d decimals reads %j', (value, unit, digits, text) => {
    expect(formatQuantity(value, unit, digits)).toBe(text);
  });

  it('writes infinities as the symbol', () => {
    expect(formatNumber(Infinity, 2)).toBe('∞');
    expect(formatNumber(-Infinity, 2)).toBe('\u2212∞');
  });
});

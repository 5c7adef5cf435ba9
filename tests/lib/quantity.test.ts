import { describe, expect, it } from 'vitest';
import { formatChosen, formatNumber, formatPower, formatQuantity } from '../../src/lib/quantity.ts';

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

it('writes a number that is too long to be read with a power of ten', () => {
  expect(formatNumber(999_999_999, 0)).toBe('999999999');
  expect(formatNumber(1.5e12, 1)).toBe('1.50·10¹²');
  expect(formatNumber(-2e9, 1)).toBe('\u22122.00·10⁹');
});

describe('formatChosen', () => {
  it.each([
    [-50, 'mV', '\u221250\u00a0mV'],
    [2.05, 'nA', '2.05\u00a0nA'],
    [0, 'nA', '0\u00a0nA'],
    [0.1 + 0.2, 'nA', '0.3\u00a0nA'],
    [1e-7, 'nA', '1.00·10⁻⁷\u00a0nA'],
    [-3e-9, 'nA', '\u22123.00·10⁻⁹\u00a0nA'],
  ])('keeps the decimals %d %s was given', (value, unit, text) => {
    expect(formatChosen(value, unit)).toBe(text);
  });
});

describe('formatPower', () => {
  it.each([
    [0, 0, '1'],
    [-2, 2, '0.01'],
    [-1, 2, '0.1'],
    [Math.log10(50), 0, '50'],
    [-4, 2, '10⁻⁴'],
    [-15, 2, '10⁻¹⁵'],
  ])('writes 10 to the power of %d, with %d decimals at most, as %j', (exponent, digits, text) => {
    expect(formatPower(exponent, digits)).toBe(text);
  });
});

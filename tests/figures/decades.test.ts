import { describe, expect, it } from 'vitest';
import { decadePlace, decadeValue } from '../../src/figures/decades.ts';

describe('a slider over powers of ten', () => {
  it('stops at every number of two digits, 90 to a decade, and at no other', () => {
    const [first, last] = [decadePlace(0.01), decadePlace(45)].map(Math.round) as [number, number];
    const stops = Array.from({ length: last - first + 1 }, (_, k) => decadeValue(first + k));
    // 0.010 … 0.099, 0.10 … 0.99, 1.0 … 9.9, 10 … 45.
    expect(stops).toHaveLength(3 * 90 + 36);
    const whole = (digits: number, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, k) => Number(`${from + k}e-${digits}`));
    expect(stops).toEqual([
      ...whole(3, 10, 99),
      ...whole(2, 10, 99),
      ...whole(1, 10, 99),
      ...whole(0, 10, 45),
    ]);
  });

  it('finds the place of each of its values again, also where a logarithm is rounded', () => {
    let count = 0;
    for (let place = -360; place <= 540; place++, count++)
      expect(Math.abs(decadePlace(decadeValue(place)) - place)).toBeLessThan(1e-9);
    expect(count).toBe(901);
    expect(decadeValue(decadePlace(1000))).toBe(1000);
    expect(Math.round(decadePlace(0.125))).toBe(Math.round(decadePlace(0.13)));
  });
});

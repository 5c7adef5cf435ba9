/** Normal numbers and the arithmetic under them, against 50-digit arithmetic (tests/reference/mpmath_normal.py)
 *  and the closed forms of the normal distribution. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { erfc } from '../../src/sim/erfcx.ts';
import { normal } from '../../src/sim/normal.ts';
import { portableExp, portableExpm1, portableLog } from '../../src/sim/portable.ts';
import { Random } from '../../src/sim/random.ts';

type Row = [number, string, string];
const truth = JSON.parse(
  readFileSync(new URL('../reference/mpmath_normal.json', import.meta.url), 'utf8'),
) as { tail: string; tail_area: string; exp: Row[]; log: Row[]; cdf: Row[] };

const relative = (value: number, digits: string) =>
  Number(digits) === 0 ? Math.abs(value) : Math.abs(value / Number(digits) - 1);

const cdf = (x: number) => erfc(-x / Math.SQRT2) / 2;

describe('arithmetic that is the same on every engine', () => {
  test('exp and expm1 agree with 50 digits to 3 ulp', () => {
    expect(truth.exp).toHaveLength(70);
    for (const [x, exp, expm1] of truth.exp) {
      // A subnormal result has fewer digits to agree with.
      if (x > -708) expect(relative(portableExp(x), exp), `exp(${x})`).toBeLessThan(7e-16);
      expect(relative(portableExpm1(x), expm1), `expm1(${x})`).toBeLessThan(7e-16);
    }
  });
  test('log agrees with 50 digits to 3 ulp, also next to 1', () => {
    expect(truth.log).toHaveLength(79);
    for (const [x, log] of truth.log) expect(relative(portableLog(x), log), `log(${x})`).toBeLessThan(7e-16);
  });
  test('their limits are those of the functions', () => {
    expect([portableExp(-Infinity), portableExp(-800), portableExp(0)]).toEqual([0, 0, 1]);
    expect([portableExp(Infinity), portableExp(711), portableExp(NaN)]).toEqual([Infinity, Infinity, NaN]);
    expect([portableLog(0), portableLog(1), portableLog(Infinity)]).toEqual([-Infinity, 0, Infinity]);
    expect([portableLog(-1), portableLog(NaN)]).toEqual([NaN, NaN]);
  });
});

describe('a million normal numbers', () => {
  const n = 1_000_000;
  const random = new Random(1);
  const numbers = Float64Array.from({ length: n }, () => normal(random)).sort();
  const mean = (f: (x: number) => number) => numbers.reduce((sum, x) => sum + f(x), 0) / n;

  // The k-th moment of n numbers scatters by √((E x^{2k} − (E x^k)²)/n).
  test.each([
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
    [6, 15, 10395 - 225],
  ])('moment %i is %i within 4 standard errors', (k, moment, variance) => {
    expect(Math.abs(mean((x) => x ** k) - moment)).toBeLessThan(4 * Math.sqrt(variance / n));
  });

  test('their distribution differs from the normal one by less than 2/√n (Kolmogorov–Smirnov, p = 7e-4)', () => {
    let distance = 0;
    numbers.forEach((x, i) => {
      const p = cdf(x);
      distance = Math.max(distance, Math.abs(p - i / n), Math.abs(p - (i + 1) / n));
    });
    expect(distance).toBeLessThan(2 / Math.sqrt(n));
  });

  test('they fill 1000 bins of equal probability evenly, so that no layer shows', () => {
    const bins = new Float64Array(1000);
    for (const x of numbers) {
      const j = Math.min(999, Math.floor(cdf(x) * 1000));
      bins[j] = (bins[j] ?? 0) + 1;
    }
    const chi2 = bins.reduce((sum, count) => sum + (count - n / 1000) ** 2 / (n / 1000), 0);
    expect(Math.abs(chi2 - 999)).toBeLessThan(5 * Math.sqrt(2 * 999));
  });

  test.each([3, 3.6541528853610088, 4, 4.5])('as many lie beyond ±%f as should, within 5 of √n', (x) => {
    const expected = 2 * cdf(-x) * n;
    const found = numbers.reduce((count, number) => count + Number(Math.abs(number) > x), 0);
    expect(Math.abs(found - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });

  test('no two are equal: they have 53 bits and not 32', () => {
    // 2^32 distinct values would give n²/2^33 = 116 pairs.
    const pairs = numbers.reduce((count, x, i) => count + Number(x === numbers[i + 1]), 0);
    expect(pairs).toBeLessThan(3);
  });
});

test('neighbours and their squares are uncorrelated', () => {
  const random = new Random(5);
  const n = 200_000;
  let before = normal(random);
  let [linear, square] = [0, 0];
  for (let i = 0; i < n; i++) {
    const x = normal(random);
    linear += x * before;
    square += (x * x - 1) * (before * before - 1);
    before = x;
  }
  expect(Math.abs(linear / n)).toBeLessThan(5 / Math.sqrt(n));
  expect(Math.abs(square / n)).toBeLessThan((5 * 2) / Math.sqrt(n));
});

test('erfc gives the normal distribution function of 50-digit arithmetic', () => {
  expect(truth.cdf).toHaveLength(65);
  for (const [x, p] of truth.cdf) expect(relative(cdf(x), p)).toBeLessThan(1e-14);
});

/** First passage under white noise against mpmath: tests/reference/mpmath_fI_siegert.json (rates),
 *  mpmath_cv.py (rates and CV from the moments' differential equations), mpmath_erfcx.py. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erfc, erfcx } from '../../src/sim/erfcx.ts';
import type { LifNeuron } from '../../src/sim/experiment.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { diffusionLimit, gridShiftMv, siegertCv, siegertRateHz } from '../../src/sim/siegert.ts';
import { firingRateHz } from '../../src/sim/theory.ts';

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../reference/${file}`, import.meta.url), 'utf8'));

const neuronOf = (neuron: object = {}) => parseExperiment({ version: 1, neuron }).neuron as LifNeuron;

const relative = (value: number | null, digits: string) => Math.abs((value ?? NaN) / Number(digits) - 1);

describe('erfcx', () => {
  const rows = read('mpmath_erfcx.json') as [number, string, string][];
  test('agrees with 60-digit arithmetic to 1e-15 relative at 707 points from −26 to 316', () => {
    expect(rows).toHaveLength(707);
    for (const [x, scaled] of rows) expect(relative(erfcx(x), scaled), `erfcx(${x})`).toBeLessThan(1e-15);
  });
  test('erfc agrees to 1e-15 relative down to 1e-300', () => {
    const normalRows = rows.filter(([, , plain]) => Number(plain) > 1e-300);
    expect(normalRows.length).toBeGreaterThan(550);
    for (const [x, , plain] of normalRows) expect(relative(erfc(x), plain), `erfc(${x})`).toBeLessThan(1e-15);
  });
  test('ends as it should: 1/(x√π) for large x, Infinity for very negative x', () => {
    expect(erfcx(1e300) * 1e300 * Math.sqrt(Math.PI)).toBeCloseTo(1, 14);
    expect([erfcx(0), erfcx(Infinity), erfcx(-27), erfcx(-Infinity)]).toEqual([1, 0, Infinity, Infinity]);
    // 2e^{x²} exceeds the largest number, e^709.7827, from x² = 709.0896 on.
    for (let x = 26.6288; x < 26.66; x += 1e-4) expect(erfcx(-x)).toBe(Infinity);
    for (let x = 26.62; x < 26.6287; x += 1e-4) expect(erfcx(-x)).toBeLessThan(Infinity);
    expect([erfc(-Infinity), erfc(0), erfc(Infinity)]).toEqual([2, 1, 0]);
  });
});

describe('siegertRateHz', () => {
  const { siegert } = read('mpmath_fI_siegert.json') as {
    siegert: Record<string, number> & { points: { mu_mV: number; sigma_mV: number; rate_hz: string }[] };
  };
  const rows = Object.values(siegert).find((value) => Array.isArray(value)) as typeof siegert.points;
  const neuron = neuronOf({ R_m: 10, C_m: 1, E_L: 0, V_th: 15, V_reset: 0, t_ref: 2 });

  test('the reference holds 35 rates, from 2e-171 to 120 Hz', () => expect(rows).toHaveLength(35));
  test.each(rows)('μ $mu_mV mV, σ $sigma_mV mV: $rate_hz Hz to 1e-13 relative', (row) => {
    // Far below threshold e^{b²} magnifies the rounding of b by 2b²: 800 ulp at b = 20.
    expect(relative(siegertRateHz(neuron, row.mu_mV, row.sigma_mV), row.rate_hz)).toBeLessThan(1e-13);
  });

  test('without noise it is the rate under a constant current', () => {
    for (const mu of [10, 15, 15.001, 16, 40, 1e4]) {
      expect(siegertRateHz(neuron, mu, 0)).toBe(firingRateHz(neuron, mu / neuron.R_m));
    }
  });
  test('little noise above threshold changes the rate by a term of order σ²', () => {
    const noiseless = firingRateHz(neuron, 2);
    const change = (sigma: number) => siegertRateHz(neuron, 20, sigma) - noiseless;
    expect(change(1e-2) / change(1e-3)).toBeGreaterThan(99);
    expect(change(1e-2) / change(1e-3)).toBeLessThan(101);
    expect(Math.abs(change(1e-9))).toBeLessThan(1e-12 * noiseless);
  });
  test('it never exceeds 1/t_ref, however strong the noise or the drive', () => {
    expect(siegertRateHz(neuron, 5, 1e9)).toBeLessThan(500);
    expect(siegertRateHz(neuron, 1e9, 1)).toBeLessThan(500);
    expect(siegertRateHz(neuron, 1e9, 1)).toBeGreaterThan(499.99);
  });
  test('for any μ and σ: finite, not negative, rising with μ, the same after moving all potentials', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -200, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 1e3, noNaN: true }),
        (mu, sigma) => {
          const rate = siegertRateHz(neuron, mu, sigma);
          expect(rate >= 0 && rate <= 500).toBe(true);
          expect(siegertRateHz(neuron, mu + 0.5, sigma)).toBeGreaterThanOrEqual(rate * (1 - 1e-12));
          const cv = siegertCv(neuron, mu, sigma);
          expect(cv === null || (cv >= 0 && Number.isFinite(cv))).toBe(true);
        },
      ),
    );
    const moved = neuronOf({ R_m: 10, C_m: 1, E_L: -64, V_th: -49, V_reset: -64, t_ref: 2 });
    expect(siegertRateHz(moved, -54, 2)).toBe(siegertRateHz(neuron, 10, 2));
  });
});

interface Irregular {
  tau_m: number;
  t_ref: number;
  V_th: number;
  V_reset: number;
  mu: number;
  sigma: number;
  rate_hz: string;
  cv: string;
}
describe('siegertCv', () => {
  const rows = read('mpmath_cv.json') as Irregular[];
  test('the reference holds 14 neurons', () => expect(rows).toHaveLength(14));
  test.each(rows)('μ $mu, σ $sigma, threshold $V_th: $rate_hz Hz, CV $cv, both to 1e-13', (row) => {
    const neuron = neuronOf({
      ...{ R_m: 1, C_m: row.tau_m, E_L: 0 },
      ...{ V_th: row.V_th, V_reset: row.V_reset, t_ref: row.t_ref },
    });
    expect(relative(siegertRateHz(neuron, row.mu, row.sigma), row.rate_hz)).toBeLessThan(1e-13);
    expect(relative(siegertCv(neuron, row.mu, row.sigma), row.cv)).toBeLessThan(1e-13);
  });
  test('little noise above threshold: σ√((1 − e^{−2T/τ})/2) over the slope at threshold, over the interval', () => {
    // τ 10, threshold 15, μ 30: T = τ ln 2, so the spread is σ√(3/8) and the slope 1.5 mV/ms.
    const neuron = neuronOf({ R_m: 10, C_m: 1, E_L: 0, V_th: 15, V_reset: 0, t_ref: 2 });
    const expected = (1e-6 * Math.sqrt(3 / 8)) / 1.5 / (2 + 10 * Math.LN2);
    expect(Math.abs((siegertCv(neuron, 30, 1e-6) ?? NaN) / expected - 1)).toBeLessThan(1e-6);
  });
  test('a neuron that never fires has none, a clock has 0', () => {
    const neuron = neuronOf();
    expect(siegertCv(neuron, -60, 0)).toBeNull();
    expect(siegertCv(neuron, -60, 0.1)).toBeNull();
    expect(siegertCv(neuron, -40, 0)).toBe(0);
    expect(siegertCv(neuronOf({ threshold: false }), -40, 1)).toBeNull();
    expect(siegertRateHz(neuronOf({ threshold: false }), -40, 1)).toBe(0);
  });
});

describe('lesson 8', () => {
  test.each([
    [-55, 5, 8.0],
    [-50, 4, 18.5],
    [-45, 4, 31.3],
    [-60, 8, 5.9],
  ])('μ %d mV, σ %d mV fires at %f Hz', (mu, sigma, rate) => {
    expect(Math.abs(siegertRateHz(neuronOf(), mu, sigma) - rate)).toBeLessThan(0.05);
  });
  test('0.5 mV at 1500 Hz has mean −55 mV and standard deviation 1.94 mV', () => {
    const { muMv, sigmaMv } = diffusionLimit(neuronOf(), 0.5, 1500);
    expect(muMv).toBe(-55);
    expect(Math.abs(sigmaMv / Math.SQRT2 - 1.94)).toBeLessThan(0.005);
    expect(diffusionLimit(neuronOf(), -0.5, 1500)).toEqual({ muMv: -85, sigmaMv });
  });
  test('a grid of 0.02 ms moves the threshold by 0.092 mV where σ is 5 mV', () => {
    // 0.5826·5·√(0.02/20)
    expect(gridShiftMv(neuronOf(), 5, 0.02)).toBeCloseTo(0.0921, 4);
  });
});

describe('refusals', () => {
  const neuron = neuronOf();
  const refused: [call: () => unknown, message: string][] = [
    [() => siegertRateHz(neuron, NaN, 1), 'mu must be a finite number of mV, got NaN'],
    [() => siegertRateHz(neuron, -55, -1), 'sigma must be a finite number >= 0 mV, got -1 mV'],
    [() => siegertCv(neuron, -55, Infinity), 'sigma must be a finite number >= 0 mV, got Infinity mV'],
    [
      () => siegertRateHz(neuronOf({ leak: false }), -55, 1),
      'neuron.leak must be true: without leak σ√τ has no meaning',
    ],
    [() => diffusionLimit(neuron, 1, -5), 'rate must be a finite number >= 0 Hz, got -5 Hz'],
    [() => diffusionLimit(neuron, NaN, 5), 'weight must be a finite number of mV, got NaN'],
    [() => gridShiftMv(neuron, 5, 0), 'dt must be a finite number > 0 ms, got 0 ms'],
  ];
  test.each(refused.map(([call, message]) => ({ call, message })))('$message', ({ call, message }) => {
    expect(call).toThrow(new RangeError(message));
  });
});

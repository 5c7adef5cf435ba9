import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proseValue } from '../../src/lib/prose-values.ts';

interface Reference {
  readonly mu: number;
  readonly sigma: number;
  readonly rate_hz: string;
  readonly cv: string;
}
// Computed by mpmath, tests/reference/mpmath_cv.py.
const reference = JSON.parse(readFileSync('tests/reference/mpmath_cv.json', 'utf8')) as readonly Reference[];
const white = (mu: number, sigma: number) => ({ experiment: { inputs: [{ type: 'white', mu, sigma }] } });
const barrage = (weight: number, rate: number) => ({
  experiment: { inputs: [{ type: 'poisson', synapse: 'delta', weight, rate }] },
});

describe('a number of the lesson on noise', () => {
  it.each([
    [-55, 5, 8.0],
    [-50, 4, 18.5],
    [-45, 4, 31.3],
    [-60, 8, 5.9],
  ])('is the rate of the course outline: mean %d mV, σ %d mV', (mu, sigma, rate) => {
    expect(proseValue('noiseRate', white(mu, sigma)).value).toBeCloseTo(rate, 1);
  });

  it('is the rate and the CV that mpmath finds for the course’s neuron', () => {
    const own = reference.filter((one) => [-55, -50, -45].includes(one.mu) && [4, 5].includes(one.sigma));
    expect(own.length).toBeGreaterThan(2);
    for (const { mu, sigma, rate_hz, cv } of own) {
      expect(proseValue('noiseRate', white(mu, sigma)).value).toBeCloseTo(Number(rate_hz), 9);
      expect(proseValue('noiseCv', white(mu, sigma)).value).toBeCloseTo(Number(cv), 9);
    }
  });

  it('is the mean and the spread of a barrage, as the course outline has them', () => {
    expect(proseValue('noiseMean', barrage(0.5, 1500)).value).toBeCloseTo(-55, 9);
    expect(proseValue('noiseSd', barrage(0.5, 1500)).value).toBeCloseTo(1.94, 2);
    expect(proseValue('arrivals', barrage(0.5, 1500), 20).value).toBe(30);
  });

  it('is a mean that inhibition brings back to rest, and a spread that it makes larger by √2', () => {
    const [up] = barrage(0.5, 1500).experiment.inputs;
    const both = { experiment: { inputs: [up, { ...up, weight: -0.5 }] } };
    expect(proseValue('noiseMean', both).value).toBeCloseTo(-70, 9);
    expect(proseValue('noiseSd', both).value).toBeCloseTo(0.5 * Math.sqrt(30), 12);
    // Half the weight at twice the rate, twice: as one train of four times the rate and half the weight.
    const halves = Array.from({ length: 2 }, () => barrage(0.25, 3000).experiment.inputs[0]);
    const one = barrage(0.25, 6000);
    for (const is of ['noiseMean', 'noiseSigma', 'noiseRate', 'noiseCv'])
      expect(proseValue(is, { experiment: { inputs: halves } }).value).toBeCloseTo(
        proseValue(is, one).value,
        9,
      );
  });

  it('is an error of the rate that a run four times as long halves', () => {
    const [long, longer] = [10_000, 40_000].map(
      (ms) => proseValue('noiseRateError', white(-55, 5), ms).value,
    );
    expect(longer! / long!).toBeCloseTo(0.5, 12);
    // 8.008 Hz and CV 0.6936 by mpmath: 80.08 intervals in ten seconds.
    expect(long).toBeCloseTo((8.008 * 0.6936) / Math.sqrt(80.08), 3);
  });

  it('is a spread that begins at nothing and grows to σ/√2', () => {
    expect(proseValue('noiseSdAt', white(-55, 5), 0).value).toBe(0);
    expect(proseValue('noiseSdAt', white(-55, 5), 1000).value).toBeCloseTo(5 / Math.SQRT2, 12);
    // Half the variance after τ/2 · ln 2, 20 ms for τ.
    expect(proseValue('noiseSdAt', white(-55, 5), 10 * Math.LN2).value ** 2).toBeCloseTo(25 / 4, 12);
  });

  it('is lower on a coarser grid, and Siegert’s without one', () => {
    const rates = [1e-9, 0.1, 1].map((dt) => proseValue('noiseRateOnGrid', white(-55, 5), dt).value);
    expect(rates[0]).toBeCloseTo(8.0078, 2);
    expect(rates[1]).toBeLessThan(rates[0]!);
    expect(rates[2]).toBeLessThan(rates[1]!);
  });

  it('is refused for an input that is no such noise, with what was found', () => {
    expect(() => proseValue('noiseRate', { current: 2 })).toThrow(
      'inputs must be one of white noise or of Poisson spikes through a delta synapse, got "step"',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { intervalStatistics } from '../../src/sim/interval-errors.ts';
import { normal } from '../../src/sim/normal.ts';
import { exponential } from '../../src/sim/poisson.ts';
import { Random } from '../../src/sim/random.ts';

/** Intervals of 25 ms on average. */
const draw = (random: Random, count: number, one: (random: Random) => number) =>
  Float64Array.from({ length: count }, () => 25 * one(random));

describe('the errors of rate and CV', () => {
  it('are rate·CV/√n, and CV/√n for a Poisson train, whose CV is 1', () => {
    const count = 1_000_000;
    const { rateHz, rateErrorHz, cv, cvError } = intervalStatistics(draw(new Random(1), count, exponential))!;
    expect(Math.abs(rateHz - 40)).toBeLessThan((4 * 40) / 1000);
    expect(Math.abs(cv - 1)).toBeLessThan(4 / 1000);
    expect(rateErrorHz).toBeCloseTo((rateHz * cv) / Math.sqrt(count), 12);
    // E[((z² − 1)/2 − z)²] = 1 for an exponential number; its sample scatters with the eighth moment, 14833/n.
    expect(Math.abs(cvError * 1000 - 1)).toBeLessThan(0.06);
  });

  it('are CV·√(1/2 + CV²)/√n for normal intervals', () => {
    const count = 1_000_000;
    const { cvError } = intervalStatistics(draw(new Random(2), count, (random) => 1 + 0.2 * normal(random)))!;
    expect(cvError * 1000).toBeCloseTo(0.2 * Math.sqrt(0.5 + 0.04), 3);
  });

  it('are how far short trains scatter about the truth', () => {
    const random = new Random(3);
    const trains = Array.from({ length: 2000 }, () => intervalStatistics(draw(random, 100, exponential))!);
    const scatter = Math.sqrt(trains.reduce((sum, { rateHz }) => sum + (rateHz - 40) ** 2, 0) / 2000);
    // 40/√100 Hz, and the 2 % by which a spread of 2000 numbers is known, and the order 1/n that is left out.
    expect(Math.abs(scatter / 4 - 1)).toBeLessThan(0.1);
  });

  it('are 0 for a clock and not there for fewer than two intervals', () => {
    expect(intervalStatistics([20, 20, 20])).toMatchObject({
      count: 3,
      rateHz: 50,
      rateErrorHz: 0,
      cv: 0,
      cvError: 0,
    });
    expect(intervalStatistics([])).toBeNull();
    expect(intervalStatistics([20])).toBeNull();
    expect(intervalStatistics([0, 0])).toBeNull();
  });
});

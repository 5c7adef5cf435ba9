/** Noise and Poisson processes against the closed forms of their statistics. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { fillOrnsteinUhlenbeck, fillWhite, whiteCurrentSdNa } from '../../src/sim/noise.ts';
import { exponential, PoissonCounts, poissonTrain } from '../../src/sim/poisson.ts';
import { Random } from '../../src/sim/random.ts';
import type { LifNeuron } from '../../src/sim/experiment.ts';

const neuron = parseExperiment({ version: 1 }).neuron as LifNeuron;

function moments(values: Float64Array, lag = 0): { mean: number; covariance: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  let covariance = 0;
  for (let k = lag; k < values.length; k++) {
    covariance += ((values[k] ?? 0) - mean) * ((values[k - lag] ?? 0) - mean);
  }
  return { mean, covariance: covariance / (values.length - lag) };
}

describe('the Ornstein–Uhlenbeck current', () => {
  const n = 400_000;
  // Correlated over τ, n samples are worth n·dt/(2τ) independent ones where τ is long beside dt.
  test.each([
    [0.1, 5],
    [1, 5],
    [5, 5],
    [30, 5],
  ])('at dt %f ms, τ %f ms: mean, sd and correlation e^{−t/τ}, whatever the step', (dt, tau) => {
    const out = fillOrnsteinUhlenbeck(new Random(6), { mean: 0.7, sd: 0.3, tau }, dt, new Float64Array(n));
    const a = Math.exp(-dt / tau);
    const worth = (n * (1 - a)) / (1 + a);
    const { mean, covariance } = moments(out);
    expect(Math.abs(mean - 0.7)).toBeLessThan((4 * 0.3) / Math.sqrt(worth));
    expect(Math.abs(covariance / 0.09 - 1)).toBeLessThan(4 * Math.sqrt(2 / worth));
    const lag = Math.max(1, Math.round(tau / dt));
    const correlation = moments(out, lag).covariance / 0.09;
    expect(Math.abs(correlation - Math.exp((-lag * dt) / tau))).toBeLessThan(4 * Math.sqrt(2 / worth));
  });
  test('starts in its stationary distribution: 4000 first values have its mean and sd', () => {
    const first = Float64Array.from({ length: 4000 }, (_, seed) => {
      const [x] = fillOrnsteinUhlenbeck(
        new Random(seed),
        { mean: 1, sd: 2, tau: 9 },
        0.1,
        new Float64Array(1),
      );
      return x ?? NaN;
    });
    const { mean, covariance } = moments(first);
    expect(Math.abs(mean - 1)).toBeLessThan((4 * 2) / Math.sqrt(4000));
    expect(Math.abs(covariance / 4 - 1)).toBeLessThan(4 * Math.sqrt(2 / 4000));
  });
  test('without deviation it is constant', () => {
    const out = fillOrnsteinUhlenbeck(new Random(1), { mean: 2, sd: 0, tau: 1 }, 0.1, new Float64Array(9));
    expect([...out]).toEqual(Array(9).fill(2));
  });
});

describe('white noise as a current', () => {
  test.each([0.02, 0.1, 1, 10, 200])(
    'at dt %f ms the membrane it drives has the stationary sd σ/√2, exactly',
    (dt) => {
      // V' = aV + (1 − a)R·I: the variance of V is (1 − a)²R²s²/(1 − a²).
      const sd = whiteCurrentSdNa(neuron, 5, dt);
      const a = Math.exp(-dt / 20);
      const variance = ((1 - a) ** 2 * (10 * sd) ** 2) / (1 - a * a);
      expect(Math.abs(Math.sqrt(variance) / (5 / Math.SQRT2) - 1)).toBeLessThan(1e-12);
    },
  );
  test('its sd times √dt tends to (σ/R)√τ: noise grows like √dt and not like dt', () => {
    const limit = (5 / 10) * Math.sqrt(20);
    for (const dt of [1e-3, 1e-4, 1e-6]) {
      // The next term is (dt/τ)²/24 relative.
      expect(Math.abs((whiteCurrentSdNa(neuron, 5, dt) * Math.sqrt(dt)) / limit - 1)).toBeLessThan(1e-9);
    }
    const ratio = whiteCurrentSdNa(neuron, 5, 0.01) / whiteCurrentSdNa(neuron, 5, 0.04);
    expect(Math.abs(ratio - 2)).toBeLessThan(1e-6);
  });
  test('has the mean and sd it was given', () => {
    const { mean, covariance } = moments(fillWhite(new Random(2), -1, 3, new Float64Array(1e5)));
    expect(Math.abs(mean + 1)).toBeLessThan((4 * 3) / Math.sqrt(1e5));
    expect(Math.abs(covariance / 9 - 1)).toBeLessThan(4 * Math.sqrt(2 / 1e5));
  });
});

describe('Poisson', () => {
  test('exponential numbers have distribution 1 − e^{−x} (Kolmogorov–Smirnov, p = 7e-4)', () => {
    const random = new Random(8);
    const n = 200_000;
    const numbers = Float64Array.from({ length: n }, () => exponential(random)).sort();
    let distance = 0;
    numbers.forEach((x, i) => {
      const p = -Math.expm1(-x);
      distance = Math.max(distance, Math.abs(p - i / n), Math.abs(p - (i + 1) / n));
    });
    expect(distance).toBeLessThan(2 / Math.sqrt(n));
  });
  test('a train of 200 Hz over 1000 s has 200 000 spikes within 4√n, ascending, evenly spread', () => {
    const times = poissonTrain(new Random(3), 200, 50, 1_000_050);
    expect(Math.abs(times.length - 200_000)).toBeLessThan(4 * Math.sqrt(200_000));
    for (let i = 1; i < times.length; i++) expect(times[i]! >= times[i - 1]!).toBe(true);
    expect(times[0]).toBeGreaterThanOrEqual(50);
    expect(times.at(-1)).toBeLessThan(1_000_050);
    // Counts in windows of 100 ms have variance = mean = 20.
    const counts = new Float64Array(10_000);
    for (const time of times) {
      const j = Math.floor((time - 50) / 100);
      counts[j] = (counts[j] ?? 0) + 1;
    }
    const { mean, covariance } = moments(counts);
    expect(Math.abs(covariance / mean - 1)).toBeLessThan(4 * Math.sqrt(2 / 10_000));
  });
  test('rate 0, or no time, gives no spikes', () => {
    expect(poissonTrain(new Random(1), 0, 0, 1e9)).toHaveLength(0);
    expect(poissonTrain(new Random(1), 1e6, 5, 5)).toHaveLength(0);
  });

  test.each([0, 1e-9, 0.02, 0.7, 3, 20, 1000, 1e6])(
    'counts of mean %f occur as often as mean^n e^{−mean}/n! says (chi-squared)',
    (mean) => {
      const draws = 100_000;
      const random = new Random(12);
      const counts = new PoissonCounts(mean);
      const found = new Map<number, number>();
      let [sum, squares] = [0, 0];
      for (let i = 0; i < draws; i++) {
        const n = counts.draw(random);
        found.set(n, (found.get(n) ?? 0) + 1);
        sum += n - mean;
        squares += (n - mean) ** 2;
      }
      expect(Math.abs(sum)).toBeLessThanOrEqual(4 * Math.sqrt(mean * draws));
      // The variance of (n − mean)² is mean + 2·mean².
      expect(Math.abs(squares - mean * draws)).toBeLessThanOrEqual(
        4 * Math.sqrt((mean + 2 * mean ** 2) * draws),
      );
      // Single counts of a large mean are too rare to compare one by one.
      if (mean > 30) return;
      let [chi2, cells] = [0, 0];
      let logProbability = -mean;
      for (let n = 0; n < 60; n++) {
        if (n > 0) logProbability += Math.log(mean / n);
        const expected = draws * Math.exp(logProbability);
        if (!(expected >= 10)) continue;
        chi2 += ((found.get(n) ?? 0) - expected) ** 2 / expected;
        cells++;
      }
      expect(cells).toBeGreaterThan(0);
      expect(chi2).toBeLessThan(cells + 5 * Math.sqrt(2 * cells));
    },
  );
});

test('the same seed gives the same noise and the same spikes', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), fc.nat(9), (seed, stream) => {
      const noise = () =>
        fillOrnsteinUhlenbeck(
          new Random(seed, stream),
          { mean: 0, sd: 1, tau: 3 },
          0.5,
          new Float64Array(20),
        );
      expect(noise()).toEqual(noise());
      const train = () => poissonTrain(new Random(seed, stream), 300, 0, 100);
      expect(train()).toEqual(train());
    }),
  );
});

describe('refusals', () => {
  const random = new Random(1);
  const out = new Float64Array(1);
  const refused: [call: () => unknown, message: string][] = [
    [
      () => fillOrnsteinUhlenbeck(random, { mean: 0, sd: 1, tau: 0 }, 0.1, out),
      'tau must be a finite number > 0 ms, got 0 ms',
    ],
    [
      () => fillOrnsteinUhlenbeck(random, { mean: 0, sd: -1, tau: 1 }, 0.1, out),
      'sd must be a finite number >= 0 nA, got -1 nA',
    ],
    [
      () => fillOrnsteinUhlenbeck(random, { mean: 0, sd: 1, tau: 1 }, NaN, out),
      'dt must be a finite number > 0 ms, got NaN ms',
    ],
    [() => fillWhite(random, NaN, 1, out), 'mean must be a finite number nA, got NaN nA'],
    [
      () => whiteCurrentSdNa({ ...neuron, leak: false }, 5, 0.1),
      'neuron.leak must be true: without leak σ√τ has no meaning',
    ],
    [() => whiteCurrentSdNa(neuron, -5, 0.1), 'sigma must be a finite number >= 0 mV, got -5 mV'],
    [() => poissonTrain(random, -1, 0, 1), 'rate must be a finite number >= 0 Hz, got -1 Hz'],
    [
      () => poissonTrain(random, 1, 0, Infinity),
      'start and stop must be finite numbers of ms, got 0 and Infinity',
    ],
    [() => new PoissonCounts(-0.1), 'mean must be a number from 0 to 1000000, got -0.1'],
    [() => new PoissonCounts(NaN), 'mean must be a number from 0 to 1000000, got NaN'],
  ];
  test.each(refused.map(([call, message]) => ({ call, message })))('$message', ({ call, message }) => {
    expect(call).toThrow(new RangeError(message));
  });
});

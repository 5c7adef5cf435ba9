/** Analysis of spike trains: by hand, and on trains whose statistics are known in closed form. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  coefficientOfVariation,
  cv2,
  histogram,
  spikeCountRateHz,
  variance,
} from '../../src/sim/analysis.ts';
import { intervalRateHz, intervalsMs, mean } from '../../src/sim/intervals.ts';
import { normal } from '../../src/sim/normal.ts';
import { poissonTrain } from '../../src/sim/poisson.ts';
import { Random } from '../../src/sim/random.ts';
import { spikeTriggeredAverage } from '../../src/sim/spike-triggered.ts';

describe('by hand', () => {
  const spikes = [10, 30, 40, 80];
  test('intervals, their mean, variance, CV and CV2', () => {
    const intervals = intervalsMs(spikes);
    expect([...intervals]).toEqual([20, 10, 40]);
    expect(mean(intervals)).toBeCloseTo(70 / 3, 13);
    // Deviations −10/3, −40/3, 50/3: squares sum to 4200/9.
    expect(variance(intervals)).toBeCloseTo(4200 / 18, 12);
    expect(coefficientOfVariation(intervals)).toBeCloseTo(Math.sqrt(4200 / 18) / (70 / 3), 14);
    // 2·10/30 and 2·30/50.
    expect(cv2(intervals)).toBeCloseTo((2 / 3 + 6 / 5) / 2, 14);
  });
  test('count over duration is not one over the mean interval', () => {
    expect(spikeCountRateHz(spikes, 200)).toBe(20);
    expect(intervalRateHz(spikes)).toBeCloseTo(3000 / 70, 12);
  });
  test('where there is none, the answer is null', () => {
    expect([mean([]), variance([1]), intervalRateHz([5]), intervalRateHz([5, 5])]).toEqual(
      Array(4).fill(null),
    );
    expect([coefficientOfVariation([3]), cv2([3]), coefficientOfVariation([0, 0])]).toEqual(
      Array(3).fill(null),
    );
    expect(spikeCountRateHz([], 100)).toBe(0);
  });
  test('a slow change of the rate moves the CV and not CV2', () => {
    const intervals = Array.from({ length: 2000 }, (_, i) => 10 + i / 100);
    expect(coefficientOfVariation(intervals)).toBeGreaterThan(0.25);
    expect(cv2(intervals)).toBeLessThan(1e-3);
  });
});

test('a Poisson train has CV 1 and CV2 1, within 4 standard errors of 100 000 intervals', () => {
  const intervals = intervalsMs(poissonTrain(new Random(4), 100, 0, 1e6));
  const n = intervals.length;
  // The CV of n exponential intervals scatters by 1/√n; |I₂ − I₁|/(I₂ + I₁) is uniform, CV2's term has sd 2/√12,
  // and neighbouring terms, which share an interval, are correlated by less than ½.
  expect(Math.abs((coefficientOfVariation(intervals) ?? NaN) - 1)).toBeLessThan(4 / Math.sqrt(n));
  expect(Math.abs((cv2(intervals) ?? NaN) - 1)).toBeLessThan((4 * Math.SQRT2 * 2) / Math.sqrt(12 * n));
});

describe('histogram', () => {
  test('a value on an edge belongs to the bin above, on the last edge to the last bin', () => {
    const { edges, counts, outside } = histogram([0, 1, 1.5, 2, 3, 3.0001, -1], 3, 0, 3);
    expect([...edges]).toEqual([0, 1, 2, 3]);
    expect([...counts]).toEqual([1, 2, 2]);
    expect(outside).toBe(2);
  });
  test('for any values and bins: none is lost, and each lies within the edges of its bin', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value),
        fc.integer({ min: 1, max: 50 }),
        value,
        value,
        (values, bins, one, two) => {
          fc.pre(Math.abs(one - two) > 1e-9);
          const [from, to] = [Math.min(one, two), Math.max(one, two)];
          const { edges, counts, outside } = histogram(values, bins, from, to);
          expect(counts.reduce((sum, count) => sum + count, outside)).toBe(values.length);
          for (let j = 0; j < bins; j++) {
            const [low, high] = [edges[j] ?? NaN, edges[j + 1] ?? NaN];
            const inside = values.filter((v) => v >= low && (j === bins - 1 ? v <= high : v < high));
            expect(counts[j]).toBe(inside.length);
          }
        },
      ),
    );
  });
});

describe('spikeTriggeredAverage', () => {
  test('finds the shape that always stands before a spike', () => {
    const signal = new Float64Array(1000);
    const spikes = [20, 47.5, 80];
    for (const time of spikes) for (let k = 0; k < 20; k++) signal[time * 10 - k] = k;
    const { lag, mean: average, used } = spikeTriggeredAverage(signal, 0.1, spikes, 1.9, 0.3);
    expect(used).toBe(3);
    expect([...average]).toEqual([...Array.from({ length: 20 }, (_, k) => 19 - k), 0, 0, 0]);
    expect(lag[0]).toBeCloseTo(-1.9, 14);
    expect(lag[22]).toBeCloseTo(0.3, 14);
  });
  test('of white noise and unrelated spikes it is 0, within 5 standard errors', () => {
    const random = new Random(9);
    const signal = Float64Array.from({ length: 100_000 }, () => normal(random));
    const { mean: average, used } = spikeTriggeredAverage(
      signal,
      1,
      poissonTrain(random, 50, 0, 1e5),
      20,
      20,
    );
    expect(used).toBeGreaterThan(4500);
    for (const value of average) expect(Math.abs(value)).toBeLessThan(5 / Math.sqrt(used));
  });
  test('spikes whose window leaves the recording are not used', () => {
    const run = spikeTriggeredAverage(new Float64Array(101).fill(2), 1, [0, 4, 5, 95, 96, 400], 5, 5);
    expect(run.used).toBe(2);
    expect(new Set(run.mean)).toEqual(new Set([2]));
    expect([...spikeTriggeredAverage([1, 2], 1, [], 0, 0).mean]).toEqual([0]);
  });
});

describe('refusals', () => {
  const refused: [call: () => unknown, message: string][] = [
    [() => spikeCountRateHz([], 0), 'duration must be a finite number > 0 ms, got 0 ms'],
    [() => intervalsMs([2, 1]), 'spikes[1] must be at or after the spike before it (2 ms), got 1 ms'],
    [() => intervalsMs([NaN]), 'spikes[0] must be a finite time in ms, got NaN'],
    [() => histogram([], 0, 0, 1), 'bins must be a whole number from 1 to 100000, got 0'],
    [() => histogram([], 2, 1, 1), 'the range must run from a smaller to a larger finite number, got 1 to 1'],
    [() => histogram([1, NaN], 2, 0, 1), 'values[1] must be a number, got NaN'],
    [() => spikeTriggeredAverage([1], 0, [], 0, 0), 'dt must be a finite number > 0 ms, got 0 ms'],
    [
      () => spikeTriggeredAverage([1, 2], 0.5, [], -1, 0),
      'before must be from 0 to the length of the signal, 1 ms, got -1 ms',
    ],
    [
      () => spikeTriggeredAverage([1, 2], 0.5, [], 0, 1e9),
      'after must be from 0 to the length of the signal, 1 ms, got 1000000000 ms',
    ],
    [
      () => spikeTriggeredAverage([1], 1, [Infinity], 0, 0),
      'spikes[0] must be a finite time in ms, got Infinity',
    ],
  ];
  test.each(refused.map(([call, message]) => ({ call, message })))('$message', ({ call, message }) => {
    expect(call).toThrow(new RangeError(message));
  });
});

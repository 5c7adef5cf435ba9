/** Distances of spike trains against brute force (tests/reference/spike_distance.py), and as metrics. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vanRossumDistance, victorPurpuraDistance } from '../../src/sim/spike-distance.ts';

interface Case {
  a: number[];
  b: number[];
  tau: number;
  van_rossum: string;
  q: number;
  victor_purpura: number;
}
const cases = JSON.parse(
  readFileSync(new URL('../reference/spike_distance.json', import.meta.url), 'utf8'),
) as Case[];

test('the reference holds 40 pairs of trains', () => expect(cases).toHaveLength(40));
test.each(cases)('$a and $b, τ $tau ms, q $q per ms', ({ a, b, tau, van_rossum, q, victor_purpura }) => {
  // Rounding of at most ten spikes.
  expect(Math.abs(vanRossumDistance(a, b, tau) - Number(van_rossum))).toBeLessThan(4e-15);
  expect(Math.abs(victorPurpuraDistance(a, b, q) - victor_purpura)).toBeLessThan(4e-14);
});

describe('by hand', () => {
  test('one spike against none is √½ and 1', () => {
    expect(vanRossumDistance([5], [], 10)).toBe(Math.SQRT1_2);
    expect(victorPurpuraDistance([5], [], 0.1)).toBe(1);
  });
  test('two spikes Δ apart: D² = 1 − e^{−Δ/τ}, and qΔ until moving costs more than 2', () => {
    expect(vanRossumDistance([5], [12], 10) ** 2).toBeCloseTo(1 - Math.exp(-0.7), 15);
    expect(victorPurpuraDistance([5], [12], 0.1)).toBeCloseTo(0.7, 15);
    expect(victorPurpuraDistance([5], [12], 10)).toBe(2);
  });
  test('long τ compares the numbers of spikes, and so does q = 0', () => {
    expect(vanRossumDistance([1, 2, 3], [7], 1e12)).toBeCloseTo(Math.sqrt(4 / 2), 10);
    expect(victorPurpuraDistance([1, 2, 3], [7], 0)).toBe(2);
  });
  test('short τ counts the spikes that do not coincide', () => {
    expect(vanRossumDistance([1, 2, 3], [2, 7], 1e-6)).toBeCloseTo(Math.sqrt(3 / 2), 14);
  });
  test('identical trains are exactly 0 apart, however far out in time', () => {
    const train = Array.from({ length: 1000 }, (_, i) => 1e6 + 7.3 * i);
    expect(vanRossumDistance(train, train, 20)).toBe(0);
    expect(victorPurpuraDistance(train, train, 1)).toBe(0);
  });
});

describe('for any trains', () => {
  const train = fc
    .array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 12 })
    .map((times) => times.sort((a, b) => a - b));
  const scale = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  const metrics = [
    ['van Rossum', vanRossumDistance],
    ['Victor and Purpura', victorPurpuraDistance],
  ] as const;

  test.each(metrics)('%s is a metric: 0 to itself, symmetric, no detour is shorter', (_, distance) => {
    fc.assert(
      fc.property(train, train, train, scale, (a, b, c, s) => {
        const ab = distance(a, b, s);
        expect(distance(a, a, s)).toBe(0);
        expect(ab).toBeGreaterThanOrEqual(0);
        expect(Math.abs(distance(b, a, s) - ab)).toBeLessThan(1e-12);
        expect(ab).toBeLessThanOrEqual(distance(a, c, s) + distance(c, b, s) + 1e-12);
      }),
    );
  });
  test.each(metrics)('%s does not change when both trains are moved', (_, distance) => {
    fc.assert(
      fc.property(train, train, scale, (a, b, s) => {
        const moved = (times: number[]) => times.map((time) => time + 64);
        // Times near 100 ms are moved with an error of 1e-14 ms; the slope of D is at most 24 per τ or 24q.
        expect(Math.abs(distance(moved(a), moved(b), s) - distance(a, b, s))).toBeLessThan(1e-5);
      }),
    );
  });
  test('Victor and Purpura’s lies between the difference and the sum of the numbers of spikes', () => {
    fc.assert(
      fc.property(train, train, scale, (a, b, q) => {
        const distance = victorPurpuraDistance(a, b, q);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(a.length + b.length);
      }),
    );
  });
});

describe('refusals', () => {
  const refused: [call: () => unknown, message: string][] = [
    [() => vanRossumDistance([], [], 0), 'tau must be a finite number > 0 ms, got 0 ms'],
    [() => vanRossumDistance([], [], NaN), 'tau must be a finite number > 0 ms, got NaN ms'],
    [() => victorPurpuraDistance([], [], -1), 'q must be a finite number >= 0 per ms, got -1 per ms'],
    [
      () => vanRossumDistance([1, 0.5], [], 1),
      'a[1] must be at or after the spike before it (1 ms), got 0.5 ms',
    ],
    [() => victorPurpuraDistance([], [NaN], 1), 'b[0] must be a finite time in ms, got NaN'],
  ];
  test.each(refused.map(([call, message]) => ({ call, message })))('$message', ({ call, message }) => {
    expect(call).toThrow(new RangeError(message));
  });
});

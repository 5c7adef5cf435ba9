import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/figures/plot.ts';
import { straighten, straightenStretches } from '../../src/figures/straighten.ts';

/** The height of the drawn line at x, straight between its points. */
function heightAt(line: readonly Point[], x: number): number {
  const right = line.findIndex((point) => point.x >= x);
  const [from, to] = [line[Math.max(0, right - 1)]!, line[right]!];
  return to.x === from.x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}

describe('straighten', () => {
  it('leaves of a straight line its two ends', () => {
    const line = Array.from({ length: 100 }, (_, x) => ({ x, y: 3 * x }));
    expect(straighten(line)).toEqual([line[0], line[99]]);
  });

  it('draws a charging membrane with a tenth of its points, nowhere off by more than 1/1000 of its height', () => {
    const curve = Array.from({ length: 2001 }, (_, i) => ({ x: i / 10, y: 20 * (1 - Math.exp(-i / 200)) }));
    const kept = straighten(curve);
    expect(kept.length).toBeLessThan(curve.length / 10);
    for (const { x, y } of curve) expect(Math.abs(heightAt(kept, x) - y)).toBeLessThanOrEqual(20 / 1000);
  });

  it('keeps both ends of a jump', () => {
    const jump = [
      { x: 0, y: -70 },
      { x: 5, y: -50 },
      { x: 5, y: -70 },
      { x: 7, y: -70 },
      { x: 9, y: -70 },
    ];
    expect(straighten(jump)).toEqual([jump[0], jump[1], jump[2], jump[4]]);
  });

  it('stays within its tolerance on any line, and keeps the order, the ends and the extremes', () => {
    const line = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(line, (values) => {
        const points = values.map((y, x) => ({ x, y }));
        const kept = straighten(points);
        const height = Math.max(...values) - Math.min(...values);
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        kept.forEach(({ x }, k) => expect(x).toBeGreaterThan(kept[k - 1]?.x ?? -1));
        for (const { x, y } of points) {
          // 1e-9: rounding of the interpolation at heights of up to 200.
          expect(Math.abs(heightAt(kept, x) - y)).toBeLessThanOrEqual(height / 1000 + 1e-9);
        }
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('leaves the gaps of a line that breaks off where they are', () => {
    const line = [0, 1, 2, 3].map((x) => ({ x, y: x }));
    const gap = { x: 3, y: NaN };
    expect(straightenStretches([...line, gap, ...line])).toEqual([line[0], line[3], gap, line[0], line[3]]);
    expect(straightenStretches([])).toEqual([]);
  });
});

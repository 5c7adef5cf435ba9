import { describe, expect, it } from 'vitest';
import { clipped } from '../../src/figures/clip.ts';
import type { Point } from '../../src/figures/plot.ts';

const points = (...pairs: [number, number][]): Point[] => pairs.map(([x, y]) => ({ x, y }));

describe('a line that leaves its range', () => {
  it('stays as it is where it does not', () => {
    const line = points([0, 0], [1, 10], [2, 5]);
    expect(clipped(line, [0, 10])).toEqual(line);
  });

  it('is cut off where it meets the edge, and begins anew where it comes back', () => {
    expect(clipped(points([0, 5], [2, 15], [4, 5]), [0, 10])).toEqual([
      ...points([0, 5], [1, 10], [1, NaN]),
      ...points([3, 10], [4, 5]),
    ]);
  });

  it('crosses the range from edge to edge where it jumps over it', () => {
    expect(clipped(points([0, -10], [4, 30]), [0, 10])).toEqual(points([1, 0], [2, 10], [2, NaN]));
    expect(clipped(points([0, 30], [4, -10]), [0, 10])).toEqual(points([2, 10], [3, 0], [3, NaN]));
  });

  it('is not there at all beyond an edge', () => {
    expect(clipped(points([0, 11], [1, 12], [2, 11]), [0, 10])).toEqual([]);
    expect(clipped([], [0, 10])).toEqual([]);
  });

  it('stands upright where it is', () => {
    expect(clipped(points([1, 5], [1, 20]), [0, 10])).toEqual(points([1, 5], [1, 10], [1, NaN]));
  });
});

import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../src/sim/least-squares.ts';

const column = (...x: number[]) => Float64Array.from(x);

describe('leastSquares', () => {
  it('fits the straight line of a worked example', () => {
    // y = a + b·x through (1, 6), (2, 5), (3, 7), (4, 10): a = 3.5, b = 1.4, Σ r² = 4.2 (normal equations by hand).
    const { coefficients, square, inverse } = leastSquares(
      [column(1, 1, 1, 1), column(1, 2, 3, 4)],
      column(6, 5, 7, 10),
    );
    expect(coefficients[0]).toBeCloseTo(3.5, 12);
    expect(coefficients[1]).toBeCloseTo(1.4, 12);
    expect(square).toBeCloseTo(4.2, 12);
    // (AᵀA)⁻¹ of [[4, 10], [10, 30]] is [[1.5, −0.5], [−0.5, 0.2]].
    expect(inverse.flatMap((row) => [...row])).toEqual(
      [1.5, -0.5, -0.5, 0.2].map((x) => expect.closeTo(x, 12)),
    );
  });
  it('leaves out and names a column that the ones before it give', () => {
    const { coefficients, dependent } = leastSquares(
      [column(1, 1, 1), column(0, 1, 2), column(1, 2, 3)],
      column(1, 3, 5),
    );
    expect(dependent).toEqual([2]);
    expect([...coefficients]).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12), NaN]);
  });
  it('keeps nearly parallel columns apart, where the normal equations lose them', () => {
    // Läuchli 1961: with e² below the machine's precision AᵀA is singular.
    const e = 1e-6;
    const { coefficients } = leastSquares([column(1, e, 0), column(1, 0, e)], column(2, e, e));
    expect(coefficients[0]).toBeCloseTo(1, 8);
    expect(coefficients[1]).toBeCloseTo(1, 8);
  });
});

/** Linear least squares by modified Gram–Schmidt: the columns are made orthogonal one after another, and with them
 *  the data, which squares no condition number as the normal equations do (Björck 1967, BIT 7:1).
 *  A column that the ones before it already give is left out and named, rather than answered with a number. */

/** Part of a column that must be left beside the others, in units of its length. */
const INDEPENDENT = 1e-7;

export interface LeastSquares {
  /** One coefficient per column; NaN where the column was left out. */
  readonly coefficients: Float64Array;
  /** What the columns do not explain, one entry per row. */
  readonly residual: Float64Array;
  /** Σ residual². */
  readonly square: number;
  /** (AᵀA)⁻¹: times the variance of the data, the covariance of the coefficients. Rows and columns that were left
   *  out are 0. */
  readonly inverse: readonly Float64Array[];
  /** Columns that are a combination of those before them. */
  readonly dependent: readonly number[];
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/** @param columns of equal length  @param data as long as they are */
export function leastSquares(columns: readonly Float64Array[], data: Float64Array): LeastSquares {
  const count = columns.length;
  const residual = Float64Array.from(data);
  const kept: number[] = [];
  const basis: Float64Array[] = [];
  const upper = columns.map(() => new Float64Array(count));
  const onto = new Float64Array(count);
  columns.forEach((column, j) => {
    const rest = Float64Array.from(column);
    const length = Math.sqrt(dot(column, column));
    const off = (q: Float64Array) => {
      const part = dot(q, rest);
      for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - part * (q[i] as number);
      return part;
    };
    // Twice is enough (Kahan; Parlett 1980, §6.9): what the first pass leaves is rounding.
    kept.forEach((k, n) => {
      const q = basis[n] as Float64Array;
      (upper[k] as Float64Array)[j] = off(q);
    });
    kept.forEach((k, n) => {
      const row = upper[k] as Float64Array;
      row[j] = (row[j] as number) + off(basis[n] as Float64Array);
    });
    const left = Math.sqrt(dot(rest, rest));
    if (!(left > INDEPENDENT * length)) return;
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) / left;
    (upper[j] as Float64Array)[j] = left;
    const part = dot(rest, residual);
    for (let i = 0; i < rest.length; i++) residual[i] = (residual[i] as number) - part * (rest[i] as number);
    onto[j] = part;
    basis.push(rest);
    kept.push(j);
  });

  /** Solves R·x = b over the kept columns, from the last one up. */
  const solve = (b: Float64Array): Float64Array => {
    const x = new Float64Array(count);
    for (let n = kept.length - 1; n >= 0; n--) {
      const j = kept[n] as number;
      const row = upper[j] as Float64Array;
      let sum = b[j] as number;
      for (const k of kept.slice(n + 1)) sum -= (row[k] as number) * (x[k] as number);
      x[j] = sum / (row[j] as number);
    }
    return x;
  };
  const rootInverse = columns.map((_, j) =>
    solve(Float64Array.from({ length: count }, (__, i) => (i === j ? 1 : 0))),
  );
  const coefficients = solve(onto);
  const dependent = columns.map((_, j) => j).filter((j) => !kept.includes(j));
  for (const j of dependent) {
    coefficients[j] = NaN;
    (rootInverse[j] as Float64Array).fill(0);
  }
  const inverse = columns.map((_, i) =>
    Float64Array.from({ length: count }, (__, j) =>
      kept.reduce((sum, k) => sum + (rootInverse[k]?.[i] as number) * (rootInverse[k]?.[j] as number), 0),
    ),
  );
  return { coefficients, residual, square: dot(residual, residual), inverse, dependent };
}

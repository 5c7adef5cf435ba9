/** The leaky membrane between spikes, as a sum that is linear in all its numbers but the time constant:
 *    V(t) = E_L + R·J(t) + c_i·e^{−(t−t_i)/τ},
 *  J the filtered current (filtered-current.ts), t_i the first sample of stretch i and c_i how far the potential is
 *  there from where the current alone leads it. Every stretch has its own c_i, so that nothing has to be known of the
 *  spike before it. For a given τ the best numbers are one linear least-squares solution: variable projection (Golub
 *  & Pereyra 1973, SIAM J. Numer. Anal. 10:413). */
import { leastSquares, type LeastSquares } from './least-squares.ts';

/** Samples of all stretches, one stretch after another. */
export interface Stretches {
  /** ms, ascending, and mV. */
  readonly t: Float64Array;
  readonly V: Float64Array;
  /** Place of the first sample of each stretch; the last one ends with the samples. */
  readonly from: readonly number[];
}

export interface Relaxation {
  readonly tau: number;
  /** mV and MΩ; 0 where the current is not to be told from the resting potential. */
  readonly E_L: number;
  readonly R_m: number;
  /** The current as this membrane sees it, nA, one per sample. */
  readonly current: Float64Array;
  /** Whether the current changes enough to tell R_m. */
  readonly told: boolean;
  /** mV, one per stretch. */
  readonly c: Float64Array;
  /** Σe², one per stretch: how many samples tell c. */
  readonly weight: Float64Array;
  /** Σ residual², mV². */
  readonly square: number;
  /** What is left of the potentials, mV. */
  readonly residual: Float64Array;
  /** A column without what E_L, R_m and the c_i can take on of it. */
  readonly free: (column: Float64Array) => Float64Array;
  /** Columns of E_L and R_m without what the c_i can take on. */
  readonly columns: readonly [Float64Array, Float64Array];
}

/** Part of a column that must be left beside the others, in units of its length. */
const INDEPENDENT = 1e-7;

/** Σ x·y from one place to before another. */
function along(x: Float64Array, y: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += (x[k] as number) * (y[k] as number);
  return sum;
}

/** @param J nA, one per sample: the current as a membrane of this tau sees it  @param tau ms */
export function relaxation({ t, V, from }: Stretches, J: Float64Array, tau: number): Relaxation {
  const e = new Float64Array(t.length);
  const ends = [...from.slice(1), t.length];
  const weight = new Float64Array(from.length);
  from.forEach((first, i) => {
    const start = t[first] as number;
    for (let k = first; k < (ends[i] as number); k++) e[k] = Math.exp((start - (t[k] as number)) / tau);
    weight[i] = along(e, e, first, ends[i] as number);
  });
  /** How much of e a column holds in each stretch. */
  const parts = (x: Float64Array): Float64Array =>
    weight.map((sum, i) => along(x, e, from[i] as number, ends[i] as number) / sum);
  const without = (x: Float64Array): Float64Array => {
    const part = parts(x);
    const rest = Float64Array.from(x);
    from.forEach((first, i) => {
      const share = part[i] as number;
      for (let k = first; k < (ends[i] as number); k++) rest[k] = (x[k] as number) - share * (e[k] as number);
    });
    // What is left of a column that the others give is rounding, and no column.
    const least = INDEPENDENT ** 2 * along(x, x, 0, x.length);
    return along(rest, rest, 0, x.length) > least ? rest : new Float64Array(x.length);
  };
  const columns = [without(new Float64Array(t.length).fill(1)), without(J)] as const;
  const fit: LeastSquares = leastSquares(columns, without(V));
  const [E_L = 0, R_m = 0] = Array.from(fit.coefficients, (x) => (Number.isNaN(x) ? 0 : x));
  return {
    tau,
    E_L,
    R_m,
    current: J,
    told: !fit.dependent.includes(1),
    c: parts(V.map((v, k) => v - E_L - R_m * (J[k] as number))),
    weight,
    square: fit.square,
    residual: fit.residual,
    free: without,
    columns,
  };
}

/** exp and log from + − × ÷ alone. ECMAScript fixes those, and Math.sqrt, to the last bit, but leaves
 *  Math.exp and Math.log to the engine: two browsers may differ by an ulp. Everything on the way from a seed to
 *  a random number uses these, so that a seed means the same numbers everywhere.
 *
 *  exp: x = k·ln 2 + r, |r| ≤ ln 2 / 2, Taylor series in r. log: x = 2ᵏ·m, 1/√2 ≤ m ≤ √2, the series of
 *  artanh in (m − 1)/(m + 1) (Abramowitz & Stegun 1964, 4.1.27). Both within 2 ulp. */

/** ln 2 in two parts; the first ends in 21 zero bits, so that k times it is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const TWO_32 = 4294967296;

/** eʳ − 1 for |r| ≤ 0.35; the first term left out is below 1e-18 of the first. */
function expm1Series(r: number): number {
  let sum = 1 / 6227020800 + r * (1 / 87178291200);
  sum = 1 / 39916800 + r * (1 / 479001600 + r * sum);
  sum = 1 / 362880 + r * (1 / 3628800 + r * sum);
  sum = 1 / 5040 + r * (1 / 40320 + r * sum);
  sum = 1 / 120 + r * (1 / 720 + r * sum);
  sum = 1 / 6 + r * (1 / 24 + r * sum);
  return r + r * r * (1 / 2 + r * sum);
}

/** 2ᵏ·y for whole k, by exact multiplications except for the last into the subnormal numbers. */
function timesPowerOfTwo(y: number, k: number): number {
  let power = k < 0 ? 0.5 : 2;
  let product = y;
  for (let n = Math.abs(k); n > 0; n >>>= 1) {
    if (n & 1) product *= power;
    power *= power;
  }
  return product;
}

/** eˣ, the same bits on every engine. */
export function portableExp(x: number): number {
  if (!(x > -746)) return x <= -746 ? 0 : NaN;
  if (x > 710) return Infinity;
  const k = Math.round(x / Math.LN2);
  const y = 1 + expm1Series(x - k * LN2_HIGH - k * LN2_LOW);
  // One step at a time near the ends, where 2ᵏ alone would overflow.
  return k > 1000 ? timesPowerOfTwo(timesPowerOfTwo(y, 1000), k - 1000) : timesPowerOfTwo(y, k);
}

/** eˣ − 1 without cancellation near 0, the same bits on every engine. */
export function portableExpm1(x: number): number {
  return Math.abs(x) <= 0.35 ? expm1Series(x) : portableExp(x) - 1;
}

/** Natural logarithm, the same bits on every engine; −Infinity at 0, NaN below. */
export function portableLog(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x === Infinity ? x : NaN;
  let m = x;
  let k = 0;
  for (; m < 1 / TWO_32; k -= 32) m *= TWO_32;
  for (; m > TWO_32; k += 32) m /= TWO_32;
  for (; m < Math.SQRT1_2; k--) m *= 2;
  for (; m > Math.SQRT2; k++) m *= 0.5;
  const f = (m - 1) / (m + 1);
  const s = f * f;
  // sⁿ/(2n + 1) for n up to 11; the next is below 2e-20.
  let sum = s * (1 / 21 + s * (1 / 23));
  sum = s * (1 / 17 + s * (1 / 19 + sum));
  sum = s * (1 / 13 + s * (1 / 15 + sum));
  sum = s * (1 / 9 + s * (1 / 11 + sum));
  sum = s * (1 / 5 + s * (1 / 7 + sum));
  sum = s * (1 / 3 + sum);
  return k * LN2_HIGH + (2 * f + (2 * f * sum + k * LN2_LOW));
}

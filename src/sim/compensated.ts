/** Sums and products whose rounding error is known exactly (Dekker 1971; Knuth, TAOCP 2, §4.2.2), so that
 *  a small difference of large numbers, such as R·I + E_L − V_th near the rheobase, keeps all its digits. */

/** What `sum` = fl(a + b) lost: a + b = sum + sumError(a, b, sum), exactly. */
export function sumError(a: number, b: number, sum: number): number {
  const bPart = sum - a;
  return a - (sum - bPart) + (b - bPart);
}

/** 2^27 + 1 cuts a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/** What `product` = fl(a·b) lost, exactly, for |a|, |b| < 1e290. */
export function productError(a: number, b: number, product: number): number {
  const aBig = SPLITTER * a;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = SPLITTER * b;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** a·b + c − d with one rounding of the result, its sign exact. */
export function productPlusDifference(a: number, b: number, c: number, d: number): number {
  const product = a * b;
  const low = productError(a, b, product);
  const difference = c - d;
  const differenceLow = sumError(c, -d, difference);
  const sum = product + difference;
  return sum + (sumError(product, difference, sum) + (low + differenceLow));
}

/** A slider over several powers of ten: it stops at every number of two digits, as many in each decade. Pure. */

/** Stops in a decade: 1.0, 1.1, … 9.9. */
const STOPS = 90;

/** The place of a value > 0 on the slider; a whole number where the slider stops. */
export function decadePlace(value: number): number {
  // 1e-12: log10 of 1000 is 2.9999999999999996 on some machines.
  const power = Math.floor(Math.log10(value) + 1e-12);
  return STOPS * power + 10 * (value / 10 ** power) - 10;
}

/** The value at a whole place. */
export function decadeValue(place: number): number {
  const power = Math.floor(place / STOPS);
  // Read as a decimal number: 23·0.01 is 0.23, without a rounding error.
  return Number(`${10 + place - STOPS * power}e${power - 1}`);
}

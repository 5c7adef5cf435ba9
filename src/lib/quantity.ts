/** Numbers as a reader sees them: a true minus, a no-break space before the unit, "0" for −0. */

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

/** A finite number with `digits` decimals; infinities as the symbol. */
export function formatNumber(value: number, digits: number): string {
  if (!Number.isFinite(value))
    return value === Infinity ? '∞' : value === -Infinity ? `${MINUS}∞` : 'undefined';
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `${MINUS}${text}` : text;
}

/** A number with its unit: "−60.52 mV". The unit "1" stands for a plain number. */
export function formatQuantity(value: number, unit: string, digits: number): string {
  const number = formatNumber(value, digits);
  return unit === '1' || unit === '' ? number : `${number}${NO_BREAK_SPACE}${unit}`;
}

/** Numbers as a reader sees them: a true minus, a no-break space before the unit, "0" for −0. */

const MINUS = '\u2212';
const NO_BREAK_SPACE = '\u00a0';

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-'].map((digit, i) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.charAt(i)]),
);

/** A number too long to be written out: "1.50·10¹²". */
function scientific(size: number): string {
  const [mantissa = '', exponent = ''] = size.toExponential(2).split('e');
  return `${mantissa}·${raised(exponent.replace('+', ''))}`;
}

const raised = (exponent: string) => `10${[...exponent].map((digit) => SUPERSCRIPTS[digit]).join('')}`;

/** From this size on a number is written with a power of ten: nobody reads 300 digits. */
const LONG = 1e9;

/** A finite number with `digits` decimals; infinities as the symbol. */
export function formatNumber(value: number, digits: number): string {
  if (!Number.isFinite(value))
    return value === Infinity ? '∞' : value === -Infinity ? `${MINUS}∞` : 'undefined';
  const size = Math.abs(value);
  const text = size < LONG ? size.toFixed(digits) : scientific(size);
  return value < 0 && (size >= LONG || Number(text) !== 0) ? `${MINUS}${text}` : text;
}

/** A number with its unit: "−60.52 mV". The unit "1" stands for a plain number. */
export function formatQuantity(value: number, unit: string, digits: number): string {
  const number = formatNumber(value, digits);
  return unit === '1' || unit === '' ? number : `${number}${NO_BREAK_SPACE}${unit}`;
}

/** A number that somebody chose, with the decimals it was given: "−50 mV", "2.05 nA". */
export function formatChosen(value: number, unit: string): string {
  const size = Math.abs(value);
  if (size > 0 && size < 1e-6) return `${value < 0 ? MINUS : ''}${scientific(size)}${NO_BREAK_SPACE}${unit}`;
  const digits = [0, 1, 2, 3, 4, 5].find((n) => Math.abs(Number(value.toFixed(n)) - value) <= 1e-9 * size);
  return formatQuantity(value, unit, digits ?? 6);
}

/** 10 to a power: "0.01", "2", and "10⁻⁵" where `digits` decimals do not show it.
 *  @param exponent decimal logarithm of the number */
export function formatPower(exponent: number, digits: number): string {
  if (exponent < -digits - 1e-9) return raised(String(Math.round(exponent)));
  return String(Number((10 ** exponent).toFixed(digits)));
}

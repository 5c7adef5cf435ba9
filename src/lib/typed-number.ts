/** Reading a number box: what a reader types becomes a number in the unit of its record, or a sentence. */
import { rangeInWords, showValue, type ParamSpec } from '../sim/param-spec.ts';

/** A number as people write it: comma or point, a true minus, the unit behind it or not. */
function readNumber(typed: string, unit: string): number | undefined {
  const text = typed
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(',', '.');
  const bare = unit !== '1' && text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : undefined;
}

/** @param typed what stands in the box
 *  @returns the number, or a sentence naming the field, the value, its unit and the allowed range */
export function readTyped(typed: string, spec: ParamSpec): number | string {
  const name = spec.label.charAt(0).toUpperCase() + spec.label.slice(1);
  const range = rangeInWords(spec).replaceAll('-', '\u2212');
  const value = readNumber(typed, spec.unit);
  if (value === undefined) {
    const got = typed.trim() === '' ? 'an empty box' : showValue(typed.trim());
    return `${name} must be a number ${range}, got ${got}.`;
  }
  const inside =
    Number.isFinite(value) &&
    (spec.aboveMin ? value > spec.min : value >= spec.min) &&
    value <= spec.max &&
    (!spec.integer || Number.isInteger(value));
  if (inside) return value === 0 ? 0 : value;
  const unit = spec.unit === '1' ? '' : ` ${spec.unit}`;
  return `${name} must be ${spec.integer ? '' : 'a number '}${range}, got ${String(value).replace('-', '\u2212')}${unit}.`;
}

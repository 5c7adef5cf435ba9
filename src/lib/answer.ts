/** Reading a number that somebody typed: "34.2", "34,2 ms", "−60.5 mV", "0.0342 s" all have a meaning. */

/** Powers of ten between the units a reader may use and the site's own (docs/decisions/0001). */
const SCALE: Readonly<Record<string, number>> = {
  M: 1e6,
  k: 1e3,
  '': 1,
  m: 1e-3,
  µ: 1e-6,
  n: 1e-9,
  p: 1e-12,
};

/** Splits "mV" into the size of its prefix and its base unit, "V"; "ms" into 1e-3 and "s". */
function readUnit(unit: string): { scale: number; base: string } | undefined {
  const match = /^([Mkmµnp]?)(s|V|A|F|Ω|S|Hz)$/.exec(unit);
  if (!match) return undefined;
  const [, prefix = '', base = ''] = match;
  return { scale: SCALE[prefix] ?? 1, base };
}

/** Spellings that keyboards offer for the letters of the site's units: Greek mu, the ohm sign, "ohm", "u". */
function normalise(unit: string): string {
  return unit.replace(/^(\u03bc|u(?=[A-Z]))/, '\u00b5').replace(/(\u2126|ohms?)$/i, '\u03a9');
}

export type Answer =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'problem'; readonly sentence: string };

const problem = (sentence: string): Answer => ({ kind: 'problem', sentence });

/** Reads what was typed as a number in `unit`.
 *  @param typed anything at all
 *  @param unit the unit of the answer ("ms"), or "" for a plain number; a typed unit of the same kind
 *    is converted, no unit means `unit`
 *  @returns the number in `unit`, or a sentence that says what could not be read */
export function readAnswer(typed: string, unit: string): Answer {
  const inUnit = unit ? ` in ${unit}` : '';
  const example = `Type a number${inUnit}, for example 12.5${unit && ` ${unit}`}.`;
  const text = typed.trim().replace(/[−–]/g, '-');
  if (text === '') return problem(`There is no answer yet. ${example}`);
  const match = /^([+-]?)\s*(\d+(?:[.,]\d*)?|[.,]\d+)\s*([^\d.,+\-\s]*)$/.exec(text);
  const [, sign, digits = '', suffix = ''] = match ?? [];
  const value = Number(`${sign}${digits.replace(',', '.')}`);
  if (!match || !Number.isFinite(value)) return problem(`“${shorten(typed)}” is not a number. ${example}`);
  if (suffix === '' || suffix === unit) return { kind: 'number', value };
  const given = readUnit(normalise(suffix));
  const wanted = readUnit(unit);
  if (!given || !wanted || given.base !== wanted.base) {
    const answer = unit ? `the answer is in ${unit}` : 'the answer is a plain number';
    return problem(`“${shorten(suffix)}” does not fit here: ${answer}. ${example}`);
  }
  // One division of powers of ten, so that "34.2 ms" stays 34.2 and is not multiplied by 0.999….
  return {
    kind: 'number',
    value: given.scale === wanted.scale ? value : (value * given.scale) / wanted.scale,
  };
}

const shorten = (text: string): string => {
  const plain = text.trim();
  return plain.length > 24 ? `${plain.slice(0, 23)}…` : plain;
};

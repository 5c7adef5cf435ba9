/** Reading unknown data field by field. Every refusal is a RangeError whose message is one sentence that
 *  names the field, what stood there and what may stand there. */
import { assertParam, showValue, type ParamSpec } from './param-spec.ts';

/** A plain object's own fields, as read from JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** @throws RangeError unless `value` is a plain object (no array, no class instance, no null) */
export function assertObject(value: unknown, field: string): asserts value is Fields {
  const plain =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
  if (!plain) throw new RangeError(`${field} must be an object with named fields, got ${showValue(value)}`);
}

/** The value of an own field; undefined where it is not given. Never looks at the prototype. */
export function own(object: Fields, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Edit distance of two words (Levenshtein 1966), for "did you mean". */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** `, did you mean "x"?` for the closest known word, or nothing when none is close. */
function suggestion(word: string, known: readonly string[]): string {
  const shown = word.slice(0, 40).toLowerCase();
  let best = '';
  let least = Math.max(2, Math.ceil(shown.length / 3)) + 1;
  for (const name of known) {
    const distance = editDistance(shown, name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best === '' ? '' : `; did you mean "${best}"?`;
}

/** @throws RangeError naming the first field that is not in `known`, the closest known one and the list */
export function assertKnownFields(object: Fields, known: readonly string[], field: string): void {
  const place = field === '' ? 'experiment' : field;
  for (const key of Reflect.ownKeys(object)) {
    if (typeof key === 'string' && known.includes(key)) continue;
    const name = String(key);
    throw new RangeError(
      `${place} has no field ${showValue(name)}${suggestion(name, known)} (known: ${known.join(', ')})`,
    );
  }
}

/** One of a list of words.
 *  @throws RangeError naming the field, the value and the list */
export function readChoice<T extends string>(
  value: unknown,
  choices: readonly T[],
  fallback: T,
  field: string,
): T {
  if (value === undefined) return fallback;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const close = typeof value === 'string' ? suggestion(value, choices) : '';
  throw new RangeError(
    `${field} must be one of ${choices.map((choice) => `"${choice}"`).join(', ')}, got ${showValue(value)}${close}`,
  );
}

/** true or false.
 *  @throws RangeError naming the field and the value */
export function readSwitch(value: unknown, fallback: boolean, field: string): boolean {
  if (value === undefined) return fallback;
  if (typeof value === 'boolean') return value;
  throw new RangeError(`${field} must be true or false, got ${showValue(value)}`);
}

/** A number, checked against its record. `fallback` stands in where the default names another field.
 *  @throws RangeError naming field, value, unit and range */
export function readNumber(spec: ParamSpec, value: unknown, fallback: number, field: string): number {
  const number = value === undefined ? fallback : value;
  assertParam(spec, number, field);
  // -0 and 0 are one value; JSON and links write only the second.
  return number === 0 ? 0 : number;
}

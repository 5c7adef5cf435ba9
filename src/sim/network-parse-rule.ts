/** Reading the connection rule of a projection, and what network-parse.ts shares with it. */
import type { ConnectionRule, Population } from './network.ts';
import { RULE_PARAMS } from './network-params.ts';
import { assertKnownFields, assertObject, own, readChoice, readNumber, type Fields } from './parse-fields.ts';
import { showValue, type ParamSpec } from './param-spec.ts';

const RULES: readonly ConnectionRule['type'][] = ['fixed_probability', 'fixed_indegree', 'csr'];

/** A number by its record; `fallback` stands in where the record's default names another field. */
export function readSpec(
  fields: Fields,
  name: string,
  spec: ParamSpec,
  field: string,
  fallback?: number,
): number {
  return readNumber(spec, own(fields, name), fallback ?? Number(spec.default), `${field}.${name}`);
}

/** A list that may be typed: in a file it is an array, in a program it need not be. */
export function readList(value: unknown, field: string): ArrayLike<number> {
  if (Array.isArray(value)) return value;
  const view = ArrayBuffer.isView(value) && 'length' in value && typeof value.length === 'number';
  if (view && !(value instanceof BigInt64Array) && !(value instanceof BigUint64Array)) {
    return value as unknown as ArrayLike<number>;
  }
  throw new RangeError(
    `${field} must be a list of numbers, got ${view ? 'a list of big integers' : showValue(value)}`,
  );
}

function readCsr(fields: Fields, sources: number, size: number, field: string): ConnectionRule {
  const rowptr = readList(own(fields, 'rowptr'), `${field}.rowptr`);
  const targets = readList(own(fields, 'targets'), `${field}.targets`);
  if (rowptr.length !== sources + 1) {
    throw new RangeError(
      `${field}.rowptr must hold ${sources + 1} numbers, one more than sources, got ${rowptr.length}`,
    );
  }
  for (let i = 0; i <= sources; i++) {
    const value = rowptr[i];
    const least = i === 0 ? 0 : rowptr[i - 1]!;
    const inside = Number.isInteger(value) && value! >= least && value! <= targets.length;
    if (inside && (i > 0 || value === 0) && (i < sources || value === targets.length)) continue;
    throw new RangeError(
      `${field}.rowptr must ascend in whole numbers from 0 to the ${targets.length} targets, got ${showValue(value)} at ${i}`,
    );
  }
  for (let j = 0; j < targets.length; j++) {
    const target = targets[j];
    if (Number.isInteger(target) && target! >= 0 && target! < size) continue;
    throw new RangeError(
      `${field}.targets.${j} must be a whole number from 0 to ${size - 1}, got ${showValue(target)}`,
    );
  }
  return { type: 'csr', rowptr, targets };
}

/** @param data the rule as it stands in the file, from one population to another
 *  @throws RangeError naming field, value and range */
export function readRule(data: unknown, from: Population, to: Population, field: string): ConnectionRule {
  const fields: unknown = data === undefined ? {} : data;
  assertObject(fields, field);
  const type = readChoice(own(fields, 'type'), RULES, 'fixed_probability', `${field}.type`);
  if (type === 'fixed_probability') {
    assertKnownFields(fields, ['type', 'p'], field);
    return { type, p: readSpec(fields, 'p', RULE_PARAMS.p, field) };
  }
  if (type === 'csr') {
    assertKnownFields(fields, ['type', 'rowptr', 'targets'], field);
    return readCsr(fields, from.size, to.size, field);
  }
  assertKnownFields(fields, ['type', 'k'], field);
  const k = readSpec(fields, 'k', RULE_PARAMS.k, field);
  const candidates = from === to ? from.size - 1 : from.size;
  if (k > candidates) {
    const self = from === to ? ', without itself' : '';
    throw new RangeError(
      `${field}.k must be at most the ${candidates} neurons a target can draw from ${from.name}${self}, got ${k}`,
    );
  }
  return { type, k };
}

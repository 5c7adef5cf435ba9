/** One record per parameter. The record drives the slider, the URL, the validator, the table in a
 *  lesson, the export to other tools and the tests; nothing about a parameter is written twice. */

/** The units of the site: one coherent system, so that equations need no factors
 *  (MΩ·nA = mV, MΩ·nF = ms, nF·mV/ms = nA, µS·mV = nA). Davison et al. 2009, PyNN. */
export type Unit =
  | ('ms' | 'mV' | 'nA' | 'nF' | 'MΩ' | 'µS' | 'Hz' | 'rad' | '1')
  // Per area of membrane, coherent among themselves and with ms and mV (Hodgkin–Huxley).
  | ('µF/cm²' | 'mS/cm²' | 'µA/cm²')
  // Where a model's variables are added to dV/dt (Izhikevich).
  | ('1/ms' | 'mV/ms');

/** One number of a model, an input or a run. `min` and `max` are the limits of validity: outside
 *  them a value is refused. `slider` is the part of that range that a reader explores. */
export interface ParamSpec {
  /** KaTeX source of the symbol the lessons use. */
  readonly symbol: string;
  /** Name in words, lower case, without unit. */
  readonly label: string;
  readonly unit: Unit;
  /** The value when none is given; a string names the field whose value is taken instead, `index` the place of
   *  an input in its list. */
  readonly default: number | 'duration' | 'E_L' | 'index';
  readonly min: number;
  readonly max: number;
  /** True where `min` itself is not allowed (a capacitance of 0). */
  readonly aboveMin?: true;
  readonly integer?: true;
  readonly slider: readonly [number, number];
  readonly step: number;
  /** The slider spans powers of ten: it stops at every number of two digits instead of every `step`. */
  readonly decades?: true;
  /** One sentence for the reader. */
  readonly doc: string;
  /** Where the default or the definition comes from. */
  readonly source: string;
}

export type ParamSpecs<P> = { readonly [K in keyof P]-?: ParamSpec };

/** The range of a record in words: "> 0 and at most 1000 nF". */
export function rangeInWords(spec: ParamSpec): string {
  const unit = spec.unit === '1' ? '' : ` ${spec.unit}`;
  const kind = spec.integer ? 'a whole number, ' : '';
  if (spec.aboveMin) return `${kind}> ${spec.min} and at most ${spec.max}${unit}`;
  return `${kind}from ${spec.min} to ${spec.max}${unit}`;
}

/** JSON where there is one: a bigint, a cycle and a function have none. */
function asText(value: unknown): string {
  if (Array.isArray(value) && value.length > 20) return `a list of ${value.length} values`;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

/** How a value of any type reads in a message: quoted and short, so that a message stays a sentence. */
export function showValue(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || value == null) return String(value);
  const text = asText(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Checks one value against its record.
 *  @param field where the value stands, e.g. `neuron.C_m`; the message begins with it
 *  @throws RangeError naming field, value, unit and allowed range */
export function assertParam(spec: ParamSpec, value: unknown, field: string): asserts value is number {
  const inside =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (spec.aboveMin ? value > spec.min : value >= spec.min) &&
    value <= spec.max &&
    (!spec.integer || Number.isInteger(value));
  if (inside) return;
  const unit = typeof value === 'number' && spec.unit !== '1' ? ` ${spec.unit}` : '';
  throw new RangeError(
    `${field} (${spec.label}) must be ${spec.integer ? '' : 'a number '}${rangeInWords(spec)}, got ${showValue(value)}${unit}`,
  );
}

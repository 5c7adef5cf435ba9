/** The words of JSON Schema (draft 2020-12) in which the parameter records are written out. */
import type { ParamSpec } from './param-spec.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** A default that is no number, as a sentence. */
function defaultInWords(value: ParamSpec['default']): string {
  if (typeof value === 'number') return '';
  return value === 'index' ? ' Default: its place in the list.' : ` Default: the value of ${value}.`;
}

function describe({ label, unit, doc, default: value }: ParamSpec): string {
  const name = `${label.charAt(0).toUpperCase()}${label.slice(1)}${unit === '1' ? '' : ` in ${unit}`}`;
  return `${name}. ${doc}${defaultInWords(value)}`;
}

/** The schema of one number, from its record. */
export function numberSchema(spec: ParamSpec): JsonSchema {
  return {
    type: spec.integer ? 'integer' : 'number',
    [spec.aboveMin ? 'exclusiveMinimum' : 'minimum']: spec.min,
    maximum: spec.max,
    ...(typeof spec.default === 'number' ? { default: spec.default } : {}),
    description: describe(spec),
  };
}

/** The properties of an object whose fields are numbers. */
export function numbers(specs: Readonly<Record<string, ParamSpec>>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, numberSchema(spec)]));
}

/** An object that holds these fields and no other. */
export function object(properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

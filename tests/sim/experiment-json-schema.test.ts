/** The JSON Schema against what `parseAnyExperiment` takes and refuses, by a validator of the few keywords used. */
import { expect, test } from 'vitest';
import { experimentJsonSchema } from '../../src/sim/experiment-json-schema.ts';
import type { JsonSchema } from '../../src/sim/json-schema.ts';
import { MODELS } from '../../src/sim/models.ts';
import { parseAnyExperiment } from '../../src/sim/any-experiment.ts';
import { BRUNEL_FULL, BRUNEL_STATES, brunelExperiment } from '../../src/sim/brunel.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';

type Check = (schema: unknown, value: unknown) => boolean;
const KEYWORDS: Readonly<Record<string, Check>> = {
  const: (wanted, value) => value === wanted,
  enum: (list, value) => (list as unknown[]).includes(value),
  anyOf: (list, value) => (list as JsonSchema[]).some((schema) => fulfils(schema, value)),
  type: (type, value) =>
    type === 'array'
      ? Array.isArray(value)
      : type === 'integer'
        ? Number.isInteger(value)
        : type === 'object'
          ? typeof value === 'object' && !Array.isArray(value)
          : typeof value === type,
  minimum: (limit, value) => (value as number) >= (limit as number),
  exclusiveMinimum: (limit, value) => (value as number) > (limit as number),
  maximum: (limit, value) => (value as number) <= (limit as number),
  minItems: (limit, value) => (value as unknown[]).length >= (limit as number),
  pattern: (pattern, value) => new RegExp(pattern as string).test(value as string),
  maxItems: (limit, value) => (value as unknown[]).length <= (limit as number),
  items: (schema, value) => (value as unknown[]).every((item) => fulfils(schema as JsonSchema, item)),
  required: (names, value) => (names as string[]).every((name) => Object.hasOwn(value as object, name)),
  properties: (schemas, value) =>
    Object.entries(value as object).every(([name, field]) =>
      fulfils((schemas as Record<string, JsonSchema>)[name], field),
    ),
  additionalProperties: () => true,
  $schema: () => true,
  title: () => true,
  description: () => true,
  default: () => true,
};

/** A property that the schema does not list has no schema: unfulfilled, as additionalProperties is false. */
function fulfils(schema: JsonSchema | undefined, value: unknown): boolean {
  if (schema === undefined) return false;
  return Object.entries(schema).every(([keyword, argument]) => {
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`unknown keyword ${keyword}`);
    return check(argument, value);
  });
}

const schema = experimentJsonSchema();
const inputs = [
  { type: 'step' },
  { type: 'pulse', count: 3 },
  { type: 'ramp' },
  { type: 'sine' },
  ...['exp', 'alpha'].map((synapse) => ({ type: 'spikes', synapse, times: [1, 2.5, 2.5] })),
];

test.each(Object.keys(MODELS))('a complete experiment with the model %s fulfils it', (model) => {
  const complete = parseExperiment({ version: 1, neuron: { model }, inputs });
  expect(fulfils(schema, JSON.parse(JSON.stringify(complete)))).toBe(true);
});

test('an experiment that leaves out all it may fulfils it', () => {
  expect(fulfils(schema, { version: 1 })).toBe(true);
  expect(fulfils(schema, { version: 1, neuron: {}, inputs })).toBe(true);
});

test.each([
  ['no version', {}],
  ['another version', { version: 2 }],
  ['an unknown field', { version: 1, neurons: {} }],
  ['an unknown parameter', { version: 1, neuron: { Rm: 10 } }],
  ['a negative capacitance', { version: 1, neuron: { C_m: -1 } }],
  ['an unknown model', { version: 1, neuron: { model: 'lof' } }],
  ['an input that does not say what it is', { version: 1, inputs: [{ amplitude: 1 }] }],
  ['text for a number', { version: 1, duration: '200' }],
  ['a run of no length', { version: 1, duration: 0 }],
  ['half a seed', { version: 1, seed: 0.5 }],
  ['a switch that is a number', { version: 1, neuron: { leak: 0 } }],
  ['a negative spike time', { version: 1, inputs: [{ type: 'spikes', times: [-1] }] }],
  ['a network without populations', { version: 1, network: {} }],
  ['a network beside a neuron', { version: 1, network: { populations: [{ name: 'E' }] }, neuron: {} }],
  ['a population without a name', { version: 1, network: { populations: [{ size: 3 }] } }],
  ['a name with a blank', { version: 1, network: { populations: [{ name: 'E I' }] } }],
  [
    'a network with another method',
    { version: 1, method: 'euler', network: { populations: [{ name: 'E' }] } },
  ],
  [
    'a probability above 1',
    {
      version: 1,
      network: {
        populations: [{ name: 'E' }],
        projections: [{ from: 'E', to: 'E', rule: { type: 'fixed_probability', p: 1.5 } }],
      },
    },
  ],
  ['half a neuron', { version: 1, network: { populations: [{ name: 'E', size: 2.5 }] } }],
])('%s is refused by both', (_, data) => {
  expect(fulfils(schema, data)).toBe(false);
  expect(() => parseAnyExperiment(data)).toThrow(RangeError);
});

const network = (populations: object[], rest: object = {}) => ({
  version: 1,
  network: { populations, ...rest },
});
test.each([
  ['Brunel’s network', brunelExperiment({ ...BRUNEL_FULL, ...BRUNEL_STATES.AI }, 100, 1)],
  ['a network of one neuron', network([{ name: 'E', size: 1 }])],
  [
    'drawn start potentials',
    network([{ name: 'E', neuron: { V_m: { distribution: 'uniform', low: -70, high: -60 } } }]),
  ],
  ['a start potential for each', network([{ name: 'E', size: 2, neuron: { V_m: [-70, -60] } }])],
  [
    'a given wiring, a fixed in-degree, a drive and a recorded neuron',
    {
      ...network(
        [
          { name: 'A', size: 2 },
          { name: 'B', size: 3 },
        ],
        {
          projections: [
            { from: 'A', to: 'B', rule: { type: 'csr', rowptr: [0, 1, 2], targets: [0, 2] } },
            { from: 'B', to: 'A', rule: { type: 'fixed_indegree', k: 2 }, synapse: 'exp', weight: -0.5 },
          ],
          drive: [{ to: 'A', rate: 800, weight: 0.5 }],
        },
      ),
      record: { V_m: [{ population: 'B', index: 2 }] },
    },
  ],
])('%s fulfils it, as written and complete', (_, data) => {
  expect(fulfils(schema, data)).toBe(true);
  expect(fulfils(schema, JSON.parse(JSON.stringify(parseAnyExperiment(data))))).toBe(true);
});

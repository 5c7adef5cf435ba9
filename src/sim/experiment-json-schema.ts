/** The format of a single-neuron experiment as a JSON Schema (draft 2020-12), generated from the parameter
 *  records: what a file may hold is written once. Relations between fields (V_reset below V_th, the limits of
 *  a run) are beyond a schema; `parseExperiment` checks them. */
import {
  EXPERIMENT_PARAMS,
  INPUT_PARAMS,
  inputParams,
  MAX_ARRIVALS,
  SPIKE_TIME,
  SYNAPSES,
} from './experiment-params.ts';
import type { Input } from './experiment.ts';
import type { ModelDefinition } from './model.ts';
import { MODELS } from './models.ts';
import { GRIDS } from './parse-experiment.ts';
import { MAX_INPUTS } from './parse-inputs.ts';
import type { ParamSpec } from './param-spec.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

function describe({ label, unit, doc, default: value }: ParamSpec): string {
  const name = `${label.charAt(0).toUpperCase()}${label.slice(1)}${unit === '1' ? '' : ` in ${unit}`}`;
  return `${name}. ${doc}${typeof value === 'string' ? ` Default: the value of ${value}.` : ''}`;
}

function numberSchema(spec: ParamSpec): JsonSchema {
  return {
    type: spec.integer ? 'integer' : 'number',
    [spec.aboveMin ? 'exclusiveMinimum' : 'minimum']: spec.min,
    maximum: spec.max,
    ...(typeof spec.default === 'number' ? { default: spec.default } : {}),
    description: describe(spec),
  };
}

function numbers(specs: Readonly<Record<string, ParamSpec>>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, numberSchema(spec)]));
}

function object(properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function neuronSchema({ name, title, params, switches }: ModelDefinition): JsonSchema {
  const flags = Object.entries(switches).map(([flag, { doc, default: value }]) => [
    flag,
    { type: 'boolean', default: value, description: doc },
  ]);
  const properties = { model: { const: name }, ...numbers(params), ...Object.fromEntries(flags) };
  // "lif" is the model of a neuron that names none.
  return { title, ...object(properties, name === 'lif' ? [] : ['model']) };
}

/** A delta synapse weighs in mV, a current in nA, a conductance in µS: their ranges may differ. */
function spikesSchema(weights: readonly ParamSpec[]): JsonSchema {
  const properties = {
    type: { const: 'spikes' },
    times: {
      type: 'array',
      items: numberSchema(SPIKE_TIME),
      maxItems: MAX_ARRIVALS,
      description: 'Spike times in ms, ascending.',
    },
    synapse: { enum: SYNAPSES, default: SYNAPSES[0] },
    ...numbers(INPUT_PARAMS.spikes),
    weight: { anyOf: weights.map(numberSchema) },
  };
  return object(properties, ['type']);
}

function inputSchemas(models: readonly ModelDefinition[]): JsonSchema[] {
  const weights = models.flatMap(({ weight }) => weight ?? []);
  const byType = Object.keys(INPUT_PARAMS) as Input['type'][];
  return byType.map((type) => {
    if (type !== 'spikes') return object({ type: { const: type }, ...numbers(inputParams(type)) }, ['type']);
    const own = SYNAPSES.map((synapse) => inputParams(type, synapse)['weight']).filter(
      (spec) => spec !== undefined,
    );
    return spikesSchema([...new Set([...own, ...weights])]);
  });
}

/** @returns a JSON Schema that every experiment accepted by `parseExperiment` fulfils */
export function experimentJsonSchema(): JsonSchema {
  const models: ModelDefinition[] = Object.values(MODELS);
  const methods = [...new Set(models.flatMap((model) => model.methods))];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Experiment',
    description: 'One neuron, its inputs and how it is simulated. Units: ms, mV, nA, nF, MΩ, µS, Hz.',
    ...object(
      {
        version: { const: 1, description: 'Version of this format.' },
        neuron: { anyOf: models.map(neuronSchema) },
        inputs: { type: 'array', items: { anyOf: inputSchemas(models) }, maxItems: MAX_INPUTS, default: [] },
        ...numbers(EXPERIMENT_PARAMS),
        method: {
          enum: methods,
          description: 'How it is integrated; which methods there are depends on the model.',
        },
        grid: { enum: GRIDS, default: GRIDS[0], description: 'Where on the grid a spike is stamped.' },
      },
      ['version'],
    ),
  };
}

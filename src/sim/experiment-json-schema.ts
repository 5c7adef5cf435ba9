/** The format of an experiment, of one neuron or of a network, as a JSON Schema (draft 2020-12), generated from
 *  the parameter records: what a file may hold is written once. Relations between fields (V_reset below V_th, the
 *  limits of a run) are beyond a schema; `parseAnyExperiment` checks them. */
import {
  DELTA_WEIGHT,
  EXPERIMENT_PARAMS,
  MAX_ARRIVALS,
  MAX_SAMPLES,
  SPIKES_PARAMS,
  SPIKE_TIME,
  SYNAPSES,
} from './experiment-params.ts';
import { EVERY_INPUT, INTERPOLATIONS } from './every-input.ts';
import type { Input } from './experiment.ts';
import type { ModelDefinition } from './model.ts';
import { numberSchema, numbers, object, type JsonSchema } from './json-schema.ts';
import { MODELS } from './models.ts';
import { networkProperties } from './network-json-schema.ts';
import { GRIDS } from './parse-with.ts';
import { MAX_INPUTS } from './parse-inputs.ts';
import type { ParamSpec } from './param-spec.ts';
import { SAMPLE } from './waveform-params.ts';

function neuronSchema({ name, title, params, switches }: ModelDefinition): JsonSchema {
  const flags = Object.entries(switches).map(([flag, { doc, default: value }]) => [
    flag,
    { type: 'boolean', default: value, description: doc },
  ]);
  const properties = { model: { const: name }, ...numbers(params), ...Object.fromEntries(flags) };
  // "lif" is the model of a neuron that names none.
  return { title, ...object(properties, name === 'lif' ? [] : ['model']) };
}

/** The fields of an input that are no numbers. */
const WORDS: Readonly<Record<string, JsonSchema>> = {
  times: {
    type: 'array',
    items: numberSchema(SPIKE_TIME),
    maxItems: MAX_ARRIVALS,
    description: 'Spike times in ms, ascending.',
  },
  values: {
    type: 'array',
    items: numberSchema(SAMPLE),
    minItems: 1,
    maxItems: MAX_SAMPLES,
    description: 'Recorded currents in nA, one every dt.',
  },
  synapse: { enum: SYNAPSES, default: SYNAPSES[0] },
  interpolation: {
    enum: INTERPOLATIONS,
    default: INTERPOLATIONS[0],
    description: 'hold: each value lasts until the next; linear: straight from value to value.',
  },
};

function inputSchema(type: Input['type'], weights: readonly ParamSpec[]): JsonSchema {
  const { params } = EVERY_INPUT[type];
  const words = Object.keys(EVERY_INPUT[type].words).map((word) => [word, WORDS[word]]);
  const properties = {
    type: { const: type },
    ...(Object.fromEntries(words) as Record<string, JsonSchema>),
    ...numbers(params),
  };
  const required = type === 'samples' ? ['type', 'values'] : ['type'];
  if (!('weight' in params)) return object(properties, required);
  return object({ ...properties, weight: { anyOf: weights.map(numberSchema) } }, required);
}

function inputSchemas(models: readonly ModelDefinition[]): JsonSchema[] {
  // A delta synapse weighs in mV, a current in nA, a conductance in µS: their ranges may differ.
  const weights = [
    ...new Set([SPIKES_PARAMS.weight, DELTA_WEIGHT, ...models.flatMap(({ weight }) => weight ?? [])]),
  ];
  return (Object.keys(EVERY_INPUT) as Input['type'][]).map((type) => inputSchema(type, weights));
}

/** What both kinds of experiment have; a network has but one method. */
function runProperties(methods: readonly string[]): Record<string, JsonSchema> {
  return {
    version: { const: 1, description: 'Version of this format.' },
    ...numbers(EXPERIMENT_PARAMS),
    method: {
      enum: methods,
      description: 'How it is integrated; which methods there are depends on the model.',
    },
    grid: { enum: GRIDS, default: GRIDS[0], description: 'Where on the grid a spike is stamped.' },
  };
}

function singleNeuron(): JsonSchema {
  const models: ModelDefinition[] = Object.values(MODELS);
  const methods = [...new Set(models.flatMap((model) => model.methods))];
  return {
    title: 'One neuron',
    ...object(
      {
        ...runProperties(methods),
        neuron: { anyOf: models.map(neuronSchema) },
        inputs: { type: 'array', items: { anyOf: inputSchemas(models) }, maxItems: MAX_INPUTS, default: [] },
      },
      ['version'],
    ),
  };
}

function network(): JsonSchema {
  return {
    title: 'A network',
    ...object({ ...runProperties(['exact']), ...networkProperties() }, ['version', 'network']),
  };
}

/** @returns a JSON Schema that every experiment accepted by `parseAnyExperiment` fulfils */
export function experimentJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Experiment',
    description:
      'One neuron with its inputs, or a network, and how it is simulated. Units: ms, mV, nA, nF, MΩ, µS, Hz.',
    anyOf: [singleNeuron(), network()],
  };
}

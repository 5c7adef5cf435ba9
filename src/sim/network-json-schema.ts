/** The part of the JSON Schema that describes networks; `network-parse.ts` reads what it describes. */
import { numberSchema, numbers, object, type JsonSchema } from './json-schema.ts';
import {
  DRIVE_PARAMS,
  MAX_NEURONS,
  MAX_PARTS,
  MAX_SYNAPSES,
  NETWORK_NEURON_PARAMS,
  POPULATION_PARAMS,
  PROJECTION_PARAMS,
  RULE_PARAMS,
  WEIGHT_PARAMS,
} from './network-params.ts';

const list = (items: JsonSchema, description: string, least = 0): JsonSchema => ({
  type: 'array',
  items,
  ...(least > 0 ? { minItems: least } : {}),
  maxItems: MAX_PARTS,
  description,
});

const population = (description: string): JsonSchema => ({ type: 'string', description });

function neuron(): JsonSchema {
  const { V_m, ...others } = NETWORK_NEURON_PARAMS;
  const one = numberSchema(V_m);
  const start: JsonSchema = {
    anyOf: [
      one,
      { type: 'array', items: one, maxItems: MAX_NEURONS, description: 'One potential for each neuron.' },
      object({ distribution: { const: 'uniform' }, low: one, high: one }, []),
    ],
  };
  return object({ model: { const: 'lif' }, ...numbers(others), V_m: start }, []);
}

const synapse: Record<string, JsonSchema> = {
  synapse: { enum: ['delta', 'exp'], default: 'delta', description: 'A jump in mV, or a current in nA.' },
  weight: { anyOf: Object.values(WEIGHT_PARAMS).map(numberSchema) },
};

const index = (max: number): JsonSchema => ({ type: 'integer', minimum: 0, maximum: max });

function rule(): JsonSchema {
  const { p, k } = RULE_PARAMS;
  const csr = {
    type: { const: 'csr' },
    rowptr: {
      type: 'array',
      items: index(MAX_SYNAPSES),
      maxItems: MAX_NEURONS + 1,
      description: 'Where the targets of each source begin, and the end.',
    },
    targets: { type: 'array', items: index(MAX_NEURONS - 1), maxItems: MAX_SYNAPSES },
  };
  return {
    anyOf: [
      object({ type: { const: 'fixed_probability' }, ...numbers({ p }) }, []),
      object({ type: { const: 'fixed_indegree' }, ...numbers({ k }) }, ['type']),
      object(csr, ['type', 'rowptr', 'targets']),
    ],
  };
}

/** The fields `network` and `record` of an experiment. */
export function networkProperties(): Record<string, JsonSchema> {
  const populations = object(
    {
      name: { type: 'string', pattern: '^[A-Za-z]\\w{0,39}$', description: 'What projections call it.' },
      ...numbers(POPULATION_PARAMS),
      neuron: neuron(),
    },
    ['name'],
  );
  const projections = object(
    {
      from: population('Population of the senders.'),
      to: population('Population of the targets.'),
      rule: rule(),
      ...synapse,
      ...numbers(PROJECTION_PARAMS),
    },
    ['from', 'to'],
  );
  const drive = object(
    { to: population('Population that receives it.'), ...numbers(DRIVE_PARAMS), ...synapse },
    ['to'],
  );
  const recorded = object(
    { population: population('Where it is.'), index: { ...index(MAX_NEURONS - 1), default: 0 } },
    ['population'],
  );
  return {
    network: object(
      {
        populations: list(populations, 'Groups of equal neurons.', 1),
        projections: list(projections, 'Who is wired to whom.'),
        drive: list(drive, 'Poisson spikes from outside, an own train for every neuron.'),
      },
      ['populations'],
    ),
    record: object({ V_m: list(recorded, 'Neurons whose potential is kept.') }, []),
  };
}

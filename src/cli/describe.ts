/** `describe NAME`: the parameters of a model, an input, a run or a network as a table. */
import { EVERY_INPUT } from '../sim/every-input.ts';
import { EXPERIMENT_PARAMS } from '../sim/experiment-params.ts';
import type { InputKind } from '../sim/input-kinds.ts';
import type { ModelDefinition } from '../sim/model.ts';
import { MODELS } from '../sim/models.ts';
import {
  DRIVE_PARAMS,
  NETWORK_NEURON_PARAMS,
  POPULATION_PARAMS,
  PROJECTION_PARAMS,
  RULE_PARAMS,
  WEIGHT_PARAMS,
} from '../sim/network-params.ts';
import { rangeInWords, type ParamSpec } from '../sim/param-spec.ts';
import { UserError } from './files.ts';

type Specs = Readonly<Record<string, ParamSpec>>;

const RUN = 'run';
const NETWORK = 'network';
const models: Readonly<Record<string, ModelDefinition>> = MODELS;
const inputs: Readonly<Record<string, InputKind>> = EVERY_INPUT;

const { p: probability, k: inDegree } = RULE_PARAMS;
/** The parts of a network, each with its records. */
const network: Readonly<Record<string, Specs>> = {
  population: POPULATION_PARAMS,
  'neuron of a population': NETWORK_NEURON_PARAMS,
  projection: PROJECTION_PARAMS,
  'rule fixed_probability': { p: probability },
  'rule fixed_indegree': { k: inDegree },
  'drive (Poisson)': DRIVE_PARAMS,
  'synapse delta': { weight: WEIGHT_PARAMS.delta },
  'synapse exp': { weight: WEIGHT_PARAMS.exp },
};

/** Columns as wide as their widest cell. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

function table(specs: Specs): string {
  const rows = Object.entries(specs).map(([name, spec]) => [
    name,
    spec.unit,
    String(spec.default),
    rangeInWords(spec),
    spec.label,
  ]);
  return aligned([['name', 'unit', 'default', 'range', 'meaning'], ...rows]);
}

function describeModel({ name, title, params, switches, methods }: ModelDefinition): string {
  const flags = Object.entries(switches).map(([flag, { default: value, doc }]) => [flag, String(value), doc]);
  const switchTable = flags.length === 0 ? '' : `\n${aligned([['switch', 'default', 'meaning'], ...flags])}`;
  return `${name}: ${title}\n\n${table(params)}${switchTable}\nmethods: ${methods.join(', ')}\n`;
}

function describeNetwork(): string {
  const parts = Object.entries(network).map(([part, specs]) => `${part}\n${table(specs)}`);
  return `a network\n\n${parts.join('\n')}\nmethods: exact\n`;
}

/** @throws UserError with the list of names when `name` is none of them */
export function describe(name: string | undefined): string {
  if (name !== undefined && Object.hasOwn(models, name)) {
    const model = models[name];
    if (model) return describeModel(model);
  }
  if (name !== undefined && Object.hasOwn(inputs, name))
    return `input ${name}\n\n${table(inputs[name]?.params ?? {})}`;
  if (name === RUN) return `a run\n\n${table(EXPERIMENT_PARAMS)}`;
  if (name === NETWORK) return describeNetwork();
  const names = `models: ${Object.keys(models).join(', ')}; inputs: ${Object.keys(inputs).join(', ')}; ${RUN}, ${NETWORK}`;
  throw new UserError(
    name === undefined ? `describe needs a name (${names})` : `nothing is called ${name} (${names})`,
  );
}

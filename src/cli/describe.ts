/** `describe NAME`: the parameters of a model, an input or a run as a table. */
import { EVERY_INPUT } from '../sim/every-input.ts';
import { EXPERIMENT_PARAMS } from '../sim/experiment-params.ts';
import type { InputKind } from '../sim/input-kinds.ts';
import type { ModelDefinition } from '../sim/model.ts';
import { MODELS } from '../sim/models.ts';
import { rangeInWords, type ParamSpec } from '../sim/param-spec.ts';
import { UserError } from './files.ts';

type Specs = Readonly<Record<string, ParamSpec>>;

const RUN = 'run';
const models: Readonly<Record<string, ModelDefinition>> = MODELS;
const inputs: Readonly<Record<string, InputKind>> = EVERY_INPUT;

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

/** @throws UserError with the list of names when `name` is none of them */
export function describe(name: string | undefined): string {
  if (name !== undefined && Object.hasOwn(models, name)) {
    const model = models[name];
    if (model) return describeModel(model);
  }
  if (name !== undefined && Object.hasOwn(inputs, name))
    return `input ${name}\n\n${table(inputs[name]?.params ?? {})}`;
  if (name === RUN) return `a run\n\n${table(EXPERIMENT_PARAMS)}`;
  const names = `models: ${Object.keys(models).join(', ')}; inputs: ${Object.keys(inputs).join(', ')}; ${RUN}`;
  throw new UserError(
    name === undefined ? `describe needs a name (${names})` : `nothing is called ${name} (${names})`,
  );
}

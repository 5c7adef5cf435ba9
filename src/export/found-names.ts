/** What a parameter of a neuron is called by another tool, found in the file that is written for it: the parameter gets a
 *  number that nothing else has, and the name before this number is the answer. */
import { MODELS, type ModelName } from '../sim/models.ts';
import type { ParamSpec } from '../sim/param-spec.ts';
import { parseExperiment } from '../sim/parse-experiment.ts';
import { exportTo } from './index.ts';

export type NamedTool = 'brian2' | 'nest' | 'pynn';

export interface FoundName {
  readonly name: string;
  readonly unit: string;
}

/** What a number is multiplied by on its way to a tool, and what becomes of its unit. */
const THOUSANDTH: Readonly<Record<string, string>> = { nF: 'pF', nA: 'pA', µS: 'nS' };
/** Of a patch of 10⁻⁴ cm², as NEST's squid axon is written. */
const PATCH: Readonly<Record<string, string>> = { 'µF/cm²': 'pF', 'mS/cm²': 'nS' };

/** The forms in which the files write a number of the experiment. */
const FORMS: readonly { readonly after: string; readonly units?: Readonly<Record<string, string>> }[] = [
  { after: ' \\* 1000', units: THOUSANDTH },
  { after: ' \\* 100(?:\\.0)?', units: PATCH },
  { after: '(?: \\+ late)?' },
];
/** Names stand before their number as a key, as an argument, and as a variable with a unit. */
const PLACES: Readonly<Record<NamedTool, readonly ((number: string) => RegExp)[]>> = {
  nest: [(number) => new RegExp(`'(\\w+)': (?:max\\(0\\.0, )?${number}(?: - early\\))?,?$`, 'm')],
  pynn: [(number) => new RegExp(`[\\s(](\\w+)=${number}[,)]`, 'm')],
  brian2: [(number) => new RegExp(`^(?:neuron\\.)?(\\w+) = ${number}(?:\\*\\S+)?$`, 'm')],
};
/** The method that a tool has for a model. */
const methodOf = (model: ModelName, tool: NamedTool) =>
  model === 'lif' || model === 'alif' ? 'exact' : model === 'izhikevich' && tool === 'nest' ? 'euler' : 'rk4';

/** A number like the default, and like no other of the experiment. */
function markOf({ default: value, max }: ParamSpec, defaults: Readonly<Record<string, ParamSpec>>): number {
  const start = typeof value === 'number' ? value : Number(defaults[value]?.default);
  const mark = start === 0 ? 0.0625 : start * 1.03125;
  return Math.min(mark, max);
}

function fileOf(model: ModelName, tool: NamedTool, neuron: Readonly<Record<string, number>>): string {
  try {
    const experiment = parseExperiment({
      version: 1,
      neuron: { model, ...neuron },
      method: methodOf(model, tool),
    });
    return exportTo(tool, experiment).files[0]?.text ?? '';
  } catch (error) {
    // The tool has no such neuron.
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** @returns nothing where the tool has no such model, or takes the parameter in another form (NEST takes τ, not R) */
export function foundName(model: ModelName, parameter: string, tool: NamedTool): FoundName | undefined {
  const { params } = MODELS[model];
  const spec = params[parameter];
  if (!spec) return undefined;
  const mark = markOf(spec, params);
  const text = fileOf(model, tool, { [parameter]: mark });
  // A whole number of steps: refractory=21*dt
  if (tool === 'brian2' && parameter === 't_ref') {
    const [, name] = /^\s+(refractory)=/m.exec(text) ?? [];
    return name ? { name, unit: spec.unit } : undefined;
  }
  const digits = String(mark).replaceAll('.', '\\.');
  for (const { after, units } of FORMS) {
    for (const place of PLACES[tool]) {
      const [, name] = place(`${digits}(?:\\.0)?${after}`).exec(text) ?? [];
      if (name) return { name, unit: units?.[spec.unit] ?? spec.unit };
    }
  }
  return undefined;
}

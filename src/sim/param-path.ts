/** Paths to the numbers of an experiment, as sliders and links write them: `dt`, `neuron.R_m`,
 *  `inputs.0.amplitude`. */
import { EXPERIMENT_PARAMS } from './experiment-params.ts';
import type { Experiment } from './experiment.ts';
import { inputParams } from './input-kinds.ts';
import type { ModelDefinition } from './model.ts';
import { modelOf } from './models.ts';
import { showValue, type ParamSpec } from './param-spec.ts';

type Specs = Readonly<Record<string, ParamSpec>>;

/** The records of the object a path points into, and the name inside it. */
function resolve(
  path: string,
  experiment: Experiment,
  model: ModelDefinition,
): { specs: Specs; name: string } {
  const parts = path.split('.');
  if (parts.length === 1) return { specs: EXPERIMENT_PARAMS, name: path };
  if (parts.length === 2 && parts[0] === 'neuron') {
    return { specs: model.params, name: parts[1] ?? '' };
  }
  const input = /^\d+$/.test(parts[1] ?? '') ? experiment.inputs[Number(parts[1])] : undefined;
  if (parts.length === 3 && parts[0] === 'inputs' && input) {
    const synapse = 'synapse' in input ? input.synapse : undefined;
    return {
      specs: inputParams(input.type, model, synapse),
      name: parts[2] ?? '',
    };
  }
  return { specs: {}, name: path };
}

/** The record of the number a path names, for one model: a page that shows only this model brings no other.
 *  @throws RangeError naming the path when the experiment has no such number */
export function paramSpecIn(path: string, experiment: Experiment, model: ModelDefinition): ParamSpec {
  const { specs, name } = resolve(path, experiment, model);
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (spec) return spec;
  throw new RangeError(`${showValue(path)} is no number of this experiment`);
}

/** The record of the number a path names, for any model.
 *  @throws RangeError naming the path when the experiment has no such number */
export function paramSpecAt(path: string, experiment: Experiment): ParamSpec {
  return paramSpecIn(path, experiment, modelOf(experiment.neuron));
}

/** The number, switch or word a path names; undefined when there is none. */
export function valueAt(path: string, experiment: Experiment): number | boolean | string | undefined {
  let value: unknown = experiment;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
    ? value
    : undefined;
}

/** A copy of an experiment with one number, switch or word changed. Not validated: hand it to `parseExperiment`.
 *  A current that lasts to the end of the run lasts to its new end.
 *  @throws RangeError when the path names nothing that is there */
export function withValue(path: string, value: unknown, experiment: Experiment): unknown {
  if (valueAt(path, experiment) === undefined) {
    throw new RangeError(`${showValue(path)} is no number, switch or word of this experiment`);
  }
  const change = (at: unknown, parts: readonly string[]): unknown => {
    const [first, ...rest] = parts;
    if (first === undefined) return value;
    if (Array.isArray(at)) return at.map((item, i) => (String(i) === first ? change(item, rest) : item));
    const fields = at as Readonly<Record<string, unknown>>;
    return { ...fields, [first]: change(fields[first], rest) };
  };
  if (path !== 'duration') return change(experiment, path.split('.'));
  const inputs = experiment.inputs.map((input) =>
    'stop' in input && input.stop === experiment.duration ? { ...input, stop: value } : input,
  );
  return { ...experiment, inputs, duration: value };
}

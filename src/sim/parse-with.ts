/** The one gate through which every outside value passes: files, links, sliders, the command line. It knows no
 *  model itself: a page brings those of its figures, parse-experiment.ts all of them. */
import type { Experiment, Grid, Method, Neuron } from './experiment.ts';
import { EXPERIMENT_PARAMS, MAX_STEPS } from './experiment-params.ts';
import type { ModelDefinition } from './model.ts';
import { parseInputs } from './parse-inputs.ts';
import { assertKnownFields, assertObject, own, readChoice, readNumber, readSwitch } from './parse-fields.ts';
import type { Fields } from './parse-fields.ts';
import { showValue } from './param-spec.ts';
import { stepCount } from './time-grid.ts';

const FIELDS = ['version', 'neuron', 'inputs', 'duration', 'method', 'grid', 'dt', 'seed'] as const;
export const GRIDS: readonly Grid[] = ['nest', 'brian2'];

/** The models an experiment may name, by name; the first is the default. */
export type ModelsOf<N extends Neuron> = Readonly<Partial<Record<N['model'], ModelDefinition>>>;

function parseNeuron<N extends Neuron>(
  data: unknown,
  models: ModelsOf<N>,
): { neuron: N; model: ModelDefinition } {
  const fields: unknown = data === undefined ? {} : data;
  assertObject(fields, 'neuron');
  const names = Object.keys(models) as N['model'][];
  const name = readChoice(own(fields, 'model'), names, names[0]!, 'neuron.model');
  const model = models[name] as ModelDefinition;
  const params = Object.entries(model.params);
  assertKnownFields(
    fields,
    ['model', ...Object.keys(model.params), ...Object.keys(model.switches)],
    'neuron',
  );

  const R_m = own(fields, 'R_m');
  if (model.switches['leak'] && (R_m === null || R_m === Infinity || R_m === 'Infinity')) {
    throw new RangeError(
      `neuron.R_m must be a finite number, got ${showValue(R_m)}; for an infinite resistance set neuron.leak to false`,
    );
  }

  const neuron: Record<string, string | number | boolean> = { model: model.name };
  // Written-out defaults first: others name a field and take its value.
  params.sort(
    ([, a], [, b]) => Number(typeof a.default === 'string') - Number(typeof b.default === 'string'),
  );
  for (const [name, spec] of params) {
    const fallback = typeof spec.default === 'string' ? Number(neuron[spec.default]) : spec.default;
    neuron[name] = readNumber(spec, own(fields, name), fallback, `neuron.${name}`);
  }
  for (const [name, spec] of Object.entries(model.switches)) {
    neuron[name] = readSwitch(own(fields, name), spec.default, `neuron.${name}`);
  }
  return { neuron: neuron as unknown as N, model };
}

function assertSteps(duration: number, dt: number): void {
  const steps = stepCount(duration, dt);
  if (steps <= MAX_STEPS) return;
  throw new RangeError(
    `duration ${duration} ms at dt ${dt} ms makes ${steps} steps; a run may hold at most ${MAX_STEPS}: shorten duration or raise dt`,
  );
}

/** duration, dt or seed: the numbers every experiment has. */
export function readRun(fields: Fields, name: keyof typeof EXPERIMENT_PARAMS): number {
  const spec = EXPERIMENT_PARAMS[name];
  return readNumber(spec, own(fields, name), Number(spec.default), name);
}

/** @throws RangeError unless the data say that they are of version 1 */
export function assertVersion(data: Fields): void {
  const version = own(data, 'version');
  if (version !== 1) {
    throw new RangeError(
      version === undefined
        ? 'version is missing: an experiment begins with "version": 1'
        : `version must be 1, got ${showValue(version)}`,
    );
  }
}

/** Turns unknown data (parsed JSON, a link's state, a lesson's props) into a complete Experiment with one of
 *  some models: fields that are not given take the defaults of their records, everything else is checked. What it
 *  returns can be simulated: its model neither throws, hangs nor returns NaN on it.
 *  @throws RangeError, one sentence that names field, value, unit and allowed range */
export function parseExperimentWith<N extends Neuron>(models: ModelsOf<N>, data: unknown): Experiment<N> {
  assertObject(data, 'experiment');
  assertKnownFields(data, FIELDS, '');
  assertVersion(data);
  const { neuron, model } = parseNeuron<N>(own(data, 'neuron'), models);
  const duration = readRun(data, 'duration');
  const dt = readRun(data, 'dt');
  assertSteps(duration, dt);
  const method: Method = readChoice(
    own(data, 'method'),
    model.methods,
    model.methods[0] ?? 'exact',
    'method',
  );
  const experiment: Experiment<N> = {
    version: 1,
    neuron,
    inputs: parseInputs(own(data, 'inputs'), duration, model),
    duration,
    method,
    grid: readChoice(own(data, 'grid'), GRIDS, 'nest', 'grid'),
    dt,
    seed: readRun(data, 'seed'),
  };
  model.assertConsistent(model.realise(experiment));
  return experiment;
}

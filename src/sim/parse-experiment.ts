/** The one gate through which every outside value passes: files, links, sliders, the command line. */
import type { Experiment, Grid, Input, Method, Neuron, Synapse } from './experiment.ts';
import {
  EXPERIMENT_PARAMS,
  INPUT_PARAMS,
  inputParams,
  MAX_ARRIVALS,
  MAX_PULSES,
  MAX_STEPS,
  SPIKE_TIME,
  SYNAPSES,
} from './experiment-params.ts';
import { assertInputConsistent } from './inputs.ts';
import { MODELS, modelOf, type ModelName } from './models.ts';
import { assertKnownFields, assertObject, own, readChoice, readNumber, readSwitch } from './parse-fields.ts';
import type { Fields } from './parse-fields.ts';
import { showValue, type ParamSpec } from './param-spec.ts';
import { stepCount } from './time-grid.ts';

const FIELDS = ['version', 'neuron', 'inputs', 'duration', 'method', 'grid', 'dt', 'seed'] as const;
export const GRIDS: readonly Grid[] = ['nest', 'brian2'];
/** Most inputs of one neuron. */
export const MAX_INPUTS = 1000;

/** A record whose default is written out. */
function numericDefault(spec: ParamSpec): number {
  if (typeof spec.default === 'number') return spec.default;
  throw new RangeError(`${spec.label} takes its default from ${spec.default}`);
}

function parseNeuron(data: unknown): Neuron {
  const fields: unknown = data === undefined ? {} : data;
  assertObject(fields, 'neuron');
  const names = Object.keys(MODELS) as ModelName[];
  const model = MODELS[readChoice(own(fields, 'model'), names, 'lif', 'neuron.model')];
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
  return neuron as unknown as Neuron;
}

/** Spike times: a list of numbers, ascending; equal times are two spikes. */
function readTimes(value: unknown, field: string): number[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    throw new RangeError(`${field} must be a list of spike times in ms, got ${showValue(value)}`);
  }
  if (value.length > MAX_ARRIVALS) {
    throw new RangeError(`${field} must hold at most ${MAX_ARRIVALS} spike times, got ${value.length}`);
  }
  let before = 0;
  return Array.from(value, (entry: unknown, i) => {
    const time = readNumber(SPIKE_TIME, entry ?? null, 0, `${field}.${i}`);
    if (time < before) {
      throw new RangeError(
        `${field}.${i} must be at or after the spike time before it (${before} ms), got ${time} ms`,
      );
    }
    before = time;
    return time;
  });
}

function parseInput(data: unknown, field: string, duration: number): Input {
  assertObject(data, field);
  const types = Object.keys(INPUT_PARAMS) as Input['type'][];
  // An input has to say what it is: null, which is no type, stands for a missing one.
  const type = readChoice(own(data, 'type') ?? null, types, 'step', `${field}.type`);
  const input: Record<string, unknown> = { type };
  const words = type === 'spikes' ? ['times', 'synapse'] : [];
  assertKnownFields(data, ['type', ...words, ...Object.keys(INPUT_PARAMS[type])], field);
  let synapse: Synapse | undefined;
  if (type === 'spikes') {
    input['times'] = readTimes(own(data, 'times'), `${field}.times`);
    input['synapse'] = synapse = readChoice(own(data, 'synapse'), SYNAPSES, 'exp', `${field}.synapse`);
  }

  for (const [name, spec] of Object.entries(inputParams(type, synapse))) {
    // The default end of an input is the end of the run, or its own start where that is later.
    const fallback =
      spec.default === 'duration' ? Math.max(duration, Number(input['start'] ?? 0)) : numericDefault(spec);
    input[name] = readNumber(spec, own(data, name), fallback, `${field}.${name}`);
  }
  const parsed = input as unknown as Input;
  assertInputConsistent(parsed, field);
  return parsed;
}

/** @throws RangeError when all inputs together hold more pulses or arriving spikes than a run may */
function assertInputCount(inputs: readonly Input[]): void {
  let pulses = 0;
  let arrivals = 0;
  for (const input of inputs) {
    if (input.type === 'pulse') pulses += input.count;
    if (input.type === 'spikes') arrivals += input.times.length;
  }
  if (pulses > MAX_PULSES) {
    throw new RangeError(`inputs must hold at most ${MAX_PULSES} pulses together, got ${pulses}`);
  }
  if (arrivals > MAX_ARRIVALS) {
    throw new RangeError(`inputs must hold at most ${MAX_ARRIVALS} spike times together, got ${arrivals}`);
  }
}

function parseInputs(data: unknown, duration: number): Input[] {
  if (data === undefined) return [];
  if (!Array.isArray(data)) throw new RangeError(`inputs must be a list, got ${showValue(data)}`);
  if (data.length > MAX_INPUTS) {
    throw new RangeError(`inputs must hold at most ${MAX_INPUTS} inputs, got ${data.length}`);
  }
  const inputs = Array.from(data, (input: unknown, i) => parseInput(input, `inputs.${i}`, duration));
  assertInputCount(inputs);
  return inputs;
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
  return readNumber(spec, own(fields, name), numericDefault(spec), name);
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

/** Turns unknown data (parsed JSON, a link's state, a lesson's props) into a complete Experiment: fields
 *  that are not given take the defaults of their records, everything else is checked. What it returns can
 *  be simulated: `simulate` neither throws, hangs nor returns NaN on it.
 *  @throws RangeError, one sentence that names field, value, unit and allowed range */
export function parseExperiment(data: unknown): Experiment {
  assertObject(data, 'experiment');
  assertKnownFields(data, FIELDS, '');
  assertVersion(data);
  const neuron = parseNeuron(own(data, 'neuron'));
  const duration = readRun(data, 'duration');
  const dt = readRun(data, 'dt');
  assertSteps(duration, dt);
  const model = modelOf(neuron);
  const method: Method = readChoice(
    own(data, 'method'),
    model.methods,
    model.methods[0] ?? 'exact',
    'method',
  );
  const experiment: Experiment = {
    version: 1,
    neuron,
    inputs: parseInputs(own(data, 'inputs'), duration),
    duration,
    method,
    grid: readChoice(own(data, 'grid'), GRIDS, 'nest', 'grid'),
    dt,
    seed: readRun(data, 'seed'),
  };
  model.assertConsistent(experiment);
  return experiment;
}

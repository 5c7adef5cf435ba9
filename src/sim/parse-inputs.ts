/** Reading the inputs of an experiment: injected currents and arriving spikes. */
import type { Input, Synapse } from './experiment.ts';
import { MAX_ARRIVALS, MAX_PULSES } from './experiment-params.ts';
import { inputParams } from './input-kinds.ts';
import { assertInputConsistent } from './inputs.ts';
import type { ModelDefinition } from './model.ts';
import { showValue } from './param-spec.ts';
import { assertKnownFields, assertObject, own, readChoice, readNumber } from './parse-fields.ts';

/** Most inputs of one neuron. */
export const MAX_INPUTS = 1000;

function parseInput(data: unknown, index: number, duration: number, model: ModelDefinition): Input {
  const field = `inputs.${index}`;
  assertObject(data, field);
  const types = Object.keys(model.inputs) as Input['type'][];
  // An input has to say what it is: null, which is no type, stands for a missing one.
  const type = readChoice(own(data, 'type') ?? null, types, 'step', `${field}.type`);
  const { params = {}, words = {} } = model.inputs[type] ?? {};
  assertKnownFields(data, ['type', ...Object.keys(words), ...Object.keys(params)], field);
  const input: Record<string, unknown> = { type };
  for (const [name, read] of Object.entries(words)) {
    input[name] = read(own(data, name), `${field}.${name}`, model.currentUnit);
  }
  for (const [name, spec] of Object.entries(
    inputParams(type, model, input['synapse'] as Synapse | undefined),
  )) {
    // The default end of an input is the end of the run, or its own start where that is later.
    const named = { duration: Math.max(duration, Number(input['start'] ?? 0)), index, E_L: NaN };
    const fallback = typeof spec.default === 'string' ? named[spec.default] : spec.default;
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

/** The inputs of an experiment, each complete.
 *  @param duration length of the run in ms, the default end of a current
 *  @throws RangeError, one sentence that names field, value, unit and range */
export function parseInputs(data: unknown, duration: number, model: ModelDefinition): Input[] {
  if (data === undefined) return [];
  if (!Array.isArray(data)) throw new RangeError(`inputs must be a list, got ${showValue(data)}`);
  if (data.length > MAX_INPUTS) {
    throw new RangeError(`inputs must hold at most ${MAX_INPUTS} inputs, got ${data.length}`);
  }
  const inputs = Array.from(data, (input: unknown, i) => parseInput(input, i, duration, model));
  assertInputCount(inputs);
  return inputs;
}

/** Reading the inputs of an experiment: injected currents and arriving spikes. */
import type { Input, Interpolation, Synapse } from './experiment.ts';
import {
  INPUT_PARAMS,
  inputParams,
  MAX_ARRIVALS,
  MAX_PULSES,
  MAX_SAMPLES,
  SPIKE_TIME,
  SYNAPSES,
} from './experiment-params.ts';
import { assertInputConsistent } from './inputs.ts';
import type { ModelDefinition } from './model.ts';
import { showValue, type Unit } from './param-spec.ts';
import { assertKnownFields, assertObject, own, readChoice, readNumber } from './parse-fields.ts';
import { SAMPLE } from './waveform-params.ts';

/** The fields of an input that are no numbers. */
export const INPUT_WORDS: Readonly<Partial<Record<Input['type'], readonly string[]>>> = {
  spikes: ['times', 'synapse'],
  poisson: ['synapse'],
  samples: ['values', 'interpolation'],
};
export const INTERPOLATIONS: readonly Interpolation[] = ['hold', 'linear'];

/** Most inputs of one neuron. */
export const MAX_INPUTS = 1000;

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

/** Recorded values of a current, in the model's unit. */
function readSamples(value: unknown, field: string, unit: Unit): number[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new RangeError(`${field} must be a list of currents in ${unit}, got ${showValue(value ?? 'none')}`);
  }
  if (value.length > MAX_SAMPLES) {
    throw new RangeError(`${field} must hold at most ${MAX_SAMPLES} values, got ${value.length}`);
  }
  const spec = { ...SAMPLE, unit };
  return Array.from(value, (entry: unknown, i) => readNumber(spec, entry ?? null, 0, `${field}.${i}`));
}

function parseInput(data: unknown, index: number, duration: number, model: ModelDefinition): Input {
  const field = `inputs.${index}`;
  assertObject(data, field);
  const types = Object.keys(INPUT_PARAMS) as Input['type'][];
  // An input has to say what it is: null, which is no type, stands for a missing one.
  const type = readChoice(own(data, 'type') ?? null, types, 'step', `${field}.type`);
  const input: Record<string, unknown> = { type };
  const words = INPUT_WORDS[type] ?? [];
  assertKnownFields(data, ['type', ...words, ...Object.keys(INPUT_PARAMS[type])], field);
  let synapse: Synapse | undefined;
  if (words.includes('times')) input['times'] = readTimes(own(data, 'times'), `${field}.times`);
  if (words.includes('values'))
    input['values'] = readSamples(own(data, 'values'), `${field}.values`, model.currentUnit);
  if (words.includes('synapse')) {
    input['synapse'] = synapse = readChoice(own(data, 'synapse'), SYNAPSES, 'exp', `${field}.synapse`);
  }
  if (words.includes('interpolation')) {
    const chosen = own(data, 'interpolation');
    input['interpolation'] = readChoice(chosen, INTERPOLATIONS, 'hold', `${field}.interpolation`);
  }

  for (const [name, spec] of Object.entries(inputParams(type, synapse, model))) {
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

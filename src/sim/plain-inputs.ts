/** The inputs of most lessons: simple courses of a current, and spikes at given times. */
import {
  MAX_ARRIVALS,
  PULSE_PARAMS,
  RAMP_PARAMS,
  SINE_PARAMS,
  SPIKES_PARAMS,
  SPIKE_TIME,
  STEP_PARAMS,
  SYNAPSES,
} from './experiment-params.ts';
import type { Experiment } from './experiment.ts';
import type { InputKinds, RealisedExperiment, WordReader } from './input-kinds.ts';
import { showValue } from './param-spec.ts';
import { readChoice, readNumber } from './parse-fields.ts';

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

export const readSynapse: WordReader = (value, field) => readChoice(value, SYNAPSES, 'exp', field);

export const PLAIN_INPUTS = {
  step: { params: STEP_PARAMS, words: {} },
  pulse: { params: PULSE_PARAMS, words: {} },
  ramp: { params: RAMP_PARAMS, words: {} },
  sine: { params: SINE_PARAMS, words: {} },
  spikes: { params: SPIKES_PARAMS, words: { times: readTimes, synapse: readSynapse } },
} as const satisfies InputKinds;

/** A model that is given these alone: none of them has to be drawn. */
export const WITH_PLAIN_INPUTS = {
  inputs: PLAIN_INPUTS,
  realise: (experiment: Experiment) => experiment as RealisedExperiment,
};

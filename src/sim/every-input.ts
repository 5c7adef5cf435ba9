/** Every input type of the site, and a model that is given them all. */
import { MAX_SAMPLES, SPIKES_PARAMS } from './experiment-params.ts';
import type { Experiment, Input, Interpolation, Neuron } from './experiment.ts';
import type { InputKind, WordReader } from './input-kinds.ts';
import type { ModelDefinition } from './model.ts';
import { NOISE_PARAMS } from './noise-params.ts';
import { showValue } from './param-spec.ts';
import { readChoice, readNumber } from './parse-fields.ts';
import { PLAIN_INPUTS, readSynapse } from './plain-inputs.ts';
import { realise } from './realise.ts';
import { CHIRP_PARAMS, SAMPLE, SAMPLES_PARAMS } from './waveform-params.ts';

export const INTERPOLATIONS: readonly Interpolation[] = ['hold', 'linear'];

/** Recorded values of a current, in the model's unit. */
const readSamples: WordReader = (value, field, unit) => {
  if (!Array.isArray(value) || value.length === 0) {
    throw new RangeError(`${field} must be a list of currents in ${unit}, got ${showValue(value ?? 'none')}`);
  }
  if (value.length > MAX_SAMPLES) {
    throw new RangeError(`${field} must hold at most ${MAX_SAMPLES} values, got ${value.length}`);
  }
  const spec = { ...SAMPLE, unit };
  return Array.from(value, (entry: unknown, i) => readNumber(spec, entry ?? null, 0, `${field}.${i}`));
};

const readInterpolation: WordReader = (value, field) => readChoice(value, INTERPOLATIONS, 'hold', field);

export const EVERY_INPUT = {
  ...PLAIN_INPUTS,
  chirp: { params: CHIRP_PARAMS, words: {} },
  samples: { params: SAMPLES_PARAMS, words: { values: readSamples, interpolation: readInterpolation } },
  ou: { params: NOISE_PARAMS.ou, words: {} },
  white: { params: NOISE_PARAMS.white, words: {} },
  poisson: { params: { ...NOISE_PARAMS.poisson, ...SPIKES_PARAMS }, words: { synapse: readSynapse } },
} satisfies Record<Input['type'], InputKind>;

/** The model with every input. */
export function withEveryInput<N extends Neuron>(model: ModelDefinition<N>): ModelDefinition<N> {
  return { ...model, inputs: EVERY_INPUT, realise: realise<Experiment> };
}

/** Every neuron model of the site, by the name that stands in `neuron.model`. */
import { ADEX } from './adex.ts';
import { ALIF } from './alif.ts';
import { withEveryInput } from './every-input.ts';
import type { Neuron } from './experiment.ts';
import { HODGKIN_HUXLEY } from './hodgkin-huxley.ts';
import { IZHIKEVICH } from './izhikevich.ts';
import { LIF_COND } from './lif-cond.ts';
import { LIF } from './lif.ts';
import type { ModelDefinition } from './model.ts';

export const MODELS = {
  lif: withEveryInput(LIF),
  alif: withEveryInput(ALIF),
  lif_cond: withEveryInput(LIF_COND),
  adex: withEveryInput(ADEX),
  izhikevich: withEveryInput(IZHIKEVICH),
  hodgkin_huxley: withEveryInput(HODGKIN_HUXLEY),
} satisfies { readonly [M in Neuron['model']]: ModelDefinition };

export type ModelName = keyof typeof MODELS;

/** The definition of a neuron's model. */
export function modelOf(neuron: Neuron): ModelDefinition {
  return MODELS[neuron.model];
}

/** Sentences that stand at the head of exported files. */
import type { Neuron } from '../sim/experiment.ts';

const NAMES: Readonly<Record<Neuron['model'], string>> = {
  lif: 'A leaky integrate-and-fire neuron.',
  alif: 'An adaptive leaky integrate-and-fire neuron.',
  lif_cond: 'A leaky integrate-and-fire neuron with conductances as synapses.',
  adex: 'An adaptive exponential integrate-and-fire neuron (Brette & Gerstner 2005).',
  izhikevich: "Izhikevich's simple model of a neuron (2003).",
  hodgkin_huxley: 'The squid giant axon of Hodgkin & Huxley (1952).',
};

export function modelNote({ model }: Pick<Neuron, 'model'>): string {
  return `${NAMES[model]} Written by Integrate & Fire from one of its experiments.`;
}

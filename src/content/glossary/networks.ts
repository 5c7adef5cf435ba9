/** Terms of many neurons. */
import type { GlossaryEntry } from './entry.ts';

export const NETWORKS: readonly GlossaryEntry[] = [
  {
    id: 'recurrent-network',
    term: 'recurrent network',
    definition:
      'A network in which neurons act back on each other, so that a spike can have an effect on the neuron that fired it.',
    lesson: 10,
    at: 'a-network-of-two-kinds',
    related: ['excitatory-and-inhibitory', 'balance', 'synaptic-delay'],
  },
  {
    id: 'excitatory-and-inhibitory',
    term: 'excitatory and inhibitory neurons',
    definition:
      'Neurons whose spikes bring others nearer to firing, and neurons whose spikes keep others from it; in the models here, as in most of the brain, a neuron does the same to all that it reaches.',
    lesson: 10,
    at: 'a-network-of-two-kinds',
    related: ['epsp', 'ipsp', 'balance'],
  },
  {
    id: 'balance',
    term: 'balance of excitation and inhibition',
    also: ['E/I balance', 'balanced network'],
    definition:
      'A state in which excitation and inhibition nearly cancel on average, so that chance fluctuations decide when a neuron fires.',
    lenses: {
      biology:
        'Cells of the cortex receive strong excitation and strong inhibition at the same time, and fire rarely and irregularly.',
      electricity: 'Two large currents of opposite sign; what is left is their difference and its noise.',
      computation:
        'A small difference of two large sums: the network itself finds the rate at which they cancel.',
    },
    lesson: 10,
    at: 'the-tug-of-war',
    related: ['fluctuation-driven', 'asynchronous-irregular', 'excitatory-and-inhibitory'],
  },
  {
    id: 'asynchronous-irregular',
    term: 'asynchronous irregular',
    also: ['AI'],
    definition:
      'A state of a network in which every neuron fires irregularly and the population as a whole keeps a steady rate.',
    lesson: 10,
    at: 'two-questions-four-states',
    related: ['synchronous-regular', 'balance', 'coefficient-of-variation'],
  },
  {
    id: 'synchronous-regular',
    term: 'synchronous regular',
    also: ['SR'],
    definition: 'A state of a network in which the neurons fire together, each of them like a clock.',
    lesson: 10,
    at: 'two-questions-four-states',
    related: ['synchronous-irregular', 'asynchronous-irregular'],
  },
  {
    id: 'synchronous-irregular',
    term: 'synchronous irregular',
    also: ['SI'],
    definition:
      'A state of a network in which the population swings up and down as a whole while each neuron fires irregularly, in only some of the waves.',
    lesson: 10,
    at: 'two-questions-four-states',
    related: ['synchronous-regular', 'asynchronous-irregular', 'population-rate'],
  },
  {
    id: 'population-rate',
    term: 'population rate',
    also: ['population activity'],
    symbol: 'A(t)',
    unit: 'Hz',
    definition:
      'How many spikes a whole population fires in a short stretch of time, divided by its length and by the number of neurons.',
    lesson: 10,
    at: 'two-questions-four-states',
    related: ['firing-rate', 'raster-plot'],
  },
  {
    id: 'raster-plot',
    term: 'raster plot',
    also: ['spike raster'],
    definition:
      'A drawing of the spikes of many neurons: a row for each neuron, a mark for each spike, time from left to right.',
    lesson: 10,
    at: 'two-questions-four-states',
    related: ['spike-train', 'population-rate'],
  },
];

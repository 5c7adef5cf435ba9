/** Terms of richer models of a neuron. */
import type { GlossaryEntry } from './entry.ts';

export const MODELS: readonly GlossaryEntry[] = [
  {
    id: 'adaptation',
    term: 'adaptation',
    also: ['spike-frequency adaptation'],
    symbol: 'w',
    unit: 'nA',
    definition:
      'The slowing down of a neuron under a steady input: its intervals grow longer from spike to spike.',
    lenses: {
      biology:
        'Slow potassium channels open with every spike and close again over a tenth of a second or more.',
      electricity: 'A second, slow current that flows out and grows with every spike.',
      computation: 'A memory that the reset does not wipe out: a second variable that counts recent spikes.',
    },
    lesson: 9,
    at: 'it-slows-down',
    related: ['adex', 'interspike-interval'],
  },
  {
    id: 'adex',
    term: 'AdEx model',
    also: ['adaptive exponential integrate-and-fire model', 'aEIF'],
    definition:
      'An integrate-and-fire neuron with a smooth, exponential beginning of the spike and an adaptation current; of Brette and Gerstner, 2005.',
    lenses: {
      biology:
        'Stands for the quick opening of sodium channels and the slow work of potassium channels; it can fire regularly, adapt or burst.',
      electricity:
        'Leak and capacitor, a current that grows exponentially near the threshold, and one that changes slowly.',
      computation: 'Two variables and a reset: one step up from the leaky integrate-and-fire neuron.',
    },
    lesson: 9,
    at: 'adex-both-together',
    related: ['adaptation', 'slope-factor', 'nullcline', 'bursting'],
  },
  {
    id: 'slope-factor',
    term: 'slope factor',
    also: ['Delta_T'],
    symbol: '\\Delta_T',
    unit: 'mV',
    definition:
      'How gradually the spike of the exponential integrate-and-fire neuron sets in: the smaller it is, the more the neuron is like one with a sharp threshold.',
    lesson: 9,
    at: 'exponential-if',
    related: ['adex', 'threshold'],
  },
  {
    id: 'bursting',
    term: 'bursting',
    definition: 'Firing in groups: a few spikes in quick succession, then a pause.',
    lesson: 9,
    at: 'burst',
    related: ['adex', 'interspike-interval'],
  },
  {
    id: 'hodgkin-huxley',
    term: 'Hodgkin–Huxley model',
    also: ['HH'],
    definition:
      'The model of the spike itself, of 1952: sodium and potassium channels whose gates open and close with the membrane potential.',
    lenses: {
      biology: 'Fitted to the giant axon of the squid, long before anybody had seen a channel.',
      electricity:
        'The circuit of the membrane with three branches, two of them with a conductance that depends on the voltage.',
      computation: 'Four differential equations and no rule: spike and refractoriness follow from them.',
    },
    lesson: 9,
    at: 'no-reset-at-all',
    related: ['gate', 'spike', 'type-i-and-type-ii'],
  },
  {
    id: 'gate',
    term: 'gate',
    also: ['gating variable', 'm, h, n'],
    symbol: 'm,\\ h,\\ n',
    definition:
      'A part of an ion channel that opens and closes; in the model, the probability that it is open, a number from 0 to 1.',
    lenses: {
      biology: 'A piece of the channel protein that moves when the voltage changes.',
      electricity: 'A factor of the conductance.',
      computation:
        'A variable that follows a target, which depends on the membrane potential, with a time constant that depends on it too.',
    },
    lesson: 9,
    at: 'no-reset-at-all',
    related: ['hodgkin-huxley', 'ion-channel'],
  },
  {
    id: 'izhikevich',
    term: 'Izhikevich model',
    definition:
      'A neuron of two variables with a quadratic equation for the membrane potential and a reset, of 2003; its parameters imitate many patterns of firing.',
    lesson: 9,
    related: ['adex', 'bursting'],
  },
  {
    id: 'phase-plane',
    term: 'phase plane',
    definition:
      'A drawing of a model of two variables with one variable on each axis: each state is a point, and a run is a path.',
    lesson: 9,
    at: 'adex-both-together',
    related: ['nullcline', 'fixed-point'],
  },
  {
    id: 'nullcline',
    term: 'nullcline',
    symbol: '\\dd u/\\dd t = 0',
    definition: 'The line in the phase plane on which one of the two variables stands still for the moment.',
    lesson: 9,
    at: 'adex-both-together',
    related: ['phase-plane', 'fixed-point'],
  },
  {
    id: 'fixed-point',
    term: 'fixed point',
    also: ['equilibrium'],
    definition:
      'A state in which nothing changes; stable if the model comes back to it after a small push, unstable if it runs away.',
    lesson: 9,
    related: ['nullcline', 'resting-potential', 'steady-state'],
  },
  {
    id: 'point-neuron',
    term: 'point neuron',
    also: ['single-compartment model'],
    definition:
      'A model that gives a whole cell one membrane potential, as if it had no dendrites and no axon.',
    lesson: 1,
    at: 'what-the-model-leaves-out',
    related: ['lif', 'membrane-potential'],
  },
];

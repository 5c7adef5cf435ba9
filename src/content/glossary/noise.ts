/** Terms of chance. */
import type { GlossaryEntry } from './entry.ts';

export const NOISE: readonly GlossaryEntry[] = [
  {
    id: 'poisson-process',
    term: 'Poisson process',
    also: ['Poisson spike train'],
    symbol: '\\nu',
    unit: 'Hz',
    definition: 'Events that come at random with a given mean rate, each one independent of all the others.',
    lenses: {
      biology: 'A common first description of the spikes that reach a neuron from many others.',
      electricity: 'Shot noise: charge that arrives in single portions.',
      computation: 'In each short step of length dt an event comes with the probability rate times dt.',
    },
    lesson: 8,
    at: 'many-small-spikes',
    related: ['coefficient-of-variation', 'white-noise', 'spike-train'],
  },
  {
    id: 'coefficient-of-variation',
    term: 'coefficient of variation',
    also: ['CV'],
    symbol: '\\mathrm{CV}',
    definition:
      'The standard deviation of the intervals between spikes, divided by their mean: 0 for a clock, 1 for a Poisson process.',
    lesson: 8,
    at: 'how-regular-it-is',
    related: ['interspike-interval', 'poisson-process', 'asynchronous-irregular'],
  },
  {
    id: 'white-noise',
    term: 'white noise',
    symbol: '\\xi(t)',
    definition:
      'Noise that has no memory: it holds all frequencies in equal strength, and its value now says nothing about its value a moment later.',
    lenses: {
      biology: 'What very many small, independent inputs amount to.',
      electricity: 'Like the thermal noise of a resistor: equal power in every band of frequencies.',
      computation:
        'A new random number in every step; what it adds to the state grows with the square root of dt, not with dt.',
    },
    lesson: 8,
    at: 'the-square-root-of-time',
    related: ['ornstein-uhlenbeck-process', 'coloured-noise', 'diffusion-approximation'],
  },
  {
    id: 'coloured-noise',
    term: 'coloured noise',
    definition: 'Noise with a memory: values close in time resemble each other.',
    lesson: 8,
    related: ['white-noise', 'ornstein-uhlenbeck-process'],
  },
  {
    id: 'ornstein-uhlenbeck-process',
    term: 'Ornstein–Uhlenbeck process',
    also: ['OU process'],
    symbol: '\\taum\\,\\dd u = (\\mu - u)\\,\\dd t + \\sigma\\sqrt{\\taum}\\,\\dd W',
    definition: 'A quantity that white noise pushes about and a leak draws back to its mean.',
    lenses: {
      biology: 'The membrane potential of a neuron under a rain of small inputs, if it does not fire.',
      electricity: 'Resistor and capacitor, fed with white noise.',
      computation:
        'A forgetful sum of random numbers; with this formula its standard deviation settles at σ over the square root of two.',
    },
    lesson: 8,
    at: 'the-free-potential',
    related: ['white-noise', 'diffusion-approximation', 'time-constant'],
  },
  {
    id: 'diffusion-approximation',
    term: 'diffusion approximation',
    definition:
      'To replace many small, random input spikes by their mean and white noise of the same variance.',
    lesson: 8,
    at: 'the-square-root-of-time',
    related: ['poisson-process', 'white-noise', 'siegert-formula'],
  },
  {
    id: 'first-passage-time',
    term: 'first-passage time',
    definition:
      'The time at which a randomly moving quantity reaches a given level for the first time; for the membrane potential and the threshold, the time of a spike.',
    lesson: 8,
    related: ['siegert-formula', 'interspike-interval'],
  },
  {
    id: 'siegert-formula',
    term: 'Siegert formula',
    definition:
      'The formula for the firing rate of a leaky integrate-and-fire neuron with white noise, from the mean and the strength of its input.',
    lesson: 8,
    at: 'siegert',
    related: ['first-passage-time', 'f-i-curve', 'diffusion-approximation'],
  },
  {
    id: 'fluctuation-driven',
    term: 'fluctuation-driven firing',
    also: ['noise-driven firing', 'subthreshold regime'],
    definition:
      'Firing of a neuron whose mean input would leave it below the threshold: the chance ups of the input do it, and the spikes come irregularly.',
    lesson: 8,
    at: 'below-the-edge',
    related: ['mean-driven', 'balance', 'coefficient-of-variation'],
  },
  {
    id: 'mean-driven',
    term: 'mean-driven firing',
    also: ['suprathreshold regime'],
    definition:
      'Firing of a neuron whose mean input alone would carry it over the threshold; the spikes come rather regularly.',
    lesson: 8,
    related: ['fluctuation-driven', 'rheobase'],
  },
  {
    id: 'seed',
    term: 'seed',
    definition:
      'The number from which a generator of random numbers starts: the same seed gives the same numbers, and so the same run.',
    lesson: 8,
    related: ['poisson-process', 'white-noise'],
  },
];

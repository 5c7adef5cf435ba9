/** Terms of simulation and of machine learning. */
import type { GlossaryEntry } from './entry.ts';

export const COMPUTING: readonly GlossaryEntry[] = [
  {
    id: 'differential-equation',
    term: 'differential equation',
    also: ['ODE'],
    definition:
      'An equation that says how fast a quantity changes, given its value now; to solve it is to say where the quantity is at any time.',
    lesson: 2,
    related: ['membrane-equation', 'euler-method'],
  },
  {
    id: 'euler-method',
    term: 'Euler method',
    also: ['forward Euler', 'explicit Euler'],
    symbol: 'u \\leftarrow u + \\frac{\\Delta t}{\\taum}\\,(\\uinf - u)',
    definition:
      'The simplest way to step through a differential equation: go on for one time step as fast as now.',
    lesson: 5,
    at: 'euler-step',
    related: ['exact-update', 'time-step'],
  },
  {
    id: 'exact-update',
    term: 'exact update',
    also: ['exact integration', 'exponential Euler, for this equation'],
    symbol: 'u \\leftarrow \\uinf + (u - \\uinf)\\,e^{-\\Delta t/\\taum}',
    definition:
      'A step by the solution of the equation itself: without error between spikes as long as the input is constant in the step; threshold crossings are still found only on the grid.',
    lesson: 5,
    at: 'the-exact-update',
    related: ['euler-method', 'time-step'],
  },
  {
    id: 'time-step',
    term: 'time step',
    also: ['dt', 'step size', 'resolution'],
    symbol: '\\Delta t',
    unit: 'ms',
    definition:
      'The stretch of time by which a simulation goes on at once; spike times are rounded to this grid unless they are computed in between.',
    lesson: 5,
    at: 'how-long-may-a-step-be',
    related: ['euler-method', 'exact-update'],
  },
  {
    id: 'spiking-neural-network',
    term: 'spiking neural network',
    also: ['SNN'],
    definition: 'A network of model neurons that send spikes, used to compute or to learn.',
    lesson: 11,
    related: ['surrogate-gradient', 'lif'],
  },
  {
    id: 'decay-factor',
    term: 'decay factor',
    also: ['beta'],
    symbol: '\\beta = e^{-\\Delta t/\\taum}',
    definition:
      'By what the distance from rest is multiplied in each time step; the form in which machine learning writes the time constant.',
    lesson: 11,
    at: 'the-same-neuron-in-steps',
    related: ['time-constant', 'exact-update'],
  },
  {
    id: 'reset-by-subtraction',
    term: 'reset by subtraction',
    also: ['soft reset'],
    definition:
      'To subtract the threshold from the state at a spike instead of putting it at a fixed value, so that what was beyond the threshold is kept.',
    lesson: 11,
    at: 'two-ways-to-reset',
    related: ['reset-potential', 'spiking-neural-network'],
  },
  {
    id: 'surrogate-gradient',
    term: 'surrogate gradient',
    definition:
      'A smooth stand-in for the slope of the firing rule, which is zero everywhere but at the threshold, where there is none; with it a spiking network can learn by gradient descent.',
    lesson: 11,
    at: 'a-slope-for-the-spike',
    related: ['spiking-neural-network', 'threshold'],
  },
];

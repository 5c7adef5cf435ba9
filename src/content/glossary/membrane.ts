/** Terms of the membrane: its circuit and its equation. */
import type { GlossaryEntry } from './entry.ts';

export const MEMBRANE: readonly GlossaryEntry[] = [
  {
    id: 'membrane-potential',
    term: 'membrane potential',
    also: ['membrane voltage', 'V', 'V_m'],
    symbol: 'u',
    unit: 'mV',
    definition: 'The voltage of the inside of a cell, measured against the outside.',
    lenses: {
      biology: 'A slight excess of charged particles, ions, on either side of the membrane makes it.',
      electricity: 'The voltage across the capacitor.',
      computation: 'The state of the neuron: one number that sums up what has come in so far.',
    },
    lesson: 1,
    at: 'what-the-figure-shows',
    related: ['resting-potential', 'threshold', 'membrane-equation'],
  },
  {
    id: 'resting-potential',
    term: 'resting potential',
    also: ['rest', 'leak reversal potential', 'E_L'],
    symbol: '\\urest',
    unit: 'mV',
    definition:
      'The membrane potential of a neuron without input, at which the currents through its membrane cancel.',
    lenses: {
      biology: 'Ions keep crossing, as much charge in as out; pumps keep up the concentrations behind it.',
      electricity: 'The voltage of the battery in series with the leak resistor.',
      computation: 'The value to which the state returns when nothing comes in.',
    },
    lesson: 1,
    at: 'what-the-figure-shows',
    related: ['leak', 'reversal-potential', 'reset-potential'],
  },
  {
    id: 'leak',
    term: 'leak',
    also: ['leak current'],
    symbol: 'I_L',
    unit: 'nA',
    definition:
      'The current through channels that always stand open; it draws the membrane potential towards rest.',
    lenses: {
      biology: 'The membrane is no perfect insulator: ions pass through channels that stand open.',
      electricity: 'A resistor in series with a battery.',
      computation: 'Forgetting: in equal times the state loses equal fractions of its distance from rest.',
    },
    lesson: 1,
    at: 'leaky-drawn-back-to-rest',
    related: ['resting-potential', 'resistance', 'perfect-integrator'],
  },
  {
    id: 'capacitance',
    term: 'capacitance',
    also: ['membrane capacitance', 'C_m'],
    symbol: 'C',
    unit: 'nF',
    definition:
      'How much charge the membrane stores for each unit of voltage across it: 1 nF stores 1 pC for each millivolt.',
    lenses: {
      biology: 'A thin film of fat keeps the charges apart; the more membrane a cell has, the larger it is.',
      electricity: 'The capacitor: its charge is capacitance times voltage.',
      computation: 'How sluggish the state is: the larger it is, the less a given charge moves it.',
    },
    lesson: 2,
    at: 'the-membrane-as-a-circuit',
    related: ['resistance', 'time-constant'],
  },
  {
    id: 'resistance',
    term: 'resistance',
    also: ['membrane resistance', 'input resistance', 'R_m'],
    symbol: 'R',
    unit: 'MΩ',
    definition:
      'How far a steady current lifts the membrane potential: by so many millivolts for each nanoampere.',
    lenses: {
      biology: 'Set by the open channels: the more of them there are, the smaller the resistance.',
      electricity: 'The resistor of the leak.',
      computation: 'The factor that turns a steady input into a change of the state.',
    },
    lesson: 2,
    at: 'the-membrane-as-a-circuit',
    related: ['conductance', 'ohms-law', 'leak'],
  },
  {
    id: 'conductance',
    term: 'conductance',
    symbol: 'g = 1/R',
    unit: 'µS',
    definition:
      'How easily current flows, the inverse of resistance: so much current for each millivolt of driving force.',
    lenses: {
      biology: 'The number of open channels, times what one of them lets through.',
      electricity: 'One over the resistance; conductances side by side add up.',
      computation:
        'A weight that multiplies a difference, so that the effect of an input depends on the state.',
    },
    lesson: 7,
    at: 'synapses-are-conductances',
    related: ['resistance', 'driving-force', 'shunting-inhibition'],
  },
  {
    id: 'time-constant',
    term: 'membrane time constant',
    also: ['tau', 'tau_m'],
    symbol: '\\taum = RC',
    unit: 'ms',
    definition:
      'The time in which the distance of the membrane potential from its steady state shrinks to 1/e of itself, about 37 %.',
    lenses: {
      biology:
        'Some ten to thirty milliseconds in many cells of the cortex; shorter while many channels are open.',
      electricity: 'Resistance times capacitance.',
      computation: 'The length of the memory: an input as old as one time constant counts for 37 %.',
    },
    lesson: 3,
    at: 'the-time-constant',
    related: ['resistance', 'capacitance', 'synaptic-time-constant'],
  },
  {
    id: 'steady-state',
    term: 'steady state',
    symbol: '\\uinf = \\urest + RI',
    unit: 'mV',
    definition:
      'The level at which the membrane potential stops changing as long as the input stays the same and nothing fires.',
    lesson: 3,
    at: 'u-inf',
    related: ['time-constant', 'rheobase'],
  },
  {
    id: 'perfect-integrator',
    term: 'perfect integrator',
    also: ['integrate-and-fire neuron without a leak'],
    definition: 'A neuron without a leak: it adds up its input and forgets nothing.',
    lenses: {
      biology: 'No living cell is one: a membrane always leaks.',
      electricity: 'A capacitor with no resistor beside it.',
      computation: 'A plain running sum.',
    },
    lesson: 1,
    at: 'integrate-adding-up-the-input',
    related: ['leak', 'capacitance'],
  },
  {
    id: 'membrane-equation',
    term: 'membrane equation',
    symbol: '\\taum\\,\\frac{\\dd u}{\\dd t} = -(u - \\urest) + R\\,I(t)',
    definition:
      'The differential equation that says how the membrane potential changes at each moment, given where it is and what comes in.',
    lesson: 2,
    at: 'membrane',
    related: ['kirchhoffs-laws', 'time-constant', 'differential-equation'],
  },
];

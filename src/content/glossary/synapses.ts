/** Terms of the input from other neurons. */
import type { GlossaryEntry } from './entry.ts';

export const SYNAPSES: readonly GlossaryEntry[] = [
  {
    id: 'synapse',
    term: 'synapse',
    definition: 'The place where one neuron acts on another.',
    lenses: {
      biology: 'A narrow gap: a spike on one side releases transmitter, which opens channels on the other.',
      electricity: 'A conductance with a battery that is switched on for a few milliseconds.',
      computation: 'A connection with a weight and a delay.',
    },
    lesson: 7,
    related: ['transmitter', 'psp', 'synaptic-current', 'synaptic-weight'],
  },
  {
    id: 'transmitter',
    term: 'transmitter',
    also: ['neurotransmitter'],
    definition:
      'A substance that a neuron releases at its synapses and that opens channels in the membrane of the next neuron.',
    lesson: 1,
    related: ['synapse', 'ion-channel'],
  },
  {
    id: 'psp',
    term: 'postsynaptic potential',
    also: ['PSP'],
    symbol: 'v(t)',
    unit: 'mV',
    definition: 'The deflection of the membrane potential that one arriving spike leaves behind.',
    lenses: {
      biology:
        'In the cortex, at the cell body, often about half a millivolt high and tens of milliseconds long.',
      electricity: 'The capacitor takes up the charge, the leak takes it away again.',
      computation: 'The answer to one event; below the threshold the answers to many events add up.',
    },
    lesson: 7,
    related: ['epsp', 'ipsp', 'synaptic-current'],
  },
  {
    id: 'epsp',
    term: 'EPSP',
    also: ['excitatory postsynaptic potential'],
    unit: 'mV',
    definition: 'A postsynaptic potential that brings the neuron nearer to firing.',
    lesson: 7,
    related: ['psp', 'ipsp', 'depolarisation'],
  },
  {
    id: 'ipsp',
    term: 'IPSP',
    also: ['inhibitory postsynaptic potential'],
    unit: 'mV',
    definition:
      'A postsynaptic potential that keeps the neuron from firing; most often it leads downwards, but it need not.',
    lesson: 7,
    related: ['psp', 'epsp', 'shunting-inhibition'],
  },
  {
    id: 'synaptic-current',
    term: 'synaptic current',
    also: ['postsynaptic current', 'PSC'],
    symbol: 'I_s',
    unit: 'nA',
    definition: 'The current that flows into a neuron through the channels of a synapse.',
    lenses: {
      biology: 'Flows for as long as transmitter keeps the channels open.',
      electricity: 'Conductance of the open channels times their driving force.',
      computation: 'The filtered input: each event, smeared out over the time constant of the synapse.',
    },
    lesson: 7,
    at: 'a-current-that-fades',
    related: ['synapse', 'driving-force', 'exponential-synapse'],
  },
  {
    id: 'synaptic-weight',
    term: 'synaptic weight',
    also: ['synaptic strength', 'efficacy', 'J'],
    symbol: 'w',
    definition:
      'How strongly a spike acts through a synapse: as a voltage, a charge, a peak current or a peak conductance, depending on the model.',
    lesson: 7,
    at: 'many-inputs',
    related: ['synapse', 'psp'],
  },
  {
    id: 'synaptic-delay',
    term: 'synaptic delay',
    also: ['transmission delay', 'D'],
    symbol: 'd',
    unit: 'ms',
    definition: 'The time from a spike of one neuron to the beginning of its effect in the next.',
    lesson: 10,
    related: ['synapse', 'recurrent-network'],
  },
  {
    id: 'delta-synapse',
    term: 'delta synapse',
    symbol: '\\Delta u = Q/C',
    unit: 'mV',
    definition:
      'The simplest model of a synapse: all charge of a spike arrives in an instant, and the membrane potential jumps.',
    lesson: 7,
    at: 'the-simplest-synapse-is-a-jump',
    related: ['exponential-synapse', 'synaptic-weight'],
  },
  {
    id: 'exponential-synapse',
    term: 'exponential synapse',
    symbol: 'I_0\\,e^{-t/\\tau_s}',
    unit: 'nA',
    definition: 'A model of a synapse whose current starts at its peak and fades exponentially.',
    lesson: 7,
    at: 'a-current-that-fades',
    related: ['alpha-synapse', 'synaptic-time-constant'],
  },
  {
    id: 'alpha-synapse',
    term: 'alpha synapse',
    symbol: 'I_0\\,\\frac{t}{\\tau_s}\\,e^{1 - t/\\tau_s}',
    unit: 'nA',
    definition:
      'A model of a synapse whose current rises first, reaches its peak one synaptic time constant after the spike, and then fades.',
    lesson: 7,
    at: 'a-current-that-rises-first',
    related: ['exponential-synapse', 'synaptic-time-constant'],
  },
  {
    id: 'synaptic-time-constant',
    term: 'synaptic time constant',
    also: ['tau_syn'],
    symbol: '\\tau_s',
    unit: 'ms',
    definition:
      'The time in which the current or the conductance of a synapse fades to 1/e of itself, about 37 %.',
    lesson: 7,
    at: 'a-current-that-fades',
    related: ['time-constant', 'exponential-synapse'],
  },
  {
    id: 'shunting-inhibition',
    term: 'shunting inhibition',
    also: ['shunting', 'silent inhibition'],
    definition:
      'Inhibition that hardly moves the membrane potential, because its reversal potential lies near rest, and yet makes other inputs smaller.',
    lenses: {
      biology: 'Open chloride channels, whose reversal potential is often close to rest.',
      electricity:
        'A second resistor beside the leak: the total resistance falls, and the time constant with it.',
      computation: 'It divides other input, where a current would subtract from it.',
    },
    lesson: 7,
    at: 'synapses-are-conductances',
    related: ['reversal-potential', 'conductance', 'ipsp'],
  },
];

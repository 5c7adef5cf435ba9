/** Terms of electricity and of the channels behind it. */
import type { GlossaryEntry } from './entry.ts';

export const ELECTRICITY: readonly GlossaryEntry[] = [
  {
    id: 'kirchhoffs-laws',
    term: 'Kirchhoff’s laws',
    also: ['current law, KCL', 'voltage law, KVL'],
    definition:
      'Two laws of circuits: as much current flows into a point as out of it, and the voltages round a closed loop add up to zero.',
    lenses: {
      biology:
        'What flows into a cell charges its membrane or leaves through its channels; no charge is lost.',
      electricity: 'Conservation of charge, and of energy.',
      computation: 'What turns the drawing of a circuit into equations.',
    },
    lesson: 2,
    at: 'the-derivation',
    related: ['ohms-law', 'membrane-equation'],
  },
  {
    id: 'ohms-law',
    term: 'Ohm’s law',
    definition: 'The current through a resistor is the voltage across it, divided by its resistance.',
    lesson: 2,
    at: 'step-leak',
    related: ['resistance', 'conductance'],
  },
  {
    id: 'ion-channel',
    term: 'ion channel',
    definition:
      'A protein in the membrane with a pore; while the pore is open, certain ions pass through it.',
    lenses: {
      biology: 'Some always stand open, others are opened by the membrane potential or by a transmitter.',
      electricity: 'A conductance in series with a battery.',
      computation: 'A switch; many of them together are a valve.',
    },
    lesson: 1,
    related: ['leak', 'gate', 'conductance'],
  },
  {
    id: 'ion-pump',
    term: 'ion pump',
    definition:
      'A protein that spends energy to carry ions across the membrane, so that their concentrations inside and outside stay different.',
    lesson: 1,
    related: ['resting-potential', 'nernst-potential'],
  },
  {
    id: 'reversal-potential',
    term: 'reversal potential',
    also: ['equilibrium potential, for a channel that passes one kind of ion'],
    symbol: 'E',
    unit: 'mV',
    definition:
      'The membrane potential at which no net current flows through a channel; above and below it the current flows in opposite directions.',
    lenses: {
      biology: 'Set by which ions the channel lets through, and by their concentrations.',
      electricity: 'The voltage of the battery in series with the conductance of the channel.',
      computation: 'The value towards which an input draws the state, however strong it is.',
    },
    lesson: 7,
    at: 'synapses-are-conductances',
    related: ['driving-force', 'nernst-potential', 'shunting-inhibition'],
  },
  {
    id: 'driving-force',
    term: 'driving force',
    symbol: 'u - E',
    unit: 'mV',
    definition:
      'The distance of the membrane potential from a reversal potential: the voltage that drives current through a channel.',
    lesson: 7,
    at: 'synapses-are-conductances',
    related: ['reversal-potential', 'conductance'],
  },
  {
    id: 'nernst-potential',
    term: 'Nernst potential',
    symbol: 'E_\\mathrm{ion} = \\frac{k T}{q}\\,\\ln\\frac{c_\\mathrm{out}}{c_\\mathrm{in}}',
    unit: 'mV',
    definition:
      'The voltage at which the pull of the electric field on one kind of ion just balances its diffusion from the more to the less concentrated side.',
    lenses: {
      biology: 'About −90 mV for potassium and about +60 mV for sodium in a typical neuron of a mammal.',
      electricity:
        'The battery that a difference in concentration amounts to: k is Boltzmann’s constant, T the absolute temperature, q the charge of the ion.',
      computation: 'A constant, as long as the concentrations hardly change.',
    },
    lesson: 2,
    at: 'the-membrane-as-a-circuit',
    related: ['reversal-potential', 'ion-pump'],
  },
  {
    id: 'depolarisation',
    term: 'depolarisation',
    definition: 'A change of the membrane potential upwards from rest, towards zero and the threshold.',
    lesson: 7,
    related: ['hyperpolarisation', 'epsp'],
  },
  {
    id: 'hyperpolarisation',
    term: 'hyperpolarisation',
    definition: 'A change of the membrane potential to more negative values than rest.',
    lesson: 7,
    related: ['depolarisation', 'ipsp'],
  },
  {
    id: 'low-pass-filter',
    term: 'low-pass filter',
    definition: 'A system that lets slow changes through and smooths fast ones away.',
    lenses: {
      biology: 'The membrane cannot follow input that changes much faster than its time constant.',
      electricity: 'A resistor and a capacitor.',
      computation: 'A running mean in which older input counts for less.',
    },
    lesson: 3,
    at: 'a-wave-comes-in',
    related: ['gain', 'cut-off-frequency', 'time-constant'],
  },
  {
    id: 'gain',
    term: 'gain',
    definition:
      'How large the answer to a wave is, compared with the answer to a very slow wave of the same strength.',
    lesson: 3,
    at: 'sine-gain',
    related: ['low-pass-filter', 'cut-off-frequency'],
  },
  {
    id: 'cut-off-frequency',
    term: 'cut-off frequency',
    symbol: 'f_c = \\frac{1}{2\\pi\\taum}',
    unit: 'Hz',
    definition: 'The frequency at which the gain has fallen to one over the square root of two, about 71 %.',
    lesson: 3,
    at: 'a-wave-comes-in',
    related: ['gain', 'low-pass-filter'],
  },
];

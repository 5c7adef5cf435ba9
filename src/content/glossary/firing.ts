/** Terms of firing: the rule, and how often and when. */
import type { GlossaryEntry } from './entry.ts';

export const FIRING: readonly GlossaryEntry[] = [
  {
    id: 'lif',
    term: 'leaky integrate-and-fire neuron',
    also: ['LIF'],
    definition:
      'A model of a neuron: one equation for the membrane potential, and a rule that notes a spike and resets the potential when it reaches a threshold.',
    lenses: {
      biology: 'A cell with a leaky membrane; how a spike comes about is left out.',
      electricity: 'A resistor with a battery, a capacitor beside it, and a rule from outside.',
      computation: 'A sum that forgets, and a comparison.',
    },
    lesson: 1,
    related: ['leak', 'perfect-integrator', 'threshold', 'membrane-equation'],
  },
  {
    id: 'spike',
    term: 'spike',
    also: ['action potential', 'nerve impulse'],
    symbol: 't^{(f)}',
    unit: 'ms',
    definition:
      'The brief event by which a neuron sends a signal; in the integrate-and-fire neuron a moment in time and nothing more.',
    lenses: {
      biology:
        'Sodium rushes in and the potential shoots up, potassium flows out and brings it back, in a millisecond or two.',
      electricity: 'Nothing in the circuit of the leak and the capacitor makes one.',
      computation: 'An event that is noted down with its time.',
    },
    lesson: 1,
    at: 'fire-the-rule',
    related: ['threshold', 'spike-train', 'hodgkin-huxley'],
  },
  {
    id: 'threshold',
    term: 'threshold',
    also: ['firing threshold', 'V_th'],
    symbol: '\\thresh',
    unit: 'mV',
    definition: 'The membrane potential at which the model notes a spike.',
    lenses: {
      biology:
        'Roughly where sodium channels begin to open one another; not a sharp line, and it depends on what went before.',
      electricity: 'No part of the circuit: a rule from outside.',
      computation: 'What the state is compared with.',
    },
    lesson: 4,
    at: 'the-rule',
    related: ['spike', 'reset-potential', 'rheobase'],
  },
  {
    id: 'reset-potential',
    term: 'reset potential',
    also: ['reset', 'V_reset'],
    symbol: '\\ureset',
    unit: 'mV',
    definition:
      'The value at which the membrane potential is put after a spike; it need not be the resting potential.',
    lenses: {
      biology: 'Potassium channels that close late leave many neurons below rest after a spike.',
      electricity: 'The capacitor is charged or discharged to a given voltage, from outside.',
      computation: 'An assignment that wipes out what was remembered.',
    },
    lesson: 4,
    at: 'the-rule',
    related: ['threshold', 'refractory-period', 'resting-potential'],
  },
  {
    id: 'refractory-period',
    term: 'refractory period',
    also: ['dead time', 't_ref'],
    symbol: '\\tref',
    unit: 'ms',
    definition:
      'The time after a spike in which the neuron cannot fire again; in the model the membrane potential is held at its reset value.',
    lenses: {
      biology:
        'The sodium channels that made the spike have to recover first; for a while after that, firing takes a stronger input.',
      electricity: 'The capacitor is held at a fixed voltage, whatever current flows.',
      computation: 'A pause in which input is ignored; one over it is the highest rate there can be.',
    },
    lesson: 4,
    at: 'refractoriness',
    related: ['reset-potential', 'firing-rate'],
  },
  {
    id: 'interspike-interval',
    term: 'interspike interval',
    also: ['ISI'],
    symbol: 'T',
    unit: 'ms',
    definition: 'The time from one spike of a neuron to its next.',
    lesson: 4,
    at: 'from-spike-to-spike',
    related: ['firing-rate', 'coefficient-of-variation'],
  },
  {
    id: 'firing-rate',
    term: 'firing rate',
    also: ['firing frequency', 'ν'],
    symbol: 'f = 1/T',
    unit: 'Hz',
    definition: 'How many spikes a neuron fires in a second: one over the mean interval between its spikes.',
    lesson: 4,
    at: 'from-spike-to-spike',
    related: ['interspike-interval', 'f-i-curve', 'population-rate'],
  },
  {
    id: 'spike-train',
    term: 'spike train',
    definition: 'All spikes of a neuron in a stretch of time, as a list of their times.',
    lesson: 7,
    at: 'many-inputs',
    related: ['spike', 'raster-plot'],
  },
  {
    id: 'rheobase',
    term: 'rheobase',
    symbol: 'I_\\mathrm{rh} = (\\thresh - \\urest)/R',
    unit: 'nA',
    definition:
      'The edge between silence and firing under a steady current: a current above it fires the neuron sooner or later, a weaker one never.',
    lenses: {
      biology: 'Measured with long pulses; the word is Lapicque’s.',
      electricity: 'The current that just holds the capacitor at the threshold, all of it through the leak.',
      computation:
        'The input at which the steady state is the threshold; exactly there the model never fires.',
    },
    lesson: 4,
    at: 'exactly-at-the-edge',
    related: ['chronaxie', 'f-i-curve', 'steady-state'],
  },
  {
    id: 'chronaxie',
    term: 'chronaxie',
    symbol: '\\taum \\ln 2',
    unit: 'ms',
    definition:
      'The length of a pulse that just fires the neuron when it is twice as strong as the rheobase.',
    lesson: 6,
    at: 'chronaxie',
    related: ['rheobase', 'strength-duration-curve', 'time-constant'],
  },
  {
    id: 'strength-duration-curve',
    term: 'strength–duration curve',
    symbol: 'I_d = \\frac{I_\\mathrm{rh}}{1 - e^{-d/\\taum}}',
    unit: 'nA',
    definition:
      'How strong a pulse must be to fire a neuron, drawn over how long it lasts: the shorter the pulse, the stronger.',
    lesson: 6,
    at: 'how-strong-how-long',
    related: ['rheobase', 'chronaxie'],
  },
  {
    id: 'f-i-curve',
    term: 'f–I curve',
    also: ['gain function', 'transfer function'],
    symbol: 'f(I)',
    unit: 'Hz',
    definition: 'The firing rate of a neuron drawn over the steady current that flows into it.',
    lenses: {
      biology: 'What a physiologist measures first: current in, spikes counted.',
      electricity: 'One over the time to charge the capacitor from reset to threshold, with the wait added.',
      computation: 'The function that the neuron computes if its input changes slowly.',
    },
    lesson: 6,
    at: 'one-current-one-rate',
    related: ['firing-rate', 'rheobase', 'type-i-and-type-ii'],
  },
  {
    id: 'type-i-and-type-ii',
    term: 'type I and type II',
    also: ['class 1 and class 2 excitability'],
    definition:
      'Two ways to begin to fire as the current grows: type I at any rate, however low, type II at a rate well above zero.',
    lesson: 6,
    at: 'near-the-edge',
    related: ['f-i-curve', 'hodgkin-huxley'],
  },
];

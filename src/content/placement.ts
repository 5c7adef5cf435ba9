/** The questions of “Where should I start?”, in the order of the course. Each asks for what later lessons build on. */

export interface PlacementQuestion {
  /** File name of the lesson, without ending. */
  readonly lesson: string;
  readonly question: string;
  readonly choices: readonly string[];
  /** Index of the right choice. */
  readonly right: number;
  /** Why it is right, in one or two sentences. */
  readonly because: string;
}

export const PLACEMENT: readonly PlacementQuestion[] = [
  {
    lesson: '01-one-neuron-three-words',
    question: 'What does “leaky” mean in the leaky integrate-and-fire neuron?',
    choices: [
      'Some of its spikes get lost',
      'Left alone, its potential returns to rest',
      'Its threshold falls with time',
    ],
    right: 1,
    because:
      'Charge leaks out through the membrane, so the potential falls back to rest when no current flows.',
  },
  {
    lesson: '02-from-kirchhoff-to-the-membrane-equation',
    question:
      'A current flows into the neuron, and the potential lies between rest and its final value. Where does the current go?',
    choices: [
      'All of it charges the capacitor',
      'All of it leaves through the leak',
      'A part of it charges the capacitor, the rest leaves through the leak',
    ],
    right: 2,
    because:
      'By Kirchhoff’s law the currents add up: what does not leave through the leak charges the capacitor.',
  },
  {
    lesson: '03-solving-it',
    question:
      'A steady current is switched on. After one time constant, how far has the potential come on its way to the final value?',
    choices: ['50\u00a0% of the way', '63\u00a0% of the way', 'All the way'],
    right: 1,
    because: 'The distance that is left shrinks by the factor e in each time constant: 1 − 1/e is 63\u00a0%.',
  },
  {
    lesson: '04-threshold-reset-refractoriness',
    question:
      'You raise the reset potential, and nothing else. How often does the neuron fire under a steady, strong current?',
    choices: ['More often', 'Less often', 'Just as often'],
    right: 0,
    because: 'Each climb begins nearer to the threshold, so it takes less time.',
  },
  {
    lesson: '05-build-it-in-python',
    question: 'One step of Euler’s method: what is the new potential?',
    choices: ['u + du/dt', 'u + Δt · du/dt', 'Δt · du/dt'],
    right: 1,
    because: 'The old value, plus the slope times the length of the step.',
  },
  {
    lesson: '06-f-i-and-lapicque',
    question: 'A pulse shall just fire the neuron. You make it half as long. How strong must it be?',
    choices: ['As strong as before', 'Stronger, but less than twice', 'Twice as strong, or more'],
    right: 1,
    because:
      'A shorter pulse loses less charge through the leak, so it needs less than twice the current. Only for very short pulses does it come near to twice.',
  },
  {
    lesson: '07-synapses',
    question:
      'A synapse makes a conductance, and its reversal potential is the resting potential. The neuron is at rest. What does an input do?',
    choices: [
      'Nothing at all',
      'It moves the potential down',
      'The potential stays, but other inputs become weaker',
    ],
    right: 2,
    because:
      'No current flows at the reversal potential, but the open channels are one more way out for the current of others: shunting inhibition.',
  },
  {
    lesson: '08-noise',
    question:
      'A simulation adds a random push in each time step. You make the step four times as long. How must the push change, so that the noise stays the same?',
    choices: ['Four times as large', 'Twice as large', 'Not at all'],
    right: 1,
    because: 'Variances add up, so the size of the push grows with the square root of the step.',
  },
  {
    lesson: '09-beyond-lif',
    question:
      'Each spike leaves behind a current that hinders the next, and that fades slowly. What does a steady input give?',
    choices: [
      'Intervals that grow, up to a steady one',
      'The same interval each time, but a longer one',
      'A neuron that soon falls silent for good',
    ],
    right: 0,
    because:
      'What spikes leave behind piles up until as much fades between two spikes as each adds: the neuron adapts.',
  },
  {
    lesson: '10-networks',
    question:
      'Each neuron of a network has four times as many excitatory as inhibitory inputs, all neurons fire equally often. How much stronger must inhibition be for both to cancel on average?',
    choices: ['Just as strong', 'Twice as strong', 'Four times as strong'],
    right: 2,
    because: 'A quarter of the inputs must do as much as the others: each counts four times.',
  },
];

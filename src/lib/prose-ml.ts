/** Numbers of the lesson on machine learning. */
import { discreteSpikes, sensitivity, type DiscreteReset } from '../sim/discrete-lif.ts';
import type { LifNeuron } from '../sim/experiment.ts';
import { timeConstantMs } from '../sim/theory.ts';

interface Setting {
  readonly neuron: LifNeuron;
  readonly currentNa: number;
  readonly at: number;
}

const STEPS = 100_000;
const betaOf = ({ neuron, at }: Setting) => Math.exp(-at / timeConstantMs(neuron));
const driveOf = ({ neuron, currentNa }: Setting) => (neuron.R_m * currentNa) / (neuron.V_th - neuron.E_L);

/** Rate of the neuron in steps of `at` ms, over many intervals. */
const rateHz = (reset: DiscreteReset) => (setting: Setting) => {
  const spikes = discreteSpikes(betaOf(setting), driveOf(setting), reset, STEPS);
  const [first, last] = [spikes[0], spikes.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return (1000 * (spikes.length - 1)) / ((last - first) * setting.at);
};

/** The example of the lesson: spikes arrive at steps 1 and 3, and step 4 is looked at. */
const ARRIVALS = [1, 3];
const LOOK = 4;

export const ML_MEASURES = {
  /** What is left of the state after `at` ms, and what Euler’s method takes for it. */
  beta: { unit: '1', of: betaOf },
  betaEuler: { unit: '1', of: ({ neuron, at }: Setting) => 1 - at / timeConstantMs(neuron) },
  /** Where the current takes the state, in thresholds. */
  drive: { unit: '1', of: driveOf },
  rateResetToValue: { unit: 'Hz', of: rateHz('to value') },
  rateResetBySubtraction: { unit: 'Hz', of: rateHz('by subtraction') },
  /** dU/dw of the example, for the β in `at`; the state with the weight ½, and the weight after one step of learning towards 1. */
  sensitivity: { unit: '1', of: ({ at }: Setting) => sensitivity(at, ARRIVALS, LOOK) },
  exampleState: { unit: '1', of: ({ at }: Setting) => 0.5 * sensitivity(at, ARRIVALS, LOOK) },
  exampleWeight: {
    unit: '1',
    of: ({ at }: Setting) => {
      const slope = sensitivity(at, ARRIVALS, LOOK);
      return 0.5 - 0.1 * (0.5 * slope - 1) * slope;
    },
  },
} as const;

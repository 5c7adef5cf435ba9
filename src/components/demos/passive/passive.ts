/** The passive lab: a membrane without threshold, R and C alone, under a step, a train of pulses, a sine, or their
 *  sum (Gerstner et al. 2014, §1.3). */
import { membraneFrame, membranePlot } from '../../../figures/membrane-plot.ts';
import type { TraceFrame } from '../../../figures/trace-frame.ts';
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Recording } from '../../../sim/recording.ts';
import { timeConstantMs } from '../../../sim/theory.ts';
import type { DemoDefinition } from '../definition.ts';
import { measuredGain, type GainPoint } from './passive-gain.ts';
import { FREQUENCIES_HZ, gainPlot } from './passive-plot.ts';
import { passiveSentence, type Currents } from './passive-sentence.ts';

export interface PassiveRecording extends Recording {
  readonly gains: readonly GainPoint[];
  /** Of the sine that flows. */
  readonly own: GainPoint | undefined;
}

/** Longest time constant, ms: the fading of every measured sine takes 16 of them. */
const MOST_TAU = 2000;
/** Highest frequency that is measured, Hz. */
const MOST_FREQUENCY = 1000;

/** @throws RangeError unless the inputs are a step, pulses and a sine, in this order */
export function currentsOf({ inputs }: Experiment<LifNeuron>): Currents {
  const [step, pulse, sine] = inputs;
  if (inputs.length !== 3 || step?.type !== 'step' || pulse?.type !== 'pulse' || sine?.type !== 'sine')
    throw new RangeError('inputs must be a step, a pulse and a sine; an amplitude of 0 nA switches one off');
  return { step, pulse, sine };
}

const flows = ({ amplitude, frequency }: Currents['sine']) => amplitude !== 0 && frequency > 0;

export const PASSIVE: DemoDefinition<LifNeuron, PassiveRecording, TraceFrame, never> = {
  name: 'passive',
  title: 'Passive membrane lab',
  models: { lif: LIF },
  settings: {},
  defaults: {
    experiment: {
      neuron: { threshold: false },
      inputs: [
        { type: 'step', amplitude: 0 },
        { type: 'pulse', amplitude: 0, count: 10 },
        { type: 'sine', amplitude: 1.5, frequency: 5 },
      ],
      duration: 400,
    },
    controls: [
      'inputs.0.amplitude',
      'inputs.1.amplitude',
      'inputs.1.width',
      'inputs.2.amplitude',
      'inputs.2.frequency',
      'neuron.R_m',
      'neuron.C_m',
    ],
  },
  columns: 2,
  assertConsistent(experiment) {
    const { neuron } = experiment;
    const { sine } = currentsOf(experiment);
    if (neuron.threshold) throw new RangeError('neuron.threshold must be false: a passive membrane has none');
    if (!neuron.leak) throw new RangeError('neuron.leak must be true: without it no sine has a gain');
    if (neuron.V_m !== neuron.E_L)
      throw new RangeError(`neuron.V_m must be E_L, ${neuron.E_L} mV, got ${neuron.V_m} mV`);
    const tau = timeConstantMs(neuron);
    if (tau > MOST_TAU) throw new RangeError(`R_m·C_m must be at most ${MOST_TAU} ms, got ${tau} ms`);
    if (sine.frequency > MOST_FREQUENCY)
      throw new RangeError(
        `inputs.2.frequency must be at most ${MOST_FREQUENCY} Hz, got ${sine.frequency} Hz`,
      );
  },
  simulate(experiment, _settings, progress) {
    const { sine } = currentsOf(experiment);
    return {
      ...LIF.simulate(experiment, undefined, progress),
      gains: FREQUENCIES_HZ.map((frequency) => measuredGain(experiment, frequency)),
      own: flows(sine) ? measuredGain(experiment, sine.frequency) : undefined,
    };
  },
  frame: ({ experiment, recording }, controls) => membraneFrame(experiment, recording, controls, LIF),
  plots: ({ experiment, recording }, view) => [
    membranePlot(experiment, recording, view, LIF),
    gainPlot(experiment.neuron, recording.gains, recording.own, view.width),
  ],
  describe: ({ experiment, recording }) =>
    passiveSentence(experiment.neuron, currentsOf(experiment), recording.own),
};

/** The passive lab: a membrane without threshold, R and C alone, under a step, a train of pulses, a sine, their sum,
 *  or a sweep of frequency (Gerstner et al. 2014, §1.3). */
import { membraneFrame, membranePlot } from '../../../figures/membrane-plot.ts';
import type { TraceFrame } from '../../../figures/trace-frame.ts';
import type { ChirpInput, Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { ModelDefinition } from '../../../sim/model.ts';
import { PLAIN_INPUTS } from '../../../sim/plain-inputs.ts';
import type { Recording } from '../../../sim/recording.ts';
import { timeConstantMs } from '../../../sim/theory.ts';
import { CHIRP_PARAMS } from '../../../sim/waveform-params.ts';
import type { DemoDefinition } from '../definition.ts';
import { measuredGain, type GainPoint } from './passive-gain.ts';
import { FREQUENCIES_HZ, gainPlot } from './passive-plot.ts';
import { passiveSentence, type Currents } from './passive-sentence.ts';
import { sweepMarks, turningPoints, type TurningPoint } from './passive-sweep.ts';

export interface PassiveRecording extends Recording {
  readonly gains: readonly GainPoint[];
  /** Of the sine that flows. */
  readonly own: GainPoint | undefined;
  /** Of the sweep, where it flows alone. */
  readonly swept: readonly TurningPoint[];
}

/** No two sliders have the same name. */
const SWEEP_PARAMS = {
  ...CHIRP_PARAMS,
  amplitude: { ...CHIRP_PARAMS.amplitude, label: 'sweep amplitude' },
};
const LIF_WITH_SWEEP: ModelDefinition<LifNeuron> = {
  ...LIF,
  inputs: { ...PLAIN_INPUTS, chirp: { params: SWEEP_PARAMS, words: {} } },
};

/** Longest time constant, ms: the fading of every measured sine takes 16 of them. */
const MOST_TAU = 2000;
/** Highest frequency that is measured, Hz. */
const MOST_FREQUENCY = 1000;

/** @throws RangeError unless the inputs are a step, pulses, a sine and perhaps a sweep, in this order */
export function currentsOf({ inputs }: Experiment<LifNeuron>): Currents {
  const [step, pulse, sine, sweep] = inputs;
  if (
    inputs.length > 4 ||
    step?.type !== 'step' ||
    pulse?.type !== 'pulse' ||
    sine?.type !== 'sine' ||
    (sweep && sweep.type !== 'chirp')
  )
    throw new RangeError(
      'inputs must be a step, a pulse, a sine and a chirp; an amplitude of 0 nA switches one off',
    );
  return { step, pulse, sine, sweep };
}

/** The sweep, if no other current flows. */
function sweepAlone(experiment: Experiment<LifNeuron>): ChirpInput | undefined {
  const { step, pulse, sine, sweep } = currentsOf(experiment);
  const others = [step.amplitude, pulse.amplitude * pulse.count, sine.amplitude, sine.offset];
  return sweep && sweep.amplitude !== 0 && others.every((current) => current === 0) ? sweep : undefined;
}

const flows = ({ amplitude, frequency }: Currents['sine']) => amplitude !== 0 && frequency > 0;

export const PASSIVE: DemoDefinition<LifNeuron, PassiveRecording, TraceFrame, never> = {
  name: 'passive',
  title: 'Passive membrane lab',
  models: { lif: LIF_WITH_SWEEP },
  settings: {},
  defaults: {
    experiment: {
      neuron: { threshold: false },
      inputs: [
        { type: 'step', amplitude: 0 },
        { type: 'pulse', amplitude: 0, count: 10 },
        { type: 'sine', amplitude: 1.5, frequency: 5 },
        { type: 'chirp', amplitude: 0, to: 20 },
      ],
      duration: 400,
    },
    controls: [
      'inputs.0.amplitude',
      'inputs.1.amplitude',
      'inputs.1.width',
      'inputs.2.amplitude',
      'inputs.2.frequency',
      'inputs.3.amplitude',
      'inputs.3.from',
      'inputs.3.to',
      'neuron.R_m',
      'neuron.C_m',
      'duration',
    ],
  },
  sliders: { duration: { slider: [100, 3000], step: 50 } },
  columns: 2,
  // What a current that does not flow would be like is not asked.
  offers(path, { experiment }) {
    const [where, i, field] = path.split('.');
    if (where !== 'inputs' || field === 'amplitude') return true;
    const input = experiment.inputs[Number(i)];
    return !!input && 'amplitude' in input && input.amplitude !== 0;
  },
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
    const recording = LIF.simulate(experiment, undefined, progress);
    const sweep = sweepAlone(experiment);
    return {
      ...recording,
      gains: FREQUENCIES_HZ.map((frequency) => measuredGain(experiment, frequency)),
      own: flows(sine) ? measuredGain(experiment, sine.frequency) : undefined,
      swept: sweep ? turningPoints(experiment.neuron, sweep, recording) : [],
    };
  },
  frame: ({ experiment, recording }, controls) =>
    membraneFrame(experiment, recording, controls, LIF_WITH_SWEEP),
  plots({ experiment, recording }, view) {
    const { neuron, duration } = experiment;
    const trace = membranePlot(experiment, recording, view, LIF_WITH_SWEEP);
    const envelope = sweepMarks(neuron, sweepAlone(experiment), duration);
    return [
      {
        ...trace,
        marks: [...trace.marks, ...envelope.marks],
        labels: [...trace.labels, ...envelope.labels],
      },
      gainPlot(neuron, recording, view.width),
    ];
  },
  describe: ({ experiment, recording }) =>
    passiveSentence(experiment.neuron, currentsOf(experiment), recording),
};

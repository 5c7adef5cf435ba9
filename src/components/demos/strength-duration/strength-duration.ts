/** The strength-duration lab: how strong a pulse of each width has to be (Lapicque 1907), found by simulation over
 *  the closed form, with a pulse of the reader's own. */
import { membraneFrame, membranePlot } from '../../../figures/membrane-plot.ts';
import type { Range } from '../../../figures/axis.ts';
import type { TraceFrame } from '../../../figures/trace-frame.ts';
import type { Experiment, LifNeuron, PulseInput } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { DemoDefinition, DemoRun } from '../definition.ts';
import { fires, simulatedThresholdNa } from './pulse-threshold.ts';
import {
  thresholdFrame,
  thresholdPlot,
  WIDTHS_MS,
  type StrengthDuration,
  type ThresholdPoint,
} from './strength-duration-plot.ts';
import { strengthDurationSentence } from './strength-duration-sentence.ts';

export interface StrengthDurationRecording extends Recording {
  readonly thresholds: readonly ThresholdPoint[];
  readonly fires: boolean;
}

/** @throws RangeError unless one single pulse is all the input */
function pulseOf({ inputs }: Experiment<LifNeuron>): PulseInput {
  const [pulse] = inputs;
  if (inputs.length !== 1 || pulse?.type !== 'pulse' || pulse.count !== 1)
    throw new RangeError('inputs must be one pulse with count 1');
  return pulse;
}

function dataOf({
  experiment,
  recording,
}: DemoRun<LifNeuron, StrengthDurationRecording, never>): StrengthDuration {
  const { width, amplitude } = pulseOf(experiment);
  const { thresholds, fires } = recording;
  return { neuron: experiment.neuron, thresholds, pulse: { widthMs: width, currentNa: amplitude }, fires };
}

export const STRENGTH_DURATION: DemoDefinition<
  LifNeuron,
  StrengthDurationRecording,
  { curve: Range; trace: TraceFrame },
  never
> = {
  name: 'strength-duration',
  title: 'Strength-duration lab',
  models: { lif: LIF },
  settings: {},
  defaults: {
    experiment: {
      inputs: [{ type: 'pulse', amplitude: 10, width: 5, period: 1000, start: 10 }],
      duration: 100,
    },
    controls: ['inputs.0.amplitude', 'inputs.0.width', 'neuron.R_m', 'neuron.C_m', 'neuron.leak'],
  },
  columns: 2,
  assertConsistent(experiment) {
    const { neuron, duration } = experiment;
    const { start, width } = pulseOf(experiment);
    if (!neuron.threshold) throw new RangeError('neuron.threshold must be true: without it no pulse fires');
    if (neuron.V_m !== neuron.E_L)
      throw new RangeError(
        `neuron.V_m must be E_L, ${neuron.E_L} mV, got ${neuron.V_m} mV: the pulse meets a neuron at rest`,
      );
    if (neuron.E_L >= neuron.V_th)
      throw new RangeError(`neuron.E_L must be below V_th, ${neuron.V_th} mV, got ${neuron.E_L} mV`);
    if (start + width > duration)
      throw new RangeError(`the pulse must end within the run, at ${duration} ms, got ${start + width} ms`);
  },
  simulate(experiment, _settings, progress) {
    const { width, amplitude } = pulseOf(experiment);
    return {
      ...LIF.simulate(experiment, undefined, progress),
      thresholds: WIDTHS_MS.map((widthMs) => ({
        widthMs,
        currentNa: simulatedThresholdNa(experiment, widthMs),
      })),
      fires: fires(experiment, width, amplitude),
    };
  },
  frame: (run, controls) => ({
    curve: thresholdFrame(dataOf(run)),
    trace: membraneFrame(run.experiment, run.recording, controls, LIF),
  }),
  plots: (run, view) => [
    thresholdPlot(dataOf(run), view.frame.curve, view.width),
    membranePlot(run.experiment, run.recording, { ...view, frame: view.frame.trace }, LIF),
  ],
  describe: (run) => strengthDurationSentence(dataOf(run)),
};

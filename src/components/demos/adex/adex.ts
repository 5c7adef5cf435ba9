/** The AdEx lab: the adaptive exponential integrate-and-fire neuron (Brette & Gerstner 2005) over time, and in the
 *  plane of its two variables. Where the course of the run meets the reset decides whether it fires regularly,
 *  adapts or bursts (Naud et al. 2008). */
import { traceFrame, type TraceFrame } from '../../../figures/trace-frame.ts';
import { tracePlot } from '../../../figures/trace-plot.ts';
import { LENS_LABELS } from '../../../figures/lens-labels.ts';
import { ADEX } from '../../../sim/adex.ts';
import type { AdexNeuron, Experiment } from '../../../sim/experiment.ts';
import { adexPlane } from '../../../sim/adex-plane.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { DemoDefinition, DemoRun } from '../definition.ts';
import { adexSentence } from './adex-sentence.ts';
import { phaseFrame, phasePlot, type PhaseData, type PhaseFrame } from './phase-plot.ts';

function currentOf({ inputs }: Experiment<AdexNeuron>): number {
  const [step] = inputs;
  return step?.type === 'step' ? step.amplitude : 0;
}

function dataOf({ experiment, recording }: DemoRun<AdexNeuron, Recording, never>): PhaseData {
  const { neuron } = experiment;
  return { neuron, recording, plane: adexPlane(neuron, currentOf(experiment)) };
}

export const ADEX_LAB: DemoDefinition<
  AdexNeuron,
  Recording,
  { trace: TraceFrame; phase: PhaseFrame },
  never
> = {
  name: 'adex',
  title: 'AdEx lab',
  models: { adex: ADEX },
  settings: {},
  defaults: {
    experiment: { neuron: { model: 'adex' }, inputs: [{ type: 'step', amplitude: 1 }], duration: 300 },
    controls: ['inputs.0.amplitude', 'neuron.a', 'neuron.b', 'neuron.tau_w', 'neuron.V_reset'],
  },
  columns: 2,
  assertConsistent({ inputs }) {
    if (inputs.length !== 1 || inputs[0]?.type !== 'step')
      throw new RangeError('inputs must be one step: the nullclines are those of its amplitude');
  },
  simulate: (experiment, _settings, progress) => ADEX.simulate(experiment, undefined, progress),
  frame: (run, controls) => ({
    trace: traceFrame(run.experiment, run.recording, controls, ADEX),
    phase: phaseFrame(dataOf(run)),
  }),
  plots: (run, { frame, width, lens }) => [
    tracePlot(run.experiment, run.recording, {
      model: ADEX,
      frame: frame.trace,
      width,
      words: LENS_LABELS[lens],
      state: { signal: 'w', label: 'adaptation w', unit: 'nA', quantity: 'adapt', range: frame.phase.w },
    }),
    phasePlot(dataOf(run), frame.phase, width),
  ],
  describe(run) {
    const { neuron, recording, plane } = dataOf(run);
    return adexSentence(neuron, currentOf(run.experiment), recording.spikes, plane);
  },
};

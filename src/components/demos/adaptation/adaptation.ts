/** The adaptation lab: a neuron whose every spike leaves a current behind that opposes the next one
 *    τ du/dt = −(u − E_L) + R(I − w),   τ_w dw/dt = −w,   w grows by b at every spike
 *  (Gerstner et al. 2014, §6.1), and its intervals between what theory says of the first and the last. */
import type { Range } from '../../../figures/axis.ts';
import { membraneFrame, membranePlot } from '../../../figures/membrane-plot.ts';
import type { TraceFrame } from '../../../figures/trace-frame.ts';
import { ALIF } from '../../../sim/alif.ts';
import { intervalsMs } from '../../../sim/intervals.ts';
import type { AlifNeuron, Experiment } from '../../../sim/experiment.ts';
import type { Recording } from '../../../sim/recording.ts';
import { interspikeIntervalMs } from '../../../sim/theory.ts';
import type { DemoDefinition, DemoRun } from '../definition.ts';
import { intervalFrame, intervalPlot, type Intervals } from './adaptation-plot.ts';
import { adaptationSentence } from './adaptation-sentence.ts';
import { plainNeuron, steadyIntervalMs } from './steady-interval.ts';

function currentOf({ inputs }: Experiment<AlifNeuron>): number {
  const [step] = inputs;
  return step?.type === 'step' ? step.amplitude : 0;
}

function dataOf({ experiment, recording }: DemoRun<AlifNeuron, Recording, never>): Intervals {
  const { neuron } = experiment;
  const current = currentOf(experiment);
  return {
    intervals: Array.from(intervalsMs(recording.spikes)),
    plain: interspikeIntervalMs(plainNeuron(neuron), current),
    steady: steadyIntervalMs(neuron, current),
  };
}

export const ADAPTATION: DemoDefinition<
  AlifNeuron,
  Recording,
  { intervals: Range; trace: TraceFrame },
  never
> = {
  name: 'adaptation',
  title: 'Adaptation lab',
  models: { alif: ALIF },
  settings: {},
  defaults: {
    experiment: { neuron: { model: 'alif' }, inputs: [{ type: 'step', amplitude: 3 }], duration: 500 },
    controls: ['inputs.0.amplitude', 'neuron.b', 'neuron.tau_w', 'neuron.t_ref', 'neuron.V_reset'],
  },
  columns: 2,
  assertConsistent({ inputs, neuron }) {
    if (inputs.length !== 1 || inputs[0]?.type !== 'step')
      throw new RangeError('inputs must be one step: its amplitude is the current of the intervals');
    if (!neuron.threshold)
      throw new RangeError('neuron.threshold must be true: without it there is no interval');
  },
  simulate: (experiment, _settings, progress) => ALIF.simulate(experiment, undefined, progress),
  frame: (run, controls) => ({
    intervals: intervalFrame(dataOf(run)),
    trace: membraneFrame(run.experiment, run.recording, controls, ALIF),
  }),
  plots: (run, view) => [
    membranePlot(run.experiment, run.recording, { ...view, frame: view.frame.trace }, ALIF, {
      signal: 'w',
      label: 'adaptation w',
      unit: 'nA',
      quantity: 'adapt',
      range: [0, 1],
    }),
    intervalPlot(dataOf(run), view.frame.intervals, view.width),
  ],
  describe: (run) => adaptationSentence(run.experiment.neuron, currentOf(run.experiment), dataOf(run)),
};

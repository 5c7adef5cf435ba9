/** The f–I lab: how often a neuron fires under a constant current, simulated and in closed form
 *    f = 1/(t_ref + τ ln((R·I + E_L − V_reset)/(R·I + E_L − V_th))),   0 up to the rheobase
 *  (Gerstner et al. 2014, §1.3). Rates are those of the intervals; a count over a short run is not one. */
import { membraneFrame, membranePlot } from '../../../figures/membrane-plot.ts';
import type { TraceFrame } from '../../../figures/trace-frame.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { DemoDefinition, DemoRun } from '../definition.ts';
import { settingIn } from '../demo-values.ts';
import { methodChoice } from '../method-names.ts';
import { CURVE_END } from './curve-end.ts';
import { fiFrame, fiPlot, type FiCurve, type FiFrame } from './fi-plot.ts';
import { fiSentence } from './fi-sentence.ts';
import { assertSweep, simulatedRate, sweepCurrents, type RatePoint } from './fi-sweep.ts';

export interface FiRecording extends Recording {
  readonly sweep: readonly RatePoint[];
  readonly here: RatePoint;
}

type FiRun = DemoRun<LifNeuron, FiRecording, 'to'>;

function curveOf({ experiment, settings, recording }: FiRun): FiCurve {
  const { sweep, here } = recording;
  return { neuron: experiment.neuron, sweep, here, to: settings.to };
}

export const FI: DemoDefinition<LifNeuron, FiRecording, { curve: FiFrame; trace: TraceFrame }, 'to'> = {
  name: 'fi',
  title: 'f–I lab',
  models: { lif: { ...LIF, methods: ['precise', 'exact', 'euler'] } },
  settings: {
    to: CURVE_END,
  },
  choices: { method: methodChoice({ methods: ['precise', 'exact', 'euler'] }) },
  sliders: { 'inputs.0.amplitude': { slider: [0, 6], step: 0.05 } },
  defaults: {
    experiment: { inputs: [{ type: 'step', amplitude: 3 }] },
    controls: [
      'inputs.0.amplitude',
      'neuron.t_ref',
      'neuron.V_reset',
      'neuron.R_m',
      'neuron.C_m',
      'dt',
      'settings.to',
      'method',
    ],
  },
  columns: 2,
  assertConsistent(experiment, { to }) {
    const { inputs, neuron } = experiment;
    if (inputs.length !== 1 || inputs[0]?.type !== 'step')
      throw new RangeError('inputs must be one step: its amplitude is the current of the curve');
    if (!neuron.threshold) throw new RangeError('neuron.threshold must be true: without it there is no rate');
    if (neuron.V_m >= neuron.V_th)
      throw new RangeError(`neuron.V_m must be below V_th, ${neuron.V_th} mV, got ${neuron.V_m} mV`);
    assertSweep(experiment, to);
  },
  simulate(experiment, { to }, progress) {
    const [step] = experiment.inputs;
    const amplitude = step?.type === 'step' ? step.amplitude : 0;
    return {
      ...LIF.simulate(experiment, undefined, progress),
      sweep: sweepCurrents(to).map((current) => simulatedRate(experiment, current)),
      here: simulatedRate(experiment, amplitude),
    };
  },
  frame: (run, controls) => ({
    curve: fiFrame(curveOf(run)),
    trace: membraneFrame(
      run.experiment,
      run.recording,
      controls.filter((path) => settingIn(path) === undefined),
      LIF,
    ),
  }),
  plots: (run, view) => [
    fiPlot(curveOf(run), view.frame.curve, view.width),
    membranePlot(run.experiment, run.recording, { ...view, frame: view.frame.trace }, LIF),
  ],
  describe: ({ experiment, recording }) => fiSentence(experiment, recording.here),
};

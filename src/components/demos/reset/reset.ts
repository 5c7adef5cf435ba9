/** The reset lab: what the interval between two spikes is made of,
 *    T = t_ref + τ ln((R·I + E_L − V_reset)/(R·I + E_L − V_th))   (Gerstner et al. 2014, §1.3),
 *  and what its parts do to the rate. */
import type { Range } from '../../../figures/axis.ts';
import { membraneFrame } from '../../../figures/membrane-plot.ts';
import type { TraceFrame } from '../../../figures/trace-frame.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Recording } from '../../../sim/recording.ts';
import { rateHz } from '../../../sim/theory.ts';
import { constantCurrent } from '../constant-current.ts';
import type { DemoDefinition, DemoRun } from '../definition.ts';
import { settingIn } from '../demo-values.ts';
import { CURVE_END } from '../fi/curve-end.ts';
import { rateRange, resetRatePlot, type ResetRates } from './reset-rate-plot.ts';
import { resetSentence } from './reset-sentence.ts';
import { resetTracePlot } from './reset-trace-plot.ts';

function ratesOf({ experiment, recording, settings }: DemoRun<LifNeuron, Recording, 'to'>): ResetRates {
  const [first, second] = recording.spikes;
  return {
    neuron: experiment.neuron,
    currentNa: constantCurrent(experiment),
    rate: first === undefined || second === undefined ? undefined : rateHz(second - first),
    to: settings.to,
  };
}

export const RESET: DemoDefinition<LifNeuron, Recording, { trace: TraceFrame; rate: Range }, 'to'> = {
  name: 'reset',
  title: 'Reset and refractory lab',
  models: { lif: { ...LIF, methods: ['precise'] } },
  settings: { to: { ...CURVE_END, default: 20 } },
  defaults: {
    experiment: { inputs: [{ type: 'step', amplitude: 2.5 }], duration: 120 },
    controls: [
      'inputs.0.amplitude',
      'neuron.V_reset',
      'neuron.t_ref',
      'neuron.V_th',
      'neuron.R_m',
      'neuron.C_m',
      'settings.to',
    ],
    formula: true,
  },
  columns: 2,
  assertConsistent(experiment) {
    const { neuron } = experiment;
    constantCurrent(experiment);
    if (!neuron.leak || !neuron.threshold)
      throw new RangeError('neuron.leak and neuron.threshold must be true: the interval is made of both');
    if (neuron.V_m >= neuron.V_th)
      throw new RangeError(`neuron.V_m must be below V_th, ${neuron.V_th} mV, got ${neuron.V_m} mV`);
  },
  simulate: (experiment, _settings, progress) => LIF.simulate(experiment, undefined, progress),
  frame: (run, controls) => ({
    trace: membraneFrame(
      run.experiment,
      run.recording,
      controls.filter((path) => settingIn(path) === undefined),
      LIF,
    ),
    rate: rateRange(ratesOf(run)),
  }),
  plots: (run, view) => [
    resetTracePlot(run.experiment, run.recording, { ...view, frame: view.frame.trace }),
    resetRatePlot(ratesOf(run), view.frame.rate, view.width),
  ],
  describe: ({ experiment }) => resetSentence(experiment.neuron, constantCurrent(experiment)),
};

/** The trace lab: one leaky integrate-and-fire neuron, its potential and its input over time. */
import { describe } from '../../../figures/describe.ts';
import { membraneFrame, membranePlot } from '../../../figures/membrane-plot.ts';
import type { TraceFrame } from '../../../figures/trace-frame.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { DemoDefinition } from '../definition.ts';
import { methodChoice } from '../method-names.ts';

export const TRACE: DemoDefinition<LifNeuron, Recording, TraceFrame, never> = {
  name: 'trace',
  title: 'Trace lab',
  models: { lif: LIF },
  settings: {},
  choices: { method: methodChoice(LIF) },
  defaults: {
    experiment: { inputs: [{ type: 'step' }] },
    controls: ['inputs.0.amplitude', 'neuron.leak', 'neuron.threshold'],
    formula: false,
  },
  simulate: (experiment, _settings, progress) => LIF.simulate(experiment, undefined, progress),
  frame: ({ experiment, recording }, controls) => membraneFrame(experiment, recording, controls, LIF),
  plots: ({ experiment, recording }, view) => [membranePlot(experiment, recording, view, LIF)],
  describe: ({ experiment, recording }) => describe(experiment, recording),
};

/** The synapse lab: spikes of a sender arrive at a leaky neuron through a delta, exponential or alpha synapse; below
 *  threshold the postsynaptic potentials add up (Gerstner et al. 2014, §1.3 and §3.1). */
import type { Range } from '../../../figures/axis.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Recording } from '../../../sim/recording.ts';
import type { DemoDefinition } from '../definition.ts';
import { synapseOf } from './psp.ts';
import { MOST_TIMES } from './spike-times.ts';
import { potentialRange, synapsePlot } from './synapse-plot.ts';
import { synapseSentence } from './synapse-sentence.ts';

export const SYNAPSE: DemoDefinition<LifNeuron, Recording, Range, never> = {
  name: 'synapse',
  title: 'Synapse lab',
  models: { lif: LIF },
  settings: {},
  choices: {
    'inputs.0.synapse': {
      label: 'synapse',
      choices: [
        { value: 'exp', label: 'exponential' },
        { value: 'alpha', label: 'alpha' },
        { value: 'delta', label: 'delta: a jump' },
      ],
    },
  },
  formulaLabel: 'sum of the potentials, dashed',
  defaults: {
    experiment: { inputs: [{ type: 'spikes', times: [10] }], duration: 100 },
    controls: [
      'inputs.0.weight',
      'inputs.0.tau_syn',
      'neuron.R_m',
      'neuron.C_m',
      'duration',
      'inputs.0.synapse',
      'neuron.threshold',
    ],
    formula: true,
  },
  offers: (path, { experiment }) => path !== 'inputs.0.tau_syn' || synapseOf(experiment).synapse !== 'delta',
  assertConsistent(experiment) {
    const { times } = synapseOf(experiment);
    const { neuron } = experiment;
    if (times.length > MOST_TIMES)
      throw new RangeError(`inputs.0.times must hold at most ${MOST_TIMES} spikes, got ${times.length}`);
    if (neuron.V_m !== neuron.E_L)
      throw new RangeError(
        `neuron.V_m must be E_L, ${neuron.E_L} mV: the sum begins at rest, got ${neuron.V_m} mV`,
      );
  },
  simulate: (experiment, _settings, progress) => LIF.simulate(experiment, undefined, progress),
  frame: potentialRange,
  plots: (run, view) => [synapsePlot(run, view)],
  describe: synapseSentence,
};

/** What the synapse lab shows, in sentences: one potential by the formula, and all of them in the run. */
import { formatChosen, formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import type { LifNeuron, SpikesInput } from '../../../sim/experiment.ts';
import { pspPeak, synapseOf } from './psp.ts';
import type { SynapseRun } from './synapse-plot.ts';

const mV = (value: number) => formatQuantity(value, 'mV', 3);

function one(neuron: LifNeuron, synapse: SpikesInput): string {
  const { timeMs, heightMv } = pspPeak(neuron, synapse);
  const way = `${heightMv < 0 ? 'lowers' : 'raises'} u by ${mV(Math.abs(heightMv))}`;
  if (synapse.synapse === 'delta') {
    const charge = formatQuantity(neuron.C_m * synapse.weight, 'pC', 2);
    return `A spike ${way} at once, a charge of ${charge}${neuron.leak ? '; the leak takes it away' : ''}.`;
  }
  const charge = synapse.weight * synapse.tau_syn * (synapse.synapse === 'alpha' ? Math.E : 1);
  const brings = `it brings ${formatQuantity(charge, 'pC', 2)}`;
  if (timeMs === Infinity) return `A spike ${way} in the end: ${brings}, and nothing leaks away.`;
  return `By the formula a spike ${way}, ${formatQuantity(timeMs, 'ms', 2)} after it arrives: ${brings}.`;
}

function all({ experiment, recording }: SynapseRun): string {
  const { neuron } = experiment;
  const { times } = synapseOf(experiment);
  if (times.length === 0) return 'No spike arrives: u stays where it is.';
  const count = `${formatNumber(times.length, 0)} ${times.length === 1 ? 'spike arrives' : 'spikes arrive'}`;
  const { spikes } = recording;
  if (spikes.length > 0) {
    const often = spikes.length === 1 ? 'once' : `${formatNumber(spikes.length, 0)} times`;
    return `${count}, and the neuron fires ${often}, first at ${formatQuantity(spikes[0] ?? NaN, 'ms', 2)}; from there on the sum of the potentials no longer holds, for the reset is not in it.`;
  }
  let farthest = 0;
  for (const V of recording.V_m) if (Math.abs(V - neuron.E_L) > Math.abs(farthest)) farthest = V - neuron.E_L;
  const side = farthest < 0 ? 'below' : 'above';
  const short = neuron.threshold
    ? ` ${formatQuantity(neuron.V_th - neuron.E_L - Math.max(0, farthest), 'mV', 2)} are missing to the threshold.`
    : '';
  return `${count}: in the run u goes ${mV(Math.abs(farthest))} ${side} rest, ${formatChosen(neuron.E_L, 'mV')}.${short}`;
}

export function synapseSentence(run: SynapseRun): string {
  const { experiment } = run;
  return `${one(experiment.neuron, synapseOf(experiment))} ${all(run)}`;
}

/** The interval of an adaptive neuron that has fired for long. Just after a spike its adaptation is then the same
 *  every time, b/(1 − e^{−T/τ_w}) (the sum of what all spikes before left), and the potential, which starts from
 *  the reset after t_ref, meets the threshold after just that T (Gerstner et al. 2014, §6.1). */
import type { AlifNeuron, LifNeuron } from '../../../sim/experiment.ts';
import { increasingRoot } from '../../../sim/phase-roots.ts';
import { interspikeIntervalMs, stepResponseMv } from '../../../sim/theory.ts';
import { expPspMv } from '../../../sim/theory-synapses.ts';

/** The same membrane without adaptation. */
export function plainNeuron(neuron: AlifNeuron): LifNeuron {
  return { ...neuron, model: 'lif' };
}

/** ms; Infinity where the current does not reach threshold. A longer interval leaves less adaptation and more time, so
 *  that only one solves the equation. */
export function steadyIntervalMs(neuron: AlifNeuron, currentNa: number): number {
  const plain = plainNeuron(neuron);
  const fastest = interspikeIntervalMs(plain, currentNa);
  if (fastest === Infinity || neuron.b === 0) return fastest;
  const { b, tau_w, t_ref, V_reset, V_th } = neuron;
  const aboveThreshold = (interval: number) => {
    const free = interval - t_ref;
    const w = (b * Math.exp(-t_ref / tau_w)) / -Math.expm1(-interval / tau_w);
    return stepResponseMv(plain, currentNa, free, V_reset) - expPspMv(plain, w, tau_w, free) - V_th;
  };
  let longest = 2 * fastest;
  while (aboveThreshold(longest) < 0) longest *= 2;
  return increasingRoot(aboveThreshold, fastest, longest) ?? fastest;
}

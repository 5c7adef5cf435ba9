/** How strong a brief current has to be to fire a leaky integrate-and-fire neuron at rest, in closed form
 *  (Lapicque 1907). */
import type { LifNeuron } from './experiment.ts';
import { constantResponse } from './propagators.ts';
import { rheobaseNa, timeConstantMs } from './theory.ts';

/** Least current that fires the resting neuron with a pulse of a given length, in nA: Lapicque's
 *  I_rh/(1 − e^{−d/τ}), and C·(V_th − E_L)/d without leak; Infinity without threshold. */
export function strengthDurationNa(neuron: LifNeuron, pulseMs: number): number {
  if (!neuron.threshold) return Infinity;
  const lambda = neuron.leak ? 1 / timeConstantMs(neuron) : 0;
  return thresholdChargePc(neuron) / constantResponse(lambda, pulseMs);
}

/** Length of a pulse that needs twice the rheobase, τ·ln 2 in ms; Infinity without leak, whose rheobase
 *  is 0. */
export function chronaxieMs(neuron: LifNeuron): number {
  return rheobaseNa(neuron) === Infinity ? Infinity : timeConstantMs(neuron) * Math.LN2;
}

/** Charge a very brief pulse needs to fire the resting neuron, C·(V_th − E_L) in pC. */
export function thresholdChargePc(neuron: LifNeuron): number {
  return neuron.threshold ? neuron.C_m * (neuron.V_th - neuron.E_L) : Infinity;
}

/** What the leaky integrate-and-fire neuron does, in closed form (Gerstner et al. 2014, §1.3). "It never
 *  happens" is Infinity or 0, never an error or NaN. Leak off is the limit R → ∞. */
import { productPlusDifference } from './compensated.ts';
import type { LifNeuron } from './experiment.ts';
import { angularFrequency } from './inputs.ts';
import { constantResponse } from './propagators.ts';

/** Membrane time constant R·C in ms; Infinity without leak. */
export function timeConstantMs(neuron: LifNeuron): number {
  return neuron.leak ? neuron.R_m * neuron.C_m : Infinity;
}

function lambdaOf(neuron: LifNeuron): number {
  return neuron.leak ? 1 / timeConstantMs(neuron) : 0;
}

/** Where the potential settles under a constant current, E_L + R·I in mV; without leak it does not:
 *  ±Infinity, and with no current `neuron.V_m`, where it stays. */
export function steadyStateMv(neuron: LifNeuron, currentNa: number): number {
  if (neuron.leak) return neuron.E_L + neuron.R_m * currentNa;
  return currentNa === 0 ? neuron.V_m : currentNa * Infinity;
}

/** u(t) of the passive membrane under a constant current, from any start, in mV.
 *  u(t) = u∞ + (u₀ − u∞)e^{−t/τ}; without leak u₀ + I·t/C.
 *  @param fromMv potential at time 0; `neuron.V_m` when not given */
export function stepResponseMv(
  neuron: LifNeuron,
  currentNa: number,
  timeMs: number,
  fromMv: number = neuron.V_m,
): number {
  const lambda = lambdaOf(neuron);
  const leaked = (fromMv - neuron.E_L) * Math.expm1(-lambda * timeMs);
  return fromMv + leaked + (currentNa / neuron.C_m) * constantResponse(lambda, timeMs);
}

/** Time for a constant current to take the passive membrane from one potential to another, in ms.
 *  Infinity when it never gets there, or only as t → ∞; 0 when it is there. */
export function timeToReachMs(neuron: LifNeuron, currentNa: number, fromMv: number, toMv: number): number {
  const gap = toMv - fromMv;
  if (gap === 0) return 0;
  if (!neuron.leak) {
    const time = (gap * neuron.C_m) / currentNa;
    return time > 0 ? time : Infinity;
  }
  // u∞ − target, its sign exact: at rheobase it is 0 and the time Infinity.
  const beyond = productPlusDifference(neuron.R_m, currentNa, neuron.E_L, toMv);
  const ratio = gap / beyond;
  return ratio > 0 && beyond !== 0 ? timeConstantMs(neuron) * Math.log1p(ratio) : Infinity;
}

/** Smallest constant current that would ever fire the neuron, (V_th − E_L)/R in nA; the current itself is
 *  not enough, it has to be exceeded. 0 without leak, Infinity without threshold. */
export function rheobaseNa(neuron: LifNeuron): number {
  if (!neuron.threshold) return Infinity;
  return neuron.leak ? (neuron.V_th - neuron.E_L) / neuron.R_m : 0;
}

/** First spike under a constant current from time 0, starting at `neuron.V_m`, in ms: no refractory period
 *  is in it. Infinity when it never fires. */
export function firstSpikeMs(neuron: LifNeuron, currentNa: number): number {
  if (!neuron.threshold) return Infinity;
  if (neuron.V_m >= neuron.V_th) return 0;
  return timeToReachMs(neuron, currentNa, neuron.V_m, neuron.V_th);
}

/** Time from spike to spike under a constant current, t_ref + τ ln((R·I + E_L − V_reset)/(R·I + E_L − V_th))
 *  in ms; Infinity when it never fires. */
export function interspikeIntervalMs(neuron: LifNeuron, currentNa: number): number {
  if (!neuron.threshold) return Infinity;
  return neuron.t_ref + timeToReachMs(neuron, currentNa, neuron.V_reset, neuron.V_th);
}

/** Firing rate of an interval, in Hz; 0 for an infinite one. */
export function rateHz(intervalMs: number): number {
  return 1000 / intervalMs;
}

/** Firing rate under a constant current, in Hz; 0 at and below rheobase. */
export function firingRateHz(neuron: LifNeuron, currentNa: number): number {
  return rateHz(interspikeIntervalMs(neuron, currentNa));
}

/** How much of its swing at low frequency the membrane keeps, 1/√(1 + (ωτ)²), between 0 and 1; without
 *  leak 0 (its swing at low frequency is infinite).
 *  @param frequencyHz of a sinusoidal current */
export function sineGain(neuron: LifNeuron, frequencyHz: number): number {
  return 1 / Math.hypot(1, angularFrequency(frequencyHz) * timeConstantMs(neuron));
}

/** Size of the membrane's impedance |V|/|I| at a frequency, in MΩ: R/√(1 + (ωτ)²), or 1/(ωC). */
export function impedanceMohm(neuron: LifNeuron, frequencyHz: number): number {
  return 1 / Math.hypot(neuron.leak ? 1 / neuron.R_m : 0, angularFrequency(frequencyHz) * neuron.C_m);
}

/** Phase by which the potential lags a sinusoidal current, in rad, from 0 to −π/2. */
export function sinePhaseRad(neuron: LifNeuron, frequencyHz: number): number {
  return -Math.atan2(angularFrequency(frequencyHz) * neuron.C_m, neuron.leak ? 1 / neuron.R_m : 0);
}

/** Frequency at which the gain is 1/√2, 1/(2πτ) in Hz; 0 without leak. */
export function cutoffHz(neuron: LifNeuron): number {
  return rateHz(2 * Math.PI * timeConstantMs(neuron));
}

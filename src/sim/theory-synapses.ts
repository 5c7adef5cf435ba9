/** What synapses do to a leaky membrane, in closed form: postsynaptic potentials and their
 *  peaks, trains of jumps, synaptic conductances. Smooth at
 *  tau_syn = tau_m and at leak off: see propagators.ts. Source: Gerstner et al. 2014, §1.3 and §3.1. */
import type { LifNeuron } from './experiment.ts';
import { alphaResponse, expResponse } from './propagators.ts';
import { timeConstantMs } from './theory.ts';

function lambdaOf(neuron: LifNeuron): number {
  return neuron.leak ? 1 / timeConstantMs(neuron) : 0;
}

/** Potential above rest, in mV, `timeMs` after a spike at an exponential synapse with peak current
 *  `weightNa`: w·R·τs/(τ − τs)·(e^{−t/τ} − e^{−t/τs}). */
export function expPspMv(neuron: LifNeuron, weightNa: number, tauSynMs: number, timeMs: number): number {
  return (weightNa / neuron.C_m) * expResponse(lambdaOf(neuron), 1 / tauSynMs, timeMs);
}

/** The same for an alpha synapse, whose current is w·(t/τs)·e^{1−t/τs}. */
export function alphaPspMv(neuron: LifNeuron, weightNa: number, tauSynMs: number, timeMs: number): number {
  const rise = (weightNa * Math.E) / tauSynMs;
  return (rise / neuron.C_m) * alphaResponse(lambdaOf(neuron), 1 / tauSynMs, timeMs);
}

/** The highest point of a postsynaptic potential above rest. */
export interface Peak {
  /** ms; Infinity without leak, where the potential only rises. */
  readonly timeMs: number;
  /** mV; negative for an inhibitory weight. */
  readonly heightMv: number;
}

/** x ↦ ln(1 + x)/x, 1 at 0. */
function logShape(x: number): number {
  return x === 0 ? 1 : Math.log1p(x) / x;
}

/** Peak of the exponential synapse's potential, at τ·τs/(τ − τs)·ln(τ/τs). */
export function expPspPeak(neuron: LifNeuron, weightNa: number, tauSynMs: number): Peak {
  if (!neuron.leak) return { timeMs: Infinity, heightMv: (weightNa * tauSynMs) / neuron.C_m };
  const tau = timeConstantMs(neuron);
  // ln(τ/τs)/(τ − τs) = ln(1 + x)/x/τs with x = (τ − τs)/τs
  const timeMs = tau * logShape((tau - tauSynMs) / tauSynMs);
  return { timeMs, heightMv: expPspMv(neuron, weightNa, tauSynMs, timeMs) };
}

/** Peak of the alpha synapse's potential. There u = R·I(t), which has no closed form for t: it
 *  lies after the current's own peak at τs, and is found by bisection to the last digit. */
export function alphaPspPeak(neuron: LifNeuron, weightNa: number, tauSynMs: number): Peak {
  if (!neuron.leak) return { timeMs: Infinity, heightMv: (weightNa * Math.E * tauSynMs) / neuron.C_m };
  const tau = timeConstantMs(neuron);
  // du/dt for unit weight, up to a positive factor.
  const rising = (t: number) => tau * t * Math.exp(-t / tauSynMs) > alphaResponse(1 / tau, 1 / tauSynMs, t);
  let low = tauSynMs;
  let high = tauSynMs;
  while (rising(high)) high *= 2;
  for (let mid = (low + high) / 2; mid > low && mid < high; mid = (low + high) / 2) {
    if (rising(mid)) low = mid;
    else high = mid;
  }
  return { timeMs: high, heightMv: alphaPspMv(neuron, weightNa, tauSynMs, high) };
}

/** Highest potential above rest, in mV, that an endless train of jumps reaches: w/(1 − e^{−period/τ});
 *  Infinity without leak.
 *  @param weightMv jump per spike */
export function deltaTrainPeakMv(neuron: LifNeuron, weightMv: number, periodMs: number): number {
  return weightMv / -Math.expm1(-lambdaOf(neuron) * periodMs);
}

/** A constant synaptic conductance in µS and the potential it draws to, mV. */
export interface Conductance {
  readonly conductance: number;
  readonly reversal: number;
}

/** Where the membrane settles beside open synapses, and how fast: the conductances' weighted mean of the
 *  potentials, mV, and C divided by their sum, ms.
 *  @param currentNa injected besides */
export function conductanceSteadyState(
  neuron: LifNeuron,
  synapses: readonly Conductance[],
  currentNa = 0,
): { readonly voltageMv: number; readonly timeConstantMs: number } {
  let total = neuron.leak ? 1 / neuron.R_m : 0;
  let weighted = total * neuron.E_L + currentNa;
  for (const { conductance, reversal } of synapses) {
    total += conductance;
    weighted += conductance * reversal;
  }
  return { voltageMv: weighted / total, timeConstantMs: neuron.C_m / total };
}

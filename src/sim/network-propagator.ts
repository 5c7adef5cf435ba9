/** The exact step of the LIF neuron with exponential synaptic currents (Rotter & Diesmann 1999).
 *    C dV/dt = −(V − E_L)/R + I_e + i_ex + i_in,   di_s/dt = −i_s/tau_s
 *  is linear, so that over a step h, with no event inside,
 *    V ← V∞ + P22 (V − V∞) + P21_ex i_ex + P21_in i_in,   i_s ← P11_s i_s. */
import type { NetworkNeuron } from './network.ts';
import { expResponse } from './propagators.ts';

export interface NetworkPropagator {
  /** exp(−h/tau_m) */
  readonly P22: number;
  /** V∞·(1 − P22) in mV, V∞ = E_L + R_m·I_e */
  readonly constant: number;
  /** exp(−h/tau_syn) of either current */
  readonly P11_ex: number;
  readonly P11_in: number;
  /** mV of membrane potential after one step for each nA of current before it */
  readonly P21_ex: number;
  readonly P21_in: number;
}

/** The constants of one population's step.
 *  @param h step in ms */
export function networkPropagator(neuron: NetworkNeuron, h: number): NetworkPropagator {
  const { R_m, C_m, E_L, I_e, tau_syn_ex, tau_syn_in } = neuron;
  const tau_m = R_m * C_m;
  return {
    P22: Math.exp(-h / tau_m),
    constant: -(E_L + R_m * I_e) * Math.expm1(-h / tau_m),
    P11_ex: Math.exp(-h / tau_syn_ex),
    P11_in: Math.exp(-h / tau_syn_in),
    P21_ex: expResponse(1 / tau_m, 1 / tau_syn_ex, h) / C_m,
    P21_in: expResponse(1 / tau_m, 1 / tau_syn_in, h) / C_m,
  };
}

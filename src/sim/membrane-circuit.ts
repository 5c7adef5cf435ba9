/** The membrane as a circuit: what flows through each branch at one moment.
 *
 *    I = I_C + I_L                 Kirchhoff's current law at the inside of the cell
 *    I_L = (V − E_L) / R_m         Ohm's law for the leak, a resistor in series with the battery E_L
 *    I_C = C_m dV/dt               the capacitor, from Q = C_m V
 *
 *  Signs: the injected current I is positive into the cell, I_C and I_L are positive out of it, V is
 *  inside minus outside. Source: Gerstner et al. 2014, Neuronal Dynamics, §1.3.1. Left out: everything
 *  that changes R_m or E_L with time or voltage. */
import type { LifNeuron } from './experiment.ts';

export interface CircuitState {
  /** Current through the leak in nA, outward positive. */
  readonly leakNa: number;
  /** Current onto the capacitor in nA, outward positive. */
  readonly capacitorNa: number;
  /** dV/dt in mV/ms. */
  readonly slopeMvPerMs: number;
}

/** R_m in MΩ, C_m in nF, E_L in mV; without leak no current flows through R_m. */
export type CircuitNeuron = Pick<LifNeuron, 'R_m' | 'C_m' | 'E_L' | 'leak'>;

/** @param V_m membrane potential in mV
 *  @param injectedNa injected current in nA, inward positive */
export function circuitState(neuron: CircuitNeuron, V_m: number, injectedNa: number): CircuitState {
  const leakNa = neuron.leak ? (V_m - neuron.E_L) / neuron.R_m : 0;
  const capacitorNa = injectedNa - leakNa;
  return { leakNa, capacitorNa, slopeMvPerMs: capacitorNa / neuron.C_m };
}

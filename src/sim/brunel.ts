/** The sparse network of Brunel 2000: N_E excitatory and N_E/4 inhibitory neurons, each with a fixed number
 *  of inputs, one in ten of either population; delta synapses of J mV and −gJ mV; a Poisson drive at eta times
 *  the rate that alone would just bring the mean potential to threshold,
 *    nu_thr = θ/(J C_E tau_m).
 *  g decides between excitation and inhibition: C_E J = C_I g J balances the means, at g = 4 for C_I = C_E/4.
 *  Potentials count from rest, as in the paper. */
import type { Network, NetworkExperiment, NetworkNeuron, Projection } from './network.ts';

export const BRUNEL_NEURON: NetworkNeuron = {
  model: 'lif',
  R_m: 10,
  C_m: 2,
  E_L: 0,
  V_th: 20,
  V_reset: 10,
  t_ref: 2,
  I_e: 0,
  tau_syn_ex: 5,
  tau_syn_in: 10,
  V_m: 0,
};

/** The fraction of a population that a neuron receives from. */
const EPSILON = 0.1;
/** Excitatory neurons to each inhibitory one. */
const RATIO = 4;
const DELAY_MS = 1.5;

export interface BrunelParams {
  /** Excitatory neurons, a multiple of 40. */
  readonly N_E: number;
  /** Excitatory weight in mV. */
  readonly J: number;
  /** Inhibitory over excitatory weight. */
  readonly g: number;
  /** External over threshold rate. */
  readonly eta: number;
}

/** The paper's size. */
export const BRUNEL_FULL = { N_E: 10_000, J: 0.1 } as const;
/** A size a browser runs at once: fewer inputs, each stronger. Synchrony blurs below it. */
export const BRUNEL_SMALL = { N_E: 4000, J: 0.2 } as const;

/** The four states of the paper's figure 8: synchronous regular, synchronous irregular (fast), asynchronous
 *  irregular, synchronous irregular (slow). */
export const BRUNEL_STATES = {
  SR: { g: 3, eta: 2 },
  'SI-fast': { g: 6, eta: 4 },
  AI: { g: 5, eta: 2 },
  'SI-slow': { g: 4.5, eta: 0.9 },
} as const;

/** The rate in Hz, per excitatory input, at which the mean potential from excitation alone is the threshold. */
export function thresholdRateHz({ N_E, J }: Pick<BrunelParams, 'N_E' | 'J'>): number {
  const { R_m, C_m, V_th, E_L } = BRUNEL_NEURON;
  return (1000 * (V_th - E_L)) / (J * EPSILON * N_E * R_m * C_m);
}

export function brunelNetwork({ N_E, J, g, eta }: BrunelParams): Network {
  const sizes = { E: N_E, I: N_E / RATIO };
  const names = ['E', 'I'] as const;
  return {
    populations: names.map((name) => ({ name, size: sizes[name], neuron: BRUNEL_NEURON })),
    projections: names.flatMap((from) =>
      names.map((to): Projection => ({
        from,
        to,
        rule: { type: 'fixed_indegree', k: EPSILON * sizes[from] },
        synapse: 'delta',
        weight: from === 'E' ? J : -g * J,
        delay: DELAY_MS,
      })),
    ),
    drive: names.map((to) => ({
      to,
      rate: eta * thresholdRateHz({ N_E, J }) * EPSILON * N_E,
      synapse: 'delta',
      weight: J,
    })),
  };
}

/** @param duration in ms */
export function brunelExperiment(params: BrunelParams, duration: number, seed: number): NetworkExperiment {
  return {
    version: 1,
    network: brunelNetwork(params),
    duration,
    method: 'exact',
    grid: 'nest',
    dt: 0.1,
    seed,
    record: { V_m: [] },
  };
}

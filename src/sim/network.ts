/** A network of leaky integrate-and-fire neurons as a plain object: populations, the projections between
 *  them and the noise that drives them. It is the part `network` of an experiment, in the words of PyNN and
 *  NEST (Davison et al. 2009; Gewaltig & Diesmann 2007): a population is n equal neurons, a projection wires
 *  one population to another by a rule, a receptor is where its weight lands.
 *  JSON throughout; `parseNetworkExperiment` (network-parse.ts) is its gate, `simulateNetwork`
 *  (network-simulate.ts) its meaning. */
import type { Grid } from './experiment.ts';

/** One number per neuron drawn evenly from [low, high). */
export interface UniformPotential {
  readonly distribution: 'uniform';
  readonly low: number;
  readonly high: number;
}

/** LIF neuron with two exponential synaptic currents; units as in network-params.ts. */
export interface NetworkNeuron {
  readonly model: 'lif';
  readonly R_m: number;
  readonly C_m: number;
  readonly E_L: number;
  readonly V_th: number;
  readonly V_reset: number;
  readonly t_ref: number;
  /** Constant current in nA. */
  readonly I_e: number;
  /** Time constant in ms of the current of positive (`ex`) and of negative (`in`) weights. */
  readonly tau_syn_ex: number;
  readonly tau_syn_in: number;
  /** Membrane potentials at time 0 in mV: one for all, one for each, or drawn with the seed. */
  readonly V_m: number | ArrayLike<number> | UniformPotential;
}

export interface Population {
  readonly name: string;
  readonly size: number;
  readonly neuron: NetworkNeuron;
}

/** `delta`: the weight is a jump of the membrane potential in mV. `exp`: it is the peak, in nA, of a
 *  current that decays with tau_syn_ex (weight ≥ 0) or tau_syn_in (weight < 0). */
export type NetworkSynapse = 'delta' | 'exp';

/** Who is wired to whom. Random rules never wire a neuron to itself nor twice to the same neuron; a given
 *  list may do both. Its `rowptr` and `targets` are compressed sparse rows: source i has the targets
 *  targets[rowptr[i]] … targets[rowptr[i + 1] − 1]. */
export type ConnectionRule =
  | { readonly type: 'fixed_probability'; readonly p: number }
  | { readonly type: 'fixed_indegree'; readonly k: number }
  | { readonly type: 'csr'; readonly rowptr: ArrayLike<number>; readonly targets: ArrayLike<number> };

export interface Projection {
  readonly from: string;
  readonly to: string;
  readonly rule: ConnectionRule;
  readonly synapse: NetworkSynapse;
  readonly weight: number;
  /** Time in ms from a spike to its arrival, a whole number of steps. */
  readonly delay: number;
}

/** An own Poisson spike train for every neuron of a population: the background a cut-out of cortex has lost. */
export interface PoissonDrive {
  readonly to: string;
  /** Spikes per second to each neuron. */
  readonly rate: number;
  readonly synapse: NetworkSynapse;
  readonly weight: number;
}

export interface Network {
  readonly populations: readonly Population[];
  readonly projections: readonly Projection[];
  readonly drive: readonly PoissonDrive[];
}

/** One neuron whose membrane potential is kept at every step. */
export interface RecordedNeuron {
  readonly population: string;
  /** Place in its population, from 0. */
  readonly index: number;
}

/** A validated network experiment: every field present, every number finite and in range. */
export interface NetworkExperiment {
  readonly version: 1;
  readonly network: Network;
  /** Length of the run in ms. */
  readonly duration: number;
  /** Between events the state is exact; spikes live on the grid. */
  readonly method: 'exact';
  readonly grid: Grid;
  /** Step of the grid in ms. */
  readonly dt: number;
  readonly seed: number;
  readonly record: { readonly V_m: readonly RecordedNeuron[] };
}

/** What a network leaves behind. Neurons are numbered through all populations, in their order. */
export interface NetworkRecording {
  /** Sample times k·dt in ms; empty when no membrane potential is recorded. */
  readonly t: Float64Array;
  /** Membrane potential in mV at `t` of each recorded neuron, in the order of `record.V_m`. */
  readonly V_m: readonly Float64Array[];
  /** Spike times in ms, ascending; simultaneous spikes by ascending sender. */
  readonly spikes: Float64Array;
  /** The neuron of each spike. */
  readonly senders: Uint32Array;
  /** Where each population begins in that numbering. */
  readonly populations: readonly { readonly name: string; readonly first: number; readonly size: number }[];
  /** Synapses that were made. */
  readonly synapses: number;
}

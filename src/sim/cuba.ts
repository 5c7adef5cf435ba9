/** The CUBA network (Brette et al. 2007, benchmark 2, after Vogels & Abbott 2005): 3200 excitatory and 800
 *  inhibitory neurons, current-based exponential synapses, every pair wired with probability 0.02, kept
 *  firing by a resting potential 1 mV above threshold. R_m is 1 MΩ, so that a current of 1 nA reads as the
 *  1 mV of depolarisation the benchmark gives its weights in. */
import type { Csr } from './connectivity.ts';
import type { ConnectionRule, Network, NetworkNeuron, Projection } from './network.ts';
import { targetList } from './connectivity.ts';

export const CUBA_SIZES = { E: 3200, I: 800 } as const;

export const CUBA_NEURON: NetworkNeuron = {
  model: 'lif',
  R_m: 1,
  C_m: 20,
  E_L: -49,
  V_th: -50,
  V_reset: -60,
  t_ref: 5,
  I_e: 0,
  tau_syn_ex: 5,
  tau_syn_in: 10,
  V_m: { distribution: 'uniform', low: -60, high: -50 },
};

const WEIGHTS = { E: 1.62, I: -9 } as const;
const NAMES = ['E', 'I'] as const;

/** Given wiring of one population of 4000, excitatory first, as rules for the two. */
function splitRows({ rowptr, targets }: Csr, from: 'E' | 'I', to: 'E' | 'I'): ConnectionRule {
  const firstSource = from === 'E' ? 0 : CUBA_SIZES.E;
  const firstTarget = to === 'E' ? 0 : CUBA_SIZES.E;
  const rows = new Uint32Array(CUBA_SIZES[from] + 1);
  const kept: number[] = [];
  for (let i = 0; i < CUBA_SIZES[from]; i++) {
    const row = targets.subarray(rowptr[firstSource + i], rowptr[firstSource + i + 1]);
    for (const target of row) {
      const local = target - firstTarget;
      if (local >= 0 && local < CUBA_SIZES[to]) kept.push(local);
    }
    rows[i + 1] = kept.length;
  }
  const list = targetList(kept.length, CUBA_SIZES[to]);
  list.set(kept);
  return { type: 'csr', rowptr: rows, targets: list };
}

/** @param delay in ms
 *  @param given wiring and start potentials (mV) of all 4000 neurons, excitatory first; drawn with the seed
 *  unless given */
export function cubaNetwork(
  delay: number,
  given?: { readonly csr: Csr; readonly V_m: Float64Array },
): Network {
  const start = (name: 'E' | 'I') =>
    given?.V_m.subarray(name === 'E' ? 0 : CUBA_SIZES.E, name === 'E' ? CUBA_SIZES.E : undefined);
  return {
    populations: NAMES.map((name) => ({
      name,
      size: CUBA_SIZES[name],
      neuron: { ...CUBA_NEURON, V_m: start(name) ?? CUBA_NEURON.V_m },
    })),
    projections: NAMES.flatMap((from) =>
      NAMES.map((to): Projection => ({
        from,
        to,
        rule: given ? splitRows(given.csr, from, to) : { type: 'fixed_probability', p: 0.02 },
        synapse: 'exp',
        weight: WEIGHTS[from],
        delay,
      })),
    ),
    drive: [],
  };
}

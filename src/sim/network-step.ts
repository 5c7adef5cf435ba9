/** One population and one projection at work, and the acts of a step (network-simulate.ts puts them in order). */
import type { Csr, Uniform } from './connectivity.ts';
import { drawPoisson, type PoissonTable } from './network-poisson.ts';
import type { NetworkPropagator } from './network-propagator.ts';

/** Where a weight lands: on the potential, or on the current of positive or of negative weights. */
export type Receptor = 'delta' | 'ex' | 'in';

/** Poisson spikes to every neuron of one population. */
export interface Drive {
  readonly receptor: Receptor;
  readonly weight: number;
  readonly table: PoissonTable;
  readonly uniform: Uniform;
}

/** One population at work. State arrays have one entry per neuron. */
export interface Group {
  readonly first: number;
  readonly size: number;
  readonly V_th: number;
  readonly V_reset: number;
  readonly propagator: NetworkPropagator;
  readonly V: Float64Array;
  /** Synaptic currents in nA; null where none ever flows. */
  readonly currents: { readonly ex: Float64Array; readonly in: Float64Array } | null;
  /** Steps until the neuron integrates again: 0 free, 1 free from the next step, n clamped n − 1 steps more. */
  readonly clamped: Int32Array;
  readonly clampSteps: number;
  /** Ring buffers, `slots` rows of `size`; null where nothing arrives. */
  readonly rings: Readonly<Record<Receptor, Float64Array | null>>;
  readonly drives: readonly Drive[];
  /** Neurons that fired in this step, ascending, the first `fired.count` of them. */
  readonly fired: { readonly list: Uint32Array; count: number };
}

export interface Wiring {
  readonly from: Group;
  readonly size: number;
  readonly ring: Float64Array;
  readonly csr: Csr;
  readonly weight: number;
  readonly delaySteps: number;
}

/** The exact propagator without synaptic currents. */
function advanceFree(V: Float64Array, clamped: Int32Array, P22: number, constant: number): void {
  for (let i = 0; i < V.length; i++) {
    const wait = clamped[i]!;
    if (wait > 0) clamped[i] = wait - 1;
    if (wait <= 1) V[i] = constant + P22 * V[i]!;
  }
}

export function advance({ V, currents, clamped, propagator }: Group): void {
  const { P22, constant, P11_ex, P11_in, P21_ex, P21_in } = propagator;
  if (currents === null) return advanceFree(V, clamped, P22, constant);
  const { ex, in: inh } = currents;
  for (let i = 0; i < V.length; i++) {
    const excites = ex[i]!;
    const inhibits = inh[i]!;
    ex[i] = P11_ex * excites;
    inh[i] = P11_in * inhibits;
    const wait = clamped[i]!;
    if (wait > 0) clamped[i] = wait - 1;
    if (wait <= 1) V[i] = constant + P22 * V[i]! + P21_ex * excites + P21_in * inhibits;
  }
}

/** Adds one row of a ring buffer to the currents and empties it. */
function deliverCurrent(row: Float64Array, current: Float64Array): void {
  for (let i = 0; i < row.length; i++) current[i]! += row[i]!;
  row.fill(0);
}

/** Adds one row to the potentials. A clamped neuron loses its jumps, as in NEST and Brian2. */
function deliverJumps(row: Float64Array, V: Float64Array, clamped: Int32Array): void {
  for (let i = 0; i < row.length; i++) if (clamped[i] === 0) V[i]! += row[i]!;
  row.fill(0);
}

function driveCurrent({ weight, table, uniform }: Drive, current: Float64Array): void {
  for (let i = 0; i < current.length; i++) current[i]! += weight * drawPoisson(table, uniform);
}

/** Every neuron draws, the clamped ones too: what one draws does not hang on what another does. */
function driveJumps({ weight, table, uniform }: Drive, V: Float64Array, clamped: Int32Array): void {
  for (let i = 0; i < V.length; i++) {
    const jump = weight * drawPoisson(table, uniform);
    if (clamped[i] === 0) V[i]! += jump;
  }
}

/** The row of a ring buffer for what is due at the end of a step. */
function rowOf(ring: Float64Array, size: number, step: number): Float64Array {
  const begin = (step * size) % ring.length;
  return ring.subarray(begin, begin + size);
}

export function deliver(group: Group, step: number): void {
  const { size, V, currents, clamped, rings } = group;
  if (rings.delta !== null) deliverJumps(rowOf(rings.delta, size, step), V, clamped);
  if (currents !== null && rings.ex !== null) deliverCurrent(rowOf(rings.ex, size, step), currents.ex);
  if (currents !== null && rings.in !== null) deliverCurrent(rowOf(rings.in, size, step), currents.in);
  for (const drive of group.drives) {
    if (drive.receptor === 'delta') driveJumps(drive, V, clamped);
    else if (currents !== null) driveCurrent(drive, currents[drive.receptor]);
  }
}

export function fire({ V, V_th, V_reset, clamped, clampSteps, fired }: Group): void {
  let count = 0;
  for (let i = 0; i < V.length; i++) {
    if (!(V[i]! >= V_th)) continue;
    V[i] = V_reset;
    clamped[i] = clampSteps;
    fired.list[count++] = i;
  }
  fired.count = count;
}

export function send({ from, size, ring, csr, weight, delaySteps }: Wiring, step: number): void {
  const { rowptr, targets } = csr;
  const row = ((step + delaySteps) * size) % ring.length;
  const { list, count } = from.fired;
  for (let s = 0; s < count; s++) {
    const source = list[s]!;
    const end = rowptr[source + 1]!;
    for (let j = rowptr[source]!; j < end; j++) ring[row + targets[j]!]! += weight;
  }
}

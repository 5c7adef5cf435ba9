/** Exact integration on the grid (Rotter & Diesmann 1999): V at every sample is the closed form; only spikes
 *  are rounded to the grid. A constant current goes through a table of e^{−j·dt/τ}, taken anew every block:
 *  no sample waits for the one before it, and none is further from its anchor than two roundings. */
import type { MakeIntegrator } from './lif-grid.ts';

/** Samples per block; the table and a block's output stay in the first-level cache. */
const BLOCK = 1024;

export const exactIntegrator: MakeIntegrator = (membrane, { neuron, dt }, V_m) => {
  const { lambda, theta } = membrane;
  const { E_L, C_m } = neuron;
  const decay = Float64Array.from({ length: BLOCK }, (_, j) => Math.exp(-lambda * (j * dt)));

  /** First sample at which a constant current has reached threshold, the crossing time in closed form.
   *  A crossing within 1e-9 of a step of a sample is at it. */
  function constantSpike(first: number, last: number, anchor: number): number {
    const crossing = anchor + (membrane.u >= theta ? 0 : membrane.constantCrossing());
    if (!(crossing <= (last + 1e-9) * dt)) return -1;
    if (membrane.u >= theta && membrane.at(first * dt - anchor) < theta) return -1;
    return Math.max(first, Math.ceil(crossing / dt - 1e-9));
  }

  function runConstant(first: number, last: number, anchor: number): number {
    const spike = constantSpike(first, last, anchor);
    const end = spike < 0 ? last : spike;
    const since = first * dt - anchor;
    if (lambda === 0) {
      const rate = membrane.value / C_m;
      for (let k = first; k <= end; k++) V_m[k] = E_L + (membrane.u + rate * (k * dt - anchor));
      return spike;
    }
    const settled = neuron.R_m * membrane.value;
    const level = E_L + settled;
    for (let k = first; k <= end; k += BLOCK) {
      const size = Math.min(BLOCK, end + 1 - k);
      const distance = (membrane.u - settled) * Math.exp(-lambda * (since + (k - first) * dt));
      for (let j = 0; j < size; j++) V_m[k + j] = level + distance * (decay[j] as number);
    }
    return spike;
  }

  return {
    run(first, last, anchor) {
      if (first > last) return -1;
      if (membrane.constant) return runConstant(first, last, anchor);
      for (let k = first; k <= last; k++) {
        const u = membrane.at(Math.max(0, k * dt - anchor));
        V_m[k] = E_L + u;
        // Only a jump, at its own time, can put u exactly at threshold; else equality is rounding.
        if (u > theta + membrane.noise || (u >= theta && k * dt <= anchor)) return k;
      }
      return -1;
    },
    finish: (h) => membrane.at(h),
  };
};

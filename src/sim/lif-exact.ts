/** Exact integration on the grid (Rotter & Diesmann 1999): V at every sample is the closed form; only spikes
 *  are rounded to the grid. */
import type { MakeIntegrator } from './lif-grid.ts';
import { isReported } from './progress.ts';
import { Relaxation } from './relaxation.ts';

export const exactIntegrator: MakeIntegrator = (membrane, { neuron, dt }, V_m, progress) => {
  const { theta } = membrane;
  const { E_L } = neuron;
  const relaxation = new Relaxation(membrane, neuron, dt);

  /** First sample at which a constant current has reached threshold, the crossing time in closed form: a
   *  potential that rounds to its threshold after 700 ms has not reached it. A crossing within 1e-9 of a
   *  step of a sample is at it. */
  function constantSpike(first: number, last: number, anchor: number): number {
    if (membrane.u >= theta) return membrane.at(Math.max(0, first * dt - anchor)) >= theta ? first : -1;
    const crossing = anchor + membrane.constantCrossing();
    if (crossing > (last + 1e-9) * dt) return -1;
    return Math.min(last, Math.max(first, Math.ceil(crossing / dt - 1e-9)));
  }

  function runConstant(first: number, last: number, anchor: number): number {
    const spike = constantSpike(first, last, anchor);
    relaxation.write(V_m, first, spike < 0 ? last : spike, Math.max(0, first * dt - anchor));
    return spike;
  }

  return {
    run(first, last, anchor) {
      if (first > last) return -1;
      if (membrane.constant) return runConstant(first, last, anchor);
      for (let k = first; k <= last; k++) {
        const u = membrane.at(Math.max(0, k * dt - anchor));
        V_m[k] = E_L + u;
        if (isReported(k)) progress?.(k);
        // Only a jump, at its own time, can put u exactly at threshold; else equality is rounding.
        if (u > theta + membrane.noise || (u >= theta && k * dt <= anchor)) return k;
      }
      return -1;
    },
    finish: (h) => membrane.at(h),
  };
};

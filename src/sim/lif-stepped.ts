/** One-step methods for the membrane equation du/dt = f(t, u) = I(t)/C − u/τ:
 *    euler  u += w·f(t, u)                                         order 1
 *    rk2    midpoint: u += w·f(t + w/2, u + w/2·f(t, u))           order 2
 *    rk4    the classical four stages (Kutta 1901)                 order 4
 *  The current I(t), synapses included, is closed form; the method integrates the membrane. A step in which
 *  the current has an edge is cut there, so that an edge costs no order. */
import type { Method } from './experiment.ts';
import type { MakeIntegrator } from './lif-grid.ts';
import type { Membrane } from './membrane.ts';
import { isReported } from './progress.ts';

/** du/dt at h ms after the last event, mV/ms. */
export type Slope = (h: number, u: number) => number;

/** One step of width w from h. */
type Step = (slope: Slope, h: number, u: number, w: number) => number;

const STEPS: Partial<Record<Method, Step>> = {
  euler: (slope, h, u, w) => u + w * slope(h, u),
  rk2: (slope, h, u, w) => {
    const half = w / 2;
    return u + w * slope(h + half, u + half * slope(h, u));
  },
  rk4: (slope, h, u, w) => {
    const half = w / 2;
    const k1 = slope(h, u);
    const k2 = slope(h + half, u + half * k1);
    const k3 = slope(h + half, u + half * k2);
    const k4 = slope(h + w, u + w * k3);
    return u + (w / 6) * (k1 + 2 * (k2 + k3) + k4);
  },
};

/** (P(z) − 1)/z with P(z) the first terms of e^z that a method keeps. */
function stepShape(method: Method, z: number): number {
  if (method === 'euler') return 1;
  if (method === 'rk2') return 1 + z / 2;
  return 1 + (z / 2) * (1 + (z / 3) * (1 + z / 4));
}

/** What one step of width w makes of a deviation from the steady state: its factor P(z), z = −w/τ. */
export function stabilityFactor(method: Method, z: number): number {
  return 1 + z * stepShape(method, z);
}

/** u ← factor·u + gain from sample to sample; a loop of its own, which the compiler keeps in registers.
 *  @returns first sample at or above threshold, or −1 */
function stepSteadily(
  V_m: Float64Array,
  first: number,
  last: number,
  start: number,
  factor: number,
  gain: number,
  E_L: number,
  theta: number,
): number {
  let u = start;
  for (let k = first; k <= last; k++) {
    u = factor * u + gain;
    V_m[k] = E_L + u;
    if (u >= theta) return k;
  }
  return -1;
}

/** @param slopeOf the right-hand side; that of the current-based membrane when not given. It must agree with
 *    it wherever the membrane's current is constant. */
export function steppedIntegrator(
  method: Method,
  slopeOf: (membrane: Membrane) => Slope = (membrane) => (h, u) => membrane.slopeAt(h, u),
): MakeIntegrator {
  const step = STEPS[method];
  if (!step) throw new RangeError(`${method} is no one-step method`);
  return (membrane, { neuron, dt }, V_m, progress) => {
    const { theta } = membrane;
    const { E_L } = neuron;
    const slope = slopeOf(membrane);
    const z = -membrane.lambda * dt;
    let u = 0;
    let h = 0;
    return {
      run(first, last, anchor) {
        u = membrane.u;
        h = 0;
        if (first > last) return -1;
        // A step between two samples is dt wide; only one that begins off the grid is shorter.
        let w = Math.max(0, first * dt - anchor);
        if (Math.abs(w - dt) < 1e-9 * dt) w = dt;
        if (!membrane.constant) {
          for (let k = first; k <= last; k++) {
            u = step(slope, h, u, w);
            V_m[k] = E_L + u;
            if (isReported(k)) progress?.(k);
            if (u >= theta) return k;
            h = k * dt - anchor;
            w = dt;
          }
          return -1;
        }
        u = step(slope, 0, u, w);
        V_m[first] = E_L + u;
        if (u >= theta) return first;
        // Under a constant current all stages of a step collapse into one product and one sum.
        const factor = stabilityFactor(method, z);
        const gain = (dt * stepShape(method, z) * membrane.value) / neuron.C_m;
        const spike = stepSteadily(V_m, first + 1, last, u, factor, gain, E_L, theta);
        h = last * dt - anchor;
        u = (V_m[last] as number) - E_L;
        return spike;
      },
      finish: (end) => step(slope, h, u, end - h),
    };
  };
}

/** The phase plane of AdEx, y = w, and the two currents at which its rest ends. */
import { adexCurrentNa } from './adex.ts';
import type { AdexNeuron } from './experiment.ts';
import { planeOf, type Flow, type PhasePlane } from './phase-plane.ts';
import { rootsBeside } from './phase-roots.ts';

/** Where the leak and the exponential are in balance with a(V − E_L): the bottom of the V-nullcline against it. */
function adexVertex({ V_th, Delta_T, a, g_L }: AdexNeuron): number {
  return V_th + Delta_T * Math.log1p(a / g_L);
}

/** @param current constant, nA */
export function adexPlane(neuron: AdexNeuron, current: number): PhasePlane {
  const { C_m, E_L, a, tau_w, Delta_T } = neuron;
  const recovery = (V: number) => a * (V - E_L);
  const nullcline = (V: number) => adexCurrentNa(neuron, V) + current;
  const flow: Flow = {
    y: 'w',
    field: (V, w) => [(nullcline(V) - w) / C_m, (recovery(V) - w) / tau_w],
    voltageNullcline: nullcline,
    recoveryNullcline: recovery,
  };
  return planeOf(
    flow,
    rootsBeside((V) => nullcline(V) - recovery(V), adexVertex(neuron), Delta_T),
  );
}

/** The constant current at which the two fixed points of AdEx meet and vanish, in nA: above it there is no rest.
 *  (g_L + a)(V_T − E_L − Δ_T + Δ_T·ln(1 + a/g_L)) (Touboul & Brette 2008, Biol. Cybern. 99:319). */
export function adexSaddleNodeNa(neuron: AdexNeuron): number {
  const { g_L, a, E_L, Delta_T } = neuron;
  return (g_L + a) * (adexVertex(neuron) - E_L - Delta_T);
}

/** The constant current at which the rest of AdEx loses its stability while it is still there, in nA (Touboul &
 *  Brette 2008): only where adaptation is strong and slow, a/g_L > τ_m/τ_w; null elsewhere. */
export function adexHopfNa({ C_m, g_L, a, E_L, V_th, Delta_T, tau_w }: AdexNeuron): number | null {
  const ratio = C_m / (g_L * tau_w);
  if (a / g_L <= ratio) return null;
  // There dV/dt's own slope, g_L(e^x − 1)/C, is 1/τ_w.
  const depth = V_th - E_L + Delta_T * Math.log1p(ratio);
  return (g_L + a) * depth - g_L * Delta_T * (1 + ratio);
}

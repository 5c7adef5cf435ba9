/** Models of two variables seen at once: the plane of the membrane potential V and a slower variable y, its
 *  vector field, the nullclines dV/dt = 0 and dy/dt = 0, and the fixed points where they cross, under a constant
 *  current (Gerstner et al. 2014, ch. 4 and §6.2; Izhikevich 2007, ch. 4).
 *    AdEx: y = w.  Izhikevich: y = u.
 *    Hodgkin–Huxley, reduced to V and n: m at once where it settles, m = m_∞(V), and h = 0.89 − 1.1·n, the line
 *    that h and n keep close to (Izhikevich 2007, §5.1; Gerstner et al. 2014, §4.2). It shows the shape of the
 *    flow; its thresholds are not those of the full model. */
import { adexCurrentNa } from './adex.ts';
import type { AdexNeuron, HodgkinHuxleyNeuron, IzhikevichNeuron } from './experiment.ts';
import { gatesAt } from './hh-rates.ts';
import { izhikevichCurve } from './izhikevich.ts';
import { increasingRoot, rootsBeside, rootsBetween } from './phase-roots.ts';

export type PlanarNeuron = AdexNeuron | IzhikevichNeuron | HodgkinHuxleyNeuron;

export type Stability = 'stable node' | 'stable focus' | 'unstable node' | 'unstable focus' | 'saddle';

export interface FixedPoint {
  /** mV */
  readonly V: number;
  /** In the unit of the plane's y. */
  readonly y: number;
  readonly stability: Stability;
  /** Of the linear flow around it: 1/ms and 1/ms². */
  readonly trace: number;
  readonly determinant: number;
}

export interface PhasePlane {
  /** Name of y in a recording's signals. */
  readonly y: 'w' | 'u' | 'n';
  /** dV/dt in mV/ms and dy/dt in y's unit per ms. */
  field(V: number, y: number): readonly [dV: number, dy: number];
  /** y at which dV/dt = 0; null where there is none. */
  voltageNullcline(V: number): number | null;
  /** y at which dy/dt = 0. */
  recoveryNullcline(V: number): number;
  /** By ascending V. */
  readonly fixedPoints: readonly FixedPoint[];
}

type Flow = Pick<PhasePlane, 'y' | 'field' | 'voltageNullcline' | 'recoveryNullcline'>;

/** Trace and determinant of the flow's derivative, by central differences. */
function classify(flow: Flow, V: number): FixedPoint {
  const y = flow.recoveryNullcline(V);
  const stepV = 1e-4;
  const stepY = 1e-4 * Math.max(1e-2, Math.abs(y));
  const [upV, downV] = [flow.field(V + stepV, y), flow.field(V - stepV, y)];
  const [upY, downY] = [flow.field(V, y + stepY), flow.field(V, y - stepY)];
  const [a, c] = [(upV[0] - downV[0]) / (2 * stepV), (upV[1] - downV[1]) / (2 * stepV)];
  const [b, d] = [(upY[0] - downY[0]) / (2 * stepY), (upY[1] - downY[1]) / (2 * stepY)];
  const trace = a + d;
  const determinant = a * d - b * c;
  return { V, y, stability: stabilityOf(trace, determinant), trace, determinant };
}

function stabilityOf(trace: number, determinant: number): Stability {
  if (determinant < 0) return 'saddle';
  const shape = trace * trace < 4 * determinant ? 'focus' : 'node';
  return trace < 0 ? `stable ${shape}` : `unstable ${shape}`;
}

function plane(flow: Flow, fixed: readonly number[]): PhasePlane {
  return { ...flow, fixedPoints: fixed.map((V) => classify(flow, V)) };
}

/** Where the leak and the exponential are in balance with a(V − E_L): the bottom of the V-nullcline against it. */
function adexVertex({ V_th, Delta_T, a, g_L }: AdexNeuron): number {
  return V_th + Delta_T * Math.log1p(a / g_L);
}

function adexPlane(neuron: AdexNeuron, current: number): PhasePlane {
  const { C_m, E_L, a, tau_w, Delta_T } = neuron;
  const recovery = (V: number) => a * (V - E_L);
  const nullcline = (V: number) => adexCurrentNa(neuron, V) + current;
  const flow: Flow = {
    y: 'w',
    field: (V, w) => [(nullcline(V) - w) / C_m, (recovery(V) - w) / tau_w],
    voltageNullcline: nullcline,
    recoveryNullcline: recovery,
  };
  return plane(
    flow,
    rootsBeside((V) => nullcline(V) - recovery(V), adexVertex(neuron), Delta_T),
  );
}

function izhikevichPlane({ a, b }: IzhikevichNeuron, current: number): PhasePlane {
  const nullcline = (V: number) => izhikevichCurve(V) + current;
  const recovery = (V: number) => b * V;
  const flow: Flow = {
    y: 'u',
    field: (V, u) => [nullcline(V) - u, a * (recovery(V) - u)],
    voltageNullcline: nullcline,
    recoveryNullcline: recovery,
  };
  return plane(
    flow,
    rootsBeside((V) => nullcline(V) - recovery(V), (b - 5) / 0.08, 1),
  );
}

/** The line h keeps to while n changes. */
const inactivation = (n: number): number => 0.89 - 1.1 * n;

function squidPlane(neuron: HodgkinHuxleyNeuron, current: number): PhasePlane {
  const { C_m, g_Na, g_K, g_L, E_Na, E_K, E_L } = neuron;
  const inward = (V: number, n: number): number =>
    g_Na * gatesAt(V).m.settled ** 3 * inactivation(n) * (E_Na - V) +
    g_K * n ** 4 * (E_K - V) +
    g_L * (E_L - V) +
    current;
  const recovery = (V: number) => gatesAt(V).n.settled;
  const flow: Flow = {
    y: 'n',
    field: (V, n) => {
      const { settled, tau } = gatesAt(V).n;
      return [inward(V, n) / C_m, (settled - n) / tau];
    },
    // Between the batteries more n is less inward current, by less sodium and by more potassium.
    voltageNullcline: (V) => (V > E_K && V < E_Na ? increasingRoot((n) => -inward(V, n), 0, 1) : null),
    recoveryNullcline: recovery,
  };
  const low = Math.min(E_K, E_L) + Math.min(0, current) / g_L;
  const high = Math.max(E_Na, E_L) + Math.max(0, current) / g_L;
  return plane(
    flow,
    rootsBetween((V) => inward(V, recovery(V)), low - 1, high + 1),
  );
}

/** @param current constant, in the model's unit of current */
export function phasePlaneOf(neuron: PlanarNeuron, current: number): PhasePlane {
  if (neuron.model === 'adex') return adexPlane(neuron, current);
  if (neuron.model === 'izhikevich') return izhikevichPlane(neuron, current);
  return squidPlane(neuron, current);
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

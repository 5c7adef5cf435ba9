/** Adaptive exponential integrate-and-fire neuron (Brette & Gerstner 2005; Gerstner et al. 2014, §6.1):
 *    C dV/dt = −g_L(V − E_L) + g_L·Δ_T·e^{(V − V_T)/Δ_T} − w + I(t)
 *    τ_w dw/dt = a(V − E_L) − w
 *    V ≥ V_peak: spike, then V = V_reset (held for t_ref), w = w + b.
 *  With a = b = 0 it is the exponential integrate-and-fire neuron (Fourcaud-Trocmé et al. 2003). V_T is where the
 *  upstroke begins, not a threshold.
 *  Methods of fixed width take a V above V_peak for V_peak on the right-hand side, as NEST's aeif_psc_exp does.
 *  Left out: the shape of the spike after its upstroke, channels, noise, space. */
import { ADEX_PARAMS } from './adex-params.ts';
import { assertAdaptiveEnds, driveBounds, shortestRise, type DriveBounds } from './excitable-limits.ts';
import { simulateAdaptively } from './excitable-adaptive.ts';
import { simulateOnGrid } from './excitable-grid.ts';
import type { Excitable } from './excitable.ts';
import type { AdexNeuron, Experiment } from './experiment.ts';
import type { ModelDefinition } from './model.ts';
import type { Progress } from './progress.ts';
import type { Recording } from './recording.ts';
import { Stimulus } from './stimulus.ts';
import { WITH_PLAIN_INPUTS } from './plain-inputs.ts';

/** Largest (V_peak − V_T)/Δ_T: e^650 times any allowed parameter is still a number. */
const MAX_EXPONENT = 650;

/** Leak and exponential current, −g_L(V − E_L) + g_L·Δ_T·e^{(V − V_T)/Δ_T}, in nA, inward positive; convex. */
export function adexCurrentNa({ g_L, E_L, V_th, Delta_T }: AdexNeuron, V: number): number {
  return g_L * (E_L - V + Delta_T * Math.exp((V - V_th) / Delta_T));
}

interface Box {
  readonly V: number;
  readonly w: readonly [low: number, high: number];
}

/** Bounds of V from below and of w. A spike starts from V rising through V_reset, where w is less than all inward
 *  current, or from a jump; from there to V_peak, and between spikes, w only follows a(V − E_L). V falls no further
 *  than to where the leak balances the largest w and the most negative input, and all jumps down. */
function boxOf(neuron: AdexNeuron, drive: DriveBounds): Box {
  const { g_L, E_L, V_peak, V_reset, a } = neuron;
  const b = neuron.b * (1 + drive.jumps);
  const above = a * (V_peak - E_L);
  const rising = drive.high + adexCurrentNa(neuron, V_reset);
  const most = Math.max(neuron.w, rising, above, 0) + b;
  let depth = (most - drive.low) / g_L + drive.fall;
  // With a < 0 a fall of x mV brings w = |a|·x, which the leak g_L·x outweighs only if |a| < g_L.
  if (a < 0) depth = Math.max(depth, (b - drive.low + g_L * drive.fall) / (g_L + a));
  const V = Math.min(neuron.V_m, V_reset, E_L) - depth;
  const below = a * (V - E_L);
  return { V, w: [Math.min(neuron.w, above, below, 0), Math.max(most, below + b)] };
}

/** The neuron as a system of equations.
 *  @param bounded take a V above V_peak for V_peak */
export class Adex implements Excitable {
  readonly size = 2;
  readonly states = ['w'];
  readonly start: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly tolerance = Float64Array.of(1e-11, 1e-14);
  readonly V_fire: number;
  readonly t_ref: number;
  held = false;
  h = 0;
  readonly stimulus: Stimulus;
  readonly #neuron: AdexNeuron;
  readonly #perCapacity: number;
  readonly #perSlope: number;
  readonly #perTau: number;
  readonly #cap: number;

  constructor({ neuron, inputs, duration }: Experiment<AdexNeuron>, bounded: boolean) {
    const { V, w } = boxOf(neuron, driveBounds(inputs));
    this.stimulus = new Stimulus(inputs, duration);
    this.start = Float64Array.of(neuron.V_m, neuron.w);
    this.low = Float64Array.of(V, w[0]);
    this.high = Float64Array.of(neuron.V_peak, w[1]);
    this.V_fire = neuron.V_peak;
    this.t_ref = neuron.t_ref;
    this.#neuron = neuron;
    this.#perCapacity = 1 / neuron.C_m;
    this.#perSlope = 1 / neuron.Delta_T;
    this.#perTau = 1 / neuron.tau_w;
    this.#cap = bounded ? neuron.V_peak : Infinity;
  }

  slope(y: Float64Array, out: Float64Array): void {
    const { g_L, E_L, V_th, Delta_T, a } = this.#neuron;
    const V = Math.min(y[0] as number, this.#cap);
    const w = y[1] as number;
    if (this.held) out[0] = 0;
    else {
      const upstroke = Delta_T * Math.exp((V - V_th) * this.#perSlope);
      out[0] = (g_L * (E_L - V + upstroke) - w + this.stimulus.at(this.h)) * this.#perCapacity;
    }
    out[1] = (a * (V - E_L) - w) * this.#perTau;
  }

  readonly reset = (y: Float64Array): void => {
    y[0] = this.#neuron.V_reset;
    y[1] = (y[1] as number) + this.#neuron.b;
  };
}

function assertConsistent(experiment: Experiment<AdexNeuron>): void {
  const { neuron, inputs, method } = experiment;
  const { C_m, g_L, V_th, Delta_T, V_peak, V_reset, V_m, a, tau_w, t_ref } = neuron;
  for (const [name, value] of Object.entries({ V_reset, V_m, V_th })) {
    if (value < V_peak) continue;
    throw new RangeError(`neuron.${name} must be below neuron.V_peak (${V_peak} mV), got ${value} mV`);
  }
  if ((V_peak - V_th) / Delta_T > MAX_EXPONENT) {
    throw new RangeError(
      `neuron.Delta_T must be at least (V_peak − V_th)/${MAX_EXPONENT} = ${(V_peak - V_th) / MAX_EXPONENT} mV, got ${Delta_T} mV`,
    );
  }
  if (a <= -g_L) {
    throw new RangeError(
      `neuron.a must be above −g_L (${-g_L} µS), or the potential falls without end; got ${a} µS`,
    );
  }
  if (method !== 'adaptive') return;
  const drive = driveBounds(inputs);
  const { w } = boxOf(neuron, drive);
  const speed = (V: number) => (adexCurrentNa(neuron, V) + drive.high - w[0]) / C_m;
  const pace = {
    decay: g_L / C_m + 1 / tau_w,
    oscillation: Math.sqrt(Math.abs(a) / (C_m * tau_w)),
    interval: t_ref + shortestRise(speed, V_reset, V_peak),
    // The upstroke grows e-fold until what is left of it is shorter than the rounding of time.
    stepsPerSpike: 50 + 5 * Math.min(35, (V_peak - V_th) / Delta_T),
  };
  assertAdaptiveEnds(experiment, pace, drive);
}

function simulate(experiment: Experiment<AdexNeuron>, reuse?: Recording, progress?: Progress): Recording {
  const { method } = experiment;
  if (method === 'euler' || method === 'rk2' || method === 'rk4') {
    return simulateOnGrid(new Adex(experiment, true), experiment, method, reuse, progress);
  }
  return simulateAdaptively(new Adex(experiment, false), experiment, reuse, progress);
}

export const ADEX: ModelDefinition<AdexNeuron> = {
  ...WITH_PLAIN_INPUTS,
  name: 'adex',
  title: 'adaptive exponential integrate-and-fire',
  currentUnit: 'nA',
  params: ADEX_PARAMS,
  switches: {},
  methods: ['adaptive', 'rk4', 'rk2', 'euler'],
  assertConsistent,
  simulate,
};

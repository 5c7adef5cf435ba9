/** The membrane between two events, in closed form:
 *    C du/dt = −u/R + I(h),   u = V − E_L,   I(h) = value + slope·h + Σ sines + Σ (p + q·h)e^{−kh},
 *  h the time since the last event. Every term of the answer comes from propagators.ts; leak off is
 *  λ = 1/τ = 0. One object is reused for a whole run, so that a step allocates nothing. */
import { productPlusDifference, sumError } from './compensated.ts';
import type { Drive } from './drive.ts';
import type { MembraneNeuron } from './experiment.ts';
import { alphaResponse, constantResponse, expResponse, rampResponse, sineResponse } from './propagators.ts';

/** A synaptic current below this, in nA, moves no bit of the potential and is taken for 0, so that the
 *  current becomes constant and "exactly at rheobase" exact again. */
const NEGLIGIBLE = 1e-30;

/** A few roundings of the largest terms of u, in units of those terms. */
const NOISE = 1e-15;

export class Membrane {
  readonly lambda: number;
  /** Infinity without leak. */
  readonly tau: number;
  /** Threshold above rest, mV; Infinity for the passive membrane. */
  readonly theta: number;
  /** Where a spike puts u, mV above rest. */
  readonly reset: number;
  /** Rounding noise of u at threshold, mV: a bump that rises less above threshold is none. */
  readonly noise: number;
  /** A potential that is below threshold, noise and all. */
  readonly justBelow: number;
  /** u at the last event, mV; `#low` is what does not fit into it. */
  u: number;
  /** Piecewise-linear part of the injected current at the last event, nA, and its slope, nA/ms. */
  value = 0;
  slope = 0;
  readonly #neuron: MembraneNeuron;
  readonly #drive: Drive;
  readonly #perCapacity: number;
  #low = 0;
  #segment = 0;
  #since = 0;
  /** Synaptic currents (p + q·h)e^{−kh}, one entry per time constant. */
  readonly rates: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;

  /** @param rates decay rates 1/tau_syn of the synapses, 1/ms */
  constructor(neuron: MembraneNeuron, drive: Drive, rates: Float64Array = new Float64Array(0)) {
    this.#neuron = neuron;
    this.#drive = drive;
    this.#perCapacity = 1 / neuron.C_m;
    this.tau = neuron.leak ? neuron.R_m * neuron.C_m : Infinity;
    this.lambda = neuron.leak ? 1 / this.tau : 0;
    this.theta = neuron.threshold ? neuron.V_th - neuron.E_L : Infinity;
    this.noise = neuron.threshold
      ? NOISE * (Math.abs(neuron.V_th) + Math.abs(neuron.E_L) + Math.abs(neuron.V_reset))
      : 0;
    this.reset = neuron.V_reset - neuron.E_L;
    this.justBelow = this.theta - this.noise;
    this.rates = rates;
    this.p = new Float64Array(rates.length);
    this.q = new Float64Array(rates.length);
    this.u = neuron.V_m - neuron.E_L;
  }

  /** Puts the anchor `since` ms after the start of segment `i` of the drive. */
  enter(i: number, since: number): void {
    this.#segment = i;
    this.#since = since;
    this.slope = this.#drive.slope[i] ?? 0;
    this.value = (this.#drive.value[i] ?? 0) + this.slope * since;
  }

  /** True when the current stays what it is until the next event. */
  get constant(): boolean {
    if (this.slope !== 0 || this.#sines.length > 0) return false;
    for (let j = 0; j < this.rates.length; j++) if (this.p[j] !== 0 || this.q[j] !== 0) return false;
    return true;
  }

  get #sines() {
    return this.#drive.sines[this.#segment] ?? [];
  }

  /** u at h ms after the last event, mV. */
  at(h: number): number {
    return this.u + (this.change(h) + this.#low);
  }

  /** u(h) − u, mV. */
  change(h: number): number {
    const { lambda } = this;
    let charge = this.value * constantResponse(lambda, h);
    if (this.slope !== 0) charge += this.slope * rampResponse(lambda, h);
    for (const { size, omega, phase } of this.#sines) {
      charge += size * sineResponse(lambda, omega, phase + omega * this.#since, h);
    }
    for (let j = 0; j < this.rates.length; j++) {
      const k = this.rates[j] ?? 0;
      const p = this.p[j] ?? 0;
      const q = this.q[j] ?? 0;
      if (p !== 0) charge += p * expResponse(lambda, k, h);
      if (q !== 0) charge += q * alphaResponse(lambda, k, h);
    }
    return this.u * Math.expm1(-lambda * h) + charge * this.#perCapacity;
  }

  /** Synaptic current h ms after the last event, nA. */
  synapticCurrent(h: number): number {
    let current = 0;
    for (let j = 0; j < this.rates.length; j++) {
      current += ((this.p[j] ?? 0) + (this.q[j] ?? 0) * h) * Math.exp(-(this.rates[j] ?? 0) * h);
    }
    return current;
  }

  /** Injected current h ms after the last event, nA. */
  injectedCurrent(h: number): number {
    let current = this.value + this.slope * h;
    for (const { size, omega, phase } of this.#sines) {
      current += size * Math.sin(phase + omega * (this.#since + h));
    }
    return current;
  }

  /** du/dt where u(h) is known, mV/ms: the membrane equation itself. */
  slopeAt(h: number, u: number): number {
    return (this.injectedCurrent(h) + this.synapticCurrent(h)) * this.#perCapacity - this.lambda * u;
  }

  /** Upper bound of |dI/dt|/C for all times in [h1, h2], mV/ms². */
  driveSlopeBound(h1: number, h2: number): number {
    let bound = Math.abs(this.slope);
    for (const { size, omega } of this.#sines) bound += Math.abs(size) * omega;
    for (let j = 0; j < this.rates.length; j++) {
      const k = this.rates[j] ?? 0;
      const p = Math.abs(this.p[j] ?? 0);
      const q = Math.abs(this.q[j] ?? 0);
      if (p === 0 && q === 0) continue;
      bound += (k * p + q + k * q * h2) * Math.exp(-k * h1);
    }
    return bound * this.#perCapacity;
  }

  /** R·I + E_L − V_th for a constant current, mV: how far the steady state lies above threshold, with one
   *  rounding, so that "exactly at rheobase" is exactly 0. */
  get excess(): number {
    const { R_m, E_L, V_th } = this.#neuron;
    return productPlusDifference(R_m, this.value, E_L, V_th);
  }

  /** First time h > 0 at which a constant current takes u from below threshold to it, ms; Infinity if never.
   *  Leak: τ ln(1 + (θ − u)/(R·I − θ)); no leak: C(θ − u)/I. */
  constantCrossing(): number {
    const gap = this.theta - this.u;
    if (gap === Infinity) return Infinity;
    if (this.lambda === 0) return this.value > 0 ? (gap * this.#neuron.C_m) / this.value : Infinity;
    const excess = this.excess;
    return excess > 0 ? this.tau * Math.log1p(gap / excess) : Infinity;
  }

  /** Moves u h ms on. What the sum loses is kept, so that hundreds of arriving spikes lose no digits. */
  advance(h: number): void {
    const change = this.change(h) + this.#low;
    const next = this.u + change;
    this.#low = sumError(this.u, change, next);
    this.u = next;
    if (next < this.theta) return;
    // Below threshold until now: u may round up to it, but only a jump takes it there.
    this.put(this.justBelow);
  }

  /** Puts u where a spike, a jump or the start of the run puts it, mV. */
  put(u: number): void {
    this.u = u;
    this.#low = 0;
  }

  /** Moves the synaptic currents, but not u, h ms on; the injected current is anchored by `enter`. */
  decay(h: number): void {
    for (let j = 0; j < this.rates.length; j++) {
      const factor = Math.exp(-(this.rates[j] ?? 0) * h);
      const p = ((this.p[j] ?? 0) + (this.q[j] ?? 0) * h) * factor;
      const q = (this.q[j] ?? 0) * factor;
      const gone = Math.abs(p) + Math.abs(q) < NEGLIGIBLE;
      this.p[j] = gone ? 0 : p;
      this.q[j] = gone ? 0 : q;
    }
  }

  /** A spike arrives at the synapses with time constant `group`. */
  receive(group: number, p: number, q: number): void {
    if (group < 0) return;
    this.p[group] = (this.p[group] ?? 0) + p;
    this.q[group] = (this.q[group] ?? 0) + q;
  }
}

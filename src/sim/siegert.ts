/** Mean rate and irregularity of the leaky integrate-and-fire neuron under white noise,
 *    τ dV = (μ − V) dt + σ√τ dW   (without threshold the stationary standard deviation is σ/√2),
 *  as a first passage from V_reset to V_th (Siegert 1951; Ricciardi 1977; Brunel 2000, appendix A):
 *    1/ν = t_ref + τ√π ∫ e^{u²}(1 + erf u) du,                 u from a = (V_reset − μ)/σ to b = (V_th − μ)/σ,
 *    CV² = 2π(ντ)² ∫ e^{x²} ∫_{−∞}^x e^{y²}(1 + erf y)² dy dx,   x from a to b.
 *  Brunel's CV² holds with a refractory period too: it widens no interval, and ν includes it.
 *  With e^{u²}(1 + erf u) = erfcx(−u) nothing overflows below the mean; above it the largest factor, e^{b²} or
 *  e^{2b²}, is taken out, so that rates down to 1e-300 Hz keep their digits. All parts are positive and summed
 *  by Gauss–Legendre quadrature: 1e-13 relative. Left out: coloured noise, conductance noise, jumps of finite size. */
import type { LifNeuron } from './experiment.ts';
import { erfc, erfcx, expOfSquare } from './erfcx.ts';
import { showValue } from './param-spec.ts';
import { integrate } from './quadrature.ts';
import { rateHz, timeConstantMs, timeToReachMs } from './theory.ts';

/** Contributions below e^{−DEEP} of the largest are left out. */
const DEEP = 42;

/** Distances to mean in units of σ beyond which noise changes no digit. */
const NOISELESS = 1e8;

/** Passage from a to b, in units of σ, relative to the mean. */
interface Passage {
  readonly a: number;
  readonly b: number;
  /** e^{−b²} where b lies above the mean, else 1: the factor taken out. */
  readonly scale: number;
}

/** ∫ f(u) du over the part of a passage below the mean, f(u) given as a function of −u; f changes on a scale
 *  that grows with u, so the variable is log(1 + u). */
function belowMean({ a, b }: Passage, f: (size: number) => number): number {
  if (a >= 0) return 0;
  const near = Math.max(0, -b);
  const length = Math.min(0, b) - a;
  const unit = 1 + near;
  const end = Math.log1p(length / unit);
  return integrate(
    (s) => f(near + unit * Math.expm1(s)) * unit * Math.exp(s),
    0,
    end,
    Math.max(1, Math.ceil(2 * end)),
  );
}

/** ∫ f(u) du over the part of a passage above the mean, from b downwards, until e^{power(u² − b²)} has gone. */
function aboveMean({ a, b }: Passage, power: number, f: (u: number) => number): number {
  if (b <= 0) return 0;
  const reach = DEEP / power;
  const deep = b * b > reach ? reach / (b + Math.sqrt(b * b - reach)) : b;
  const length = Math.min(deep, b - Math.max(0, a));
  const panels = Math.ceil(length * power * Math.max(1, b));
  return integrate((w) => f(b - w), 0, length, Math.max(1, panels));
}

/** ∫ e^{u²}(1 + erf u) du, times the scale. */
function meanIntegral(passage: Passage): number {
  const { b, scale } = passage;
  const above = aboveMean(passage, 1, (u) => Math.exp(-(b - u) * (b + u)) * erfc(-u));
  return above + scale * belowMean(passage, erfcx);
}

/** ∫_{−∞}^{x} e^{x² + y²}(1 + erf y)² dy at x = −size, with y = x − s. */
function innerBelow(size: number): number {
  const end = DEEP / (size + Math.sqrt(size * size + DEEP));
  return integrate((s) => Math.exp(-s * (2 * size + s)) * erfcx(s + size) ** 2, 0, end, 9);
}

/** The double integral of the variance, times the scale squared. */
function varianceIntegral(passage: Passage): number {
  const { b, scale } = passage;
  const atMean = innerBelow(0);
  const above = aboveMean(passage, 2, (x) => {
    // e^{x²}·(∫_{−∞}^0 + ∫_0^x), the second from its upper end, with y = x − s.
    const end = x * x > DEEP ? DEEP / (x + Math.sqrt(x * x - DEEP)) : x;
    const upper = integrate((s) => Math.exp(-s * (2 * x - s)) * erfc(s - x) ** 2, 0, end, 9);
    return Math.exp(-2 * (b - x) * (b + x)) * (upper + Math.exp(-x * x) * atMean);
  });
  return above + scale * scale * belowMean(passage, innerBelow);
}

function assertLeak(neuron: LifNeuron): void {
  if (!neuron.leak) throw new RangeError('neuron.leak must be true: without leak σ√τ has no meaning');
}

function assertFinite(value: number, name: string, unit: string): void {
  if (Number.isFinite(value)) return;
  throw new RangeError(`${name} must be a finite number of ${unit}, got ${showValue(value)}`);
}

function assertNotNegative(value: number, name: string, unit: string): void {
  if (value >= 0 && value < Infinity) return;
  throw new RangeError(`${name} must be a finite number >= 0 ${unit}, got ${showValue(value)} ${unit}`);
}

/** @returns null when noise cannot be told from none */
function passageOf(neuron: LifNeuron, muMv: number, sigmaMv: number): Passage | null {
  assertLeak(neuron);
  assertFinite(muMv, 'mu', 'mV');
  assertNotNegative(sigmaMv, 'sigma', 'mV');
  const b = (neuron.V_th - muMv) / sigmaMv;
  const a = (neuron.V_reset - muMv) / sigmaMv;
  if (sigmaMv === 0 || Math.abs(b) > NOISELESS) return null;
  return { a, b, scale: b > 0 ? 1 / expOfSquare(b) : 1 };
}

/** Mean interval under noise, in ms, times the passage's scale. */
function scaledIntervalMs(neuron: LifNeuron, passage: Passage): number {
  return neuron.t_ref * passage.scale + timeConstantMs(neuron) * Math.sqrt(Math.PI) * meanIntegral(passage);
}

/** Mean firing rate in Hz; 0 without threshold, and where it is below 1e-305 Hz.
 *  @param muMv mean of the potential without threshold, mV
 *  @param sigmaMv √2 times its standard deviation, mV; 0 is the noiseless neuron
 *  @throws RangeError naming mu, sigma or neuron.leak */
export function siegertRateHz(neuron: LifNeuron, muMv: number, sigmaMv: number): number {
  const passage = passageOf(neuron, muMv, sigmaMv);
  if (!neuron.threshold) return 0;
  if (passage) return rateHz(scaledIntervalMs(neuron, passage)) * passage.scale;
  const current = (muMv - neuron.E_L) / neuron.R_m;
  return rateHz(neuron.t_ref + timeToReachMs(neuron, current, neuron.V_reset, neuron.V_th));
}

/** Coefficient of variation of the intervals, their standard deviation over their mean: 0 for a clock, 1 for a
 *  Poisson train without refractory period.
 *  @returns null where the neuron never fires
 *  @throws RangeError naming mu, sigma or neuron.leak */
export function siegertCv(neuron: LifNeuron, muMv: number, sigmaMv: number): number | null {
  const passage = passageOf(neuron, muMv, sigmaMv);
  if (!neuron.threshold) return null;
  if (!passage) return muMv > neuron.V_th ? 0 : null;
  if (passage.scale === 0) return null;
  const ratio = timeConstantMs(neuron) / scaledIntervalMs(neuron, passage);
  return ratio * Math.sqrt(2 * Math.PI * varianceIntegral(passage));
}

/** What a Poisson train through a delta synapse amounts to when its jumps are small (Tuckwell 1988; the
 *  diffusion limit): μ = E_L + w·ν·τ and σ = |w|·√(ντ), in mV.
 *  @param weightMv jump of the potential
 *  @param arrivalsHz rate of all spikes that arrive
 *  @throws RangeError naming weight, rate or neuron.leak */
export function diffusionLimit(
  neuron: LifNeuron,
  weightMv: number,
  arrivalsHz: number,
): { readonly muMv: number; readonly sigmaMv: number } {
  assertLeak(neuron);
  assertFinite(weightMv, 'weight', 'mV');
  assertNotNegative(arrivalsHz, 'rate', 'Hz');
  const perTau = (arrivalsHz * timeConstantMs(neuron)) / 1000;
  return { muMv: neuron.E_L + weightMv * perTau, sigmaMv: Math.abs(weightMv) * Math.sqrt(perTau) };
}

/** −ζ(1/2)/√(2π). */
const OVERSHOOT = 0.5825971579390106;

/** By how much a grid raises the threshold, in mV: noise that crosses it and comes back between two samples is
 *  missed, and to first order in √dt a run on the grid fires like the true neuron with V_th + 0.5826·σ√(dt/τ)
 *  (Broadie, Glasserman & Kou 1997, Math. Finance 7:325, for the Brownian motion the noise is at this scale).
 *  @param sigmaMv as in siegertRateHz
 *  @throws RangeError naming sigma, dt or neuron.leak */
export function gridShiftMv(neuron: LifNeuron, sigmaMv: number, dtMs: number): number {
  assertLeak(neuron);
  assertNotNegative(sigmaMv, 'sigma', 'mV');
  if (!(dtMs > 0 && dtMs < Infinity)) {
    throw new RangeError(`dt must be a finite number > 0 ms, got ${showValue(dtMs)} ms`);
  }
  return OVERSHOOT * sigmaMv * Math.sqrt(dtMs / timeConstantMs(neuron));
}

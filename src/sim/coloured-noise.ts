/** The leaky integrate-and-fire neuron under an Ornstein–Uhlenbeck current: what noise with a memory amounts to.
 *  Far below τ its correlation time τ_s makes it white,
 *    σ = R·s·√(2τ_s/τ),
 *  and what is left of the memory acts, to first order in √(τ_s/τ), as if threshold and reset lay higher by
 *    σ·(α/2)·√(τ_s/τ),   α = √2·|ζ(1/2)|
 *  (Brunel & Sergi 1998, J. Theor. Biol. 195:87; Fourcaud & Brunel 2002, Neural Comput. 14:2057).
 *  Left out: higher orders, which are 4 to 8 % of the rate at τ_s = τ/4, and more the longer the noise remembers. */
import type { LifNeuron } from './experiment.ts';
import { showValue } from './param-spec.ts';
import { siegertRateHz } from './siegert.ts';
import { timeConstantMs } from './theory.ts';

/** |ζ(1/2)|/√2. */
const SHIFT = 1.0326265761156086;

/** The current: stationary standard deviation in nA, correlation time in ms. */
export interface ColouredNoise {
  readonly sd: number;
  readonly tau: number;
}

function assertNoise(neuron: LifNeuron, { sd, tau }: ColouredNoise): void {
  if (!neuron.leak) throw new RangeError('neuron.leak must be true: without leak nothing is stationary');
  if (!(sd >= 0 && sd < Infinity))
    throw new RangeError(`sd must be a finite number >= 0 nA, got ${showValue(sd)} nA`);
  if (!(tau > 0 && tau < Infinity))
    throw new RangeError(`tau must be a finite number > 0 ms, got ${showValue(tau)} ms`);
}

/** Standard deviation of the potential without threshold, R·s·√(τ_s/(τ + τ_s)) in mV: exact.
 *  @throws RangeError naming sd, tau or neuron.leak */
export function colouredSdMv(neuron: LifNeuron, noise: ColouredNoise): number {
  assertNoise(neuron, noise);
  return neuron.R_m * noise.sd * Math.sqrt(noise.tau / (timeConstantMs(neuron) + noise.tau));
}

/** Strength of the white noise that it comes to when it forgets fast, mV; as in siegertRateHz.
 *  @throws RangeError naming sd, tau or neuron.leak */
export function whiteLimitMv(neuron: LifNeuron, noise: ColouredNoise): number {
  assertNoise(neuron, noise);
  return neuron.R_m * noise.sd * Math.sqrt((2 * noise.tau) / timeConstantMs(neuron));
}

/** Mean firing rate in Hz, to first order in √(τ_s/τ).
 *  @param muMv mean of the potential without threshold, mV
 *  @throws RangeError naming mu, sd, tau or neuron.leak */
export function colouredRateHz(neuron: LifNeuron, muMv: number, noise: ColouredNoise): number {
  const sigma = whiteLimitMv(neuron, noise);
  const shift = SHIFT * sigma * Math.sqrt(noise.tau / timeConstantMs(neuron));
  const raised = { ...neuron, V_th: neuron.V_th + shift, V_reset: neuron.V_reset + shift };
  return siegertRateHz(raised, muMv, sigma);
}

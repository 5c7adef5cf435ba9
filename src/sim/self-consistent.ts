/** The rate at which a sparse network of Brunel's keeps itself going, in mean-field theory (Brunel 2000, §3 and
 *  appendix A): every neuron sees white noise, made by the spikes of the others and the drive from outside,
 *    μ(ν) = E_L + C_E J τ [ν_ext + ν(1 − γg)],      σ²(ν) = C_E J² τ [ν_ext + ν(1 + γg²)],    γ = C_I/C_E,
 *  and fires at Siegert's rate Φ(μ, σ). The network's rate is the ν with Φ(μ(ν), σ(ν)) = ν. Left out: whatever the
 *  neurons have in common (synchrony), jumps of finite size, and the delay. */
import { BRUNEL_NEURON, thresholdRateHz, type BrunelParams } from './brunel.ts';
import type { LifNeuron } from './experiment.ts';
import { siegertCv, siegertRateHz } from './siegert.ts';
import { timeConstantMs } from './theory.ts';

/** One in ten of each population sends to a neuron, and there are four excitatory to one inhibitory neuron. */
const EPSILON = 0.1;
const GAMMA = 1 / 4;

const { R_m, C_m, E_L, V_th, V_reset, t_ref, V_m } = BRUNEL_NEURON;
const NEURON: LifNeuron = {
  ...{ model: 'lif', R_m, C_m, E_L, V_th, V_reset, t_ref },
  ...{ V_m: typeof V_m === 'number' ? V_m : E_L, leak: true, threshold: true },
};

/** What a neuron of the network sees when all fire at a rate. Potentials in mV, from rest.
 *  @param rateHz of every neuron of the network
 *  @returns mean and σ of white noise as in siegert.ts */
export function networkDrive(
  { N_E, J, g, eta }: BrunelParams,
  rateHz: number,
): { readonly muMv: number; readonly sigmaMv: number } {
  const inputs = EPSILON * N_E;
  const tauS = timeConstantMs(NEURON) / 1000;
  const external = eta * thresholdRateHz({ N_E, J });
  return {
    muMv: E_L + inputs * J * tauS * (external + rateHz * (1 - GAMMA * g)),
    sigmaMv: J * Math.sqrt(inputs * tauS * (external + rateHz * (1 + GAMMA * g * g))),
  };
}

/** The rate at which a neuron answers when all others fire at a rate, Hz. */
export function answeredRateHz(params: BrunelParams, rateHz: number): number {
  const { muMv, sigmaMv } = networkDrive(params, rateHz);
  return siegertRateHz(NEURON, muMv, sigmaMv);
}

/** The rate that answers itself, Hz, by bisection between 0 and 1/t_ref: at 0 the drive from outside makes neurons
 *  fire more than nothing, and nobody fires faster than 1/t_ref. With g > 4 there is only this one. */
export function selfConsistentRateHz(params: BrunelParams): number {
  let [low, high] = [0, 1000 / t_ref];
  for (let halvings = 0; halvings < 60; halvings++) {
    const middle = (low + high) / 2;
    if (answeredRateHz(params, middle) > middle) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The CV of the intervals at that rate; null where nobody fires. */
export function selfConsistentCv(params: BrunelParams): number | null {
  const { muMv, sigmaMv } = networkDrive(params, selfConsistentRateHz(params));
  return siegertCv(NEURON, muMv, sigmaMv);
}

/** Which of the three noises of the lab flows, and what theory knows of it. */
import { whiteLimitMv, colouredRateHz, colouredSdMv } from '../../../sim/coloured-noise.ts';
import type { Experiment, LifNeuron, OuInput, PoissonInput, WhiteInput } from '../../../sim/experiment.ts';
import { diffusionLimit, gridShiftMv, siegertCv, siegertRateHz } from '../../../sim/siegert.ts';
import { stepsIn } from '../../../sim/time-grid.ts';

/** In the order in which the inputs stand in the experiment. */
export const KINDS = ['white', 'ou', 'poisson'] as const;
export type NoiseKind = (typeof KINDS)[number];
export type NoiseInput = WhiteInput | OuInput | PoissonInput;
export type NoiseExperiment = Experiment<LifNeuron>;

/** An input that ends where it begins is switched off. */
export const flows = (input: { readonly start: number; readonly stop: number }) => input.stop > input.start;

/** The noise that flows.
 *  @throws RangeError unless the inputs are the three, in this order, and one of them flows, from 0 to the end */
export function noiseOf({ inputs, duration }: NoiseExperiment): NoiseInput {
  const [white, ou, poisson] = inputs;
  if (inputs.length !== 3 || white?.type !== 'white' || ou?.type !== 'ou' || poisson?.type !== 'poisson')
    throw new RangeError('inputs must be white, ou and poisson; a stop of 0 ms switches one off');
  const on = [white, ou, poisson].filter(flows);
  const [input] = on;
  if (!input || on.length > 1)
    throw new RangeError(
      `one of the inputs must flow and the others stop at 0 ms, but ${on.length === 0 ? 'none flows' : `${on.length} of them flow`}`,
    );
  if (input.start !== 0 || input.stop < duration)
    throw new RangeError(
      `the noise must flow from 0 ms to the end of the run, ${duration} ms, got ${input.start} ms to ${input.stop} ms`,
    );
  if (poisson.synapse !== 'delta')
    throw new RangeError(`inputs.2.synapse must be "delta", got "${poisson.synapse}"`);
  return input;
}

/** The same experiment with another of its noises. */
export function withKind(experiment: NoiseExperiment, kind: NoiseKind): NoiseExperiment {
  const { inputs, duration } = experiment;
  return {
    ...experiment,
    inputs: inputs.map((input) => ({ ...input, start: 0, stop: input.type === kind ? duration : 0 })),
  } as NoiseExperiment;
}

export interface NoiseTheory {
  readonly kind: NoiseKind;
  /** Mean of the potential without threshold, mV. */
  readonly muMv: number;
  /** Its standard deviation, mV. */
  readonly sdMv: number;
  /** Of the white noise that it is, or comes near to; mV. */
  readonly sigmaMv: number;
  readonly rateHz: number;
  /** null where the neuron never fires, and where no theory says it. */
  readonly cv: number | null;
  /** The rate that a run on the grid of the experiment is to have, where it differs and that is known; Hz. */
  readonly gridRateHz: number | null;
}

/** With a grid, threshold is looked at once a step and t_ref is a number of steps. */
function gridRate({ neuron, dt }: NoiseExperiment, muMv: number, sigmaMv: number): number {
  const V_th = neuron.V_th + gridShiftMv(neuron, sigmaMv, dt);
  return siegertRateHz({ ...neuron, V_th, t_ref: stepsIn(neuron.t_ref, dt) * dt }, muMv, sigmaMv);
}

/** Mean and strength of the white noise that a noise is, or comes near to, mV. */
function whiteOf(neuron: LifNeuron, input: NoiseInput): { readonly muMv: number; readonly sigmaMv: number } {
  if (input.type === 'white') return { muMv: input.mu, sigmaMv: input.sigma };
  if (input.type === 'poisson') return diffusionLimit(neuron, input.weight, input.rate);
  return { muMv: neuron.E_L + neuron.R_m * input.mean, sigmaMv: whiteLimitMv(neuron, input) };
}

/** @param input the noise that flows, or another in its place */
export function noiseRates(
  experiment: NoiseExperiment,
  input: NoiseInput,
): Pick<NoiseTheory, 'rateHz' | 'gridRateHz'> {
  const { neuron } = experiment;
  const { muMv, sigmaMv } = whiteOf(neuron, input);
  if (input.type === 'ou') return { rateHz: colouredRateHz(neuron, muMv, input), gridRateHz: null };
  return {
    rateHz: siegertRateHz(neuron, muMv, sigmaMv),
    gridRateHz: input.type === 'white' && sigmaMv > 0 ? gridRate(experiment, muMv, sigmaMv) : null,
  };
}

/** What theory says of a run of an experiment. */
export function noiseTheory(experiment: NoiseExperiment): NoiseTheory {
  const { neuron } = experiment;
  const input = noiseOf(experiment);
  const { muMv, sigmaMv } = whiteOf(neuron, input);
  const coloured = input.type === 'ou';
  return {
    kind: input.type,
    muMv,
    sigmaMv,
    sdMv: coloured ? colouredSdMv(neuron, input) : sigmaMv / Math.SQRT2,
    cv: coloured ? null : siegertCv(neuron, muMv, sigmaMv),
    ...noiseRates(experiment, input),
  };
}

/** The noise with another mean, as strong as it is; a Poisson train with the rate that brings this mean.
 *  @returns undefined where no rate does */
export function withMean(input: NoiseInput, neuron: LifNeuron, muMv: number): NoiseInput | undefined {
  if (input.type === 'white') return { ...input, mu: muMv };
  const above = muMv - neuron.E_L;
  if (input.type === 'ou') return { ...input, mean: above / neuron.R_m };
  const perHz = (input.weight * neuron.R_m * neuron.C_m) / 1000;
  // Not −0, whose inverse is not ∞.
  const rate = above / perHz + 0;
  return rate >= 0 && rate < Infinity ? { ...input, rate } : undefined;
}

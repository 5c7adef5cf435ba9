/** Runs of the noise lab: the one that is shown, and shorter ones for the rate over the mean. */
import { SPIKES_PARAMS } from '../../../sim/experiment-params.ts';
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import { simulateLifHeld } from '../../../sim/lif-held.ts';
import type { ModelDefinition } from '../../../sim/model.ts';
import { NOISE_PARAMS } from '../../../sim/noise-params.ts';
import { readSynapse } from '../../../sim/plain-inputs.ts';
import { realise } from '../../../sim/realise.ts';
import type { Recording } from '../../../sim/recording.ts';
import { coefficientOfVariation } from '../../../sim/analysis.ts';
import { intervalsMs } from '../../../sim/intervals.ts';
import { noiseOf, withMean, type NoiseExperiment, type NoiseInput } from './noise-kind.ts';

/** The neuron with the noises of the lab alone: each further input would be more for its page to load. Noise is drawn on
 *  the grid, and threshold is looked at there. */
export const NOISY_LIF: ModelDefinition<LifNeuron> = {
  ...LIF,
  inputs: {
    white: { params: NOISE_PARAMS.white, words: {} },
    ou: { params: NOISE_PARAMS.ou, words: {} },
    poisson: { params: { ...NOISE_PARAMS.poisson, ...SPIKES_PARAMS }, words: { synapse: readSynapse } },
  },
  realise: realise<Experiment>,
  methods: ['exact'],
};

/** Runs an experiment whose inputs may be switched off. */
export function runNoise(experiment: NoiseExperiment): Recording {
  const realised = NOISY_LIF.realise(experiment) as unknown as NoiseExperiment;
  const on = realised.inputs.filter((input) => !('values' in input) || input.values.length > 0);
  const flowing = {
    ...realised,
    inputs: on.filter((input) => !('times' in input) || input.times.length > 0),
  };
  return simulateLifHeld(flowing) ?? LIF.simulate(flowing);
}

export interface MeanRate {
  readonly muMv: number;
  readonly rateHz: number;
  /** Its standard error; 0 where two intervals are not to be had. */
  readonly errorHz: number;
}

/** Longest run of the curve, ms, and shortest that has anything to say. */
const LONGEST = 2000;
const SHORTEST = 100;
/** Most steps of one, and most spikes that arrive: each takes as long as some hundred steps. */
const MOST_STEPS = 20_000;
const MOST_ARRIVALS = 1500;
/** Runs of the curve, but for the first. */
const RUNS = 12;

/** How long a run of the curve may last, ms. */
function lengthMs(input: NoiseInput, dt: number): number {
  const arrivals = input.type === 'poisson' ? input.rate : 0;
  return Math.min(LONGEST, MOST_STEPS * dt, (1000 * MOST_ARRIVALS) / arrivals);
}

/** Where the curve of an experiment begins and ends, mV: from as far below threshold as the course goes to well
 *  above it. */
export function curveRange({ neuron }: NoiseExperiment): readonly [number, number] {
  return [neuron.V_th - 20, neuron.V_th + 10];
}

/** Rates at several means, from spikes over time: a run of its own for each, with noise of its own. */
export function rateCurve(experiment: NoiseExperiment): MeanRate[] {
  const input = noiseOf(experiment);
  const [from, to] = curveRange(experiment);
  return Array.from({ length: RUNS + 1 }, (_, k) => from + ((to - from) * k) / RUNS).flatMap((muMv, k) => {
    const noise = withMean(input, experiment.neuron, muMv);
    if (!noise) return [];
    const duration = lengthMs(noise, experiment.dt);
    if (duration < SHORTEST) return [];
    // The inputs of the run itself have the first streams of its seed.
    const inputs = [{ ...noise, stop: duration, stream: experiment.inputs.length + k }];
    const { spikes } = runNoise({ ...experiment, inputs, duration });
    const rateHz = (spikes.length * 1000) / duration;
    // A count of n independent intervals of variation CV has a standard deviation of CV·√n.
    const cv = coefficientOfVariation(intervalsMs(spikes)) ?? 0;
    return [{ muMv, rateHz, errorHz: (cv * Math.sqrt(spikes.length) * 1000) / duration }];
  });
}

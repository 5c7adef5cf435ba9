/** Chance, decided: the random inputs of an experiment become the fixed ones that its seed stands for. Every
 *  method and every figure of a run sees the same noise, and limits are checked against what really flows.
 *
 *  Guaranteed: the noise and the Poisson times are the same bits on every engine, since only whole numbers and
 *  + − × ÷ √ lead from the seed to them (random.ts, normal.ts, portable.ts). What the membrane makes of them uses
 *  Math.expm1, whose last bit an engine may choose: potentials agree to some 1e-14 relative and spike times with
 *  them; on a grid a spike could move by a step only where the potential meets threshold that closely. */
import type { Experiment, FixedInput, Input, OuInput, RandomInput, WhiteInput } from './experiment.ts';
import { MAX_ARRIVALS, MAX_SAMPLES } from './experiment-params.ts';
import type { RealisedExperiment } from './input-kinds.ts';
import { fillOrnsteinUhlenbeck, fillWhite, whiteCurrentSdNa } from './noise.ts';
import { poissonTrain } from './poisson.ts';
import { Random } from './random.ts';

function isRandom(input: Input): input is RandomInput {
  return input.type === 'ou' || input.type === 'white' || input.type === 'poisson';
}

/** Steps of dt between the start and the end of an input within the run. */
function noiseSteps({ start, stop }: OuInput | WhiteInput, { dt, duration }: Experiment): number {
  return Math.max(0, Math.ceil((Math.min(stop, duration) - start) / dt - 1e-9));
}

/** Expected spikes of a train within the run, and so many more that they are never exceeded. */
function mostSpikes(rate: number, start: number, stop: number): number {
  const expected = (rate * Math.max(0, stop - start)) / 1000;
  return expected + 10 * Math.sqrt(expected) + 50;
}

/** @throws RangeError when the random inputs together need more numbers than a run may draw */
function assertDrawable(experiment: Experiment): void {
  let values = 0;
  let spikes = 0;
  experiment.inputs.forEach((input, i) => {
    if (input.type === 'ou' || input.type === 'white') values += noiseSteps(input, experiment);
    if (input.type === 'samples') values += input.values.length;
    if (input.type === 'white') assertWhiteFits(experiment, `inputs.${i}`);
    if (input.type === 'poisson') {
      spikes += mostSpikes(input.rate, input.start, Math.min(input.stop, experiment.duration));
    }
    if (input.type === 'spikes') spikes += input.times.length;
  });
  if (values > MAX_SAMPLES) {
    throw new RangeError(
      `inputs need ${values} values of noise and samples; a run may hold at most ${MAX_SAMPLES}: shorten duration, raise dt, or give fewer`,
    );
  }
  if (spikes > MAX_ARRIVALS) {
    throw new RangeError(
      `inputs could bring ${spikes.toExponential(1)} spikes; a run may hold at most ${MAX_ARRIVALS}: shorten duration or lower the rate`,
    );
  }
}

/** White noise is given by what it does to a leaky membrane of resistance R_m. */
function assertWhiteFits({ neuron }: Experiment, field: string): void {
  if (!('R_m' in neuron)) {
    throw new RangeError(
      `${field}.type "white" needs a neuron with R_m and C_m, got the model "${neuron.model}"; give "ou" instead`,
    );
  }
  if (!neuron.leak) {
    throw new RangeError(`${field}.type "white" needs neuron.leak, got false; give "ou" instead`);
  }
}

function realiseInput(input: Input, experiment: Experiment): FixedInput {
  if (!isRandom(input)) return input;
  const { seed, dt, duration, neuron } = experiment;
  const random = new Random(seed, input.stream);
  const { start, stop } = input;
  if (input.type === 'poisson') {
    const { weight, synapse, tau_syn, delay, rate } = input;
    const times = Array.from(poissonTrain(random, rate, start, Math.min(stop, duration)));
    return { type: 'spikes', times, weight, synapse, tau_syn, delay };
  }
  const values = new Float64Array(noiseSteps(input, experiment));
  if (input.type === 'ou') {
    fillOrnsteinUhlenbeck(random, input, dt, values);
  } else if ('R_m' in neuron) {
    const { mu, sigma } = input;
    fillWhite(random, (mu - neuron.E_L) / neuron.R_m, whiteCurrentSdNa(neuron, sigma, dt), values);
  }
  return { type: 'samples', values, interpolation: 'hold', dt, start, stop };
}

const REALISED = new WeakMap<Experiment, Experiment>();

/** The experiment with every random input drawn; itself when there is none. Drawn once and kept with it.
 *  @throws RangeError when a random input does not fit the neuron, or needs too many numbers */
export function realise<E extends Experiment>(experiment: E): RealisedExperiment<E> {
  const { inputs } = experiment;
  if (!inputs.some((input) => isRandom(input) || input.type === 'samples')) {
    return experiment as RealisedExperiment<E>;
  }
  const kept = REALISED.get(experiment);
  if (kept) return kept as RealisedExperiment<E>;
  assertDrawable(experiment);
  const realised = { ...experiment, inputs: inputs.map((input) => realiseInput(input, experiment)) };
  REALISED.set(experiment, realised);
  return realised;
}

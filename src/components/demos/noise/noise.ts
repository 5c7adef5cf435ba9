/** The noise lab: a leaky integrate-and-fire neuron under white noise,
 *    τ du = (μ − u) dt + σ√τ dW   (without threshold the standard deviation of u is σ/√2),
 *  under an Ornstein–Uhlenbeck current, or under a Poisson train through a delta synapse: its intervals, their mean
 *  and spread over Siegert's (siegert.ts; Gerstner et al. 2014, §8.4). */
import type { Range } from '../../../figures/axis.ts';
import type { Plot } from '../../../figures/plot.ts';
import { intervalsMs } from '../../../sim/intervals.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { intervalStatistics, type IntervalStatistics } from '../../../sim/interval-errors.ts';
import type { Recording } from '../../../sim/recording.ts';
import { timeConstantMs } from '../../../sim/theory.ts';
import type { DemoDefinition, DemoRun, DemoView } from '../definition.ts';
import { intervalPlot } from './interval-plot.ts';
import {
  flows,
  noiseOf,
  noiseTheory,
  type NoiseExperiment,
  type NoiseInput,
  type NoiseTheory,
} from './noise-kind.ts';
import { NOISY_LIF, rateCurve, runNoise, type MeanRate } from './noise-run.ts';
import { NOISE_SETTINGS, RATE_VIEW, type NoiseSetting } from './noise-settings.ts';
import { noiseSentence } from './noise-sentence.ts';
import { potentialPlot } from './potential-plot.ts';
import { ratePlot } from './rate-plot.ts';
import { noiseTrace, noiseTraceFrame } from './noise-trace.ts';

export interface NoiseRecording extends Recording {
  /** ms. */
  readonly intervals: Float64Array;
  readonly statistics: IntervalStatistics | null;
  readonly theory: NoiseTheory;
  /** Only where it is shown. */
  readonly curve: readonly MeanRate[];
}

export type NoiseRun = DemoRun<LifNeuron, NoiseRecording, NoiseSetting>;

interface NoiseFrame {
  readonly u: Range;
  readonly rate: Range;
}

function rightPlot(run: NoiseRun, { frame, width }: DemoView<NoiseFrame>): Plot {
  if (!run.experiment.neuron.threshold) return potentialPlot(run, frame.u, width);
  return run.settings.view === RATE_VIEW ? ratePlot(run, frame.rate, width) : intervalPlot(run, width);
}

/** Largest step, as a part of the time constant: the grid of a longer one has no theory. */
const LONGEST_STEP = 0.25;
/** Most spikes of a Poisson train, on average: half a second of work. */
const MOST_ARRIVALS = 200_000;

function assertTheory(experiment: NoiseExperiment): void {
  const { neuron, dt, duration } = experiment;
  const longest = LONGEST_STEP * timeConstantMs(neuron);
  if (dt > longest)
    throw new RangeError(`dt must be at most a quarter of the time constant, ${longest} ms, got ${dt} ms`);
  if (duration < 10 * dt)
    throw new RangeError(`duration must be at least 10 steps of ${dt} ms, got ${duration} ms`);
  const input = noiseOf(experiment);
  if (input.type === 'poisson' && input.rate * duration > 1000 * MOST_ARRIVALS)
    throw new RangeError(
      `inputs.2.rate ${input.rate} Hz brings more than ${MOST_ARRIVALS} spikes in ${duration} ms: lower it or shorten duration`,
    );
  if (input.type === 'ou' && input.tau < dt)
    throw new RangeError(`inputs.1.tau must be at least a step, ${dt} ms, got ${input.tau} ms`);
}

export const NOISE: DemoDefinition<LifNeuron, NoiseRecording, NoiseFrame, NoiseSetting> = {
  name: 'noise',
  title: 'Noise lab',
  models: { lif: NOISY_LIF },
  settings: NOISE_SETTINGS,
  choices: {
    'settings.view': {
      label: 'right plot',
      choices: [
        { value: '0', label: 'intervals' },
        { value: '1', label: 'rate over mean' },
      ],
    },
  },
  sliders: {
    duration: { slider: [1000, 20_000], step: 1000 },
    dt: { slider: [0.02, 2], step: 0.02 },
    'inputs.1.sd': { slider: [0, 3], step: 0.1 },
    'inputs.2.weight': { slider: [0.1, 3], step: 0.1 },
  },
  defaults: {
    experiment: {
      inputs: [
        { type: 'white', mu: -55, sigma: 5 },
        { type: 'ou', sd: 0.8, stop: 0 },
        { type: 'poisson', synapse: 'delta', weight: 0.5, rate: 1500, stop: 0 },
      ],
      duration: 10_000,
      dt: 0.1,
    },
    controls: [
      'inputs.0.mu',
      'inputs.0.sigma',
      'inputs.1.mean',
      'inputs.1.sd',
      'inputs.1.tau',
      'inputs.2.weight',
      'inputs.2.rate',
      'neuron.t_ref',
      'duration',
      'dt',
      'settings.bins',
      'seed',
      'neuron.threshold',
      'settings.view',
    ],
  },
  columns: 2,
  offers(path, { experiment, settings }) {
    const [list, index] = path.split('.');
    if (list === 'inputs') return flows(experiment.inputs[Number(index)] as NoiseInput);
    const { threshold } = experiment.neuron;
    if (path === 'neuron.t_ref' || path === 'settings.view') return threshold;
    return path !== 'settings.bins' || !threshold || settings.view !== RATE_VIEW;
  },
  assertConsistent: assertTheory,
  simulate(experiment, { view }) {
    const recording = runNoise(experiment);
    const intervals = intervalsMs(recording.spikes);
    return {
      ...recording,
      intervals,
      statistics: intervalStatistics(intervals),
      theory: noiseTheory(experiment),
      curve: view === RATE_VIEW && experiment.neuron.threshold ? rateCurve(experiment) : [],
    };
  },
  drawnMs: ({ experiment, settings }) => Math.min(settings.window, experiment.duration),
  frame: (run) => ({ u: noiseTraceFrame(run), rate: [0, 60] }),
  plots: (run, view) => [noiseTrace(run, view.frame.u, view), rightPlot(run, view)],
  describe: noiseSentence,
};

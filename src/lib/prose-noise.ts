/** Numbers of the lesson on noise. All are closed forms or integrals: no number of a sentence hangs on a seed. */
import type { Experiment, Input, LifNeuron } from '../sim/experiment.ts';
import { showValue } from '../sim/param-spec.ts';
import { diffusionLimit, gridShiftMv, siegertCv, siegertRateHz } from '../sim/siegert.ts';
import { timeConstantMs } from '../sim/theory.ts';

interface Setting {
  readonly experiment: Experiment;
  readonly neuron: LifNeuron;
  readonly at: number;
}

interface Drive {
  readonly muMv: number;
  readonly sigmaMv: number;
}

/** @throws RangeError when the input is none of white noise and delta Poisson spikes */
function driveOfOne(neuron: LifNeuron, input: Input | undefined): Drive {
  if (input?.type === 'white') return { muMv: input.mu, sigmaMv: input.sigma };
  if (input?.type === 'poisson' && input.synapse === 'delta')
    return diffusionLimit(neuron, input.weight, input.rate);
  throw new RangeError(
    `inputs must be one of white noise or of Poisson spikes through a delta synapse, got ${showValue(input?.type)}`,
  );
}

/** Mean and σ of the potential without threshold, under the noisy inputs of the experiment, each independent of the
 *  others: what they lift it by adds up, and so do their variances. */
function driveOf({ experiment: { inputs }, neuron }: Setting): Drive {
  const drives = [
    driveOfOne(neuron, inputs[0]),
    ...inputs.slice(1).map((input) => driveOfOne(neuron, input)),
  ];
  return {
    muMv: drives.reduce((sum, { muMv }) => sum + (muMv - neuron.E_L), neuron.E_L),
    sigmaMv: Math.hypot(...drives.map(({ sigmaMv }) => sigmaMv)),
  };
}

const sdMv = (setting: Setting) => driveOf(setting).sigmaMv / Math.SQRT2;
const rate = (setting: Setting) => {
  const { muMv, sigmaMv } = driveOf(setting);
  return siegertRateHz(setting.neuron, muMv, sigmaMv);
};
const cv = (setting: Setting) => {
  const { muMv, sigmaMv } = driveOf(setting);
  return siegertCv(setting.neuron, muMv, sigmaMv) ?? NaN;
};

export const NOISE_MEASURES = {
  /** Mean of the potential without threshold. */
  noiseMean: { unit: 'mV', of: (setting: Setting) => driveOf(setting).muMv },
  /** σ of the white noise that the input amounts to. */
  noiseSigma: { unit: 'mV', of: (setting: Setting) => driveOf(setting).sigmaMv },
  /** Standard deviation of the potential without threshold, when the start is forgotten; and `at` ms after it. */
  noiseSd: { unit: 'mV', of: sdMv },
  noiseSdAt: {
    unit: 'mV',
    of: (setting: Setting) =>
      sdMv(setting) * Math.sqrt(-Math.expm1((-2 * setting.at) / timeConstantMs(setting.neuron))),
  },
  /** Siegert's rate, and the coefficient of variation of the intervals. */
  noiseRate: { unit: 'Hz', of: rate },
  noiseCv: { unit: '1', of: cv },
  /** How far the rate of a run of `at` ms is off, as a rule: of n intervals the mean is off by their standard
   *  deviation over √n, and n is the rate times the length of the run. */
  noiseRateError: {
    unit: 'Hz',
    of: (setting: Setting) => cv(setting) * Math.sqrt(rate(setting) / (setting.at / 1000)),
  },
  /** The rate that a run with steps of `at` ms is expected to give: crossings between two samples are missed. */
  noiseRateOnGrid: {
    unit: 'Hz',
    of: (setting: Setting) => {
      const { muMv, sigmaMv } = driveOf(setting);
      const { neuron, at } = setting;
      const V_th = neuron.V_th + gridShiftMv(neuron, sigmaMv, at);
      return siegertRateHz({ ...neuron, V_th }, muMv, sigmaMv);
    },
  },
  /** Mean number of spikes that arrive in `at` ms. */
  arrivals: {
    unit: '1',
    of: ({ experiment: { inputs }, at }: Setting) =>
      inputs[0]?.type === 'poisson' ? (inputs[0].rate * at) / 1000 : NaN,
  },
} as const;

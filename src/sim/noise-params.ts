/** The numbers of the random inputs, one record each. */
import type { OuInput, PoissonInput, SpikesInput, WhiteInput } from './experiment.ts';
import type { NumericFields } from './lif-params.ts';
import { current, start, stop, time } from './param-makers.ts';
import type { ParamSpec, ParamSpecs } from './param-spec.ts';
import { MAX_STREAMS } from './random.ts';

const stream: ParamSpec = {
  symbol: 'n',
  label: 'random stream',
  unit: '1',
  default: 'index',
  min: 0,
  max: MAX_STREAMS - 1,
  integer: true,
  slider: [0, 9],
  step: 1,
  doc: 'Which of the seed’s independent sequences is used; two inputs with one stream share their noise.',
  source: 'Blackman & Vigna 2021: streams begin 2⁶⁴ numbers apart',
};

const OU: ParamSpecs<NumericFields<OuInput>> = {
  mean: current('\\mu', 'mean current', 1.5, 'The current about which the noise fluctuates.'),
  sd: {
    ...current('s', 'standard deviation', 0.5, 'How far it strays: its stationary standard deviation.'),
    min: 0,
    slider: [0, 3],
    source: 'Uhlenbeck & Ornstein 1930',
  },
  tau: {
    ...time('\\tau_s', 'correlation time', 5, 'How long the noise remembers: its correlation is e^{−t/τ}.'),
    min: 1e-6,
    slider: [0.5, 50],
    step: 0.5,
    source: 'Uhlenbeck & Ornstein 1930',
  },
  start,
  stop,
  stream,
};

const potential = { unit: 'mV', max: 1e6, step: 0.5, source: 'Gerstner et al. 2014, ch. 8' } as const;

const WHITE: ParamSpecs<NumericFields<WhiteInput>> = {
  mu: {
    ...potential,
    symbol: '\\mu',
    label: 'mean potential',
    default: -55,
    min: -1e6,
    slider: [-70, -40],
    doc: 'Where the membrane potential would settle on average without threshold.',
  },
  sigma: {
    ...potential,
    symbol: '\\sigma',
    label: 'noise strength',
    default: 5,
    min: 0,
    slider: [0, 10],
    doc: 'Strength of the white noise: without threshold the potential has standard deviation σ/√2.',
  },
  start,
  stop,
  stream,
};

/** Without the synapse, whose numbers are those of given spikes. */
const POISSON: ParamSpecs<Omit<NumericFields<PoissonInput>, keyof NumericFields<SpikesInput>>> = {
  rate: {
    symbol: '\\nu',
    label: 'rate',
    unit: 'Hz',
    default: 100,
    min: 0,
    max: 1e6,
    slider: [0, 3000],
    step: 10,
    doc: 'Expected spikes per second, of all presynaptic neurons together.',
    source: 'Gerstner et al. 2014, §7.3',
  },
  start,
  stop,
  stream,
};

export const NOISE_PARAMS = { ou: OU, white: WHITE, poisson: POISSON } as const;

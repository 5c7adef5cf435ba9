/** What a reader sets about the network: the numbers of Brunel's network, its size, the length and the seed of a run. */
import type { NetworkActivity } from '../../../figures/network-activity.ts';
import { describeNetwork } from '../../../figures/network-sentence.ts';
import { formatChosen } from '../../../lib/quantity.ts';
import { EXPERIMENT_PARAMS } from '../../../sim/experiment-params.ts';
import { BRUNEL_SMALL, BRUNEL_STATES, brunelExperiment, type BrunelParams } from '../../../sim/brunel.ts';
import { COURSE } from '../../../sim/param-makers.ts';
import type { NetworkExperiment } from '../../../sim/network.ts';
import type { ParamSpecs } from '../../../sim/param-spec.ts';

/** Numbers that have a slider and a box. */
export interface NetworkNumbers {
  /** Inhibitory over excitatory weight. */
  readonly g: number;
  /** External over threshold rate. */
  readonly eta: number;
  /** ms */
  readonly duration: number;
  readonly seed: number;
}

export interface NetworkSettings extends NetworkNumbers {
  /** Excitatory neurons; a quarter as many inhibit. */
  readonly N_E: number;
}

/** Left out of what is measured, ms: all neurons begin at rest, and the network takes this long to forget it. */
export const SETTLING_MS = 100;

export const NETWORK_NUMBERS: ParamSpecs<NetworkNumbers> = {
  g: {
    symbol: 'g',
    label: 'strength of inhibition',
    unit: '1',
    default: 5,
    min: 0,
    max: 10,
    slider: [2, 8],
    step: 0.1,
    doc: 'How many times as strong as an excitatory synapse an inhibitory one is.',
    source: 'Brunel 2000',
  },
  eta: {
    symbol: String.raw`\eta`,
    label: 'drive from outside',
    unit: '1',
    default: 2,
    min: 0,
    max: 6,
    slider: [0.5, 4],
    step: 0.1,
    doc: 'The rate of the drive, over the rate that alone would just bring the mean potential to threshold.',
    source: 'Brunel 2000',
  },
  duration: {
    symbol: 'T',
    label: 'length of the run',
    unit: 'ms',
    default: 600,
    min: 200,
    max: 3000,
    integer: true,
    slider: [200, 2000],
    step: 100,
    doc: 'How much of the network’s time is simulated.',
    source: COURSE,
  },
  seed: EXPERIMENT_PARAMS.seed,
};

export const SIZES = [1000, 2000, 4000] as const;
/** Quick to run, too small to tell the states apart at a glance. */
export const SMALLEST = SIZES[0];
export type NetworkSize = (typeof SIZES)[number];

/** The states of the paper's figure 8, as readers know them. */
export const STATE_NAMES = {
  SR: 'synchronous regular',
  'SI-fast': 'synchronous irregular, fast',
  AI: 'asynchronous irregular',
  'SI-slow': 'synchronous irregular, slow',
} as const satisfies Record<keyof typeof BRUNEL_STATES, string>;

export type StateName = keyof typeof STATE_NAMES;
export const STATES = Object.keys(STATE_NAMES) as StateName[];

/** The state whose numbers these are; undefined where they are those of none. */
export function stateAt({ g, eta }: Pick<NetworkNumbers, 'g' | 'eta'>): StateName | undefined {
  return STATES.find((name) => BRUNEL_STATES[name].g === g && BRUNEL_STATES[name].eta === eta);
}

/** A network of fewer neurons has fewer inputs to each; they are stronger in proportion, so that the mean input stays.
 *  Their sum then fluctuates more, which blurs the states. */
export function brunelOf({ N_E, g, eta }: NetworkSettings): BrunelParams {
  return { N_E, J: (BRUNEL_SMALL.J * BRUNEL_SMALL.N_E) / N_E, g, eta };
}

export function networkExperimentOf(settings: NetworkSettings): NetworkExperiment {
  return brunelExperiment(brunelOf(settings), settings.duration, settings.seed);
}

/** @throws RangeError naming what an author may write */
export function settingsAt(state: string, N_E: number): NetworkSettings {
  if (!STATES.includes(state as StateName))
    throw new RangeError(`state "${state}" must be one of ${STATES.join(', ')}`);
  if (!SIZES.includes(N_E as NetworkSize))
    throw new RangeError(`size ${N_E} (excitatory neurons) must be one of ${SIZES.join(', ')}`);
  const { duration, seed } = NETWORK_NUMBERS;
  return {
    ...BRUNEL_STATES[state as StateName],
    duration: Number(duration.default),
    seed: Number(seed.default),
    N_E,
  };
}

/** "AI (asynchronous irregular)" */
export const stateInWords = (state: StateName) => `${state.replace('-', '\u00a0')} (${STATE_NAMES[state]})`;

/** What was run and what is to be read off it. */
export function sentenceOf({
  settings,
  activity,
}: {
  readonly settings: NetworkSettings;
  readonly activity: NetworkActivity;
}): string {
  const state = stateAt(settings);
  const parameters =
    `g\u00a0=\u00a0${formatChosen(settings.g, '1')} and η\u00a0=\u00a0${formatChosen(settings.eta, '1')}` +
    (state ? `, the parameters of ${stateInWords(state)}` : '');
  const blurred = settings.N_E === SMALLEST ? ' So small a network blurs the states.' : '';
  return describeNetwork(parameters, activity) + blurred;
}

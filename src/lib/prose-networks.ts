/** Numbers of the lesson on networks: closed forms and mean-field theory of Brunel's network. */
import {
  BRUNEL_FULL,
  BRUNEL_SMALL,
  BRUNEL_STATES,
  thresholdRateHz,
  type BrunelParams,
} from '../sim/brunel.ts';
import { networkDrive, selfConsistentCv, selfConsistentRateHz } from '../sim/self-consistent.ts';

const AI_FULL: BrunelParams = { ...BRUNEL_FULL, ...BRUNEL_STATES.AI };
const AI_SMALL: BrunelParams = { ...BRUNEL_SMALL, ...BRUNEL_STATES.AI };
/** Mean from the drive alone, or with every neuron firing at 10 Hz. */
const drive = (g: number, rateHz: number) => networkDrive({ ...BRUNEL_FULL, g, eta: 2 }, rateHz).muMv;

export const NETWORK_MEASURES = {
  /** Rate per excitatory input that alone brings the mean potential to the threshold. */
  thresholdRate: { unit: 'Hz', of: () => thresholdRateHz(BRUNEL_FULL) },
  /** By how much firing at 10 Hz moves the mean input of all neurons, at the relative strength `at` of inhibition. */
  recurrentMean: {
    unit: 'mV',
    of: ({ at }: { readonly at: number }) => drive(at, 10) - drive(at, 0),
  },
  /** Theory of the asynchronous irregular state, full size and that of the figure. */
  meanFieldRate: { unit: 'Hz', of: () => selfConsistentRateHz(AI_FULL) },
  meanFieldRateSmall: { unit: 'Hz', of: () => selfConsistentRateHz(AI_SMALL) },
  meanFieldCv: { unit: '1', of: () => selfConsistentCv(AI_FULL) ?? NaN },
  /** Mean and standard deviation of the free potential there, counted from rest. */
  meanFieldMean: { unit: 'mV', of: () => networkDrive(AI_FULL, selfConsistentRateHz(AI_FULL)).muMv },
  meanFieldSd: {
    unit: 'mV',
    of: () => networkDrive(AI_FULL, selfConsistentRateHz(AI_FULL)).sigmaMv / Math.SQRT2,
  },
} as const;

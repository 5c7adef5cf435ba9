/** The numbers of the noise lab that are no part of its experiment. */
import type { ParamSpec } from '../../../sim/param-spec.ts';

export type NoiseSetting = 'view' | 'bins' | 'window';

/** The right plot shows the rate over the mean, and not the intervals. */
export const RATE_VIEW = 1;

export const NOISE_SETTINGS: Readonly<Record<NoiseSetting, ParamSpec>> = {
  view: {
    symbol: 'k',
    label: 'right plot',
    unit: '1',
    default: 0,
    min: 0,
    max: 1,
    integer: true,
    slider: [0, 1],
    step: 1,
    doc: 'What the right plot shows: 0 the intervals, 1 the rate over the mean.',
    source: 'the lesson on noise',
  },
  bins: {
    symbol: 'n',
    label: 'bars of the histogram',
    unit: '1',
    default: 40,
    min: 5,
    max: 200,
    integer: true,
    slider: [10, 100],
    step: 5,
    doc: 'How many bars of equal width the axis of a histogram is cut into.',
    source: 'the lesson on noise',
  },
  window: {
    symbol: 't_\\mathrm{max}',
    label: 'stretch of the left plot',
    unit: 'ms',
    default: 800,
    min: 10,
    max: 1e6,
    slider: [200, 5000],
    step: 100,
    doc: 'How much of the run the left plot shows, from its beginning.',
    source: 'the lesson on noise',
  },
};

/** The choice between the plots of the Hodgkin–Huxley lab. */
import type { ParamSpec } from '../../../sim/param-spec.ts';
import type { DemoChoice } from '../definition.ts';

/** The right plot shows the rate over the current, and not the plane. */
export const RATE_VIEW = 1;

export const HH_SETTINGS: Readonly<Record<'view', ParamSpec>> = {
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
    doc: 'What the right plot shows: 0 the plane of potential and n, 1 the rate over the current.',
    source: 'the lesson on models beyond LIF',
  },
};

export const HH_CHOICES: Readonly<Record<string, DemoChoice>> = {
  'settings.view': {
    label: 'right plot',
    choices: [
      { value: '0', label: 'plane of u and n' },
      { value: '1', label: 'rate over current' },
    ],
  },
};

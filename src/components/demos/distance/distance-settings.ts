/** The numbers of the distance lab that are no part of its experiment. */
import type { ParamSpec } from '../../../sim/param-spec.ts';
import { STEP_PARAMS } from '../../../sim/experiment-params.ts';

export type DistanceSetting = 'other' | 'shift' | 'measure' | 'q' | 'tau';

/** `measure`: van Rossum's distance, and not Victor and Purpura's. */
export const VAN_ROSSUM = 1;

const source = 'the labs of this site';

export const DISTANCE_SETTINGS: Readonly<Record<DistanceSetting, ParamSpec>> = {
  other: {
    ...STEP_PARAMS.amplitude,
    symbol: 'I_B',
    label: 'current of train B',
    default: 2.7,
    doc: 'The current that drives the same neuron to fire train B.',
    source,
  },
  shift: {
    symbol: '\\Delta',
    label: 'shift of train B',
    unit: 'ms',
    default: 0,
    min: -1000,
    max: 1000,
    slider: [-40, 40],
    step: 0.5,
    doc: 'By how much all spikes of train B come later.',
    source,
  },
  measure: {
    symbol: 'k',
    label: 'distance',
    unit: '1',
    default: 0,
    min: 0,
    max: 1,
    integer: true,
    slider: [0, 1],
    step: 1,
    doc: 'Which distance is shown: 0 that of Victor and Purpura, 1 that of van Rossum.',
    source,
  },
  q: {
    symbol: 'q',
    label: 'cost of moving a spike',
    unit: '1/ms',
    default: 0.1,
    min: 0,
    max: 1000,
    slider: [0.001, 10],
    step: 0.001,
    decades: true,
    doc: 'What it costs to move a spike by 1 ms; to add one or take one away costs 1.',
    source: 'Victor & Purpura 1996',
  },
  tau: {
    symbol: '\\tau',
    label: 'time constant of the filter',
    unit: 'ms',
    default: 10,
    min: 0.001,
    max: 1e6,
    slider: [0.1, 1000],
    step: 0.1,
    decades: true,
    doc: 'How long the trace of a spike lasts: spikes closer than that are nearly the same.',
    source: 'van Rossum 2001',
  },
};

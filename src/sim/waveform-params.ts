/** The numbers of chirps and recorded currents, one record each. */
import type { ChirpInput, SamplesInput } from './experiment.ts';
import type { NumericFields } from './lif-params.ts';
import { COURSE, current, start, stop, time } from './param-makers.ts';
import type { ParamSpec, ParamSpecs } from './param-spec.ts';

const frequency = (symbol: string, label: string, value: number, doc: string): ParamSpec => ({
  symbol,
  label,
  unit: 'Hz',
  default: value,
  min: 0,
  max: 1e5,
  slider: [0, 200],
  step: 1,
  doc,
  source: COURSE,
});

export const CHIRP_PARAMS: ParamSpecs<NumericFields<ChirpInput>> = {
  amplitude: current('\\hat I', 'amplitude', 1, 'How far the current swings to either side of its offset.'),
  from: frequency('f_0', 'first frequency', 1, 'Frequency with which the chirp begins.'),
  to: frequency('f_1', 'last frequency', 50, 'Frequency with which the chirp ends.'),
  phase: {
    symbol: '\\varphi',
    label: 'phase',
    unit: 'rad',
    default: 0,
    min: -1e3,
    max: 1e3,
    slider: [-3.14, 3.14],
    step: 0.01,
    doc: 'Where in its cycle the chirp begins.',
    source: COURSE,
  },
  offset: current('\\bar I', 'mean current', 0, 'The constant current on which the chirp rides.'),
  start,
  stop,
};

export const SAMPLES_PARAMS: ParamSpecs<NumericFields<SamplesInput>> = {
  dt: {
    ...time('\\Delta', 'sampling interval', 0.1, 'Time from one recorded value to the next.'),
    min: 1e-6,
    slider: [0.01, 10],
    step: 0.01,
  },
  start,
  stop,
};

/** One recorded value. */
export const SAMPLE: ParamSpec = current('I', 'recorded current', 0, 'One value of the recording.');

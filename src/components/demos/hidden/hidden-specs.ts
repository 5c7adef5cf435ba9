/** The records of the numbers on the figure, made from those of the neuron and of its inputs when the site is built. */
import { LIF_PARAMS } from '../../../sim/lif-params.ts';
import { COURSE, current, time } from '../../../sim/param-makers.ts';
import type { ParamSpec } from '../../../sim/param-spec.ts';
import { FIRST, LENGTH_MS, type HiddenSpecs } from './hidden-kinds.ts';

const within = { min: 0, max: LENGTH_MS, slider: [0, LENGTH_MS] } as const;

/** Wide enough to tell nothing of the neuron. */
const limits = (spec: ParamSpec, min: number, max: number): ParamSpec => ({
  ...spec,
  min,
  max,
  slider: [min, max],
});

export const HIDDEN_SPECS: HiddenSpecs = {
  injection: {
    amplitude: {
      ...current(
        'I',
        'current',
        FIRST.amplitude,
        'The current that is injected; a negative one draws the potential down.',
      ),
      min: -5,
      max: 20,
      slider: [-5, 20],
      step: 0.1,
    },
    start: { ...time('t_0', 'it starts at', FIRST.start, 'When the current begins.'), ...within },
    stop: { ...time('t_1', 'it ends at', FIRST.stop, 'When the current ends.'), ...within },
  },
  estimates: {
    E_L: limits(LIF_PARAMS.E_L, -200, 100),
    R_m: limits(LIF_PARAMS.R_m, 0, 1000),
    tau: limits({ ...LIF_PARAMS.t_ref, symbol: '\\tau', label: 'time constant' }, 0, 1000),
    V_th: limits(LIF_PARAMS.V_th, -200, 100),
    V_reset: limits(LIF_PARAMS.V_reset, -200, 100),
    t_ref: limits(LIF_PARAMS.t_ref, 0, 100),
  },
  time: {
    symbol: 't',
    label: 'read the trace at',
    unit: 'ms',
    default: 0,
    ...within,
    step: 0.1,
    doc: 'Where the cursor stands.',
    source: COURSE,
  },
};

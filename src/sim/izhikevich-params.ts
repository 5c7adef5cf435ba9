/** The parameters of Izhikevich's simple model, one record each, and its published firing patterns.
 *  V and t are in mV and ms; everything else in the equations is added to dV/dt, so that its honest unit is mV/ms. */
import type { IzhikevichNeuron } from './experiment.ts';
import type { NumericFields } from './lif-params.ts';
import type { ParamSpec, ParamSpecs } from './param-spec.ts';

const SIMPLE = 'Izhikevich 2003, IEEE Trans. Neural Networks 14:1569';

const number = (
  unit: ParamSpec['unit'],
  symbol: string,
  label: string,
  value: ParamSpec['default'],
  limits: readonly [number, number],
  slider: readonly [number, number],
  step: number,
  doc: string,
): ParamSpec => ({
  symbol,
  label,
  unit,
  default: value,
  min: limits[0],
  max: limits[1],
  slider,
  step,
  doc,
  source: SIMPLE,
});

export const IZHIKEVICH_PARAMS: ParamSpecs<NumericFields<IzhikevichNeuron>> = {
  a: number('1/ms', 'a', 'rate of recovery', 0.02, [1e-6, 10], [0.005, 0.2], 0.005, 'How fast u recovers.'),
  b: number('1/ms', 'b', 'sensitivity of recovery', 0.2, [-10, 10], [-0.1, 0.3], 0.01, 'How u follows V.'),
  c: number('mV', 'c', 'reset potential', -65, [-1000, 29.9], [-80, -40], 1, 'Where V is put after a spike.'),
  d: number('mV/ms', 'd', 'jump of recovery', 8, [0, 1e4], [0, 12], 0.05, 'What each spike adds to u.'),
  V_peak: number(
    'mV',
    'V_\\mathrm{peak}',
    'spike cut-off',
    30,
    [-40, 1000],
    [0, 50],
    1,
    'The top of the upstroke, where the reset takes place; not a threshold.',
  ),
  V_m: number('mV', 'V(0)', 'starting potential', -70, [-1000, 1000], [-90, -40], 1, 'V at time 0.'),
  u: number(
    'mV/ms',
    'u(0)',
    'starting recovery',
    -14,
    [-1e4, 1e4],
    [-20, 0],
    0.1,
    'u at time 0; b·V is rest.',
  ),
};

const named = (neuron: Partial<NumericFields<IzhikevichNeuron>>) => ({ source: `${SIMPLE}, fig. 2`, neuron });

/** Parameters of the named firing patterns, all from rest at b·V = u. */
export const IZHIKEVICH_PRESETS = {
  'regular spiking': named({ a: 0.02, b: 0.2, c: -65, d: 8 }),
  'intrinsically bursting': named({ a: 0.02, b: 0.2, c: -55, d: 4 }),
  chattering: named({ a: 0.02, b: 0.2, c: -50, d: 2 }),
  'fast spiking': named({ a: 0.1, b: 0.2, c: -65, d: 2 }),
  'low-threshold spiking': named({ a: 0.02, b: 0.25, c: -65, d: 2, V_m: -65, u: -16.25 }),
  'thalamo-cortical': named({ a: 0.02, b: 0.25, c: -65, d: 0.05, V_m: -65, u: -16.25 }),
  resonator: named({ a: 0.1, b: 0.26, c: -65, d: 2, V_m: -62.5, u: -16.25 }),
} as const;

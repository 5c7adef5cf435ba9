/** The parameters of the leaky integrate-and-fire neuron, one record each.
 *  Defaults: the course's neuron (Gerstner et al. 2014, ch. 1; neurodynex3 exercises): tau_m = 20 ms and a
 *  rheobase of exactly 2 nA. The limits are those of a sane number, not of biology: reference runs put the
 *  threshold at 10⁶ mV to look at the passive membrane. */
import type { LifNeuron } from './experiment.ts';
import type { SwitchSpecs } from './model.ts';
import type { ParamSpecs } from './param-spec.ts';

/** The fields of a neuron that are numbers. */
export type NumericFields<N> = {
  readonly [K in keyof N as N[K] extends number ? K : never]: number;
};

const GERSTNER = 'Gerstner et al. 2014, Neuronal Dynamics, §1.3';

export const LIF_PARAMS: ParamSpecs<NumericFields<LifNeuron>> = {
  R_m: {
    symbol: 'R',
    label: 'membrane resistance',
    unit: 'MΩ',
    default: 10,
    min: 1e-6,
    max: 1e6,
    slider: [1, 40],
    step: 0.5,
    doc: 'How strongly the leak channels together resist current; a higher value leaks less.',
    source: GERSTNER,
  },
  C_m: {
    symbol: 'C',
    label: 'membrane capacitance',
    unit: 'nF',
    default: 2,
    min: 1e-6,
    max: 1e6,
    slider: [0.1, 5],
    step: 0.1,
    doc: 'Charge the membrane stores for each millivolt across it.',
    source: GERSTNER,
  },
  E_L: {
    symbol: '\\urest',
    label: 'resting potential',
    unit: 'mV',
    default: -70,
    min: -1e6,
    max: 1e6,
    slider: [-90, -50],
    step: 0.5,
    doc: 'The potential the leak draws the membrane to when nothing else acts; the battery of the circuit.',
    source: GERSTNER,
  },
  V_th: {
    symbol: '\\thresh',
    label: 'threshold',
    unit: 'mV',
    default: -50,
    min: -1e6,
    max: 1e6,
    slider: [-65, -30],
    step: 0.5,
    doc: 'The membrane potential at which the neuron fires.',
    source: GERSTNER,
  },
  V_reset: {
    symbol: '\\ureset',
    label: 'reset potential',
    unit: 'mV',
    default: -70,
    min: -1e6,
    max: 1e6,
    slider: [-90, -51],
    step: 0.5,
    doc: 'Where the membrane potential is put after a spike; it need not be the resting potential.',
    source: GERSTNER,
  },
  t_ref: {
    symbol: '\\tref',
    label: 'refractory period',
    unit: 'ms',
    default: 2,
    min: 0,
    max: 1e6,
    slider: [0, 10],
    step: 0.1,
    doc: 'How long after a spike the membrane potential is held at its reset value.',
    source: GERSTNER,
  },
  V_m: {
    symbol: 'u(0)',
    label: 'starting potential',
    unit: 'mV',
    default: 'E_L',
    min: -1e6,
    max: 1e6,
    slider: [-90, -51],
    step: 0.5,
    doc: 'The membrane potential at time 0; the resting potential unless given.',
    source: GERSTNER,
  },
};

export const LIF_SWITCHES: SwitchSpecs = {
  leak: {
    label: 'leak',
    default: true,
    doc: 'Off: no leak channels, an infinite resistance; the neuron is a perfect integrator.',
  },
  threshold: {
    label: 'threshold',
    default: true,
    doc: 'Off: the neuron never fires; what remains is the passive membrane.',
  },
};

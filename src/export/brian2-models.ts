/** Each model's equations in Brian2's language. */
import type { Experiment, Input, Neuron } from '../sim/experiment.ts';
import { isTrain } from './python-inputs.ts';
import { number } from './text.ts';

export interface Brian2Model {
  /** Lines of the equations, without the synapses. */
  readonly equations: readonly string[];
  /** Parameters with units, `R_m = 10*Mohm`. */
  readonly parameters: readonly string[];
  /** Unit of the injected current as Brian2 writes it, and of its equation. */
  readonly current: readonly [unit: string, dimension: string];
  readonly threshold: string;
  readonly reset: string;
  /** Lines that set the state at time 0. */
  readonly start: readonly string[];
  readonly hasRefractory: boolean;
}

const UNITS: Readonly<Record<string, string>> = {
  R_m: 'Mohm',
  C_m: 'nF',
  E_L: 'mV',
  V_th: 'mV',
  V_reset: 'mV',
  V_m: 'mV',
  V_peak: 'mV',
  Delta_T: 'mV',
  t_ref: 'ms',
  tau_w: 'ms',
  w: 'nA',
  g_L: 'uS',
  E_ex: 'mV',
  E_in: 'mV',
  E_Na: 'mV',
  E_K: 'mV',
  a: 'uS',
  b: 'nA',
};
const SQUID: Readonly<Record<string, string>> = {
  C_m: 'uF/cm**2',
  g_Na: 'msiemens/cm**2',
  g_K: 'msiemens/cm**2',
  g_L: 'msiemens/cm**2',
};
const SIMPLE: Readonly<Record<string, string>> = {
  a: 'kHz',
  b: 'kHz',
  c: 'mV',
  d: 'mV/ms',
  u: 'mV/ms',
  V_peak: 'mV',
};

function parameters(neuron: Neuron): string[] {
  const own = neuron.model === 'hodgkin_huxley' ? SQUID : neuron.model === 'izhikevich' ? SIMPLE : {};
  return Object.entries(neuron)
    .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    .filter(
      ([name]) => !['V_m', 'w', 'u', 't_ref', ...(neuron.model === 'alif' ? ['tau_w'] : [])].includes(name),
    )
    .map(([name, value]) => `${name} = ${number(value)}*${own[name] ?? UNITS[name] ?? '1'}`);
}

/** Currents of the synapses, or what conductances drive. */
function synapticCurrent({ neuron, inputs }: Experiment): string {
  const names = inputs.filter(isTrain).flatMap((train, i) => {
    if (train.synapse === 'delta') return [];
    if (neuron.model !== 'lif_cond') return [` + s_${i}`];
    return [` + s_${i}*(${train.weight < 0 ? 'E_in' : 'E_ex'} - v)`];
  });
  return names.join('');
}

export function brian2Model(experiment: Experiment): Brian2Model {
  const { neuron } = experiment;
  const synaptic = synapticCurrent(experiment);
  const base = { parameters: parameters(neuron), start: [`neuron.v = ${number(neuron.V_m)}*mV`] };
  switch (neuron.model) {
    case 'adex':
      return {
        ...base,
        equations: [
          'vc = clip(v, -1e6*mV, V_peak) : volt  # the upstroke ends at V_peak',
          `dv/dt = (-g_L*(vc - E_L) + g_L*Delta_T*exp((vc - V_th)/Delta_T) - w + I_in${synaptic})/C_m : volt (unless refractory)`,
          'dw/dt = (a*(vc - E_L) - w)/tau_w : amp',
        ],
        current: ['nA', 'amp'],
        threshold: 'v >= V_peak',
        reset: 'v = V_reset; w += b',
        start: [...base.start, `neuron.w = ${number(neuron.w)}*nA`],
        hasRefractory: true,
      };
    case 'izhikevich':
      return {
        ...base,
        equations: [
          `dv/dt = 0.04*v**2/(ms*mV) + 5*v/ms + 140*mV/ms - u + I_in${synaptic} : volt`,
          'du/dt = a*(b*v - u) : volt/second',
        ],
        current: ['mV/ms', 'volt/second'],
        threshold: 'v >= V_peak',
        reset: 'v = c; u += d',
        start: [...base.start, `neuron.u = ${number(neuron.u)}*mV/ms`],
        hasRefractory: false,
      };
    case 'hodgkin_huxley':
      return {
        ...base,
        equations: [
          `dv/dt = (g_Na*m**3*h*(E_Na - v) + g_K*n**4*(E_K - v) + g_L*(E_L - v) + I_in${synaptic})/C_m : volt`,
          'dm/dt = alpha_m*(1 - m) - beta_m*m : 1',
          'dh/dt = alpha_h*(1 - h) - beta_h*h : 1',
          'dn/dt = alpha_n*(1 - n) - beta_n*n : 1',
          '# exprel(x) is (exp(x) - 1)/x, and 1 at x = 0',
          'alpha_m = 1/exprel(-(v + 40*mV)/(10*mV))/ms : Hz',
          'beta_m = 4*exp(-(v + 65*mV)/(18*mV))/ms : Hz',
          'alpha_h = 0.07*exp(-(v + 65*mV)/(20*mV))/ms : Hz',
          'beta_h = 1/(1 + exp(-(v + 35*mV)/(10*mV)))/ms : Hz',
          'alpha_n = 0.1/exprel(-(v + 55*mV)/(10*mV))/ms : Hz',
          'beta_n = 0.125*exp(-(v + 65*mV)/(80*mV))/ms : Hz',
        ],
        current: ['uA/cm**2', 'amp/meter**2'],
        threshold: 'v >= 0*mV',
        reset: '',
        start: [
          ...base.start,
          ...['m', 'h', 'n'].map((x) => `neuron.${x} = 'alpha_${x}/(alpha_${x} + beta_${x})'`),
        ],
        hasRefractory: false,
      };
    default: {
      const adaptation = neuron.model === 'alif' ? ' - w' : '';
      const held = neuron.threshold ? ' (unless refractory)' : '';
      const slope = neuron.leak
        ? `dv/dt = (E_L - v)/tau_m + (I_in${adaptation}${synaptic})/C_m : volt${held}`
        : `dv/dt = (I_in${adaptation}${synaptic})/C_m : volt${held}  # no leak`;
      return {
        parameters: [...base.parameters, 'tau_m = R_m*C_m'],
        equations: [slope, ...(neuron.model === 'alif' ? ['dw/dt = -w/tau_w : amp'] : [])],
        current: ['nA', 'amp'],
        threshold: neuron.threshold ? 'v >= V_th' : '',
        reset: `v = V_reset${neuron.model === 'alif' ? '; w += b' : ''}`,
        start: [...base.start, ...(neuron.model === 'alif' ? [`neuron.w = ${number(neuron.w)}*nA`] : [])],
        hasRefractory: neuron.threshold,
      };
    }
  }
}

/** The unit in which a synapse's weight stands in Brian2. */
export function weightUnit({ neuron }: Experiment, input: Input): string {
  if (isTrain(input) && input.synapse === 'delta') return 'mV';
  if (neuron.model === 'lif_cond') return 'uS';
  if (neuron.model === 'izhikevich') return 'mV/ms';
  return neuron.model === 'hodgkin_huxley' ? 'uA/cm**2' : 'nA';
}

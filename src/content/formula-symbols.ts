/** What the symbols of the numbered equations stand for, each where it first comes; one that means something else in a
 *  later lesson is explained there again. What has a record is named as there. */
import { ADEX_PARAMS } from '../sim/adex-params.ts';
import { ALIF_PARAMS } from '../sim/alif.ts';
import { EXPERIMENT_PARAMS } from '../sim/experiment-params.ts';
import { HODGKIN_HUXLEY_PARAMS } from '../sim/hodgkin-huxley-params.ts';
import { LIF_PARAMS } from '../sim/lif-params.ts';
import type { ParamSpec } from '../sim/param-spec.ts';

export interface FormulaSymbol {
  /** TeX, with the macros of the course. */
  readonly symbol: string;
  readonly meaning: string;
  /** "1" for a plain number. */
  readonly unit: string;
}

const of = ({ symbol, label, unit }: ParamSpec): FormulaSymbol => ({ symbol, meaning: label, unit });
const is = (symbol: string, meaning: string, unit: string): FormulaSymbol => ({ symbol, meaning, unit });

/** By the place of the lesson in the course. */
export const FORMULA_SYMBOLS: Readonly<Record<number, readonly FormulaSymbol[]>> = {
  2: [
    is('u', 'membrane potential', 'mV'),
    of(LIF_PARAMS.E_L),
    of(LIF_PARAMS.R_m),
    is('I', 'injected current', 'nA'),
    is('\\taum', 'membrane time constant, resistance times capacitance', 'ms'),
    is('t', 'time', 'ms'),
  ],
  3: [
    is('\\uinf', 'steady state', 'mV'),
    is('u_0', 'potential at the start', 'mV'),
    is('I_0', 'amplitude of the current', 'nA'),
    is('\\omega', 'angular frequency, 2π times the frequency', '1/ms'),
  ],
  4: [
    of(LIF_PARAMS.V_th),
    of(LIF_PARAMS.V_reset),
    of(LIF_PARAMS.t_ref),
    is('t^{(f)}', 'time of a spike', 'ms'),
    is('T', 'interval between two spikes', 'ms'),
  ],
  5: [{ ...of(EXPERIMENT_PARAMS.dt), symbol: '\\Delta t' }],
  6: [
    is('f', 'firing rate; times 1000 it is in Hz', '1/ms'),
    is('d', 'length of the pulse', 'ms'),
    is('I_d', 'weakest pulse of that length that fires', 'nA'),
    is('I_\\mathrm{rh}', 'rheobase', 'nA'),
  ],
  7: [
    is('Q', 'charge of one spike', 'pC'),
    of(LIF_PARAMS.C_m),
    is('\\Delta u', 'jump of the potential', 'mV'),
    is('v', 'distance from rest', 'mV'),
    is('I_0', 'peak of the synaptic current', 'nA'),
    is('\\tau_s', 'synaptic time constant', 'ms'),
    is('k', '1/τs − 1/τm', '1/ms'),
    is('w', 'height of one jump', 'mV'),
    is('T', 'time between two arriving spikes', 'ms'),
    is('v_\\mathrm{max}', 'highest distance from rest', 'mV'),
    is('g_L', 'conductance of the leak', 'µS'),
    is('g_s', 'conductance of the synapse', 'µS'),
    is('E_s', 'reversal potential of the synapse', 'mV'),
    is('\\tau_\\mathrm{eff}', 'time constant while the synapse is open', 'ms'),
  ],
  8: [
    is('\\mu', 'mean of the free potential', 'mV'),
    is('\\nu', 'rate of the arriving spikes', '1/ms'),
    is('\\sigma', 'strength of the noise', 'mV'),
    is('W', 'random walk whose variance is the time', '√ms'),
    is('x', 'distance from the mean, in units of the noise', '1'),
  ],
  9: [
    of(ALIF_PARAMS.b),
    of(ALIF_PARAMS.tau_w),
    is('w', 'adaptation current', 'nA'),
    is('T', 'interval between two spikes', 'ms'),
    is('w_1', 'adaptation current when the wait after a spike is over', 'nA'),
    of(ADEX_PARAMS.V_th),
    of(ADEX_PARAMS.Delta_T),
    of(ADEX_PARAMS.V_peak),
    of(ADEX_PARAMS.a),
    is('g_\\mathrm{Na}', 'sodium conductance when all gates are open', 'mS/cm²'),
    is('g_\\mathrm{K}', 'potassium conductance when all gates are open', 'mS/cm²'),
    is('E_\\mathrm{Na}', 'reversal potential of sodium', 'mV'),
    is('E_\\mathrm{K}', 'reversal potential of potassium', 'mV'),
    of(HODGKIN_HUXLEY_PARAMS.E_L),
    is('x', 'open part of a kind of gate: m, h or n', '1'),
    is('m', 'open part of the gates that let sodium in', '1'),
    is('h', 'open part of the gates that shut sodium out', '1'),
    is('n', 'open part of the gates that let potassium out', '1'),
    is('\\alpha_x', 'rate at which closed gates open', '1/ms'),
    is('\\beta_x', 'rate at which open gates close', '1/ms'),
  ],
  10: [
    is(
      '\\nu_\\mathrm{thr}',
      'rate of each input at which the drive alone brings the mean to the threshold',
      '1/ms',
    ),
    is('\\nu_\\mathrm{ext}', 'rate of each input from outside', '1/ms'),
    is('\\nu', 'rate of every neuron of the network', '1/ms'),
    is('J', 'jump of an excitatory spike', 'mV'),
    is('C_E', 'number of excitatory inputs of a neuron', '1'),
    is('g', 'inhibitory jump over excitatory jump', '1'),
  ],
  11: [
    is('U_k', 'state after step k, in thresholds above rest', '1'),
    is('U_{k+1}', 'state one step later', '1'),
    is('\\beta', 'part of the state that is left after a step', '1'),
    is('d_k', 'drive: where the state would end without a threshold', '1'),
  ],
};

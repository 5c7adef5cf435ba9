/** The parameters of the Hodgkin–Huxley membrane, one record each, all per square centimetre: mV, ms, µF/cm²,
 *  mS/cm² and µA/cm² are coherent among themselves. Values: Hodgkin & Huxley 1952, table 3, with the resting
 *  potential at −65 mV; E_L as Gerstner et al. 2014, §2.2, print it, rounded from the −54.387 mV at which −65 mV is
 *  exactly rest. */
import type { HodgkinHuxleyNeuron } from './experiment.ts';
import type { NumericFields } from './lif-params.ts';
import type { ParamSpec, ParamSpecs } from './param-spec.ts';

const HODGKIN = 'Hodgkin & Huxley 1952, J. Physiol. 117:500, table 3';

const conductance = (symbol: string, label: string, value: number, most: number, doc: string): ParamSpec => ({
  symbol,
  label,
  unit: 'mS/cm²',
  default: value,
  min: 0,
  max: 1000,
  slider: [0, most],
  step: most / 200,
  doc,
  source: HODGKIN,
});

const battery = (
  symbol: string,
  label: string,
  value: number,
  slider: readonly [number, number],
  doc: string,
): ParamSpec => ({
  symbol,
  label,
  unit: 'mV',
  default: value,
  min: -200,
  max: 200,
  slider,
  step: 0.1,
  doc,
  source: HODGKIN,
});

export const HODGKIN_HUXLEY_PARAMS: ParamSpecs<NumericFields<HodgkinHuxleyNeuron>> = {
  C_m: {
    symbol: 'C',
    label: 'membrane capacitance',
    unit: 'µF/cm²',
    default: 1,
    min: 0.01,
    max: 1000,
    slider: [0.5, 2],
    step: 0.05,
    doc: 'Charge each square centimetre of membrane stores for each millivolt across it.',
    source: HODGKIN,
  },
  g_Na: conductance('g_\\mathrm{Na}', 'sodium conductance', 120, 200, 'With every sodium channel open.'),
  g_K: conductance('g_\\mathrm{K}', 'potassium conductance', 36, 100, 'With every potassium channel open.'),
  g_L: {
    ...conductance('g_L', 'leak conductance', 0.3, 1, 'Of the channels that do not open and close.'),
    min: 0.001,
  },
  E_Na: battery(
    'E_\\mathrm{Na}',
    'sodium reversal potential',
    50,
    [0, 80],
    'Where sodium ions stop flowing.',
  ),
  E_K: battery(
    'E_\\mathrm{K}',
    'potassium reversal potential',
    -77,
    [-100, -50],
    'Where potassium stops flowing.',
  ),
  E_L: battery('E_L', 'leak reversal potential', -54.4, [-70, -40], 'Where the leak carries no current.'),
  V_m: battery(
    'V(0)',
    'starting potential',
    -65,
    [-100, 0],
    'The membrane potential at time 0; the gates start where they settle at it.',
  ),
};

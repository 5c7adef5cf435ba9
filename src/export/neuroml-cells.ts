/** The neurons that NeuroML's core types have, with the experiment's numbers. */
import type {
  AdexNeuron,
  HodgkinHuxleyNeuron,
  IzhikevichNeuron,
  LifNeuron,
  Neuron,
} from '../sim/experiment.ts';
import { neuromlNumber as n } from './neuroml-number.ts';

export interface NeuromlCell {
  /** Elements, indented among themselves; the cell has the id `neuron`. */
  readonly lines: readonly string[];
  /** Whether it has a refractory period. */
  readonly refractory: boolean;
}

const INSTEAD = 'Brian2 and plain Python can';

/** @throws RangeError unless a state begins where NeuroML begins it */
function assertStart(
  cell: string,
  name: string,
  value: number,
  starts: number,
  where: string,
  unit: string,
): void {
  if (Math.abs(value - starts) <= 1e-12 * Math.abs(starts)) return;
  throw new RangeError(
    `neuron.${name} must be ${where}${n(starts)} ${unit}, where NeuroML’s ${cell} begins a run, got ${n(value)} ${unit}; ${INSTEAD} begin elsewhere`,
  );
}

function lif(neuron: LifNeuron): NeuromlCell {
  if (!neuron.leak) {
    throw new RangeError(
      `neuron.leak is off, and NeuroML’s neurons with a threshold all leak; ${INSTEAD} do without`,
    );
  }
  if (!neuron.threshold) {
    throw new RangeError(
      `neuron.threshold is off, and NeuroML’s iafRefCell always has one; ${INSTEAD} do without`,
    );
  }
  const { R_m, C_m, E_L, V_th, V_reset, V_m, t_ref } = neuron;
  const refractory = t_ref > 0;
  const type = refractory ? 'iafRefCell' : 'iafCell';
  assertStart(type, 'V_m', V_m, E_L, 'the resting potential, ', 'mV');
  return {
    refractory,
    lines: [
      `<!-- leakConductance is 1/R of ${n(R_m)} MOhm. A run begins at leakReversal (with the first core types, at reset). -->`,
      `<${type} id="neuron" C="${n(C_m)}nF" leakConductance="${n(1 / R_m)}uS" leakReversal="${n(E_L)}mV" thresh="${n(V_th)}mV" reset="${n(V_reset)}mV"${refractory ? ` refract="${n(t_ref)}ms"` : ''}/>`,
    ],
  };
}

function adex({
  C_m,
  g_L,
  E_L,
  V_th,
  Delta_T,
  V_peak,
  V_reset,
  t_ref,
  a,
  b,
  tau_w,
  V_m,
  w,
}: AdexNeuron): NeuromlCell {
  assertStart('adExIaFCell', 'V_m', V_m, E_L, 'the resting potential, ', 'mV');
  assertStart('adExIaFCell', 'w', w, 0, '', 'nA');
  return {
    refractory: true,
    lines: [
      '<!-- VT is where the upstroke begins, thresh where it is cut. A run begins at EL, with no adaptation. -->',
      `<adExIaFCell id="neuron" C="${n(C_m)}nF" gL="${n(g_L)}uS" EL="${n(E_L)}mV" VT="${n(V_th)}mV" thresh="${n(V_peak)}mV" reset="${n(V_reset)}mV" delT="${n(Delta_T)}mV" tauw="${n(tau_w)}ms" refract="${n(t_ref)}ms" a="${n(a)}uS" b="${n(b)}nA"/>`,
    ],
  };
}

function izhikevich({ a, b, c, d, V_peak, V_m, u }: IzhikevichNeuron): NeuromlCell {
  assertStart('izhikevichCell', 'u', u, b * V_m, 'b·V_m, ', 'mV/ms');
  return {
    refractory: false,
    lines: [
      '<!-- a to d are numbers without units, v and currents in mV and ms within them. A run begins with U at b*v0. -->',
      `<izhikevichCell id="neuron" v0="${n(V_m)}mV" thresh="${n(V_peak)}mV" a="${n(a)}" b="${n(b)}" c="${n(c)}" d="${n(d)}"/>`,
    ],
  };
}

/** Diameter of a sphere of 1000 µm², in µm. */
const DIAMETER = Math.sqrt(1000 / Math.PI);

function squid({ C_m, g_Na, g_K, g_L, E_Na, E_K, E_L, V_m }: HodgkinHuxleyNeuron): NeuromlCell {
  const rate = (
    direction: 'forward' | 'reverse',
    type: string,
    perMs: number,
    midpoint: number,
    scale: number,
  ): string =>
    `    <${direction}Rate type="${type}" rate="${n(perMs)}per_ms" midpoint="${n(midpoint)}mV" scale="${n(scale)}mV"/>`;
  const gate = (id: string, instances: number, ...rates: string[]): string[] => [
    `  <gateHHrates id="${id}" instances="${instances}">`,
    ...rates,
    '  </gateHHrates>',
  ];
  const density = (id: string, ion: string, g: number, erev: number): string =>
    `      <channelDensity id="${id}" ionChannel="${id}_channel" condDensity="${n(g)}mS_per_cm2" erev="${n(erev)}mV" ion="${ion}"/>`;
  const diameter = n(DIAMETER);
  return {
    refractory: false,
    lines: [
      '<!-- Rates with x = (v - midpoint)/scale. HHExpRate: rate*exp(x). HHSigmoidRate: rate/(1 + exp(-x)).',
      '     HHExpLinearRate: rate*x/(1 - exp(-x)). The conductance of one channel plays no part in densities. -->',
      '<ionChannelHH id="leak_channel" conductance="10pS"/>',
      '<ionChannelHH id="na_channel" species="na" conductance="10pS">',
      ...gate(
        'm',
        3,
        rate('forward', 'HHExpLinearRate', 1, -40, 10),
        rate('reverse', 'HHExpRate', 4, -65, -18),
      ),
      ...gate(
        'h',
        1,
        rate('forward', 'HHExpRate', 0.07, -65, -20),
        rate('reverse', 'HHSigmoidRate', 1, -35, 10),
      ),
      '</ionChannelHH>',
      '<ionChannelHH id="k_channel" species="k" conductance="10pS">',
      ...gate(
        'n',
        4,
        rate('forward', 'HHExpLinearRate', 0.1, -55, 10),
        rate('reverse', 'HHExpRate', 0.125, -65, -80),
      ),
      '</ionChannelHH>',
      '<!-- A sphere of 1000 um^2: 1 uA/cm^2 of the experiment is a current of 10 pA. -->',
      '<cell id="neuron">',
      '  <morphology id="sphere">',
      '    <segment id="0">',
      `      <proximal x="0" y="0" z="0" diameter="${diameter}"/>`,
      `      <distal x="0" y="0" z="0" diameter="${diameter}"/>`,
      '    </segment>',
      '  </morphology>',
      '  <biophysicalProperties id="membrane">',
      '    <membraneProperties>',
      density('leak', 'non_specific', g_L, E_L),
      density('na', 'na', g_Na, E_Na),
      density('k', 'k', g_K, E_K),
      '      <spikeThresh value="0mV"/>',
      `      <specificCapacitance value="${n(C_m)}uF_per_cm2"/>`,
      `      <initMembPotential value="${n(V_m)}mV"/>`,
      '    </membraneProperties>',
      '    <intracellularProperties>',
      '      <resistivity value="0.03kohm_cm"/> <!-- of no effect in one segment -->',
      '    </intracellularProperties>',
      '  </biophysicalProperties>',
      '</cell>',
    ],
  };
}

/** @throws RangeError with a sentence that names the field */
export function neuromlCell(neuron: Neuron): NeuromlCell {
  switch (neuron.model) {
    case 'lif':
      return lif(neuron);
    case 'adex':
      return adex(neuron);
    case 'izhikevich':
      return izhikevich(neuron);
    case 'hodgkin_huxley':
      return squid(neuron);
    case 'alif':
      throw new RangeError(`neuron.model: NeuroML has no LIF neuron with an adaptation current; ${INSTEAD}`);
    case 'lif_cond':
      throw new RangeError(
        `neuron.model: the neuron with conductances is not written for NeuroML; Brian2, PyNN and plain Python take it`,
      );
  }
}

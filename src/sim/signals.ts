/** What a recording may hold, by name: the one place that says what a signal is called and measured in. */
import type { Unit } from './param-spec.ts';

export interface SignalSpec {
  /** KaTeX source. */
  readonly symbol: string;
  readonly label: string;
  readonly unit: Unit;
}

export const SIGNALS: Readonly<Record<string, SignalSpec>> = {
  t: { symbol: 't', label: 'time', unit: 'ms' },
  V_m: { symbol: 'u', label: 'membrane potential', unit: 'mV' },
  spikes: { symbol: 't^f', label: 'spike times', unit: 'ms' },
  I_e: { symbol: 'I', label: 'injected current', unit: 'nA' },
  I_syn: { symbol: 'I_\\mathrm{syn}', label: 'synaptic current', unit: 'nA' },
  g_ex: { symbol: 'g_e', label: 'excitatory conductance', unit: 'µS' },
  g_in: { symbol: 'g_i', label: 'inhibitory conductance', unit: 'µS' },
  w: { symbol: 'w', label: 'adaptation current', unit: 'nA' },
};

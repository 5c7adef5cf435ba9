/** What a recording may hold, by name: the one place that says what a signal is called and measured in. */
import type { ModelDefinition } from './model.ts';
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
  u: { symbol: 'u', label: 'recovery variable', unit: 'mV/ms' },
  m: { symbol: 'm', label: 'sodium activation', unit: '1' },
  h: { symbol: 'h', label: 'sodium inactivation', unit: '1' },
  n: { symbol: 'n', label: 'potassium activation', unit: '1' },
  I_Na: { symbol: 'I_\\mathrm{Na}', label: 'sodium current, outward', unit: 'µA/cm²' },
  I_K: { symbol: 'I_\\mathrm{K}', label: 'potassium current, outward', unit: 'µA/cm²' },
  I_L: { symbol: 'I_L', label: 'leak current, outward', unit: 'µA/cm²' },
};

/** What a signal of one model's recording is: the currents it is given are in that model's unit. */
export function signalSpec(name: string, { currentUnit }: ModelDefinition): SignalSpec | undefined {
  const spec = Object.hasOwn(SIGNALS, name) ? SIGNALS[name] : undefined;
  return spec && (name === 'I_e' || name === 'I_syn') ? { ...spec, unit: currentUnit } : spec;
}

/** What one quantity of the leaky integrate-and-fire neuron is called by each tool, and in which unit. The names are
 *  those that the exported files write; a test finds each of them there. */
export interface NameRow {
  /** In words. */
  readonly meaning: string;
  /** Name in an Experiment and its unit. */
  readonly name: string;
  readonly unit: string;
  /** In the file for Brian2, where a number carries its unit. */
  readonly brian2: string;
  /** Of `iaf_psc_exp`. */
  readonly nest: string;
  readonly nestUnit: string;
  /** Of `IF_curr_exp`. */
  readonly pynn: string;
  readonly pynnUnit: string;
}

const row = (
  meaning: string,
  ours: readonly [string, string],
  brian2: string,
  nest: readonly [string, string],
  pynn: readonly [string, string],
): NameRow => ({
  meaning,
  name: ours[0],
  unit: ours[1],
  brian2,
  nest: nest[0],
  nestUnit: nest[1],
  pynn: pynn[0],
  pynnUnit: pynn[1],
});

export const LIF_NAMES: readonly NameRow[] = [
  row('membrane potential at the start', ['V_m', 'mV'], 'v', ['V_m', 'mV'], ['v', 'mV']),
  row('membrane capacitance', ['C_m', 'nF'], 'C_m', ['C_m', 'pF'], ['cm', 'nF']),
  row('membrane time constant', ['R_m · C_m', 'ms'], 'tau_m', ['tau_m', 'ms'], ['tau_m', 'ms']),
  row('resting potential', ['E_L', 'mV'], 'E_L', ['E_L', 'mV'], ['v_rest', 'mV']),
  row('threshold', ['V_th', 'mV'], 'V_th', ['V_th', 'mV'], ['v_thresh', 'mV']),
  row('reset potential', ['V_reset', 'mV'], 'V_reset', ['V_reset', 'mV'], ['v_reset', 'mV']),
  row('refractory period', ['t_ref', 'ms'], 'refractory', ['t_ref', 'ms'], ['tau_refrac', 'ms']),
  row(
    'time constant of an excitatory synapse',
    ['tau_syn', 'ms'],
    'tau_0',
    ['tau_syn_ex', 'ms'],
    ['tau_syn_E', 'ms'],
  ),
];

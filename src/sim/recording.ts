/** What a run leaves behind: everything to the right of `src/sim` is derived from it. */
export interface Recording {
  /** Sample times in ms, length n. */
  readonly t: Float64Array;
  /** Membrane potential in mV at `t`, length n. */
  readonly V_m: Float64Array;
  /** Spike times in ms, ascending; empty when the neuron did not fire. */
  readonly spikes: Float64Array;
  /** Further states and currents at `t`, by name, each of length n. `I_e`: injected current in nA;
   *  `I_syn`: synaptic current in nA; `w`: adaptation current in nA; `m`, `h`, `n`: gates. */
  readonly signals: Readonly<Record<string, Float64Array>>;
}

/** An array of a recording that may be written over, or a new one where none of that length is given.
 *  Memory that has been used before costs a third of fresh pages; a slider's next run overwrites its last. */
export function column(length: number, reuse?: Float64Array): Float64Array {
  return reuse?.length === length ? reuse : new Float64Array(length);
}

/** State of the circuit: what stands in the two controls, and the last pair of values that could be used. */
import { describeCircuit } from '../../../figures/circuit-sentence.ts';
import { readTyped } from '../../../lib/typed-number.ts';
import { STEP_PARAMS } from '../../../sim/experiment-params.ts';
import { LIF_PARAMS } from '../../../sim/lif-params.ts';
import { circuitState, type CircuitNeuron } from '../../../sim/membrane-circuit.ts';
import type { ParamSpec } from '../../../sim/param-spec.ts';

/** The two quantities a reader sets. Both come from the records of the experiment; the range is what the
 *  drawing has room for, so that the arrows never leave it. */
export const CIRCUIT_SPECS = {
  V_m: {
    ...LIF_PARAMS.V_m,
    symbol: 'u',
    label: 'membrane potential',
    min: -100,
    max: -40,
    slider: [-100, -40],
  },
  I_e: {
    ...STEP_PARAMS.amplitude,
    symbol: 'I',
    label: 'injected current',
    min: 0,
    max: 5,
    slider: [0, 5],
  },
} as const satisfies Record<string, ParamSpec>;

export type CircuitControl = keyof typeof CIRCUIT_SPECS;

export interface CircuitStart {
  /** Membrane potential in mV. */
  readonly V_m: number;
  /** Injected current in nA. */
  readonly I_e: number;
}

const entry = (value: number) => String(value).replace('-', '\u2212');

export class CircuitDemo {
  readonly #start: CircuitStart;
  /** The course's neuron. */
  readonly neuron: CircuitNeuron;
  values: CircuitStart = $state.raw({ V_m: 0, I_e: 0 });
  /** What stands in each box, also where it cannot be used: nothing typed is lost. */
  entries: Readonly<Record<CircuitControl, string>> = $state.raw({ V_m: '', I_e: '' });
  problems: Readonly<Record<CircuitControl, string>> = $state.raw({ V_m: '', I_e: '' });

  state = $derived.by(() => circuitState(this.neuron, this.values.V_m, this.values.I_e));
  sentence = $derived(describeCircuit(this.values.I_e, this.state));

  constructor(neuron: CircuitNeuron, start: CircuitStart) {
    this.neuron = neuron;
    this.#start = start;
    this.reset();
  }

  get pristine(): boolean {
    return this.entries.V_m === entry(this.#start.V_m) && this.entries.I_e === entry(this.#start.I_e);
  }

  set(name: CircuitControl, typed: string): void {
    this.entries = { ...this.entries, [name]: typed };
    const read = readTyped(typed, CIRCUIT_SPECS[name]);
    this.problems = { ...this.problems, [name]: typeof read === 'string' ? read : '' };
    if (typeof read === 'number') this.values = { ...this.values, [name]: read };
  }

  reset(): void {
    this.values = this.#start;
    this.entries = { V_m: entry(this.#start.V_m), I_e: entry(this.#start.I_e) };
    this.problems = { V_m: '', I_e: '' };
  }
}

/** Samples of the membrane under a constant current, u(h) = u + (R·I − u)(1 − e^{−h/τ}): the inner loop of
 *  `precise` and `exact`. The bracket comes from a table and each block of samples has its own start in
 *  closed form, so that no sample waits for the one before it and all keep their relative accuracy, also
 *  where u has moved by a billionth of the way. */
import type { MembraneNeuron } from './experiment.ts';
import type { Membrane } from './membrane.ts';

/** Samples per block: ROW². */
const ROW = 16;
const BLOCK = ROW * ROW;

export class Relaxation {
  readonly #membrane: Membrane;
  readonly #neuron: MembraneNeuron;
  readonly #dt: number;
  /** 1 − e^{−j·dt/τ}. */
  readonly #way = new Float64Array(BLOCK);

  constructor(membrane: Membrane, neuron: MembraneNeuron, dt: number) {
    this.#membrane = membrane;
    this.#neuron = neuron;
    this.#dt = dt;
    // 1 − (1 − a)(1 − b) = a + b(1 − a) gives the table from 2·ROW entries, two roundings each.
    const way = (j: number) => -Math.expm1(-membrane.lambda * (j * dt));
    for (let row = 0; row < ROW; row++) {
      const a = way(row * ROW);
      for (let j = 0; j < ROW; j++) {
        const b = row === 0 ? way(j) : (this.#way[j] ?? 0);
        this.#way[row * ROW + j] = a + b * (1 - a);
      }
    }
  }

  /** Writes V in mV at samples first … last.
   *  @param since time of sample `first` after the membrane's anchor, ms */
  write(V_m: Float64Array, first: number, last: number, since: number): void {
    const { u, lambda, value } = this.#membrane;
    const { E_L, R_m, C_m, leak } = this.#neuron;
    const dt = this.#dt;
    if (!leak) {
      const rate = value / C_m;
      for (let k = first; k <= last; k++) V_m[k] = E_L + (u + rate * (since + (k - first) * dt));
      return;
    }
    const way = this.#way;
    const settled = R_m * value;
    for (let k = first; k <= last; k += BLOCK) {
      const size = Math.min(BLOCK, last + 1 - k);
      const from = u - (settled - u) * Math.expm1(-lambda * (since + (k - first) * dt));
      const distance = settled - from;
      for (let j = 0; j < size; j++) V_m[k + j] = E_L + (from + distance * (way[j] as number));
    }
  }
}

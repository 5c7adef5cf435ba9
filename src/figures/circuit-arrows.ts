/** Currents of the membrane circuit as arrows, all on one scale: their lengths add up as the currents do. */
import type { CircuitState } from '../sim/membrane-circuit.ts';

/** An arrow on the sum line: from x to x in px; `row` counts from the top. */
export interface SumArrow {
  readonly quantity: 'input' | 'leak' | 'integrate';
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Kirchhoff's current law as three arrows. The injected current runs from 0 to I; below it the leak's
 *  current and then the capacitor's, head to tail, which end at I again.
 *  @param pxPerNa length of an arrow of 1 nA
 *  @param zero x of 0 nA in px */
export function sumArrows(
  injectedNa: number,
  state: CircuitState,
  pxPerNa: number,
  zero: number,
): readonly SumArrow[] {
  const x = (na: number) => zero + na * pxPerNa;
  return [
    { quantity: 'input', row: 0, from: x(0), to: x(injectedNa) },
    { quantity: 'leak', row: 1, from: x(0), to: x(state.leakNa) },
    { quantity: 'integrate', row: 2, from: x(state.leakNa), to: x(state.leakNa + state.capacitorNa) },
  ];
}

/** What the circuit does at one moment, in a sentence. */
import { formatNumber, formatQuantity } from '../lib/quantity.ts';
import type { CircuitState } from '../sim/membrane-circuit.ts';

const na = (value: number) => formatQuantity(value, 'nA', 2);
const zero = (value: number) => Number(value.toFixed(2)) === 0;

function leakInWords(leakNa: number): string {
  if (zero(leakNa)) return 'Nothing flows through the leak';
  return leakNa > 0 ? `The leak lets ${na(leakNa)} out` : `The leak lets ${na(-leakNa)} in`;
}

function capacitorInWords(capacitorNa: number): string {
  if (zero(capacitorNa)) return 'none is left for the capacitor';
  return capacitorNa > 0
    ? `${na(capacitorNa)} charges the capacitor`
    : `${na(-capacitorNa)} is taken from the capacitor`;
}

/** @param injectedNa injected current in nA
 *  @returns one or two sentences: where the current goes, and what u does because of it */
export function describeCircuit(injectedNa: number, state: CircuitState): string {
  const slope = state.slopeMvPerMs;
  const outcome = zero(slope)
    ? 'u stays where it is'
    : `u ${slope > 0 ? 'rises' : 'falls'} by ${formatNumber(Math.abs(slope), 2)}\u00a0mV in each millisecond`;
  return (
    `${zero(injectedNa) ? 'No current comes in' : `${na(injectedNa)} comes in`}. ` +
    `${leakInWords(state.leakNa)}, ${capacitorInWords(state.capacitorNa)}: ${outcome}.`
  );
}

/** A current whose frequency runs straight from one value to another: it shows the membrane's gain at every
 *  frequency in one run.
 *    I(t) = offset + amplitude·sin(2π(f₀s + (f₁ − f₀)s²/2T) + phase),   s = t − start, T = stop − start.
 *  Given to every method as short sines of constant frequency that meet at their ends; their phase is off by at
 *  most 1e-6 rad, the current by 1e-6 of its amplitude. */
import type { ChirpInput } from './experiment.ts';
import type { Piece } from './inputs.ts';

/** Largest error of the phase, rad. */
const PHASE_ERROR = 1e-6;
/** Most pieces of one chirp. */
export const MAX_CHIRP_PIECES = 200_000;

/** How many pieces a chirp is cut into: at their ends, L/2 from the middle, the phase is off by π·k·(L/2)², k
 *  the change of frequency per time. */
export function chirpPieceCount({ from, to, start, stop }: ChirpInput): number {
  const cyclesGained = (Math.abs(to - from) / 1000) * (stop - start);
  return Math.max(1, Math.ceil(Math.sqrt((Math.PI * cyclesGained) / (4 * PHASE_ERROR))));
}

/** The pieces of a chirp, in time order; empty where it lasts no time or is switched off. */
export function chirpPieces(input: ChirpInput): Piece[] {
  const { amplitude: size, offset: value, from, to, phase, start, stop } = input;
  if (stop === start || (size === 0 && value === 0)) return [];
  const count = chirpPieceCount(input);
  const length = (stop - start) / count;
  const sweep = (to - from) / 1000 / (stop - start);
  return Array.from({ length: count }, (_, j) => {
    const middle = (j + 0.5) * length;
    const frequency = from / 1000 + sweep * middle;
    const cycles = (from / 1000 + (sweep * middle) / 2) * middle - (frequency * length) / 2;
    return {
      start: start + j * length,
      stop: j + 1 < count ? start + (j + 1) * length : stop,
      value,
      slope: 0,
      size,
      omega: 2 * Math.PI * frequency,
      // Whole cycles are left out, so that the phase keeps its digits in a long run.
      phase: 2 * Math.PI * (cycles % 1) + phase,
    };
  });
}

/** The f–I curve in closed form, as a line. */
import type { Point } from '../../../figures/plot.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { firingRateHz, rheobaseNa } from '../../../sim/theory.ts';

/** Points of the closed form above rheobase, close together where it begins upright. */
const CURVE = 160;

/** @param to where the curve ends, nA
 *  @returns points from 0 nA on, y in Hz */
export function formulaPoints(neuron: LifNeuron, to: number): Point[] {
  const rheobase = Math.min(to, Math.max(0, rheobaseNa(neuron)));
  const above = Array.from({ length: CURVE + 1 }, (_, k) => {
    const x = rheobase + (to - rheobase) * (k / CURVE) ** 4;
    return { x, y: firingRateHz(neuron, x) };
  });
  return [{ x: 0, y: 0 }, ...above];
}

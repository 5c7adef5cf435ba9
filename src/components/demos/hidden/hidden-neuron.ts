/** The neuron of the capstone: its six parameters are drawn from a seed, within ranges that the learner is told. Drawn
 *  on the grid a person would write them on, and so that the currents at hand can both make it fire and leave it silent. */
import { formatQuantity } from '../../../lib/quantity.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { Random } from '../../../sim/random.ts';
import { LARGEST_SEED } from './hidden-kinds.ts';

/** From, to; the unit stands beside it in DRAWN. */
const R: Range = [5, 20];
const TAU: Range = [8, 30];
const REST: Range = [-80, -60];
/** From rest up to the threshold. */
const RISE: Range = [12, 25];
/** From rest to the reset. */
const RESET: Range = [-10, 6];
const T_REF: Range = [1, 6];
type Range = readonly [number, number];

const said = ([low, high]: Range, unit: string) =>
  `${formatQuantity(low, '', 0)} to ${formatQuantity(high, unit, 0)}`;

/** What the learner is told about every hidden neuron. */
export const DRAWN: readonly string[] = [
  `resistance ${said(R, 'MΩ')}`,
  `time constant ${said(TAU, 'ms')}`,
  `resting potential ${said(REST, 'mV')}`,
  `threshold ${said(RISE, 'mV')} above rest`,
  `reset from ${-RESET[0]}\u00a0mV below rest to ${RESET[1]}\u00a0mV above it, often at rest itself`,
  `refractory period ${said(T_REF, 'ms')}`,
];

/** A multiple of `step` from `low` to `high`, all equally likely. */
function on(random: Random, [low, high]: Range, step: number): number {
  const places = Math.round((high - low) / step) + 1;
  return Number((low + step * Math.floor(random.uniform() * places)).toFixed(2));
}

/** @param seed whole number from 0 to LARGEST_SEED
 *  @returns the same neuron for the same seed: MΩ, nF, mV, ms
 *  @throws RangeError naming the seed and its range */
export function hiddenNeuron(seed: number): LifNeuron {
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED)
    throw new RangeError(`seed ${seed} must be a whole number from 0 to ${LARGEST_SEED}`);
  const random = new Random(seed);
  const R_m = on(random, R, 0.5);
  // The capacitance is the round number, the time constant what comes of it.
  const least = Math.ceil((10 * TAU[0]) / R_m - 1e-9) / 10;
  const most = Math.floor((10 * TAU[1]) / R_m + 1e-9) / 10;
  const C_m = on(random, [least, most], 0.1);
  const E_L = on(random, REST, 0.5);
  const V_th = E_L + on(random, RISE, 0.5);
  const atRest = random.uniform() < 1 / 3;
  const V_reset = E_L + (atRest ? 0 : on(random, RESET, 0.5));
  const t_ref = on(random, T_REF, 0.5);
  return { model: 'lif', R_m, C_m, E_L, V_th, V_reset, t_ref, V_m: E_L, leak: true, threshold: true };
}

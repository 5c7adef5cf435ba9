/** Poisson numbers of one mean, by inversion: the first n whose cumulative probability exceeds a uniform
 *  number. A guide table of 256 entries (Chen & Asau 1974) starts the search where it ends, so that a draw
 *  takes one uniform number and about one comparison whatever the mean. */
import type { Uniform } from './connectivity.ts';
import { portableExp } from './portable.ts';

const GUIDES = 256;

/** Spikes one train gives in one step on average: Hz · ms / 1000. */
export function spikesPerStep(rateHz: number, dtMs: number): number {
  return (rateHz * dtMs) / 1000;
}

export interface PoissonTable {
  /** P(N ≤ n); the last entry is 1, so that every search ends. */
  readonly cumulative: Float64Array;
  /** guide[j]: the first n with P(N ≤ n) > j/256. */
  readonly guide: Uint16Array;
}

/** @param mean from 0 to MAX_DRIVE_PER_STEP (network-params.ts), where exp(−mean) is still a normal number */
export function poissonTable(mean: number): PoissonTable {
  const cumulative: number[] = [];
  let probability = portableExp(-mean);
  let sum = probability;
  // Ends where a further term no longer changes the sum: beyond the mean, below one part in 2⁵³.
  for (let n = 0; n < mean || sum + probability !== sum;) {
    cumulative.push(sum);
    n++;
    probability *= mean / n;
    sum += probability;
  }
  cumulative.push(1);
  const guide = new Uint16Array(GUIDES);
  for (let j = 0, n = 0; j < GUIDES; j++) {
    while (n < cumulative.length - 1 && cumulative[n]! <= j / GUIDES) n++;
    guide[j] = n;
  }
  return { cumulative: Float64Array.from(cumulative), guide };
}

/** One Poisson number, from one uniform number. */
export function drawPoisson(table: PoissonTable, uniform: Uniform): number {
  const u = uniform();
  let n = table.guide[Math.floor(u * GUIDES)]!;
  while (table.cumulative[n]! <= u) n++;
  return n;
}

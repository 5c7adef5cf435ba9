/** One random stream for each random thing of a network, all from the experiment's seed, so that one thing's
 *  draws never shift another's. */
import type { Uniform } from './connectivity.ts';
import { MAX_PARTS } from './network-params.ts';
import { Random } from './random.ts';

export interface NetworkStreams {
  /** For the synapses of projection p. */
  projection(p: number): Uniform;
  /** For the start values of population p. */
  start(p: number): Uniform;
  /** For the spikes of drive d. */
  drive(d: number): Uniform;
}

/** @param seed a whole number, as validated */
export function networkStreams(seed: number): NetworkStreams {
  const stream = (n: number): Uniform => {
    const random = new Random(seed, n);
    return () => random.uniform();
  };
  return {
    projection: (p) => stream(p),
    start: (p) => stream(MAX_PARTS + p),
    drive: (d) => stream(2 * MAX_PARTS + d),
  };
}

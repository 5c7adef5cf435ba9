/** What the networks of Brian2, NEST and PyNN have in common: names of variables, sizes, what fits into one neuron. */
import type { Network, NetworkExperiment, NetworkSynapse, Population } from '../sim/network.ts';
import { plural } from './text.ts';

/** Most connections of a given list that a readable file holds. */
const MAX_LISTED = 200_000;

/** The variable of a population: its place, since its name may be anything. */
export const variable = (network: Network, name: string): string =>
  `pop_${network.populations.findIndex((population) => population.name === name)}`;

/** The pairs of a given list, source by source. */
export function pairs(rule: { readonly rowptr: ArrayLike<number>; readonly targets: ArrayLike<number> }): {
  readonly sources: number[];
  readonly targets: number[];
} {
  const sources: number[] = [];
  for (let i = 0; i + 1 < rule.rowptr.length; i++) {
    for (let j = rule.rowptr[i] ?? 0; j < (rule.rowptr[i + 1] ?? 0); j++) sources.push(i);
  }
  return { sources, targets: Array.from(rule.targets) };
}

/** What arrives at a population: its drive and its projections.
 *  @throws RangeError when these are of two kinds, which one neuron of `tool` cannot have */
export function kindOf(network: Network, { name }: Population, tool: string): NetworkSynapse {
  const kinds = new Set(
    [...network.projections, ...network.drive].filter(({ to }) => to === name).map(({ synapse }) => synapse),
  );
  if (kinds.size > 1) {
    throw new RangeError(`a neuron of ${tool} has one kind of synapse, got exp and delta; Brian2 can`);
  }
  return kinds.has('delta') ? 'delta' : 'exp';
}

/** @throws RangeError when a given list is too long for a file that is to be read */
export function assertListed({ projections }: Network): void {
  for (const { from, to, rule } of projections) {
    if (rule.type !== 'csr' || rule.targets.length <= MAX_LISTED) continue;
    throw new RangeError(
      `the projection from ${from} to ${to} lists ${plural(rule.targets.length, 'connection')}; a file holds at most ${MAX_LISTED}: give a random rule`,
    );
  }
}

/** The head of a network's file. */
export function networkNote({ network: { populations, projections } }: NetworkExperiment): string {
  const neurons = populations.reduce((sum, { size }) => sum + size, 0);
  return `A network of ${plural(neurons, 'leaky integrate-and-fire neuron')} in ${plural(populations.length, 'population')} with ${plural(projections.length, 'projection')}.
Written by Integrate & Fire from one of its experiments. Random wiring, start potentials and drives are of the
simulator's own random numbers: statistics agree with the site's, single spikes do not.`;
}

/** Python that prints each population's spikes from a dictionary `spikes` of (time, index) pairs by variable. */
export function printSpikes(
  { network: { populations } }: NetworkExperiment,
  names: (text: string) => string,
): string {
  return `names = [${populations.map(({ name }) => names(name)).join(', ')}]
sizes = [${populations.map(({ size }) => size).join(', ')}]
for name, size, fired in zip(names, sizes, spikes):
    print(f"{name}: {len(fired)} spikes, {len(fired) / size / duration * 1000:.3f} Hz")
if '--spikes' in sys.argv:  # one line each: ms, population, neuron
    for time, population, index in sorted((t, p, i) for p, fired in enumerate(spikes) for t, i in fired):
        print(round(time, 6), population, index)`;
}

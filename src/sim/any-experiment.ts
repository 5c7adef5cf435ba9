/** An experiment of either kind: one neuron with its inputs, or a network. */
import type { Experiment } from './experiment.ts';
import type { NetworkExperiment } from './network.ts';
import { parseNetworkExperiment } from './network-parse.ts';
import { parseExperiment } from './parse-experiment.ts';

export type AnyExperiment = Experiment | NetworkExperiment;

export function isNetwork(experiment: AnyExperiment): experiment is NetworkExperiment {
  return 'network' in experiment;
}

/** `parseNetworkExperiment` where the data have a `network`, else `parseExperiment`.
 *  @throws RangeError as either does */
export function parseAnyExperiment(data: unknown): AnyExperiment {
  const network = typeof data === 'object' && data !== null && Object.hasOwn(data, 'network');
  return network ? parseNetworkExperiment(data) : parseExperiment(data);
}

/** `parseExperimentWith` for every model of the site, and for the one that most lessons are about. */
import type { Experiment, LifExperiment, LifNeuron, Neuron } from './experiment.ts';
import { LIF } from './lif.ts';
import { MODELS } from './models.ts';
import { parseExperimentWith } from './parse-with.ts';

/** The gate of files and the command line: an experiment with any model and any input.
 *  @throws RangeError, one sentence that names field, value, unit and allowed range */
export function parseExperiment(data: unknown): Experiment {
  return parseExperimentWith<Neuron>(MODELS, data);
}

/** The gate of what is written for the leaky integrate-and-fire neuron without noise.
 *  @throws RangeError as `parseExperiment`, and when the neuron is another model or an input is not among
 *    plain-inputs.ts */
export function parseLifExperiment(data: unknown): LifExperiment {
  return parseExperimentWith<LifNeuron>({ lif: LIF }, data);
}

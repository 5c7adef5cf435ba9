/** Spike times or a trace from elsewhere beside a run: how far apart they are, and which neuron gives the trace. */
import { distanceTo, type Brought } from '../figures/brought.ts';
import { broughtInWords, distanceInWords } from '../figures/brought-words.ts';
import { isNetwork } from '../sim/any-experiment.ts';
import type { Experiment } from '../sim/experiment.ts';
import { fitLif } from '../sim/fit-lif.ts';
import { measuredFromText } from '../sim/measured-data.ts';
import { realise } from '../sim/realise.ts';
import { simulate } from '../sim/simulate.ts';
import { spikesOfTrace, timesOf } from '../sim/trace-spikes.ts';
import { readExperiment, readText, told, UserError } from './files.ts';

/** @throws UserError with one sentence that names the file and what is wrong in it */
function read(command: string, [file, data, ...more]: readonly string[]): [Experiment, Brought] {
  if (file === undefined || data === undefined || more.length > 0) {
    throw new UserError(`${command} needs two files: an experiment and a table of data`);
  }
  const experiment = readExperiment(file);
  if (isNetwork(experiment))
    throw new UserError(`${command} takes an experiment with one neuron, not a network`);
  const measured = told(data, () => measuredFromText(readText(data)));
  const spikes =
    measured.kind === 'spikes' ? measured.times : timesOf(spikesOfTrace(measured.t, measured.V), measured.t);
  return [experiment, { data: measured, spikes }];
}

/** Two lines: what the table holds, and how far it is from the run. */
export function compare(words: readonly string[]): string {
  const [experiment, brought] = read('compare', words);
  const distance = distanceTo(brought, { experiment, recording: simulate(experiment) });
  return `${broughtInWords(brought)}\n${distanceInWords(distance, brought, experiment.duration)}\n`;
}

/** The fitted numbers with their errors, how much of the trace is left, and what it cannot tell, as JSON. */
export function fit(words: readonly string[]): string {
  const [experiment, { data }] = read('fit', words);
  if (data.kind !== 'trace')
    throw new UserError('fit needs a trace of the potential, of two columns: spike times are not enough');
  if (experiment.neuron.model !== 'lif') {
    throw new UserError(`fit is of the neuron "lif", got "${experiment.neuron.model}"`);
  }
  const { values, rms, spikes, untold } = told('fit', () =>
    fitLif(data.t, data.V, realise(experiment).inputs),
  );
  return `${JSON.stringify({ values, rms, spikes: Array.from(spikes), untold }, null, 2)}\n`;
}

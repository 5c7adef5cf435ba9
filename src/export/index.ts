/** An experiment as files of another tool. `exportTo` is fetched behind a button: nothing on a page may import this
 *  module except by `import()`. */
import type { AnyExperiment } from '../sim/any-experiment.ts';
import type { Experiment } from '../sim/experiment.ts';
import { networkToBrian2 } from './network-brian2.ts';
import { networkToNest } from './network-nest.ts';
import { networkToPynn } from './network-pynn.ts';
import { EXPORT_TARGETS, type ExportTarget } from './targets.ts';
import { toBrian2 } from './brian2.ts';
import { toNeuroml } from './neuroml.ts';
import { toPynest } from './pynest.ts';
import { toPynn } from './pynn.ts';
import { toPython } from './python.ts';

export { onGrid } from './on-grid.ts';

/** One file of an export. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

export interface Exported {
  readonly files: readonly ExportedFile[];
}

const NEURON: Readonly<Record<ExportTarget, (experiment: Experiment) => ExportedFile[]>> = {
  python: toPython,
  brian2: toBrian2,
  nest: toPynest,
  pynn: toPynn,
  neuroml: toNeuroml,
};

/** @throws RangeError with a sentence that says what the tool cannot do, and which can */
export function exportTo(target: ExportTarget, experiment: AnyExperiment): Exported {
  if (!('network' in experiment)) return { files: NEURON[target](experiment) };
  switch (target) {
    case 'brian2':
      return { files: networkToBrian2(experiment) };
    case 'nest':
      return { files: networkToNest(experiment) };
    case 'pynn':
      return { files: networkToPynn(experiment) };
    default:
      throw new RangeError(
        `a network is not written for ${EXPORT_TARGETS[target]}: Brian2, NEST and PyNN are made for it`,
      );
  }
}

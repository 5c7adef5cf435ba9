/** An experiment as files of another tool. `exportTo` is fetched behind a button: nothing on a page may import this
 *  module except by `import()`. */
import type { AnyExperiment } from '../sim/any-experiment.ts';
import type { ExportTarget } from './targets.ts';
import { toBrian2 } from './brian2.ts';
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

/** @throws RangeError with a sentence that says what the tool cannot do, and which can */
export function exportTo(target: ExportTarget, experiment: AnyExperiment): Exported {
  if ('network' in experiment) {
    throw new RangeError('a network cannot be exported yet, only an experiment with one neuron');
  }
  return { files: target === 'brian2' ? toBrian2(experiment) : toPython(experiment) };
}

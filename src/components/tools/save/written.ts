/** The experiment of a figure as a file of another tool, with a word about what had to change. Pure. */
import { exportTo, onGrid, type ExportedFile } from '../../../export/index.ts';
import { EXPORT_TARGETS, type ExportTarget } from '../../../export/targets.ts';
import type { Experiment } from '../../../sim/experiment.ts';

export interface Written {
  readonly files: readonly ExportedFile[];
  /** What differs from the figure; empty when nothing does. */
  readonly remark: string;
}

/** @returns the files, or a sentence why there are none */
export function writtenFor(target: ExportTarget, experiment: Experiment): Written | string {
  try {
    return { files: exportTo(target, experiment).files, remark: '' };
  } catch (refusal) {
    if (!(refusal instanceof RangeError)) throw refusal;
    const moved = onGrid(experiment);
    if (moved === experiment) return `${refusal.message}.`;
    try {
      const { files } = exportTo(target, moved);
      const remark =
        `The figure finds its spikes by the method “${experiment.method}”; ${EXPORT_TARGETS[target]} steps along a grid. ` +
        `The file has the method “${moved.method}” with steps of ${experiment.dt} ms: a spike may come up to a step later, ` +
        'and each after it by a little more.';
      return { files, remark };
    } catch (second) {
      if (second instanceof RangeError) return `${second.message}.`;
      throw second;
    }
  }
}

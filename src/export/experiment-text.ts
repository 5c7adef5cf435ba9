/** An experiment as text that `parseExperiment` reads back to the same experiment. */
import type { Experiment } from '../sim/experiment.ts';

/** JSON writes a typed array as an object with numbered fields. */
const plain = (_key: string, value: unknown) =>
  ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;

/** The whole experiment, every field of it, as indented JSON with a line break at its end. */
export function experimentAsJson(experiment: Experiment): string {
  return `${JSON.stringify(experiment, plain, 2)}\n`;
}

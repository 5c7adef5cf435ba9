/** Reading what a user hands over. Every failure is a sentence about the file, not a stack trace. */
import { readFileSync } from 'node:fs';
import { parseAnyExperiment, type AnyExperiment } from '../sim/any-experiment.ts';
import { assertObject, own } from '../sim/parse-fields.ts';
import { samplesFromText } from '../sim/samples-file.ts';

/** What the user can put right; the command line prints its message and exits with 2. */
export class UserError extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

export function readText(file: string): string {
  try {
    // 0 is standard input.
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UserError(`cannot read ${file}: ${REASONS[code] ?? message}`);
  }
}

/** What goes wrong in a file is said with its name. */
export function told<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${name} is not JSON: ${error.message}`);
    if (error instanceof RangeError) throw new UserError(`${name}: ${error.message}`);
    throw error;
  }
}

/** The data of an experiment with one more input. */
function withInput(data: unknown, input: object): unknown {
  assertObject(data, 'experiment');
  const inputs = own(data, 'inputs') ?? [];
  // A list that is none is parseExperiment's to refuse.
  return { ...data, inputs: Array.isArray(inputs) ? [...(inputs as unknown[]), input] : inputs };
}

/** Reads an experiment from a file, or from standard input where the name is "-".
 *  @param recorded a file of times and currents that flow into its neuron beside its other inputs
 *  @throws UserError with one sentence that names the file and what is wrong in it */
export function readExperiment(file: string, recorded?: string): AnyExperiment {
  const name = file === '-' ? 'standard input' : file;
  const text = readText(file);
  const current = recorded === undefined ? undefined : readText(recorded);
  const samples = current === undefined ? [] : [told(recorded ?? '', () => samplesFromText(current))];
  return told(name, () => {
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return parseAnyExperiment(samples.reduce(withInput, data));
  });
}

/** Reading what a user hands over. Every failure is a sentence about the file, not a stack trace. */
import { readFileSync } from 'node:fs';
import { parseAnyExperiment, type AnyExperiment } from '../sim/any-experiment.ts';

/** What the user can put right; the command line prints its message and exits with 2. */
export class UserError extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

function readText(file: string): string {
  try {
    // 0 is standard input.
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UserError(`cannot read ${file}: ${REASONS[code] ?? message}`);
  }
}

/** Reads an experiment from a file, or from standard input where the name is "-".
 *  @throws UserError with one sentence that names the file and what is wrong in it */
export function readExperiment(file: string): AnyExperiment {
  const name = file === '-' ? 'standard input' : file;
  const text = readText(file);
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UserError(`${name} is not JSON: ${(error as Error).message}`);
  }
  try {
    return parseAnyExperiment(data);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${name}: ${error.message}`);
    throw error;
  }
}

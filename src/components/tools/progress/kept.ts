/** The progress in this browser. A browser may forbid storage: then nothing is kept, and nothing is said of it on the
 *  pages of the lessons. The steps of the build-it path have a key of their own and are counted from there. */
import { KEY, NOTHING, dayOf, merged, parseProgress, passedOn, progressText } from '../../../lib/progress.ts';
import type { Progress, Read } from '../../../lib/progress.ts';

/** The lesson of the build-it path, and the key where src/components/build-it/progress.ts keeps its steps. */
const BUILD_IT = '05-build-it-in-python';
const STEPS_KEY = 'build-it';

/** What lies under the keys, as it is: to put back what was erased. */
export interface Raw {
  readonly progress: string | null;
  readonly steps: string | null;
}

export function rawKept(): Raw {
  try {
    return { progress: localStorage.getItem(KEY), steps: localStorage.getItem(STEPS_KEY) };
  } catch {
    return { progress: null, steps: null };
  }
}

/** @returns whether the browser keeps it */
export function putBack({ progress, steps }: Raw): boolean {
  try {
    for (const [key, text] of [
      [KEY, progress],
      [STEPS_KEY, steps],
    ] as const) {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    }
    return true;
  } catch {
    return false;
  }
}

export const erase = (): boolean => putBack({ progress: null, steps: null });

/** The steps of the build-it path that are done; none where the list cannot be read. */
function keptSteps(text: string | null): readonly string[] {
  try {
    const ids: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** What is kept, or why it cannot be read. */
export function readKept(): Read {
  const { progress, steps } = rawKept();
  const read: Read = progress === null ? { ok: true, progress: NOTHING } : parseProgress(progress);
  if (!read.ok) return read;
  // Those that were not counted before count from today.
  const done = passedOn(BUILD_IT, keptSteps(steps), dayOf(new Date()));
  return { ok: true, progress: merged(done, read.progress) };
}

/** Adds to what is kept. What cannot be read is left as it is.
 *  @param steps ids of the steps of the build-it path, when some of them may be new
 *  @returns what is kept now; undefined where nothing could be added */
export function keep(more: Progress, steps: readonly string[] = []): Progress | undefined {
  const read = readKept();
  if (!read.ok) return undefined;
  const all = merged(read.progress, more);
  try {
    localStorage.setItem(KEY, progressText(all));
    const done = steps.filter((id) => all.get(BUILD_IT)?.has(id));
    if (done.length > 0) localStorage.setItem(STEPS_KEY, JSON.stringify(done));
  } catch {
    return undefined;
  }
  return all;
}

/** A check of one step, as the page asks for it. Fetched when Check is first pressed. */
import type { Answer, ProbeRequest, Verdict } from '../../build-it/answers.ts';
import { judged } from '../../build-it/judged.ts';
import script from '../../build-it/probe.py?raw';
import { stepAt } from '../../build-it/steps.ts';
import { dotsIn } from '../../build-it/unfinished.ts';

/** A cell as the session has it. */
interface Written {
  readonly id: string;
  readonly code: () => string;
}
const no = (text: string): Verdict => ({ ok: false, text });

/** What can be said without running anything.
 *  @param cells those above, and the one that is checked
 *  @param titleOf "Cell 2" */
export function beforeRun(cells: readonly Written[], titleOf: (id: string) => string): Verdict | undefined {
  for (const [i, { id, code }] of cells.entries()) {
    const line = dotsIn(code());
    if (line === undefined) continue;
    return i === cells.length - 1
      ? no(`Three dots are still in line ${line}: write your own in their place.`)
      : no(
          `${titleOf(id)} comes first: three dots are still in its line ${line}, and this step builds on it.`,
        );
  }
  return undefined;
}

export interface Check {
  readonly script: string;
  readonly request: ProbeRequest;
  judge(answers: readonly Answer[]): Verdict;
}

/** @param attempt each has its own random cases */
export function checkOf(id: string, written: readonly Written[], attempt: number): Check {
  const step = stepAt(id);
  const cases = step.cases(attempt);
  const cells = written.map(({ id, code }) => [`cell:${id}`, code()] as const);
  return {
    script,
    request: { cells, cases, names: step.names },
    judge: (answers) => judged(step, cases, answers),
  };
}

export const solutionOf = (id: string): string => stepAt(id).solution.trim();

export const FAILED: Verdict = no(
  'The cell does not run to its end yet: see what it says below. Then it can be checked.',
);
export const STOPPED: Verdict = no(
  'The check did not come to its end. If you stopped it: does a loop run on for ever, here or with other numbers?',
);

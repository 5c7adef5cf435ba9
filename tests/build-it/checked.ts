/** A learner's program, checked as on the page: real Python, the solutions of the steps above it, hidden cases. */
import { startPython } from '../python/pyodide.ts';
import type { Answer, Verdict } from '../../src/build-it/answers.ts';
import { judged } from '../../src/build-it/judged.ts';
import { STEPS, stepAt } from '../../src/build-it/steps.ts';

const python = await startPython();

/** @param code of the cell of this step
 *  @param seed of the random cases */
export function checked(id: string, code: string, seed = 1): Verdict {
  const step = stepAt(id);
  const above = STEPS.slice(0, STEPS.indexOf(step)).map(({ id, solution }) => [id, solution] as const);
  const cases = step.cases(seed);
  const written = [...above, [id, code] as const].map(([id, text]) => [`cell:${id}`, text] as const);
  return judged(
    step,
    cases,
    python.probe<Answer[]>('build-it/probe.py', { cells: written, cases, names: step.names }),
  );
}

/** The solution of a step with one thing done differently.
 *  @throws Error when the solution does not hold what is to be changed */
export function solutionWith(
  id: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): string {
  return changes.reduce((code, [from, to]) => {
    if (!code.includes(from)) throw new Error(`the solution of ${id} does not hold "${from}"`);
    return code.replaceAll(from, to);
  }, stepAt(id).solution);
}

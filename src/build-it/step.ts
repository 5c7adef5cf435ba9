/** One step of the path: what a learner begins with, what helps, and how it is checked. */
import type { Answer, Case, NumberName, Numbers, Verdict } from './answers.ts';
import { COURSE, randomNumbers } from './numbers.ts';
import { isClearCut, type Part } from './truth.ts';

export interface StepText {
  /** Anchor of its cell; what a learner typed is kept under it. */
  readonly id: string;
  readonly title: string;
  readonly starter: string;
  /** The first says where to look, the second nearly how to write it. */
  readonly hints: readonly [gentle: string, strong: string];
  readonly solution: string;
}

export interface Step extends StepText {
  /** Variables that are read. */
  readonly names: readonly string[];
  /** The hidden runs; the first is always the program as it stands.
   *  @param seed the same seed, the same random cases */
  cases(seed: number): Case[];
  judge(cases: readonly Case[], answers: readonly Answer[]): Verdict;
}

export const only = (numbers: Numbers, names: readonly NumberName[]): Partial<Numbers> =>
  Object.fromEntries(names.map((name) => [name, numbers[name]]));

/** The program as it stands, fixed cases, random ones.
 *  @param uses numbers that the program has names for
 *  @param fixed what is changed in them */
export function casesOf(
  uses: readonly NumberName[],
  fixed: readonly Partial<Numbers>[],
  part: Part,
  seed: number,
): Case[] {
  const cases: Partial<Numbers>[] = [{}, ...fixed.map((change) => only({ ...COURSE, ...change }, uses))];
  for (let draw = 0; cases.length < fixed.length + 3; draw++) {
    const numbers = randomNumbers(1000 * seed + draw);
    if (isClearCut(numbers, 'euler', part) && isClearCut(numbers, 'exact', part))
      cases.push(only(numbers, uses));
  }
  return cases.map((set) => ({ set, calls: [] }));
}

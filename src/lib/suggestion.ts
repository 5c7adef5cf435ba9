/** Where the placement quiz sends a reader. */

export interface Answered {
  /** Id of a lesson. */
  readonly lesson: string;
  readonly right: boolean;
}

export interface Suggestion {
  /** The lesson to begin with: the first whose question was not answered right; undefined when all were. */
  readonly start: string | undefined;
  /** Questions answered right. */
  readonly right: number;
  /** Lessons before it, whose questions were all answered right: what can be passed over. */
  readonly known: readonly string[];
  /** Lessons after it whose questions were not answered right either. */
  readonly later: readonly string[];
}

/** @param answers in the order of the course; what was left out counts as not right */
export function suggestion(answers: readonly Answered[]): Suggestion {
  const missed = [...new Set(answers.filter(({ right }) => !right).map(({ lesson }) => lesson))];
  const [start, ...later] = missed;
  const first = answers.findIndex(({ lesson }) => lesson === start);
  const before = first === -1 ? answers : answers.slice(0, first);
  return {
    start,
    later,
    right: answers.filter(({ right }) => right).length,
    known: [...new Set(before.map(({ lesson }) => lesson))],
  };
}

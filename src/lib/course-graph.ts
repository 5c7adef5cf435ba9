/** The course as a map of lines, like the tracks of a railway: each lesson stands in a row of its own, in a lane; a line
 *  runs from each lesson down to those that need it. */

export interface GraphLesson {
  readonly id: string;
  /** Ids of earlier lessons. */
  readonly prerequisites: readonly string[];
}

export interface GraphRow {
  readonly id: string;
  /** Lane of the lesson, from 0. */
  readonly lane: number;
  /** Lanes whose line comes from above into the lesson. */
  readonly from: readonly number[];
  /** Lanes whose line runs past it, to a lesson further down. */
  readonly past: readonly number[];
  /** Whether a line leaves it downwards. */
  readonly goesOn: boolean;
}

/** What a lesson needs, without what it needs already because one of these needs it.
 *  @returns for each lesson the ids of those it is drawn from */
export function drawnFrom(lessons: readonly GraphLesson[]): ReadonlyMap<string, readonly string[]> {
  /** All that comes before a lesson, near or far. */
  const before = new Map<string, ReadonlySet<string>>();
  return new Map(
    lessons.map(({ id, prerequisites }) => {
      const far = new Set(prerequisites.flatMap((each) => [...(before.get(each) ?? [])]));
      before.set(id, new Set([...prerequisites, ...far]));
      return [id, prerequisites.filter((each) => !far.has(each))];
    }),
  );
}

/** @param lessons in an order in which each comes after what it needs
 *  @returns a row for each, and how many lanes there are */
export function courseGraph(lessons: readonly GraphLesson[]): {
  readonly rows: readonly GraphRow[];
  readonly lanes: number;
} {
  const parents = drawnFrom(lessons);
  const waiting = new Map<string, number>();
  for (const each of [...parents.values()].flat()) waiting.set(each, (waiting.get(each) ?? 0) + 1);

  /** The lesson whose line runs in each lane. */
  const running: (string | undefined)[] = [];
  const rows = lessons.map(({ id }): GraphRow => {
    const needs = parents.get(id) ?? [];
    const from = needs.map((each) => running.indexOf(each)).sort((a, b) => a - b);
    for (const each of needs) {
      const left = (waiting.get(each) ?? 0) - 1;
      waiting.set(each, left);
      if (left === 0) running[running.indexOf(each)] = undefined;
    }
    const past = running.flatMap((each, lane) => (each === undefined ? [] : [lane]));
    // It goes on in the lane of a line that ends here, else in the first that is free.
    const ending = from.find((lane) => running[lane] === undefined);
    const free = running.indexOf(undefined);
    const lane = ending ?? (free === -1 ? running.length : free);
    const goesOn = (waiting.get(id) ?? 0) > 0;
    running[lane] = goesOn ? id : undefined;
    return { id, lane, from, past, goesOn };
  });
  return { rows, lanes: running.length };
}

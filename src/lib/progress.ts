/** What a reader has passed: for each lesson its questions, and the day each was first answered right. It is one text in
 *  the reader's own browser, and the same text is the file that can be exported and imported.
 *
 *      {"version":1,"passed":{"04-threshold-reset-refractoriness":{"interval":"2026-11-23"}}} */

/** Lesson id → question id → day, YYYY-MM-DD. Maps: an id such as "constructor" is an id like any other. */
export type Progress = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const KEY = 'progress';
export const NOTHING: Progress = new Map();

const VERSION = 1;
/** A thousand questions make about 60 000 characters. */
const MOST_CHARACTERS = 1_000_000;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST_IN_AN_ID = 80;

export type Read =
  | { readonly ok: true; readonly progress: Progress }
  /** One sentence for the reader. */
  | { readonly ok: false; readonly sentence: string };

const refuse = (sentence: string): Read => ({ ok: false, sentence });
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (text: string): boolean => text.length <= MOST_IN_AN_ID && ID.test(text);
const brief = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
};

/** @returns whether it is a day of the calendar, YYYY-MM-DD */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  // 30 February is read as 2 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The reader's own calendar, not that of Greenwich. */
export function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Reads what was kept or exported. All of it must be right, else none is taken: half of a file would look like all. */
export function parseProgress(text: string): Read {
  if (text.length > MOST_CHARACTERS)
    return refuse(
      `This is no progress of this course: it holds ${text.length} characters, and at most ${MOST_CHARACTERS} are read.`,
    );
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('This is no progress of this course: it is not JSON, or a part of it is missing.');
  }
  if (!isObject(data) || !('version' in data) || !('passed' in data))
    return refuse(
      'This is no progress of this course: it must be an object with the fields “version” and “passed”.',
    );
  if (data['version'] !== VERSION)
    return refuse(
      `This progress has version ${brief(data['version'])}, and this page reads version ${VERSION}: was it exported from a newer or another site?`,
    );
  if (!isObject(data['passed']))
    return refuse(`“passed” must be an object with the ids of lessons, got ${brief(data['passed'])}.`);

  const progress = new Map<string, ReadonlyMap<string, string>>();
  for (const [lesson, questions] of Object.entries(data['passed'])) {
    if (!isId(lesson))
      return refuse(`The id of a lesson is made of small letters, digits and hyphens, got ${brief(lesson)}.`);
    if (!isObject(questions))
      return refuse(`Lesson ${brief(lesson)} must hold ids of questions with days, got ${brief(questions)}.`);
    const days = new Map<string, string>();
    for (const [question, day] of Object.entries(questions)) {
      if (!isId(question))
        return refuse(
          `The id of a question is made of small letters, digits and hyphens, got ${brief(question)} in lesson ${brief(lesson)}.`,
        );
      if (!isDay(day))
        return refuse(
          `Question ${brief(question)} of lesson ${brief(lesson)} must have a day such as 2026-11-23, got ${brief(day)}.`,
        );
      days.set(question, day);
    }
    progress.set(lesson, days);
  }
  return { ok: true, progress };
}

/** The text that parseProgress reads. */
export const progressText = (progress: Progress): string =>
  JSON.stringify({
    version: VERSION,
    passed: Object.fromEntries([...progress].map(([lesson, days]) => [lesson, Object.fromEntries(days)])),
  });

/** All that is in either; of two days the earlier one. */
export function merged(first: Progress, second: Progress): Progress {
  const all = new Map([...first].map(([lesson, days]) => [lesson, new Map(days)]));
  for (const [lesson, days] of second) {
    const own = all.get(lesson) ?? new Map<string, string>();
    all.set(lesson, own);
    for (const [question, day] of days) {
      const known = own.get(question);
      if (known === undefined || day < known) own.set(question, day);
    }
  }
  return all;
}

/** These questions of a lesson, passed on one day. */
export const passedOn = (lesson: string, questions: readonly string[], day: string): Progress =>
  new Map(questions.length === 0 ? [] : [[lesson, new Map(questions.map((question) => [question, day]))]]);

/** How many of these questions are passed; what the lesson no longer asks does not count. */
export const countPassed = (progress: Progress, lesson: string, questions: readonly string[]): number =>
  questions.filter((question) => progress.get(lesson)?.has(question)).length;

/** How many questions are passed in all lessons, whether they are still asked or not. */
export const countAll = (progress: Progress): number =>
  [...progress.values()].reduce((sum, days) => sum + days.size, 0);

/** The front matter of a lesson: every field once, with its rule, the sentence that states the rule
 *  and what the field is for. The schema, the refusals and the table in CONTRIBUTING.md come from here. */
import { z } from 'astro/zod';
import { SOURCES } from '../content/sources.ts';
import { showValue } from '../sim/param-spec.ts';

const text = z.string().trim().min(1);

/** A field of the contract. `allowed` completes the sentence "‹field› must be …". */
interface Field {
  readonly schema: z.ZodType;
  readonly allowed: string;
  /** The values themselves, where they are a list that grows. */
  readonly among?: readonly string[];
  readonly doc: string;
}

const FIELDS = {
  title: {
    schema: text,
    allowed: 'the name of the lesson, as text',
    doc: 'The heading of the page and its name in the sidebar.',
  },
  layout: {
    schema: z.literal('learning').optional(),
    allowed: '"learning", or left out',
    doc: 'Kept from the original tutorial; says that the page is a lesson and changes nothing.',
  },
  topics: {
    schema: z.array(text).min(1),
    allowed: 'a list of one or more names, as text',
    doc: 'Where the page stands in the topics index. A new name makes a new topic.',
  },
  learning_outcome: {
    schema: text,
    allowed: 'one sentence that says what the reader takes away, as text',
    doc: 'What the whole lesson is for, in one sentence.',
  },
  description: {
    schema: text.max(160),
    allowed: 'text of 1 to 160 characters',
    doc: 'What search engines and link previews show.',
  },
  order: {
    schema: z.int().min(1).max(99),
    allowed: 'a whole number from 1 to 99, and no two lessons may share it',
    doc: 'Place of the lesson in the course and in the sidebar.',
  },
  minutes: {
    schema: z.int().min(1).max(120),
    allowed: 'a whole number from 1 to 120 (minutes)',
    doc: 'How long a reader who answers the questions needs.',
  },
  objectives: {
    schema: z
      .array(z.string().regex(/^You can \S/))
      .min(1)
      .max(4),
    allowed: 'a list of 1 to 4 sentences, each beginning "You can"',
    doc: 'What the reader can do afterwards; each is met by a question in the lesson.',
  },
  prerequisites: {
    schema: z.array(text).default([]),
    allowed: 'a list of lesson ids (file names in the lessons folder, without ".mdx")',
    doc: 'Lessons to read before this one. Every id must exist.',
  },
  sources: {
    schema: z.array(z.string().refine((id) => Object.hasOwn(SOURCES, id))).default([]),
    allowed: 'a list of ids from src/content/sources.bib',
    among: Object.keys(SOURCES),
    doc: 'The works the lesson cites, printed by <Sources />.',
  },
} as const satisfies Record<string, Field>;

/** Fields that Starlight gives to every page and that a lesson may set as well. */
const STARLIGHT_FIELDS = [
  ...['slug', 'editUrl', 'head', 'tableOfContents', 'template', 'hero', 'banner', 'lastUpdated'],
  ...['prev', 'next', 'pagefind', 'draft', 'sidebar'],
];

type Shape = { readonly [K in keyof typeof FIELDS]: (typeof FIELDS)[K]['schema'] };
const shape = Object.fromEntries(
  Object.entries(FIELDS).map(([name, field]) => [name, field.schema]),
) as unknown as Shape;

const lessonSchema = z.object(shape);

/** What every page of the collection may carry: the lesson's fields, none of them required, since a
 *  page outside the lessons folder is not a lesson. `title` is Starlight's own. */
export const lessonFields = lessonSchema.omit({ title: true }).partial();

export type LessonFrontMatter = z.infer<typeof lessonSchema>;

/** The contract as rows, for documentation: field, whether it must be there, rule, purpose. */
export const lessonFieldRows = Object.entries(FIELDS).map(([name, { schema, allowed, doc }]) => ({
  name,
  required: !schema.safeParse(undefined).success,
  allowed,
  doc,
}));

const found = (value: unknown): string => (value === undefined ? 'nothing' : showValue(value));

/** Front matter that breaks the contract. The message is one sentence per problem and stops the build. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError';
}

/** Reads the front matter of one lesson.
 *  @param file path shown to the author, from the root of the repository
 *  @throws FrontMatterError naming file, field, what was found and what is allowed */
export function readLesson(data: Readonly<Record<string, unknown>>, file: string): LessonFrontMatter {
  const known = [...Object.keys(FIELDS), ...STARLIGHT_FIELDS];
  const strangers = Object.keys(data).filter((name) => !known.includes(name));
  const problems = strangers.map(
    (name) => `${name} is not a field of a lesson; its fields are ${known.join(', ')}`,
  );
  const result = lessonSchema.safeParse(data);
  const broken = new Set(result.success ? [] : result.error.issues.map((issue) => String(issue.path[0])));
  for (const name of broken) {
    const { allowed, among }: Field = FIELDS[name as keyof typeof FIELDS];
    const choice = among ? ` (${among.join(', ')})` : '';
    problems.push(`${name} must be ${allowed}${choice}, got ${found(data[name])}`);
  }
  if (result.success && problems.length === 0) return result.data;
  throw new FrontMatterError(problems.map((problem) => `${file}: ${problem}.`).join('\n'));
}

/** A lesson as the checks between lessons see it. */
export interface LessonEntry {
  /** File name without folder and ending. */
  readonly id: string;
  readonly file: string;
  readonly order: number;
  readonly prerequisites: readonly string[];
}

/** Checks what no lesson can know alone: prerequisites exist and come earlier, no place is taken twice.
 *  @throws FrontMatterError naming file, field, what was found and what is allowed */
export function assertCourse(lessons: readonly LessonEntry[]): void {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const byOrder = new Map<number, LessonEntry>();
  const problems: string[] = [];
  for (const lesson of lessons) {
    const rival = byOrder.get(lesson.order);
    if (rival) {
      problems.push(
        `${lesson.file}: order must be a number of its own, got ${lesson.order}, as in ${rival.file}.`,
      );
    }
    byOrder.set(lesson.order, lesson);
    for (const id of lesson.prerequisites) {
      const earlier = byId.get(id);
      if (earlier && earlier.order < lesson.order) continue;
      const ids = lessons.filter(({ order }) => order < lesson.order).map((other) => other.id);
      const allowed = ids.length
        ? `the id of an earlier lesson (${ids.join(', ')})`
        : 'an empty list, as no lesson comes earlier';
      problems.push(`${lesson.file}: prerequisites must be ${allowed}, got ${showValue(id)}.`);
    }
  }
  if (problems.length) throw new FrontMatterError(problems.join('\n'));
}

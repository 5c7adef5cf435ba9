import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertCourse, lessonFieldRows, readLesson, type LessonEntry } from '../../src/lib/front-matter.ts';

const recipe = readFile(resolve(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');

const FILE = 'src/content/docs/lessons/09-a-lesson.mdx';

const good = {
  layout: 'learning',
  topics: ['Neuronal Models', 'Neuroscience'],
  learning_outcome: 'To build a model of a LIF neuron using Python',
  title: 'The Leaky Integrate-and-Fire Neuron',
  description: 'A neuron model.',
  order: 9,
  minutes: 10,
  objectives: ['You can say what a spike is.'],
};

/** The message of the refusal, or a failure when nothing is refused. */
function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return (error as Error).message;
  }
  return expect.fail('the front matter was accepted');
}

const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

describe('the front matter of a lesson', () => {
  it("accepts the original tutorial's fields as they were written", () => {
    expect(readLesson(good, FILE)).toEqual({ ...good, prerequisites: [], sources: [] });
  });

  it('accepts what Starlight gives to every page', () => {
    expect(readLesson({ ...good, draft: true, sidebar: { label: 'Nine' } }, FILE).title).toBe(good.title);
  });

  it.each([
    ['title', 'must be the name of the lesson, as text'],
    ['topics', 'must be a list of one or more names, as text'],
    ['learning_outcome', 'must be one sentence that says what the reader takes away, as text'],
    ['description', 'must be text of 1 to 160 characters'],
    ['order', 'must be a whole number from 1 to 99, and no two lessons may share it'],
    ['minutes', 'must be a whole number from 1 to 120 (minutes)'],
    ['objectives', 'must be a list of 1 to 4 sentences, each beginning "You can"'],
  ])('is refused without %s, in one sentence', (name, rule) => {
    expect(refusal(() => readLesson(without(name), FILE))).toBe(`${FILE}: ${name} ${rule}, got nothing.`);
  });

  it.each([
    ['layout', 'blog', '"learning", or left out, got "blog"'],
    ['topics', 'Neuroscience', 'a list of one or more names, as text, got "Neuroscience"'],
    ['topics', [7], 'a list of one or more names, as text, got [7]'],
    ['topics', [], 'a list of one or more names, as text, got []'],
    ['learning_outcome', '  ', 'one sentence that says what the reader takes away, as text, got "  "'],
    ['description', 'x'.repeat(161), `text of 1 to 160 characters, got "${'x'.repeat(38)}…`],
    ['minutes', 'ten', 'a whole number from 1 to 120 (minutes), got "ten"'],
    ['minutes', 0, 'a whole number from 1 to 120 (minutes), got 0'],
    ['minutes', 2.5, 'a whole number from 1 to 120 (minutes), got 2.5'],
    ['minutes', Number.NaN, 'a whole number from 1 to 120 (minutes), got NaN'],
    ['objectives', ['Know things'], '1 to 4 sentences, each beginning "You can", got ["Know things"]'],
    ['objectives', Array(5).fill('You can x'), '1 to 4 sentences, each beginning "You can", got ['],
    ['prerequisites', 3, 'a list of lesson ids (file names in the lessons folder, without ".mdx"), got 3'],
    ['sources', ['nobody1999'], 'gerstner2014'],
  ])('is refused when %s is %j', (name, value, rule) => {
    const message = refusal(() => readLesson({ ...good, [name]: value }, FILE));
    expect(message).toContain(`${FILE}: ${name} must be `);
    expect(message).toContain(rule);
    expect(message.split('\n')).toHaveLength(1);
  });

  it('names a field it does not know, and the ones it does', () => {
    const message = refusal(() => readLesson({ ...good, learning_outcomes: 'x' }, FILE));
    expect(message).toMatch(
      /learning_outcomes is not a field of a lesson; its fields are title, layout, topics/,
    );
  });

  it('gives every problem a line of its own', () => {
    const message = refusal(() => readLesson({ ...good, order: 'first', minutes: 'ten' }, FILE));
    expect(message.split('\n')).toHaveLength(2);
  });
});

describe('the lessons together', () => {
  const lesson = (order: number, id: string, ...prerequisites: string[]): LessonEntry => ({
    id,
    file: `lessons/${id}.mdx`,
    order,
    prerequisites,
  });

  it('fit when every prerequisite comes earlier', () => {
    expect(() => assertCourse([lesson(2, 'b', 'a'), lesson(1, 'a')])).not.toThrow();
  });

  it.each([
    ['does not exist', [lesson(1, 'a'), lesson(2, 'b', 'q')], 'the id of an earlier lesson (a), got "q"'],
    [
      'comes later',
      [lesson(1, 'a', 'b'), lesson(2, 'b')],
      'an empty list, as no lesson comes earlier, got "b"',
    ],
    ['is the lesson itself', [lesson(1, 'a'), lesson(2, 'b', 'b')], 'an earlier lesson (a), got "b"'],
  ])('are refused when a prerequisite %s', (_, lessons, rule) => {
    expect(refusal(() => assertCourse(lessons))).toContain(rule);
  });

  it('are refused when two claim the same place', () => {
    expect(refusal(() => assertCourse([lesson(1, 'a'), lesson(1, 'b')]))).toBe(
      'lessons/b.mdx: order must be a number of its own, got 1, as in lessons/a.mdx.',
    );
  });
});

describe('a build', () => {
  const root = resolve(import.meta.dirname, '../..');
  let site: string;

  beforeAll(async () => {
    // Inside the project, so that packages are found as a real site finds them.
    await mkdir(join(root, '.astro'), { recursive: true });
    site = await mkdtemp(join(root, '.astro/front-matter-'));
    const lessons = join(site, 'src/content/docs/lessons');
    await mkdir(lessons, { recursive: true });
    for (const path of [
      'src/lib',
      'src/sim',
      'src/content/sources.ts',
      'src/content/sources.bib',
      'src/content.config.ts',
      'package.json',
    ]) {
      await cp(join(root, path), join(site, path), { recursive: true });
    }
    await writeFile(
      join(site, 'astro.config.mjs'),
      `import starlight from '@astrojs/starlight';
       export default {
         cacheDir: './.cache',
         vite: { cacheDir: './.cache/vite' },
         integrations: [starlight({ title: 'Fixture', pagefind: false })],
       };`,
    );
    await writeFile(join(site, 'src/content/docs/index.md'), '---\ntitle: Not a lesson\n---\n');
  });
  afterAll(() => rm(site, { recursive: true, force: true }));

  const yaml = (data: object) =>
    Object.entries(data)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join('\n');

  /** Builds the fixture with one lesson, and others given as they stand in a file; resolves to the exit code and everything printed. */
  async function build(
    data: object,
    others: Record<string, string> = {},
  ): Promise<{ code: number; output: string }> {
    const files = { '09-a-lesson': `---\n${yaml(data)}\n---`, ...others };
    for (const [name, matter] of Object.entries(files)) {
      await writeFile(join(site, `src/content/docs/lessons/${name}.md`), `${matter}\n\nText.\n`);
    }
    const astro = join(root, 'node_modules/astro/bin/astro.mjs');
    const run = promisify(execFile)(process.execPath, [astro, 'build'], {
      cwd: site,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    });
    const { stdout, stderr, code } = await run.then(
      (done) => ({ ...done, code: 0 }),
      (failed: { stdout: string; stderr: string; code: number }) => failed,
    );
    return { code, output: stripVTControlCharacters(stdout + stderr) };
  }

  it('takes a good lesson, and a page that is no lesson', { timeout: 60_000 }, async () => {
    const { code, output } = await build(good);
    expect(output).toContain('/lessons/09-a-lesson/index.html');
    expect(code).toBe(0);
  });

  it.each([
    [
      'learning_outcome is missing',
      without('learning_outcome'),
      'learning_outcome must be one sentence that says what the reader takes away, as text, got nothing.',
    ],
    [
      'a topic is a number',
      { ...good, topics: [3] },
      'topics must be a list of one or more names, as text, got [3].',
    ],
    [
      'minutes is a word',
      { ...good, minutes: 'ten' },
      'minutes must be a whole number from 1 to 120 (minutes), got "ten".',
    ],
    [
      'a prerequisite is unknown',
      { ...good, prerequisites: ['00-nowhere'] },
      'prerequisites must be an empty list, as no lesson comes earlier, got "00-nowhere".',
    ],
  ])('stops when %s', { timeout: 60_000 }, async (_, data, sentence) => {
    const { code, output } = await build(data);
    expect(code).not.toBe(0);
    expect(output).toContain(`src/content/docs/lessons/09-a-lesson.md: ${sentence}`);
  });

  it('takes the example of CONTRIBUTING.md', { timeout: 60_000 }, async () => {
    const example = /```mdx\n(---\n[^]*?\n---)/.exec(await recipe)?.[1] ?? '';
    const third = `---\n${yaml({ ...good, order: 3 })}\n---`;
    const { code, output } = await build(good, { '03-solving-it': third, '12-a-neuron-at-rest': example });
    expect(output).toContain('/lessons/12-a-neuron-at-rest/index.html');
    expect(code).toBe(0);
  });
});

describe('the recipe for a lesson', () => {
  it.each(lessonFieldRows)('states the rule of $name as the build applies it', async (row) => {
    const line = `| \`${row.name}\` | ${row.required ? 'yes' : 'no'} | ${row.allowed} | ${row.doc} |`;
    expect(await recipe).toContain(line);
  });
});

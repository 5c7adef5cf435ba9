import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LESSON_PLANS } from '../../src/content/teaching.ts';
import { parsePage } from '../../src/lib/notebook/mdx.ts';
import { readEquations } from '../../src/lib/remark-equations.mjs';
import { claimsOf } from '../../src/lib/worksheet/claims.ts';
import { htmlOf } from '../../src/lib/worksheet/html.ts';
import { worksheetOf } from '../../src/lib/worksheet/worksheet.ts';

const LESSONS = 'src/content/docs/lessons';
const surroundings = { path: 'lessons/x/', equations: readEquations(LESSONS), titleOf: () => undefined };
const sheet = (source: string) => worksheetOf(parsePage(source, 'a.mdx'), surroundings);
const words = (nodes: Parameters<typeof htmlOf>[0]) =>
  htmlOf(nodes)
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const CHECK = `## One *idea*

<Check id="leak">
  Does it fire at <Value is="inputs.0.amplitude" current={1} />?

  <Choice misconception="All neurons fire">
    Yes
    <Fragment slot="reply">Wrong reply.</Fragment>
  </Choice>
  <Choice correct>
    No, $u$ stays
    <Fragment slot="reply">Right reply.</Fragment>
  </Choice>
</Check>
`;
const NUMERIC = `<Numeric id="interval" is="interval" current={2.5} digits={2} tolerance={0.1}>
  A second holds <Given>1000 ms</Given>. How long is it?
  <Fragment slot="hint">Look up.</Fragment>
  <Fragment slot="answer">
    Because.
    <Slip value={3} unit="ms" tolerance={0.1}>No.</Slip>
  </Fragment>
</Numeric>
`;

describe('a worksheet', () => {
  it('asks under the headings of the lesson, and its questions hold no answer', () => {
    const [section, ...rest] = sheet(CHECK);
    expect(rest).toEqual([]);
    expect(words(section!.heading)).toBe('One idea');
    const [question] = section!.questions;
    expect(words(question!.text)).toBe('Does it fire at 1 nA?');
    expect(question!.choices.map((choice) => words(choice.words).slice(0, 3))).toEqual(['Yes', 'No,']);
    expect(JSON.stringify(question!.text)).not.toContain('reply');
  });

  it('knows which choice is right, and why', () => {
    const question = sheet(CHECK)[0]!.questions[0]!;
    expect(question.choices.map(({ correct }) => correct)).toEqual([false, true]);
    expect(words(question.answer)).toBe('Right reply.');
  });

  it('asks for a number with its unit, in one sentence, and computes the answer', () => {
    const question = sheet(NUMERIC)[0]!.questions[0]!;
    expect(words(question.text)).toBe('A second holds 1000 ms. How long is it?');
    expect(question.unit).toBe('ms');
    // 2 + 20 ln 5 ms, to two decimals.
    expect(words(question.verdict)).toBe('34.19 ms');
    expect(words(question.hint)).toBe('Look up.');
    expect(words(question.answer)).toContain('If you got 3 ms: No.');
  });

  it('leaves out sections that ask nothing', () => {
    expect(sheet('## Empty\n\nText.\n\n' + CHECK).map(({ heading }) => words(heading))).toEqual(['One idea']);
  });

  it('draws formulas, and refuses those that cannot be drawn', () => {
    expect(htmlOf([{ type: 'inlineMath', value: 'u' }])).toContain('class="katex"');
    expect(htmlOf([{ type: 'math', value: 'u' }])).toContain('katex-display');
    expect(() => htmlOf([{ type: 'inlineMath', value: '\\nothing' }])).toThrow(
      /Undefined control sequence: \\nothing/,
    );
  });

  it('escapes what stands in a lesson as text', () => {
    expect(htmlOf([{ type: 'text', value: '<img src=x>' }])).toBe('&#x3C;img src=x>');
  });
});

describe.each(readdirSync(LESSONS))('the worksheet of %s', (name) => {
  const source = readFileSync(`${LESSONS}/${name}`, 'utf8');
  const page = parsePage(source, `${LESSONS}/${name}`);
  const questions = worksheetOf(page, surroundings).flatMap((section) => section.questions);

  it('holds every question of the lesson once, each with an answer', () => {
    expect(questions).toHaveLength(
      source.match(/^\s*<(Check|Numeric|Predict|PredictTrace)\b/gm)?.length ?? 0,
    );
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { text, answer } of questions) {
      expect(words(text)).not.toBe('');
      expect(words(answer)).not.toBe('');
    }
  });

  it('has a plan: one hour, and what to listen for', () => {
    const plan = LESSON_PLANS[name.replace('.mdx', '')];
    expect(plan?.hour.reduce((sum, [minutes]) => sum + minutes, 0)).toBe(45);
    expect(claimsOf(page).length).toBeGreaterThan(2);
  });
});

it('a plan has the id of the lesson that has its number', () => {
  const ids = readdirSync(LESSONS).map((file) => file.replace('.mdx', ''));
  const plans = Object.keys(LESSON_PLANS);
  expect(ids.map((id) => plans.find((plan) => plan.slice(0, 2) === id.slice(0, 2)))).toEqual(ids);
});

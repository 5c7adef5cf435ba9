/** The formula sheet: every numbered equation once, with its symbols explained. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMULA_SYMBOLS } from '../../src/content/formula-symbols.ts';
import { formulaHtml } from '../../src/lib/formula.ts';
import { readFormulas } from '../../src/lib/formulas.ts';
import { readEquations } from '../../src/lib/remark-equations.mjs';
import { plainSymbol, symbolsIn } from '../../src/lib/tex-symbols.ts';

const LESSONS = 'src/content/docs/lessons';
const lessons = readFormulas(LESSONS);
const formulas = lessons.flatMap((lesson) =>
  lesson.formulas.map((formula) => ({ ...formula, order: lesson.order })),
);

test('every numbered equation of the lessons is on the sheet exactly once, in the order of the course', () => {
  const numbered = [...readEquations(LESSONS)].map(([id, { number }]) => ({ id, number }));
  expect(formulas.map(({ id, number }) => ({ id, number }))).toEqual(expect.arrayContaining(numbered));
  expect(formulas).toHaveLength(numbered.length);
  const places = formulas.map(({ number }) => number.split('.').map(Number) as [number, number]);
  expect(places).toEqual([...places].sort(([a, b], [c, d]) => a - c || b - d));
});

test('the membrane equation is there as the lesson writes it', () => {
  expect(formulas.find(({ number }) => number === '2.1')).toMatchObject({
    id: 'membrane',
    title: 'membrane equation',
    tex: '\\integrate{\\taum \\frac{\\dd u}{\\dd t}} = \\leak{-(u - \\urest)} + \\current{R\\,I(t)}',
  });
});

describe.each(formulas)('$number, $title', ({ tex, order }) => {
  test('is drawn by KaTeX', () => expect(formulaHtml(tex, true)).toContain('katex-display'));

  test('has each of its symbols explained, in its lesson or one before', () => {
    const explained = Object.entries(FORMULA_SYMBOLS)
      .filter(([lesson]) => Number(lesson) <= order)
      .flatMap(([, symbols]) => symbols.map(({ symbol }) => plainSymbol(symbol)));
    const missing = symbolsIn(tex).filter((symbol) => !explained.includes(symbol));
    expect(missing, 'give it a line in src/content/formula-symbols.ts').toEqual([]);
  });
});

test.each(Object.entries(FORMULA_SYMBOLS))(
  'lesson %s explains no symbol twice, and none that it does not use',
  (order, symbols) => {
    const own = symbols.map(({ symbol }) => plainSymbol(symbol));
    expect(new Set(own).size).toBe(own.length);
    const used = formulas
      .filter((formula) => formula.order === Number(order))
      .flatMap(({ tex }) => symbolsIn(tex));
    for (const symbol of own) expect(used).toContain(symbol);
  },
);

test('symbols are letters with their indices, not numbers, functions or words', () => {
  expect(symbolsIn('\\taum \\frac{\\dd u}{\\dd t} = -(u - \\urest) + R\\,I(t)')).toEqual([
    '\\tau_m',
    'u',
    't',
    'u_rest',
    'R',
    'I',
  ]);
  expect(symbolsIn('\\current{I_d} = \\frac{I_\\mathrm{rh}}{1 - e^{-d/\\taum}} \\text{ if } x > 0')).toEqual([
    'I_d',
    'I_rh',
    'd',
    '\\tau_m',
    'x',
  ]);
  expect(symbolsIn('u(t^{(f)}) = \\fire{\\thresh}')).toEqual(['u', 't^(f)', '\\vartheta']);
  expect(symbolsIn('\\Delta u = Q/C,\\ u(t + \\Delta t)')).toEqual([
    '\\Deltau',
    'Q',
    'C',
    'u',
    't',
    '\\Deltat',
  ]);
});

describe('a lesson with an equation', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'formulas-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('that holds no formula is refused with file and line', () => {
    writeFileSync(
      join(folder, '01-a.mdx'),
      '---\norder: 1\ntitle: A\n---\n\n<Equation id="none" title="nothing">\n\nx\n\n</Equation>\n',
    );
    expect(() => readFormulas(folder)).toThrow(
      /01-a\.mdx:6: <Equation id="none"> must hold one formula, \$\$ … \$\$, and holds 0/,
    );
  });
});

/** The numbered equations of the lessons with their TeX, for the formula sheet: read from the lessons themselves, by
 *  the parser that makes their notebooks and with the numbers that the pages show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodesOf } from './notebook/python-cells.ts';
import { isElement, parsePage, propsOf, refuse, type Page } from './notebook/mdx.ts';
import { readEquations } from './remark-equations.mjs';

export interface Formula {
  readonly id: string;
  /** As on the page: "2.1". */
  readonly number: string;
  readonly title: string;
  /** With the macros of the course. */
  readonly tex: string;
}

export interface LessonFormulas {
  /** Its id, the name of its file. */
  readonly lesson: string;
  readonly order: number;
  readonly title: string;
  readonly formulas: readonly Formula[];
}

function formulasOf(page: Page, numbers: ReadonlyMap<string, { number: string }>): Formula[] {
  return [...nodesOf(page.tree)].flatMap((node) => {
    if (!isElement(node) || node.name !== 'Equation') return [];
    const { id, title } = propsOf(page, node, ['id', 'title']) as { id: string; title: string };
    const tex = [...nodesOf(node)].flatMap((inner) =>
      inner.type === 'math' && 'value' in inner ? [String(inner.value)] : [],
    );
    const number = numbers.get(id)?.number;
    if (tex.length !== 1 || number === undefined) {
      refuse(page, node, `<Equation id="${id}"> must hold one formula, $$ … $$, and holds ${tex.length}`);
    }
    return [{ id, number, title, tex: tex[0]! }];
  });
}

/** @param folder of the lessons
 *  @returns the lessons that have numbered equations, in the order of the course
 *  @throws Error with file and line at an equation without a formula, or with two */
export function readFormulas(folder: string): LessonFormulas[] {
  const equations = readEquations(folder);
  const files = new Map([...equations.values()].map(({ file, lesson }) => [lesson, file]));
  return [...files]
    .map(([lesson, file]) => {
      const path = join(folder, file);
      const page = parsePage(readFileSync(path, 'utf8'), path);
      const { order, title } = page.frontMatter as { order: number; title: string };
      return { lesson, order, title, formulas: formulasOf(page, equations) };
    })
    .sort((a, b) => a.order - b.order);
}

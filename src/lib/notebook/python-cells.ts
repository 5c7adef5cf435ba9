/** The Python cells of a page, in order. */
import { elementsOf, propsOf, refuse, where, type Page } from './mdx.ts';

export interface PythonCell {
  readonly id: string;
  readonly code: string;
  readonly solution?: string;
  /** FILE:LINE, for messages and titles of tests. */
  readonly at: string;
}

/** As the page shows it: without the lines that a template literal begins and ends with. */
export const trimmed = (code: string) => code.replace(/^\n+|\s+$/g, '');

/** @throws Error with file and line when an id or code is missing or cannot be read */
export function pythonCells(page: Page): PythonCell[] {
  const cells: PythonCell[] = [];
  for (const element of elementsOf(page.tree)) {
    if (element.name !== 'PythonCell') continue;
    const { id, code, solution } = propsOf(page, element, ['id', 'code', 'solution']);
    if (typeof id !== 'string' || typeof code !== 'string')
      refuse(page, element, '<PythonCell> must have an id and code, both text');
    cells.push({
      id,
      code: trimmed(code),
      ...(typeof solution === 'string' && { solution: trimmed(solution) }),
      at: where(page, element),
    });
  }
  return cells;
}

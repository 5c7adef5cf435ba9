/** The Python of a page, in order. */
import type { Code, Node, Parent } from 'mdast';
import { isElement, propsOf, refuse, where, type Element, type Page } from './mdx.ts';

export interface PythonCell {
  readonly id: string;
  readonly code: string;
  readonly solution?: string;
  /** The error that the cell is meant to end with: "ZeroDivisionError". */
  readonly raises?: string;
  /** FILE:LINE, for messages and titles of tests. */
  readonly at: string;
}

/** As the page shows it: without the lines that a template literal begins and ends with. */
export const trimmed = (code: string) => code.replace(/^\n+|\s+$/g, '');

const asText = (value: unknown) => (typeof value === 'string' ? trimmed(value) : undefined);

/** @throws Error with file and line when an id or code is missing or cannot be read */
export function readCell(page: Page, element: Element): PythonCell {
  const props = propsOf(page, element, ['id', 'code', 'solution', 'raises']);
  const [id, code] = [asText(props['id']), asText(props['code'])];
  if (!id || !code) return refuse(page, element, '<PythonCell> must have an id and code, both text');
  const [solution, raises] = [asText(props['solution']), asText(props['raises'])];
  return { id, code, ...(solution && { solution }), ...(raises && { raises }), at: where(page, element) };
}

/** All nodes below one, itself first, in the order of the page. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of (node as Parent).children ?? []) yield* nodesOf(child);
}

/** The cells that readers run. */
export function pythonCells(page: Page): PythonCell[] {
  return [...nodesOf(page.tree)]
    .filter((node) => isElement(node) && node.name === 'PythonCell')
    .map((element) => readCell(page, element as Element));
}

/** The listings of a page: ```python and all other languages. */
export function listings(page: Page): { language: string; code: string; at: string }[] {
  return [...nodesOf(page.tree)]
    .filter((node): node is Code => node.type === 'code')
    .map((node) => ({ language: node.lang ?? '', code: node.value, at: where(page, node) }));
}

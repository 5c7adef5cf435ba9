/** The Python of a page, in order. */
import type { Code, Node, Parent } from 'mdast';
import type { StepText } from '../../build-it/step.ts';
import { stepAt } from '../../build-it/steps.ts';
import { authoredCode } from '../../components/python/authored-code.ts';
import { isElement, propsOf, refuse, where, type Element, type Page } from './mdx.ts';

/** A <PythonCell>, or a <BuildStep>, which begins with dots for the reader to fill in. */
export interface PythonCell {
  readonly id: string;
  readonly code: string;
  readonly solution?: string;
  /** The error that the cell is meant to end with: "ZeroDivisionError". */
  readonly raises?: string;
  readonly caption?: string;
  readonly step?: StepText;
  /** FILE:LINE, for messages and titles of tests. */
  readonly at: string;
}

const CODE = ['PythonCell', 'BuildStep'];
export const isCode = (node: Node): node is Element => isElement(node) && CODE.includes(node.name ?? '');

/** @throws Error with file and line when something is missing, cannot be read, or names no step */
export function readCell(page: Page, element: Element): PythonCell {
  const props = propsOf(page, element, ['id', 'step', 'code', 'solution', 'raises', 'caption']);
  const texts = Object.fromEntries(
    Object.entries(props).map(([name, value]) => [name, authoredCode(String(value))]),
  ) as Partial<Record<'id' | 'step' | 'code' | 'solution' | 'raises' | 'caption', string>>;
  const at = where(page, element);
  if (element.name === 'BuildStep') {
    const step = stepOf(page, element, texts.step ?? '');
    const [code, solution] = [authoredCode(step.starter), authoredCode(step.solution)];
    return { id: step.id, code, solution, step, at, ...(texts.caption && { caption: texts.caption }) };
  }
  const { id, code, solution, raises, caption } = texts;
  if (!id || !code) return refuse(page, element, '<PythonCell> must have an id and code');
  return {
    id,
    code,
    at,
    ...(solution && { solution }),
    ...(raises && { raises }),
    ...(caption && { caption }),
  };
}

function stepOf(page: Page, element: Element, id: string): StepText {
  try {
    return stepAt(id);
  } catch (error) {
    return refuse(page, element, (error as Error).message);
  }
}

/** All nodes below one, itself first, in the order of the page. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of (node as Parent).children ?? []) yield* nodesOf(child);
}

/** The cells that readers run. */
export const pythonCells = (page: Page): PythonCell[] =>
  [...nodesOf(page.tree)].filter(isCode).map((element) => readCell(page, element));

/** The listings of a page: ```python and all other languages. */
export function listings(page: Page): { language: string; code: string; at: string }[] {
  return [...nodesOf(page.tree)]
    .filter((node): node is Code => node.type === 'code')
    .map((node) => ({ language: node.lang ?? '', code: node.value, at: where(page, node) }));
}

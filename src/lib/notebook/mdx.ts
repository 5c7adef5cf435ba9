/** An MDX page as a tree, with the values of its attributes. Nothing of the page is run. */
import { parseFrontmatter } from '@astrojs/markdown-remark';
import type { Program } from 'estree';
import type { Node, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { codeAsWritten } from '../remark-code-as-written.mjs';
import { NotStatic, exportedConstants, staticValue, type Constants } from './static-value.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export interface Page {
  /** Shown in messages: src/content/docs/lessons/05-build-it.mdx. */
  readonly file: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly tree: Root;
  /** What the page exports and can be read without running it. */
  readonly constants: Constants;
}

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkMath);

/** @param source with its front matter
 *  @param file ends in .mdx, or in .md for plain Markdown
 *  @throws VFileMessage where it is no MDX */
export function parsePage(source: string, file: string): Page {
  const { frontmatter, content } = parseFrontmatter(source, { frontmatter: 'empty-with-lines' });
  const tree = (file.endsWith('.mdx') ? mdx : markdown).parse(content) as Root;
  codeAsWritten(tree, content);
  let constants: Constants = {};
  for (const node of tree.children) {
    const program = node.type === 'mdxjsEsm' ? (node.data?.estree as Program | undefined) : undefined;
    if (program) constants = exportedConstants(program, constants);
  }
  return { file, frontMatter: frontmatter, tree, constants };
}

export const isElement = (node: Node): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** @returns FILE:LINE, for a message */
export const where = (page: Page, node: Node) => `${page.file}:${node.position?.start.line ?? 1}`;

/** @throws Error with file, line, and what to do */
export function refuse(page: Page, node: Node, what: string): never {
  throw new Error(`${where(page, node)}: ${what}`);
}

/** The attributes of an element, as its component is given them.
 *  @param names only these
 *  @throws Error with file and line when one of them cannot be read without running the page */
export function propsOf(page: Page, element: Element, names: readonly string[]): Record<string, unknown> {
  const given = element.attributes.filter(
    (attribute): attribute is MdxJsxAttribute =>
      attribute.type === 'mdxJsxAttribute' && names.includes(attribute.name),
  );
  return Object.fromEntries(given.map((attribute) => [attribute.name, valueOf(page, element, attribute)]));
}

function valueOf(page: Page, element: Element, { name, value }: MdxJsxAttribute): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const [statement] = (value.data?.estree as Program | null | undefined)?.body ?? [];
  try {
    if (statement?.type === 'ExpressionStatement') return staticValue(statement.expression, page.constants);
    throw new NotStatic('a statement');
  } catch (error) {
    if (!(error instanceof NotStatic)) throw error;
    return refuse(
      page,
      element,
      `${name} of <${element.name}> holds ${error.message}: its notebook must be able to read it, so write the value itself, or export const it in this page`,
    );
  }
}

/** Pieces of text that a notebook is made of: plain Markdown, and answers that are folded away. */
import type { BlockContent, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown, type Handle } from 'mdast-util-to-markdown';

/** Something a reader opens: a hint, an answer. */
export interface Fold extends Parent {
  type: 'fold';
  summary: string;
  children: Block[];
}
declare module 'mdast' {
  interface BlockContentMap {
    fold: Fold;
  }
  interface RootContentMap {
    fold: Fold;
  }
}
export type Block = BlockContent;

const PHRASING = [
  'text',
  'emphasis',
  'strong',
  'inlineCode',
  'inlineMath',
  'link',
  'break',
  'delete',
  'image',
  'html',
];
const isPhrasing = (node: Nodes): node is PhrasingContent => PHRASING.includes(node.type);

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
export const emphasis = (value: string): PhrasingContent => ({ type: 'emphasis', children: [text(value)] });
export const link = (url: string, ...children: PhrasingContent[]): PhrasingContent => ({
  type: 'link',
  url,
  children,
});
export const paragraph = (...children: PhrasingContent[]): Block => ({ type: 'paragraph', children });
export const fold = (summary: string, children: Block[]): Fold => ({ type: 'fold', summary, children });
export const quote = (...children: Block[]): Block => ({ type: 'blockquote', children });
export const bullets = (items: readonly (readonly Block[])[], ordered = false): Block => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children: [...children] })),
});

/** Words that stand between blocks become paragraphs. */
export function asBlocks(nodes: readonly Nodes[]): Block[] {
  const blocks: Block[] = [];
  let words: PhrasingContent[] = [];
  const close = () => {
    const trimmed = words.filter(
      (node, k) => !(node.type === 'text' && !node.value.trim() && (k === 0 || k === words.length - 1)),
    );
    if (trimmed.some((node) => node.type !== 'text' || node.value.trim())) blocks.push(paragraph(...trimmed));
    words = [];
  };
  for (const node of nodes) {
    if (isPhrasing(node)) words.push(node);
    else {
      close();
      blocks.push(node as Block);
    }
  }
  close();
  return blocks;
}

/** Words that go before the first words of blocks. */
export function begun(words: readonly PhrasingContent[], blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks;
  return first?.type === 'paragraph'
    ? [paragraph(...words, text(' '), ...first.children), ...rest]
    : [paragraph(...words), ...blocks];
}

/** The words of blocks in one line: for an item of a list. */
export function asWords(blocks: readonly Block[]): PhrasingContent[] {
  return blocks.flatMap((block, k) => [
    ...(k > 0 ? [text(' ')] : []),
    ...(block.type === 'paragraph' ? block.children : []),
  ]);
}

const inHtml = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Notebooks show HTML of this kind, and the text in it as Markdown. */
const folded: Handle = (node: Fold, _parent, state, info) =>
  `<details>\n<summary>${inHtml(node.summary)}</summary>\n\n${state.containerFlow(node, info)}\n\n</details>`;
/** In a file of text nothing can be folded, and a reader would see every answer before the question. */
const leftOut: Handle = ({ summary }: Fold) => `(${summary}: in the notebook, and on the page.)`;

/** @param folds false where the text is read as it is: what is folded is then left out, and a line says so */
export function markdownOf(children: readonly Block[], folds: boolean): string {
  const root: Root = { type: 'root', children: children as RootContent[] };
  return toMarkdown(root, {
    extensions: [mathToMarkdown(), gfmTableToMarkdown()],
    handlers: { fold: folds ? folded : leftOut },
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
  }).trimEnd();
}

/** A page → the cells of its notebook: text and code in turn, solutions at the end. */
import type { Nodes } from 'mdast';
import { MATPLOTLIB_PLOT, plots } from '../../components/python/python-file.ts';
import { asBlocks, emphasis, fold, link, paragraph, strong, text, type Block } from './blocks.ts';
import { converter } from './convert.ts';
import { refuse, type Element, type Page } from './mdx.ts';
import { isCode, nodesOf, readCell } from './python-cells.ts';
import type { Surroundings } from './tell.ts';

export type Cell =
  | { readonly kind: 'text'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'code';
      readonly id: string;
      readonly code: string;
      /** `starter`: dots that the reader fills in, so that it may end in an error. */
      readonly role: 'plot' | 'cell' | 'starter' | 'fails' | 'solution';
    };

const heading = (depth: 1 | 2 | 3, title: string): Block => ({
  type: 'heading',
  depth,
  children: [text(title)],
});

/** @throws Error with file, line and what to do, at what a notebook has no words for */
export function cellsOf(page: Page, surroundings: Surroundings): Cell[] {
  const convert = converter(page, surroundings);
  const cells: Cell[] = [];
  const solutions: { id: string; title: string; code: string }[] = [];
  let said: Block[] = [];
  const close = () => {
    if (said.length > 0) cells.push({ kind: 'text', blocks: said });
    said = [];
  };
  const tellCode = (element: Element) => {
    const { id, code, solution, raises, caption, step } = readCell(page, element);
    const hints = step?.hints ?? [];
    if (step)
      said.push(paragraph(strong(`Your turn: ${step.title}.`), text(' A solution stands at the end.')));
    said.push(
      ...hints.map((hint, k) => fold(k === 0 ? 'A hint' : 'A stronger hint', [paragraph(text(hint))])),
    );
    close();
    cells.push({ kind: 'code', id, role: step ? 'starter' : raises ? 'fails' : 'cell', code });
    if (caption) said.push(paragraph(emphasis(caption)));
    if (!solution) return;
    solutions.push({ id, title: step?.title ?? id, code: solution });
    if (!step) said.push(paragraph(text('A solution stands at the end.')));
  };

  for (const node of page.tree.children as Nodes[]) {
    if (isCode(node)) {
      tellCode(node);
      continue;
    }
    const hidden = [...nodesOf(node)].find((inner) => isCode(inner));
    if (hidden)
      refuse(
        page,
        hidden,
        `<${(hidden as Element).name}> stands inside something else: a notebook needs it on its own`,
      );
    if (node.type === 'heading' && node.depth <= 2) close();
    said.push(...asBlocks(convert([node])));
  }
  close();

  const ended = solutions.flatMap(({ id, title, code: source }): Cell[] => [
    { kind: 'text', blocks: [heading(3, title)] },
    { kind: 'code', id: `${id}-solution`, role: 'solution', code: source },
  ]);
  const dots = cells.some((cell) => cell.kind === 'code' && cell.role === 'starter');
  const all: Cell[] = [
    { kind: 'text', blocks: [...title(page, surroundings), ...(dots ? [ABOUT_STEPS] : [])] },
    ...cells,
    ...(ended.length > 0 ? [{ kind: 'text', blocks: [heading(2, 'Solutions')] } as const, ...ended] : []),
  ];
  if (!all.some((cell) => cell.kind === 'code' && plots(cell.code))) return all;
  return all.toSpliced(1, 0, {
    kind: 'code',
    id: 'define-plot',
    role: 'plot',
    code: MATPLOTLIB_PLOT.trimEnd(),
  });
}

/** The text of a page with steps speaks of its buttons. */
const ABOUT_STEPS = paragraph(
  text(
    'What the text says of Run, of Check and of your browser is about that page. Here Shift and Enter run a cell, and nothing is checked.',
  ),
);

function title({ frontMatter }: Page, { site, path }: Surroundings): Block[] {
  const address = site ? [text(': '), link(site + path, text(site + path))] : [];
  return [
    heading(1, String(frontMatter['title'])),
    paragraph(
      text('From Integrate & Fire, where the figures are alive'),
      ...address,
      text('. The text is under CC BY 4.0, the code under the MIT licence.'),
    ),
  ];
}

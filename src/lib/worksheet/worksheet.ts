/** The questions of a lesson for paper: first without, then with their answers. Made from the lesson's MDX by the
 *  parser of the notebooks, so that text and numbers are those of the page. */
import type { Nodes, Parent, PhrasingContent } from 'mdast';
import { asWords, type Block } from '../notebook/blocks.ts';
import { converter } from '../notebook/convert.ts';
import { isElement, type Element, type Page } from '../notebook/mdx.ts';
import { Telling, numberOf, type Surroundings } from '../notebook/tell.ts';

export interface WorksheetQuestion {
  /** Its anchor on the page. */
  readonly id: string;
  readonly kind: 'choose' | 'compute' | 'predict' | 'draw';
  readonly text: readonly Block[];
  /** What can be chosen; empty when something is to be computed or drawn. */
  readonly choices: readonly { readonly words: readonly PhrasingContent[]; readonly correct: boolean }[];
  /** Unit of the number that is asked for. */
  readonly unit: string;
  readonly hint: readonly Block[];
  /** The answer in a few words, where it is a choice or a number. */
  readonly verdict: readonly PhrasingContent[];
  readonly answer: readonly Block[];
}

export interface WorksheetSection {
  readonly heading: readonly PhrasingContent[];
  readonly questions: readonly WorksheetQuestion[];
}

type Ask = (telling: Telling) => Omit<WorksheetQuestion, 'id'>;

const plain = (choices: unknown) =>
  (choices as string[]).map((value) => ({ words: [{ type: 'text' as const, value }], correct: false }));

const ASKED: Readonly<Record<string, Ask>> = {
  Check: (telling) => {
    const parts = telling.parts('Choice');
    const choices = parts.map((choice) => ({
      words: asWords(choice.children()),
      correct: choice.props('correct')['correct'] === true,
    }));
    const right = choices.findIndex(({ correct }) => correct);
    return {
      kind: 'choose',
      text: telling.children('Choice'),
      choices,
      unit: '',
      hint: [],
      verdict: choices[right]?.words ?? [],
      answer: parts[right]?.slot('reply') ?? [],
    };
  },
  Numeric: (telling) => {
    const number = numberOf(telling);
    return {
      kind: 'compute',
      text: telling.children(),
      choices: [],
      // The number and its unit stand apart by a no-break space.
      unit: number.split('\u00a0').slice(1).join('\u00a0'),
      hint: telling.slot('hint'),
      verdict: [{ type: 'text', value: number }],
      answer: telling.slot('answer'),
    };
  },
  Predict: (telling) => ({
    kind: 'predict',
    text: telling.children(),
    choices: plain(telling.props('choices')['choices']),
    unit: '',
    hint: [],
    verdict: [],
    answer: telling.slot('answer'),
  }),
  PredictTrace: (telling) => ({
    kind: 'draw',
    text: telling.children(),
    choices: [],
    unit: '',
    hint: [],
    verdict: [],
    answer: telling.slot('answer'),
  }),
};

/** Questions in order, wherever they stand. */
function* questionsIn(nodes: readonly Nodes[]): Generator<Element> {
  for (const node of nodes) {
    if (isElement(node) && node.name !== null && Object.hasOwn(ASKED, node.name)) yield node;
    else if ('children' in node) yield* questionsIn((node as Parent).children as Nodes[]);
  }
}

/** @returns the sections that ask something, under their headings
 *  @throws Error with file, line and what to do, at what there are no words for */
export function worksheetOf(page: Page, surroundings: Surroundings): readonly WorksheetSection[] {
  const convert = converter(page, surroundings);
  const sections: { heading: PhrasingContent[]; questions: WorksheetQuestion[] }[] = [];
  for (const node of page.tree.children) {
    if (node.type === 'heading' && node.depth === 2)
      sections.push({ heading: convert(node.children) as PhrasingContent[], questions: [] });
    for (const element of questionsIn([node])) {
      const telling = new Telling(page, surroundings, element, convert);
      const ask = ASKED[element.name ?? ''];
      if (!ask) continue;
      if (sections.length === 0) sections.push({ heading: [], questions: [] });
      sections.at(-1)?.questions.push({ id: String(telling.props('id')['id']), ...ask(telling) });
    }
  }
  return sections.filter(({ questions }) => questions.length > 0);
}

/** The questions of a lesson in a notebook: the text, and the answers folded away. What readers click on the page, they
 *  decide here before they unfold. */
import { formatQuantity } from '../quantity.ts';
import { asWords, begun, bullets, emphasis, fold, paragraph, strong, text, type Block } from './blocks.ts';
import { numberOf, onThePage, type Teller } from './tell.ts';

const asked = (kind: string, blocks: readonly Block[]) => begun([strong(`${kind}.`)], blocks);

export const predict: Teller = (telling) => {
  const { choices } = telling.props('choices');
  return [
    ...asked('Predict', telling.children()),
    bullets((choices as string[]).map((choice) => [paragraph(text(choice))])),
    fold('Decide, then open the answer', telling.slot('answer')),
  ];
};

export const predictTrace: Teller = (telling) => {
  const { id, wrong = [] } = telling.props('id', 'wrong');
  const replies = (wrong as { slot: string; claim: string }[]).flatMap(({ slot, claim }) => [
    paragraph(text('Often drawn, but not so: '), emphasis(`“${claim}”`)),
    ...telling.slot(slot),
  ]);
  return [
    ...asked('Predict', telling.children()),
    paragraph(text('Draw it on paper, or '), onThePage(telling, id), text('.')),
    fold('Decide, then see what happens', [...telling.slot('answer'), ...replies]),
  ];
};

export const check: Teller = (telling) => {
  const choices = telling.parts('Choice').map((choice) => {
    const { misconception } = choice.props('misconception');
    const verdict = misconception
      ? `Not quite. The idea behind this answer: “${String(misconception)}”.`
      : 'That is right.';
    return { label: asWords(choice.children()), verdict, reply: choice.slot('reply') };
  });
  return [
    ...asked('Check', telling.children('Choice')),
    bullets(choices.map(({ label }) => [paragraph(...label)])),
    fold(
      'Decide, then open the replies',
      choices.flatMap(({ label, verdict, reply }) => [
        paragraph({ type: 'strong', children: label }, text(` – ${verdict}`)),
        ...reply,
      ]),
    ),
  ];
};

export const numeric: Teller = (telling) => [
  ...asked('Work it out', telling.children()),
  fold('A hint', telling.slot('hint')),
  fold('The answer, and how to get it', [paragraph(strong(numberOf(telling))), ...telling.slot('answer')]),
];

export const slip: Teller = (telling) => {
  const { value, unit = '1', digits = 0 } = telling.props('value', 'unit', 'digits');
  const wrong =
    typeof value === 'number' ? formatQuantity(value, String(unit), Number(digits)) : numberOf(telling);
  return begun([emphasis(`If you got ${wrong}:`)], telling.children());
};

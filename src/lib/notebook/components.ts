/** How a notebook says what a component of a lesson shows. A component that is missing here stops the build of a page
 *  with code: give it words, or a line that says where to find it. */
import { LENSES, WORDS, type LensId, type WordId } from '../../components/lesson/lenses.ts';
import { SOURCES } from '../../content/sources.ts';
import { asWords, bullets, emphasis, link, paragraph, quote, strong, text, type Block } from './blocks.ts';
import { check, numeric, predict, predictTrace, slip } from './questions.ts';
import { numberOf, onThePage, type Teller } from './tell.ts';

const figure: Teller = (telling) => {
  const { id, caption } = telling.props('id', 'caption');
  const words = typeof caption === 'string' ? ` ${caption}` : '';
  return [quote(paragraph(strong('Figure.'), text(`${words} See it `), onThePage(telling, id), text('.')))];
};

/** The equation of an id, or a refusal. */
function known(telling: Parameters<Teller>[0]) {
  const id = String(telling.props('id')['id']);
  const equation = telling.surroundings.equations.get(id);
  return equation ?? telling.refuse(`<${telling.element.name} id="${id}"> names no equation of the course`);
}

const equation: Teller = (telling) => {
  const { number } = known(telling);
  const blocks = telling.children();
  const last = blocks.findLast((block) => block.type === 'math');
  if (!last) return telling.refuse('<Equation> holds no formula: $$ … $$');
  return blocks.map((block) =>
    block === last ? { ...last, value: `${last.value} \\tag{${number}}` } : block,
  );
};

const equationRef: Teller = (telling) => {
  const { number, lesson } = known(telling);
  const elsewhere = telling.page.file.endsWith(`/${lesson}.mdx`) ? '' : telling.surroundings.titleOf(lesson);
  return [text(elsewhere ? `(${number}, in “${elsewhere}”)` : `(${number})`)];
};

const cite: Teller = (telling) => {
  const { id, at } = telling.props('id', 'at');
  const source = SOURCES[String(id)];
  if (!source) return telling.refuse(`<Cite id="${String(id)}"> names no source of src/content/sources.bib`);
  return [text(typeof at === 'string' ? `${source.short}, ${at}` : source.short)];
};

const sources: Teller = ({ page }) => {
  const ids = (page.frontMatter['sources'] ?? []) as string[];
  return [
    bullets(
      ids.flatMap((id): Block[][] => {
        const source = SOURCES[id];
        if (!source) return [];
        const { authors, year, title, where, doi } = source;
        const found = link(`https://doi.org/${doi}`, text(`doi:${doi}`));
        return [[paragraph(text(`${authors} (${year}). `), emphasis(title), text(`. ${where}. `), found)]];
      }),
    ),
  ];
};

const objectives: Teller = ({ page: { frontMatter } }) => [
  paragraph(text(`${String(frontMatter['learning_outcome'])}.`)),
  bullets(((frontMatter['objectives'] ?? []) as string[]).map((objective) => [paragraph(text(objective))])),
];

const lensView: Teller = (telling) => {
  const { is } = telling.props('is');
  const name = LENSES.find(({ id }) => id === (is as LensId))?.name ?? String(is);
  return [paragraph(strong(`${name}:`)), ...telling.children()];
};

const word: Teller = (telling) => {
  const { is } = telling.props('is');
  return [bullets([[paragraph(strong(WORDS[is as WordId]), text(': '), ...asWords(telling.children()))]])];
};

const step: Teller = (telling) => {
  const { title, law } = telling.props('title', 'law');
  return [paragraph(strong(String(title)), text(' '), emphasis(`(${String(law)})`)), ...telling.children()];
};

const misconception: Teller = (telling) => {
  const { claim } = telling.props('claim');
  return [
    quote(paragraph(strong('Often said, but not so:'), text(` “${String(claim)}”`)), ...telling.children()),
  ];
};

const asItStands: Teller = (telling) => telling.children();
const inWords: Teller = (telling) => asWords(telling.children());

const COMPONENTS: Readonly<Record<string, Teller>> = {
  // Links of the page to its own steps.
  BuildPath: () => [],
  Fragment: asItStands,
  Given: inWords,
  Term: inWords,
  LeftOut: asItStands,
  Lens: (telling) => [...telling.slot('figure'), ...telling.children()],
  LensView: lensView,
  Word: word,
  Derivation: (telling) => [...figure(telling), ...telling.children()],
  Step: step,
  Value: (telling) => [text(numberOf(telling))],
  Equation: equation,
  EquationRef: equationRef,
  Cite: cite,
  Sources: sources,
  Objectives: objectives,
  Misconception: misconception,
  Check: check,
  Numeric: numeric,
  Slip: slip,
  Predict: predict,
  PredictTrace: predictTrace,
  Experiment: figure,
  Figure: figure,
  LabFrame: figure,
  NetworkFigure: figure,
  HiddenNeuron: figure,
};

/** Labs are figures: a new one needs no line here. */
export const tellerOf = (name: string): Teller | undefined =>
  Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : /Lab$/.test(name) ? figure : undefined;

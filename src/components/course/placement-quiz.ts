/** Makes the questions of the placement quiz one form, and says where to begin. It keeps nothing. */
import { suggestion } from '../../lib/suggestion.ts';
import { element, paragraph } from '../lesson/question-element.ts';

const UNSURE = 'I don’t know';

interface Asked {
  readonly lesson: string;
  readonly right: string;
  readonly link: HTMLAnchorElement;
  readonly group: HTMLElement;
  readonly answer: HTMLElement;
  readonly verdict: HTMLElement;
}

/** A radio group in the place of the list, and the answer ready to be shown. */
function ask(item: HTMLElement): Asked | undefined {
  const question = item.querySelector('p');
  const list = item.querySelector('ul');
  const details = item.querySelector('details');
  const answer = details?.querySelector<HTMLElement>('.answer');
  const link = answer?.querySelector('a');
  if (!question || !list || !details || !answer || !link) return undefined;
  const words = [...[...list.children].map((choice) => choice.textContent), UNSURE];
  const group = element(
    'div',
    { className: 'choices' },
    ...words.map((text, index) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name: question.id, value: String(index) }),
        element('span', {}, text),
      ),
    ),
  );
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-labelledby', question.id);
  const verdict = element('strong');
  answer.prepend(element('p', {}, verdict));
  answer.hidden = true;
  list.replaceWith(group);
  details.replaceWith(answer);
  return {
    lesson: item.dataset['lesson'] ?? '',
    right: item.dataset['right'] ?? '',
    link,
    group,
    answer,
    verdict,
  };
}

class PlacementQuiz extends HTMLElement {
  connectedCallback(): void {
    const asked = [...this.querySelectorAll<HTMLElement>('.asked > li')].flatMap((item) => ask(item) ?? []);
    const button = this.querySelector('button');
    const result = this.querySelector<HTMLElement>('.result');
    if (!button || !result || asked.length === 0) return;
    button.hidden = false;
    button.addEventListener('click', () => this.#judge(asked, result));
    // What is said is about the answers as they were.
    this.addEventListener('change', () => {
      result.replaceChildren();
      for (const { answer } of asked) answer.hidden = true;
    });
  }

  #judge(asked: readonly Asked[], result: HTMLElement): void {
    const given = asked.map(({ group }) => group.querySelector<HTMLInputElement>(':checked')?.value);
    if (given.every((value) => value === undefined)) {
      result.replaceChildren(paragraph('Answer one or more questions first.'));
      return;
    }
    const answers = asked.map(({ lesson, right }, i) => ({ lesson, right: given[i] === right }));
    for (const [i, { answer, verdict }] of asked.entries()) {
      const isRight = answers[i]?.right ?? false;
      answer.hidden = false;
      answer.classList.toggle('right', isRight);
      answer.classList.toggle('missed', !isRight);
      verdict.textContent = isRight ? 'That is right.' : 'Not yet.';
    }
    const { start, right, known, later } = suggestion(answers);
    const linkTo = (lesson: string): Node =>
      asked.find((each) => each.lesson === lesson)?.link.cloneNode(true) ?? new Text(lesson);
    const listed = (lessons: readonly string[]): (Node | string)[] =>
      lessons.flatMap((lesson, i) => [
        ...(i === 0 ? [] : [i === lessons.length - 1 ? ' and ' : ', ']),
        linkTo(lesson),
      ]);

    const said: HTMLElement[] = [];
    if (start === undefined)
      said.push(
        paragraph('You need not start at the beginning.'),
        element(
          'p',
          {},
          `All ${asked.length} answers are right. Choose what you like from the map; `,
          linkTo(asked.at(-1)?.lesson ?? ''),
          ' is the last lesson that was asked about.',
        ),
      );
    else {
      said.push(
        element('p', {}, 'Start with ', linkTo(start), '.'),
        paragraph(
          `You answered ${right} of ${asked.length} right, and its question is the first you did not.` +
            (known.length === 0 ? ' It is where the course begins.' : ''),
        ),
      );
      if (known.length > 0)
        said.push(element('p', {}, 'You may pass over what comes before: ', ...listed(known), '.'));
      if (later.length > 0)
        said.push(element('p', {}, 'Further on, take your time for ', ...listed(later), '.'));
    }
    said.push(
      paragraph(
        'One question for a lesson is a hint, no measurement: a lucky guess or a slip moves it. The objectives at the top of a lesson tell you more.',
      ),
    );
    result.replaceChildren(...said);
    result.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('placement-quiz', PlacementQuiz);

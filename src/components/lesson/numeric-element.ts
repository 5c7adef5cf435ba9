/** Turns a <Numeric> into a field that reads what is typed and answers it. */
import { readAnswer } from '../../lib/answer.ts';
import { element, Feedback, paragraph, wrapQuestion } from './question-element.ts';

const near = (typed: number, { dataset }: HTMLElement): boolean =>
  Math.abs(typed - Number(dataset['value'])) <= Number(dataset['tolerance']);

class LessonNumeric extends HTMLElement {
  connectedCallback(): void {
    const hint = this.querySelector(':scope > .hint');
    const details = this.querySelector<HTMLDetailsElement>(':scope > details');
    if (!hint || !details) return;
    const question = wrapQuestion(this, hint, `${this.id}-question`);
    const slips = [...details.querySelectorAll<HTMLElement>('.slip')];
    const unit = this.dataset['unit'] ?? '';
    const feedback = new Feedback();

    const input = element('input', { type: 'text', id: `${this.id}-typed`, autocomplete: 'off' });
    input.inputMode = 'text';
    input.setAttribute('aria-describedby', question.id);
    const label = element('label', { htmlFor: input.id }, unit ? `Your answer in ${unit}` : 'Your answer');
    const form = element(
      'form',
      { noValidate: true },
      element('div', { className: 'entry' }, label, input, element('button', { type: 'submit' }, 'Check')),
      feedback.region,
    );
    const refuse = (...content: readonly Node[]): void => {
      input.setAttribute('aria-invalid', 'true');
      feedback.say('wrong', ...content);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const answer = readAnswer(input.value, unit);
      if (answer.kind === 'problem') {
        input.setAttribute('aria-invalid', 'true');
        feedback.say('note', paragraph(answer.sentence));
        return;
      }
      if (near(answer.value, this)) {
        input.removeAttribute('aria-invalid');
        feedback.say('right', paragraph('That is right.', 'verdict'));
        details.open = true;
        return;
      }
      const slip = slips.find((candidate) => near(answer.value, candidate));
      const reply = slip?.cloneNode(true) as HTMLElement | undefined;
      reply?.querySelector('.slip-head')?.remove();
      if (reply) refuse(paragraph('Not quite, and here is why.', 'verdict'), ...reply.childNodes);
      else {
        const side = answer.value < Number(this.dataset['value']) ? 'too low' : 'too high';
        refuse(paragraph(`Not yet: that is ${side}.`, 'verdict'), ...hint.cloneNode(true).childNodes);
      }
    });
    details.before(form);
  }
}

customElements.define('lesson-numeric', LessonNumeric);

/** Turns a <Check> into a radio group: choose, commit, read the reply, try again. */
import { element, Feedback, option, paragraph, radioGroup, wrapQuestion } from './question-element.ts';

class LessonCheck extends HTMLElement {
  connectedCallback(): void {
    const choices = [...this.querySelectorAll<HTMLDetailsElement>('details.choice')];
    const first = choices[0];
    if (!first) return;
    const question = wrapQuestion(this, first, `${this.id}-question`);
    const feedback = new Feedback();

    const options = choices.map((choice, index) =>
      option(this.id, String(index), [...(choice.querySelector('summary')?.childNodes ?? [])]),
    );
    const form = element(
      'form',
      {},
      radioGroup(question.id, options),
      element('button', { type: 'submit' }, 'Check'),
      feedback.region,
    );
    form.addEventListener('change', () => feedback.clear());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = form.querySelector<HTMLInputElement>('input:checked');
      const choice = chosen && choices[Number(chosen.value)];
      const reply = choice?.querySelector('.reply');
      if (!choice || !reply) {
        feedback.say('note', paragraph('Choose an answer first.'));
        return;
      }
      feedback.say('correct' in choice.dataset ? 'right' : 'wrong', ...reply.cloneNode(true).childNodes);
    });
    first.before(form);
    for (const choice of choices) choice.remove();
  }
}

customElements.define('lesson-check', LessonCheck);

/** Turns a <Predict> into a radio group whose answer stays closed until the reader has committed. */
import { element, Feedback, option, paragraph, radioGroup, wrapQuestion } from './question-element.ts';

class LessonPredict extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector(':scope > ul.options');
    const details = this.querySelector(':scope > details');
    const answer = details?.querySelector('.answer');
    if (!list || !details || !answer) return;
    const question = wrapQuestion(this, list, `${this.id}-question`);
    const feedback = new Feedback();

    const guesses = [...list.children].map((item) => item.textContent);
    const options = guesses.map((guess, index) => option(this.id, String(index), [guess]));
    const commit = element('button', { type: 'submit' }, 'That is my prediction');
    const form = element('form', {}, radioGroup(question.id, options), commit, feedback.region);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = form.querySelector<HTMLInputElement>('input:checked');
      if (!chosen) {
        feedback.say('note', paragraph('Choose first: a wrong guess teaches more than none.'));
        return;
      }
      for (const input of form.querySelectorAll('input')) input.disabled = true;
      feedback.say(
        'note',
        paragraph(`You predicted: “${guesses[Number(chosen.value)]}”`, 'verdict'),
        ...answer.childNodes,
      );
      // The button goes, so the reader is put where it led.
      feedback.region.tabIndex = -1;
      feedback.region.focus();
      commit.remove();
    });
    list.replaceWith(form);
    details.remove();
  }
}

customElements.define('lesson-predict', LessonPredict);

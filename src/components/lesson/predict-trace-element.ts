/** Turns a <PredictTrace> into axes to draw on, once the reader asks for them. */
import { element } from './question-element.ts';

class PredictTrace extends HTMLElement {
  connectedCallback(): void {
    const button = element('button', { type: 'button', className: 'begin' }, this.dataset['begin'] ?? '');
    button.addEventListener('click', () => {
      button.disabled = true;
      import('../tools/draw/start.ts').then(
        ({ start }) => {
          button.remove();
          start(this);
        },
        () => {
          button.disabled = false;
          button.textContent = 'This could not be loaded. Try again';
        },
      );
    });
    this.querySelector('.axes')?.after(button);
  }
}

customElements.define('predict-trace', PredictTrace);

/** Puts a lab in the place of its stills when its button is pressed. The frame tells its height, and takes the theme of
 *  this page, also when that changes. */
import { element } from './question-element.ts';

const root = document.documentElement;
const themeOf = () => (root.dataset['theme'] === 'dark' ? 'dark' : 'light');

/** "Noise lab" loses its capital, "AdEx lab" does not. */
const withinSentence = (title: string) => (/.[A-Z]/.test(title) ? title : title.toLowerCase());

class LabFrame extends HTMLElement {
  connectedCallback(): void {
    const { title = '' } = this.dataset;
    const button = element(
      'button',
      { type: 'button', onclick: () => this.#start() },
      `Start the ${withinSentence(title)}`,
    );
    this.querySelector('p')?.replaceWith(button);
  }

  #start(): void {
    const { address = '', title = '' } = this.dataset;
    const frame = element('iframe', {
      src: `${address}&theme=${themeOf()}&origin=${location.origin}`,
      title,
      allow: 'clipboard-write',
    });
    addEventListener(
      'message',
      ({ origin, source, data }: MessageEvent<{ type?: string; height?: number }>) => {
        if (origin !== location.origin || source !== frame.contentWindow) return;
        if (data.type === 'integrate-and-fire:height') frame.style.height = `${data.height}px`;
      },
    );
    const paint = () => {
      const inside = frame.contentDocument?.documentElement;
      if (inside) inside.dataset['theme'] = themeOf();
    };
    new MutationObserver(paint).observe(root, { attributeFilter: ['data-theme'] });
    this.replaceChildren(frame);
    frame.focus();
  }
}

customElements.define('lab-frame', LabFrame);

/** Parts that the questions' custom elements share. They build only native controls: a radio group, a
 *  button, a form, so that keyboard, screen reader and voice work as everywhere else. */

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Everything before `end` inside `parent`, wrapped into one element that names the group of controls. */
export function wrapQuestion(parent: Element, end: Element, id: string): HTMLElement {
  const question = element('div', { id });
  const kind = parent.querySelector(':scope > .kind');
  parent.insertBefore(question, kind?.nextSibling ?? parent.firstChild);
  while (question.nextSibling && question.nextSibling !== end) question.append(question.nextSibling);
  return question;
}

/** A labelled radio button. */
export function option(name: string, value: string, label: readonly (Node | string)[]): HTMLLabelElement {
  return element(
    'label',
    { className: 'option' },
    element('input', { type: 'radio', name, value }),
    element('span', {}, ...label),
  );
}

/** A group of radio buttons named by the question. */
export function radioGroup(labelledBy: string, options: readonly HTMLElement[]): HTMLDivElement {
  const group = element('div', { className: 'options' }, ...options);
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-labelledby', labelledBy);
  return group;
}

/** The place where an answer is spoken: screen readers announce what is put in, without moving focus. */
export class Feedback {
  readonly region = element('div', { className: 'feedback' });

  constructor() {
    this.region.setAttribute('role', 'status');
  }

  say(verdict: 'right' | 'wrong' | 'note', ...content: readonly (Node | string)[]): void {
    this.region.dataset['verdict'] = verdict;
    this.region.replaceChildren(...content);
  }

  clear(): void {
    delete this.region.dataset['verdict'];
    this.region.replaceChildren();
  }
}

export const paragraph = (text: string, className = ''): HTMLParagraphElement =>
  element('p', { className }, text);

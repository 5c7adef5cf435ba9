/** <lesson-derivation>: the step under the pointer, with the focus or last tapped is the current one; the
 *  element carries what that step lights in `data-lit`. The arrow keys, Home and End walk the steps. */

const KEYS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowRight: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  ArrowLeft: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

class LessonDerivation extends HTMLElement {
  connectedCallback(): void {
    const steps = [...this.querySelectorAll<HTMLElement>('.step')];
    const light = (current: HTMLElement) => {
      for (const step of steps) step.toggleAttribute('aria-current', false);
      current.setAttribute('aria-current', 'step');
      this.dataset['lit'] = current.dataset['lights'] ?? '';
    };
    for (const [index, step] of steps.entries()) {
      const title = step.querySelector('a');
      step.addEventListener('pointerenter', () => light(step));
      step.addEventListener('focusin', () => light(step));
      step.addEventListener('click', () => light(step));
      // Lighting a step must not throw the page about: the drawing would leave the screen.
      title?.addEventListener('click', (event) => event.preventDefault());
      title?.addEventListener('keydown', (event) => {
        const target = KEYS[event.key]?.(index, steps.length - 1);
        if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        steps[target]?.querySelector('a')?.focus();
      });
    }
    if (steps[0]) light(steps[0]);
  }
}

customElements.define('lesson-derivation', LessonDerivation);

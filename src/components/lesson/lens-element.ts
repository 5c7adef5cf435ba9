/** Makes the switch of a <Lens> work. The choice holds for every Lens of the page, and is still there
 *  when the reader comes back to the page in the same tab. */
import { LENSES, type LensId } from './lenses.ts';

const key = `lens:${location.pathname}`;
const isLens = (value: string | null): value is LensId => LENSES.some(({ id }) => id === value);

/** A browser may forbid storage; then the choice lasts as long as the page. */
function remembered(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
function remember(lens: LensId): void {
  try {
    sessionStorage.setItem(key, lens);
  } catch {
    return;
  }
}

class LessonLens extends HTMLElement {
  connectedCallback(): void {
    const control = this.querySelector<HTMLFieldSetElement>('fieldset.switch');
    if (!control) return;
    control.hidden = false;
    this.dataset['live'] = '';
    control.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !isLens(target.value)) return;
      for (const lens of document.querySelectorAll<LessonLens>('lesson-lens')) lens.show(target.value);
      remember(target.value);
    });
    const last = remembered();
    this.show(isLens(last) ? last : LENSES[0].id);
  }

  show(lens: LensId): void {
    this.dataset['lens'] = lens;
    for (const view of this.querySelectorAll<HTMLElement>('[data-view]')) {
      view.hidden = view.dataset['view'] !== lens;
    }
    for (const input of this.querySelectorAll<HTMLInputElement>('fieldset.switch input')) {
      input.checked = input.value === lens;
    }
    // A figure that is still a picture shows the first lens.
    if (lens !== LENSES[0].id)
      for (const island of this.querySelectorAll('astro-island[ssr]'))
        island.dispatchEvent(new Event('near'));
  }
}

customElements.define('lesson-lens', LessonLens);

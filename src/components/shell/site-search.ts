/** The search button and its shortcut. What answers in the dialog is loaded when it is first opened. */
export class SiteSearch extends HTMLElement {
  #dialog = this.querySelector('dialog')!;
  #answering: Promise<unknown> | undefined;

  connectedCallback(): void {
    const open = this.querySelector<HTMLButtonElement>('.open')!;
    open.disabled = false;
    open.addEventListener('click', () => this.#open());
    this.querySelector('.close')!.addEventListener('click', () => this.#dialog.close());
    this.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault());
    this.#dialog.addEventListener('click', ({ target }) => {
      // A click on the dialog itself is a click beside its content; a followed link may stay on the page.
      if (target === this.#dialog || target instanceof HTMLAnchorElement) this.#dialog.close();
    });
    window.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      if (this.#dialog.open) this.#dialog.close();
      else this.#open();
    });
  }

  #open(): void {
    this.#dialog.showModal();
    this.querySelector('input')!.select();
    this.#answering ??= this.#answer().catch(() => {
      this.#answering = undefined;
      this.querySelector('[role="status"]')!.textContent =
        'The search could not be loaded; is the site online?';
    });
  }

  async #answer(): Promise<void> {
    const found = await import('./search-dialog.ts');
    new found.SearchDialog(this.#dialog, this.dataset['bundle']!, this.dataset['base']!);
  }
}

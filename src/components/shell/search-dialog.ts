/** What happens in the search dialog: words go to Pagefind, pages and their sections come back. */

interface Section {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

interface Page {
  readonly url: string;
  readonly meta: { readonly title: string };
  readonly excerpt: string;
  readonly sub_results: readonly Section[];
}

/** The part of Pagefind's interface used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  /** @returns null when another search was asked for within the delay */
  debouncedSearch(
    words: string,
    options: object,
    delayMs: number,
  ): Promise<{ results: readonly { data(): Promise<Page> }[] } | null>;
}

const PAGES_SHOWN = 8;
const SECTIONS_SHOWN = 3;
const DELAY_MS = 150;

/** Pagefind hands excerpts over as HTML: their text and their marks are taken, nothing else. */
function excerptParagraph(html: string): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  for (const node of new DOMParser().parseFromString(html, 'text/html').body.childNodes) {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') {
      paragraph.append(text);
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = text;
    paragraph.append(mark);
  }
  return paragraph;
}

function entry(title: string, url: string, excerpt: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  item.append(link, excerptParagraph(excerpt));
  return item;
}

function pageEntry(page: Page): HTMLLIElement {
  const item = entry(page.meta.title, page.url, page.excerpt);
  const sections = page.sub_results.filter(({ url }) => url !== page.url).slice(0, SECTIONS_SHOWN);
  if (sections.length > 0) {
    const list = document.createElement('ul');
    list.append(...sections.map(({ title, url, excerpt }) => entry(title, url, excerpt)));
    item.append(list);
  }
  return item;
}

/** What the status line says about a finished search. */
function resultSentence(words: string, count: number): string {
  if (count === 0) return `Nothing found for “${words}”.`;
  const shown = count > PAGES_SHOWN ? `, the best ${PAGES_SHOWN} are shown` : '';
  return `${count} ${count === 1 ? 'page' : 'pages'} for “${words}”${shown}.`;
}

/** Makes the dialog of a `<site-search>` answer.
 *  @param bundle address of Pagefind's module
 *  @param baseUrl address all results are under */
export class SearchDialog {
  readonly #bundle: string;
  readonly #baseUrl: string;
  readonly #input: HTMLInputElement;
  readonly #status: Element;
  readonly #list: Element;
  #pagefind: Promise<Pagefind> | undefined;

  constructor(dialog: HTMLDialogElement, bundle: string, baseUrl: string) {
    this.#bundle = bundle;
    this.#baseUrl = baseUrl;
    this.#input = dialog.querySelector('input')!;
    this.#status = dialog.querySelector('[role="status"]')!;
    this.#list = dialog.querySelector('ol')!;
    dialog.querySelector('form')!.addEventListener('submit', () => this.#list.querySelector('a')?.focus());
    dialog.addEventListener('keydown', (event) => this.#moveFocus(event));
    this.#input.addEventListener('input', () => void this.#search());
    // The reader may have typed before this was loaded.
    void this.#search();
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= (async () => {
      const pagefind = (await import(/* @vite-ignore */ this.#bundle)) as Pagefind;
      await pagefind.options({ baseUrl: this.#baseUrl });
      return pagefind;
    })();
    // A failed load is tried again by the next search.
    this.#pagefind.catch(() => (this.#pagefind = undefined));
    return this.#pagefind;
  }

  async #search(): Promise<void> {
    const words = this.#input.value.trim();
    if (words === '') {
      this.#show('', []);
      return;
    }
    try {
      const pagefind = await this.#load();
      const found = await pagefind.debouncedSearch(words, {}, DELAY_MS);
      if (found === null) return;
      const pages = await Promise.all(found.results.slice(0, PAGES_SHOWN).map((result) => result.data()));
      if (words === this.#input.value.trim()) this.#show(resultSentence(words, found.results.length), pages);
    } catch {
      this.#show('The search index could not be loaded. It is made by the build; is the site online?', []);
    }
  }

  #show(sentence: string, pages: readonly Page[]): void {
    this.#status.textContent = sentence;
    this.#list.replaceChildren(...pages.map(pageEntry));
  }

  /** Arrow keys go from the words to the results and back; Tab does so anyway. */
  #moveFocus(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops = [this.#input, ...this.#list.querySelectorAll('a')];
    const here = stops.indexOf(document.activeElement as HTMLInputElement | HTMLAnchorElement);
    const next = stops[here + step];
    if (here < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}

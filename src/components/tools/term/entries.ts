/** The entries of the glossary, taken from its page when one is first asked for. */

const ADDRESS = '/glossary/';

let glossary: Promise<Document> | undefined;

/** Gives this page the style sheets that the other has and this one lacks: those of entries, and of formulas. */
async function takeStyles(from: Document): Promise<void> {
  const here = new Set(
    [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')),
  );
  const missing = [...from.querySelectorAll('link[rel=stylesheet]')].map(
    (link) => link.getAttribute('href') ?? '',
  );
  await Promise.all(
    missing
      .filter((href) => !here.has(href))
      .map(
        (href) =>
          new Promise((settled) => {
            const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
            link.onload = link.onerror = settled;
            document.head.append(link);
          }),
      ),
  );
}

async function load(): Promise<Document> {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`${ADDRESS} was answered with ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  await takeStyles(page);
  return page;
}

const named = (name: string, className: string, ...inside: (Node | string | null)[]) => {
  const element = Object.assign(document.createElement(name), { className });
  element.append(...inside.filter((each) => each !== null));
  return element;
};

/** @param id of an entry
 *  @returns its card: what it is in the part of the id `term-card`, the three lenses folded below; nothing where
 *    there is no such entry or the page cannot be had (the link still leads there) */
export async function entryOf(id: string): Promise<HTMLElement | undefined> {
  glossary ??= load();
  const page = await glossary.catch(() => (glossary = undefined));
  const entry = page?.getElementById(id);
  if (!entry) return undefined;
  const part = (selector: string) => {
    const found = entry.querySelector(selector);
    return found && document.importNode(found, true);
  };
  const words = named(
    'div',
    '',
    named('p', 'term-name', part('h3')?.textContent ?? ''),
    part('.symbol'),
    part('.definition'),
  );
  words.id = 'term-card';
  words.role = 'tooltip';
  const lenses = part('.lenses');
  const card = named('div', 'term-card not-content', words);
  if (lenses) card.append(named('details', '', named('summary', '', 'Seen three ways'), lenses));
  card.popover = 'manual';
  return card;
}

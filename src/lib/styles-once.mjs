/** A component that several islands share gets a style sheet from the build for the browser, and the same rules
 *  once more in the sheet of the page from the build for the server. A page needs them once. And every page is
 *  given the sheets of all islands there are; it needs those of its own. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHEET = /<link rel="stylesheet" href="([^"]+\.css)">/g;

/** Takes out of a page the links to style sheets whose whole text a later one of the page begins with: the rules
 *  stay, and so does their place before those that follow.
 *  @param {string} html
 *  @param {(href: string) => string} textOf a sheet's text by its address
 *  @returns {string} */
export function withoutRepeatedStyles(html, textOf) {
  const sheets = [...html.matchAll(SHEET)].map(([, href = '']) => ({ href, text: textOf(href).trim() }));
  const repeated = new Set(
    sheets
      .filter(
        ({ text }, i) => text !== '' && sheets.slice(i + 1).some((later) => later.text.startsWith(text)),
      )
      .map(({ href }) => href),
  );
  return html.replace(SHEET, (link, href) => (repeated.has(href) ? '' : link));
}

/** The marks of the Svelte components that a text names: each has its own, in its styles and on its elements.
 *  @param {string} text
 *  @returns {string[]} */
const marksIn = (text) => text.match(/\bsvelte-[a-z0-9]+\b/g) ?? [];

/** Every rule is for elements of Svelte components.
 *  @param {string} text of a sheet */
function isOfComponents(text) {
  const selectors = [...text.matchAll(/(?:^|[{}])\s*([^{}@;]+)\{/g)].map(([, selector = '']) => selector);
  return selectors.length > 0 && selectors.every((selector) => selector.includes('.svelte-'));
}

/** Takes out of a page the links to style sheets that are only for Svelte components it does not have.
 *  @param {string} html
 *  @param {(href: string) => string} textOf a sheet's text by its address
 *  @param {ReadonlySet<string>} rendered marks of the components that some page has from the start; any other can
 *    appear where there is an island
 *  @returns {string} */
export function withoutForeignStyles(html, textOf, rendered) {
  const here = new Set(marksIn(html));
  const island = html.includes('<astro-island');
  const needed = (/** @type {string} */ mark) => here.has(mark) || (island && !rendered.has(mark));
  return html.replace(SHEET, (link, href) => {
    const text = textOf(href);
    return isOfComponents(text) && !marksIn(text).some(needed) ? '' : link;
  });
}

/** @returns {import('astro').AstroIntegration} */
export function stylesOnce() {
  return {
    name: 'styles-once',
    hooks: {
      'astro:build:done'({ dir }) {
        const root = fileURLToPath(dir);
        /** @type {Map<string, string>} */
        const texts = new Map();
        const textOf = (/** @type {string} */ href) => {
          const text = texts.get(href) ?? readFileSync(join(root, href), 'utf8');
          texts.set(href, text);
          return text;
        };
        const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.html'))
          .map((name) => ({ file: join(root, name), html: readFileSync(join(root, name), 'utf8') }));
        const rendered = new Set(pages.flatMap(({ html }) => marksIn(html)));
        for (const { file, html } of pages) {
          const lean = withoutForeignStyles(withoutRepeatedStyles(html, textOf), textOf, rendered);
          if (lean !== html) writeFileSync(file, lean);
        }
      },
    },
  };
}

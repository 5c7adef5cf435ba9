/** A component that several islands share gets a style sheet from the build for the browser, and the same rules
 *  once more in the sheet of the page from the build for the server. A page needs them once. */
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
        for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html')) continue;
          const file = join(root, name);
          const html = readFileSync(file, 'utf8');
          const once = withoutRepeatedStyles(html, textOf);
          if (once !== html) writeFileSync(file, once);
        }
      },
    },
  };
}

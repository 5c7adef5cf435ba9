/** The notebooks of the site: one for each page with code, made when the site is built. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import { getCollection, type CollectionEntry } from 'astro:content';
import { isLesson, lessonId } from '../lessons-loader.ts';
import { readEquations } from '../remark-equations.mjs';
import { cellsOf, type Cell } from './cells.ts';
import { isCode, nodesOf } from './python-cells.ts';
import { parsePage, type Page } from './mdx.ts';

type Entry = CollectionEntry<'docs'>;

/** Path of a notebook without its ending, from the root of the site: code/05-build-it */
export const codePath = ({ id }: Entry): string => `code/${id.split('/').at(-1)}`;

/** The page, when it has code; undefined for all others. */
export function pageWithCode({ body = '', filePath = '' }: Entry): Page | undefined {
  // Most pages are not read a second time.
  if (!/<(PythonCell|BuildStep)\b/.test(body)) return undefined;
  const page = parsePage(readFileSync(fileURLToPath(new URL(filePath, root)), 'utf8'), filePath);
  return [...nodesOf(page.tree)].some(isCode) ? page : undefined;
}

/** @param site where the site is published, if that is known
 *  @throws Error with file, line and what to do, at what a notebook has no words for
 *  @throws Error when two pages would have one file */
export async function notebooks(site: URL | undefined): Promise<Map<string, Cell[]>> {
  const entries = (await getCollection('docs')).filter(({ data }) => !data.draft);
  const titles = new Map(
    entries.filter(({ id }) => isLesson(id)).map(({ id, data }) => [lessonId(id), data.title]),
  );
  const equations = readEquations(fileURLToPath(new URL('src/content/docs/lessons', root)));
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const found = new Map<string, Cell[]>();
  for (const entry of entries) {
    const page = pageWithCode(entry);
    if (!page) continue;
    const path = codePath(entry);
    if (found.has(path))
      throw new Error(`${page.file}: another page has the file ${path} already; rename one of them`);
    const surroundings = {
      site: site && new URL(base, site).href,
      path: `${entry.id}/`,
      equations,
      titleOf: (lesson: string) => titles.get(lesson),
    };
    found.set(path, cellsOf(page, surroundings));
  }
  return found;
}

/** Notebooks in a test, as src/lib/notebook/pages.ts makes them when the site is built. */
import { cellsOf, type Cell } from '../../src/lib/notebook/cells.ts';
import { parsePage, type Page } from '../../src/lib/notebook/mdx.ts';
import { isCode, nodesOf } from '../../src/lib/notebook/python-cells.ts';
import type { Surroundings } from '../../src/lib/notebook/tell.ts';
import { readEquations } from '../../src/lib/remark-equations.mjs';
import { readPages, ROOT } from '../python/pages.ts';

export const pages = readPages();
export const lessons = pages.filter(({ file }) => file.includes('/lessons/'));
export const pagesWithCode = pages.filter(({ tree }) => [...nodesOf(tree)].some(isCode));

const idOf = ({ file }: Page) => file.replace(/^.*\/|\.mdx$/g, '');
const titles = new Map(lessons.map((page) => [idOf(page), String(page.frontMatter['title'])]));

export const surroundings = (page: Page, site?: string): Surroundings => ({
  site,
  path: `${page.file.replace(/^src\/content\/docs\/|\.mdx$/g, '')}/`,
  equations: readEquations(`${ROOT}src/content/docs/lessons`),
  titleOf: (lesson) => titles.get(lesson),
});

export const cellsOfPage = (page: Page, site?: string): Cell[] => cellsOf(page, surroundings(page, site));

/** @param body of a lesson with the title "Fixture" */
export const fixture = (body: string): Page =>
  parsePage(`---\ntitle: Fixture\nsources: [gerstner2014]\n---\n${body}`, 'fixture.mdx');

/** The worksheets of the site: one for each lesson, made when the site is built. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from 'astro:config/server';
import { getCollection } from 'astro:content';
import { isLesson, lessonId } from '../lessons-loader.ts';
import { parsePage } from '../notebook/mdx.ts';
import { readEquations } from '../remark-equations.mjs';
import { worksheetOf, type WorksheetSection } from './worksheet.ts';

export interface Worksheet {
  /** Id of the lesson. */
  readonly lesson: string;
  readonly title: string;
  readonly outcome: string;
  readonly minutes: number;
  readonly order: number;
  readonly sections: readonly WorksheetSection[];
}

/** In the order of the course.
 *  @throws Error with file, line and what to do, at a question for which there are no words */
export async function worksheets(): Promise<readonly Worksheet[]> {
  const entries = await getCollection('docs', ({ id, data }) => isLesson(id) && !data.draft);
  const titles = new Map(entries.map(({ id, data }) => [lessonId(id), data.title]));
  const equations = readEquations(fileURLToPath(new URL('src/content/docs/lessons', root)));
  const titleOf = (lesson: string) => titles.get(lesson);
  return entries
    .map(({ id, data, filePath = '' }) => {
      const page = parsePage(readFileSync(fileURLToPath(new URL(filePath, root)), 'utf8'), filePath);
      return {
        lesson: lessonId(id),
        title: data.title,
        outcome: data.learning_outcome ?? '',
        minutes: data.minutes ?? 0,
        order: data.order ?? 0,
        sections: worksheetOf(page, { path: `${id}/`, equations, titleOf }),
      };
    })
    .sort((a, b) => a.order - b.order);
}

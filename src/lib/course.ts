/** The lessons as the course map and the marks of progress need them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Nodes, Parent } from 'mdast';
import { root } from 'astro:config/server';
import { getCollection } from 'astro:content';
import { isLesson, lessonId } from './lessons-loader.ts';
import { isElement, parsePage, propsOf, type Page } from './notebook/mdx.ts';

export interface CourseLesson {
  readonly id: string;
  /** Ids of what can be passed in it, in the order of the page. */
  readonly questions: readonly string[];
}

export interface Lesson extends CourseLesson {
  readonly order: number;
  readonly title: string;
  readonly outcome: string;
  readonly minutes: number;
  /** Ids of lessons. */
  readonly prerequisites: readonly string[];
}

/** What can be passed, and the property that holds its id. */
const PASSABLE: Readonly<Record<string, string>> = {
  Check: 'id',
  Numeric: 'id',
  Predict: 'id',
  PredictTrace: 'id',
  BuildStep: 'step',
};

/** @returns ids of the questions and steps of a page */
export function questionsOf(page: Page): readonly string[] {
  const ids: string[] = [];
  const visit = (node: Nodes): void => {
    const property = isElement(node) ? PASSABLE[node.name ?? ''] : undefined;
    if (property && isElement(node)) ids.push(String(propsOf(page, node, [property])[property]));
    if ('children' in node) ((node as Parent).children as Nodes[]).forEach(visit);
  };
  visit(page.tree);
  return ids;
}

/** In the order of the course. */
export async function course(): Promise<readonly Lesson[]> {
  const entries = await getCollection('docs', ({ id, data }) => isLesson(id) && !data.draft);
  return entries
    .map(({ id, data, filePath = '' }) => ({
      id: lessonId(id),
      order: data.order ?? 0,
      title: data.title,
      outcome: data.learning_outcome ?? '',
      minutes: data.minutes ?? 0,
      prerequisites: data.prerequisites ?? [],
      questions: questionsOf(
        parsePage(readFileSync(fileURLToPath(new URL(filePath, root)), 'utf8'), filePath),
      ),
    }))
    .sort((a, b) => a.order - b.order);
}

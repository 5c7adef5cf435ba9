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
  /** Those of its questions that are steps of the build-it path. */
  readonly steps: readonly string[];
}

/** What can be passed, and the property that holds its id. */
const PASSABLE: Readonly<Record<string, string>> = {
  Check: 'id',
  Numeric: 'id',
  Predict: 'id',
  PredictTrace: 'id',
  HiddenNeuron: 'id',
  BuildStep: 'step',
};

/** @returns ids of what can be passed on a page, and the component that asks */
export function questionsOf(page: Page): readonly { readonly id: string; readonly component: string }[] {
  const found: { id: string; component: string }[] = [];
  const visit = (node: Nodes): void => {
    const component = isElement(node) ? (node.name ?? '') : '';
    const property = PASSABLE[component];
    if (property && isElement(node))
      found.push({ id: String(propsOf(page, node, [property])[property]), component });
    if ('children' in node) ((node as Parent).children as Nodes[]).forEach(visit);
  };
  visit(page.tree);
  return found;
}

/** In the order of the course. */
export async function course(): Promise<readonly Lesson[]> {
  const entries = await getCollection('docs', ({ id, data }) => isLesson(id) && !data.draft);
  return entries
    .map(({ id, data, filePath = '' }) => {
      const file = fileURLToPath(new URL(filePath, root));
      const asked = questionsOf(parsePage(readFileSync(file, 'utf8'), filePath));
      return {
        id: lessonId(id),
        order: data.order ?? 0,
        title: data.title,
        outcome: data.learning_outcome ?? '',
        minutes: data.minutes ?? 0,
        prerequisites: data.prerequisites ?? [],
        questions: asked.map((question) => question.id),
        steps: asked.filter(({ component }) => component === 'BuildStep').map((step) => step.id),
      };
    })
    .sort((a, b) => a.order - b.order);
}

/** Starlight's loader with the lessons' contract in front of it: a page in the lessons folder must
 *  carry a lesson's front matter, and the lessons must fit together. */
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader } from 'astro/loaders';
import { assertCourse, readLesson, type LessonEntry } from './front-matter.ts';

const FOLDER = 'lessons/';

export const lessonId = (entryId: string): string => entryId.slice(FOLDER.length);
export const isLesson = (entryId: string): boolean => entryId.startsWith(FOLDER);

export function lessonsLoader(): Loader {
  const docs = docsLoader();
  return {
    ...docs,
    name: 'lessons-loader',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      await docs.load({
        ...context,
        async parseData(entry) {
          if (!isLesson(entry.id)) return context.parseData(entry);
          const file = relative(root, entry.filePath ?? entry.id)
            .split(sep)
            .join('/');
          const { order } = readLesson(entry.data, file);
          const sidebar = { order, ...(entry.data['sidebar'] as object | undefined) };
          return context.parseData({ ...entry, data: { ...entry.data, sidebar } as typeof entry.data });
        },
      });
      const lessons = context.store.values().filter((entry) => isLesson(entry.id));
      assertCourse(
        lessons.map((entry): LessonEntry => {
          const { order, prerequisites = [] } = entry.data as { order: number; prerequisites?: string[] };
          return { id: lessonId(entry.id), file: entry.filePath ?? entry.id, order, prerequisites };
        }),
      );
    },
  };
}

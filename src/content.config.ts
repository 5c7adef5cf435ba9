import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { lessonFields } from './lib/front-matter.ts';
import { lessonsLoader } from './lib/lessons-loader.ts';

export const collections = {
  docs: defineCollection({ loader: lessonsLoader(), schema: docsSchema({ extend: lessonFields }) }),
};

/** The questions of each lesson, at /course.json: what the marks of progress count. */
import type { APIRoute } from 'astro';
import { course, type CourseLesson } from '../lib/course.ts';

export const GET: APIRoute = async () =>
  Response.json((await course()).map(({ id, questions }): CourseLesson => ({ id, questions })));

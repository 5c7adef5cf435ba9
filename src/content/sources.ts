/** The works the lessons cite, from sources.bib. */
import { parseSources, type Source } from '../lib/bibliography.ts';
import bibliography from './sources.bib?raw';

export type { Source };

/** By key. */
export const SOURCES: Readonly<Record<string, Source>> = parseSources(
  bibliography,
  'src/content/sources.bib',
);

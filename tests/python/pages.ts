/** Every page of the site, read for its code. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parsePage, type Page } from '../../src/lib/notebook/mdx.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CONTENT = 'src/content/docs';

/** @param file from the root of the repository */
export const readPage = (file: string): Page => parsePage(readFileSync(ROOT + file, 'utf8'), file);

export function readPages(): Page[] {
  return readdirSync(ROOT + CONTENT, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx') || name.endsWith('.md'))
    .sort()
    .map((name) => readPage(`${CONTENT}/${name}`));
}

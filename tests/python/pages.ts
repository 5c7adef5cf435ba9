/** Every page of the site and of its documentation, read for its code. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parsePage, type Page } from '../../src/lib/notebook/mdx.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param file from the root of the repository */
export const readPage = (file: string): Page => parsePage(readFileSync(ROOT + file, 'utf8'), file);

const filesOf = (folder: string) =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);

export const readPages = (): Page[] => filesOf('src/content/docs').map(readPage);

export const readDocumentation = (): Page[] =>
  [...filesOf('docs'), 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'tests/reference/README.md'].map(
    readPage,
  );

/** Packages that the page's Python does not have. A listing that imports one is a program of its own, for that tool. */
const PACKAGES = ['brian2', 'nest', 'pyNN', 'neuroml', 'pyneuroml', 'numpy', 'scipy', 'matplotlib', 'mpi4py'];

/** @returns those of them that a program imports */
export const packagesOf = (code: string): string[] => [
  ...new Set(
    [...code.matchAll(/^\s*(?:import|from)\s+(\w+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => PACKAGES.includes(name)),
  ),
];

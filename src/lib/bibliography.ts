/** BibTeX → what a page says about a work. Read by citation-js; names are written as the lists of the lessons have
 *  them, initials first. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

export interface Source {
  /** How the text names it: "Gerstner et al. 2014". */
  readonly short: string;
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  /** Journal with volume and pages, or publisher. */
  readonly where: string;
  /** Digital object identifier, without the resolver's address. */
  readonly doi: string;
  /** Where it can be read without paying, when that is not the DOI. */
  readonly free?: string;
}

/** The part of CSL-JSON that BibTeX gives. */
interface Entry {
  readonly id: string;
  readonly author?: readonly Name[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly title?: string;
  readonly note?: string;
  readonly publisher?: string;
  readonly volume?: string;
  readonly page?: string;
  readonly 'container-title'?: string;
  readonly DOI?: string;
  readonly URL?: string;
}
interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly 'non-dropping-particle'?: string;
}

const familyOf = ({ family = '', 'non-dropping-particle': particle }: Name) =>
  particle ? `${particle} ${family}` : family;
const initials = (given: string) =>
  given
    .split(/\s+/)
    .map((name) =>
      name.replace(/^(\p{L})[^-]*(?:-(\p{L}).*)?$/u, (_all, a, b) => (b ? `${a}.-${b}.` : `${a}.`)),
    )
    .join(' ');
const nameOf = (name: Name) => `${initials(name.given ?? '')} ${familyOf(name)}`.trim();

/** "A", "A and B", "A, B and C". */
const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

function shortNames(authors: readonly Name[]): string {
  const [first = {}, second] = authors;
  if (!second) return familyOf(first);
  return authors.length === 2 ? `${familyOf(first)} & ${familyOf(second)}` : `${familyOf(first)} et al.`;
}

function whereOf(entry: Entry): string {
  const { publisher, volume, page, 'container-title': container } = entry;
  if (!container) return publisher ?? '';
  const place = [volume, page?.replace('-', '–')].filter((part) => part !== undefined).join(', ');
  return [`${container}${place ? ` ${place}` : ''}`, publisher].filter(Boolean).join('. ');
}

/** @param text BibTeX
 *  @param file for messages
 *  @throws Error naming file, key and field, when an entry lacks what a page prints, or a key is taken twice */
export function parseSources(text: string, file: string): Readonly<Record<string, Source>> {
  const entries = plugins.input.chain(text, { generateGraph: false }) as readonly Entry[];
  const sources: Record<string, Source> = {};
  for (const entry of entries) {
    const refuse = (what: string): never => {
      throw new Error(`${file}: ${entry.id} ${what}.`);
    };
    const need = <T>(value: T | undefined, field: string): T =>
      value === undefined || value === '' ? refuse(`must have the field ${field}`) : value;
    if (Object.hasOwn(sources, entry.id)) refuse('is there twice; give one of them another key');
    const authors = need(entry.author, 'author');
    const year = need(entry.issued?.['date-parts'][0]?.[0], 'year');
    const names = listed(authors.map(nameOf));
    sources[entry.id] = {
      short: `${shortNames(authors)} ${year}`,
      authors: entry.note ? `${names}; ${entry.note}` : names,
      year,
      title: need(entry.title, 'title'),
      where: need(whereOf(entry), 'journal, booktitle or publisher'),
      doi: need(entry.DOI, 'doi'),
      ...(entry.URL === undefined ? {} : { free: entry.URL }),
    };
  }
  return sources;
}

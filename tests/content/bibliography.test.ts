import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../src/content/sources.ts';
import { parseSources } from '../../src/lib/bibliography.ts';

const parse = (text: string) => parseSources(text, 'a.bib');
const entry = (fields: string, key = 'k') => `@article{${key}, ${fields}}`;
const FIELDS =
  'author={Curie, Marie}, title={On rays}, journal={Comptes rendus}, year={1898}, doi={10.1000/1}';

describe('the bibliography', () => {
  it('prints a work as the lists of the lessons have it', () => {
    // As the publisher's page gives it.
    expect(SOURCES['brunel2007']).toEqual({
      short: 'Brunel & van Rossum 2007',
      authors: 'N. Brunel and M. C. W. van Rossum',
      year: 2007,
      title: 'Lapicque’s 1907 paper: from frogs to integrate-and-fire',
      where: 'Biological Cybernetics 97, 337–339',
      doi: '10.1007/s00422-007-0190-0',
    });
    expect(SOURCES['gerstner2014']).toMatchObject({
      short: 'Gerstner et al. 2014',
      authors: 'W. Gerstner, W. M. Kistler, R. Naud and L. Paninski',
      where: 'Cambridge University Press',
      free: 'https://neuronaldynamics.epfl.ch/online/',
    });
    expect(SOURCES['lapicque1907']?.authors).toBe(
      'L. Lapicque; translated by N. Brunel and M. C. W. van Rossum, 2007',
    );
  });

  it('keeps letters of other languages and names with a hyphen', () => {
    const { k } = parse(
      entry(FIELDS.replace('Curie, Marie', 'Rössert, Jean-Luc and N{\\o}rsett, Syvert P.')),
    );
    expect(k?.authors).toBe('J.-L. Rössert and S. P. Nørsett');
  });

  it.each(['author', 'title', 'journal', 'year', 'doi'])('refuses a work without %s', (field) => {
    const fields = FIELDS.split(', ').filter((part) => !part.startsWith(`${field}=`));
    const kept = field === 'author' ? fields.filter((part) => !part.startsWith('Marie')) : fields;
    expect(() => parse(entry(kept.join(', ')))).toThrow(
      new RegExp(`a\\.bib: k must have the field .*${field}`),
    );
  });

  it('refuses a key that is taken', () => {
    expect(() => parse(entry(FIELDS) + '\n' + entry(FIELDS))).toThrow('a.bib: k is there twice');
  });

  it('holds no work that no lesson cites', () => {
    const folder = 'src/content/docs/lessons';
    const lessons = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    const cited = Object.keys(SOURCES).filter((key) =>
      lessons.some((text) => text.includes(`<Cite id="${key}"`)),
    );
    expect(cited).toEqual(Object.keys(SOURCES));
  });
});

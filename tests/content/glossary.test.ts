/** The terms of the course: they fit together, and every reference leads somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { byLetter, GLOSSARY, termOf } from '../../src/content/glossary.ts';
import { closeMatches } from '../../src/lib/close-matches.ts';
import { formulaHtml } from '../../src/lib/formula.ts';

const LESSONS = 'src/content/docs/lessons';
const lessons = readdirSync(LESSONS).map((file) => readFileSync(`${LESSONS}/${file}`, 'utf8'));
const orders = lessons.map((text) => Number(/^order: (\d+)/m.exec(text)?.[1]));

test('the glossary holds the words of the field that the course needs, each id once', () => {
  const ids = GLOSSARY.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(60);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
  const terms = GLOSSARY.map(({ term }) => term);
  expect(new Set(terms).size).toBe(terms.length);
  expect(terms).toEqual(
    expect.arrayContaining(['rheobase', 'chronaxie', 'nullcline', 'white noise', 'gate']),
  );
});

test('the terms stand in the order of the alphabet, each under its letter', () => {
  const letters = (term: string) => term.toLowerCase().replace(/[^a-z]/g, '');
  const firsts = GLOSSARY.map(({ term }) => letters(term).charAt(0));
  expect(firsts).toEqual([...firsts].sort());
  const groups = [...byLetter()];
  expect(groups.map(([letter]) => letter)).toEqual([...new Set(firsts)].map((first) => first.toUpperCase()));
  expect(groups.flatMap(([, entries]) => entries)).toEqual(GLOSSARY);
});

describe.each(GLOSSARY)('$id', ({ id, definition, lenses, symbol, unit, lesson, at, related }) => {
  test('is defined in sentences, seen three ways or not at all', () => {
    for (const text of [definition, ...Object.values(lenses ?? {})]) {
      expect(text).toMatch(/^[A-Z0-9].*[.]$/);
      expect(text).not.toMatch(/[$\\`<>]|\s{2}/);
    }
    if (lenses) expect(Object.keys(lenses)).toEqual(['biology', 'electricity', 'computation']);
  });

  test('has a symbol that KaTeX draws and a unit of the site', () => {
    if (symbol) expect(formulaHtml(symbol)).toContain('class="katex"');
    if (symbol) expect(formulaHtml(symbol)).not.toContain('annotation');
    if (unit) expect(['mV', 'ms', 'nA', 'nF', 'MΩ', 'µS', 'Hz']).toContain(unit);
  });

  test('is related to other terms that exist', () => {
    for (const other of related ?? []) {
      expect(other).not.toBe(id);
      expect(termOf(other).id).toBe(other);
    }
  });

  test('names a lesson that exists or is still to come, and a place in it', () => {
    if (!orders.includes(lesson)) {
      expect(lesson).toBeGreaterThan(Math.max(...orders.filter((order) => order < 8)));
      expect(lesson).toBeLessThanOrEqual(11);
      expect(at).toBeUndefined();
    } else if (at) {
      const text = lessons[orders.indexOf(lesson)]!;
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^a-z ]/g, '')
          .replaceAll(' ', '-'),
      );
      const ids = [...text.matchAll(/\bid="([^"]+)"/g)].map(([, given]) => given);
      expect([...headings, ...ids]).toContain(at);
    }
  });
});

test('an id that no term has is refused with what was found and what comes close', () => {
  expect(() => termOf('reobase')).toThrow(
    '<Term id="reobase"> names no term of the glossary. Did you mean "rheobase"?',
  );
  expect(() => termOf('potential')).toThrow(/Did you mean ".*potential" or ".*" or ".*"\?$/);
  expect(() => termOf('xyzzyx')).toThrow('The ids are in src/content/glossary.');
});

test('every term of every page has an entry', () => {
  const used = lessons.flatMap((text) => [...text.matchAll(/<Term id="([^"]*)">/g)].map(([, id = '']) => id));
  expect(used.length).toBeGreaterThanOrEqual(25);
  for (const id of used) expect(termOf(id).id).toBe(id);
});

test('close matches are those a slip of the hand makes, the closest first', () => {
  expect(closeMatches('tau', ['tau_m', 'tau', 'R'])).toEqual(['tau', 'tau_m']);
  expect(closeMatches('poison-process', ['poisson-process', 'white-noise'])).toEqual(['poisson-process']);
  expect(closeMatches('quux', ['poisson-process', 'white-noise'])).toEqual([]);
});

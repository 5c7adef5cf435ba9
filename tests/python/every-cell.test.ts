/** All Python of all pages, found by itself: it runs, in the page's Python and in this machine's, and what it makes is
 *  compared with src/sim in tests/python/twins. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Verdict } from '../../src/build-it/answers.ts';
import { stepAt } from '../../src/build-it/steps.ts';
import type { Page } from '../../src/lib/notebook/mdx.ts';
import { listings, pythonCells } from '../../src/lib/notebook/python-cells.ts';
import { packagesOf, readDocumentation, readPages } from './pages.ts';
import { startPython, type CellRun, type TestPython } from './pyodide.ts';
import {
  hasSystemPython,
  runInSystemPython,
  systemPython,
  textDifference,
  type SystemRun,
} from './system-python.ts';
import type { Twins } from './twins/twin.ts';

interface Piece {
  readonly id: string;
  readonly code: string;
  readonly raises?: string;
  readonly at: string;
  /** The step of the build-it path that it solves. */
  readonly step?: string;
}

/** A cell, then its solution, then the next; the listings of the page after them. A step of the build-it path is its
 *  solution: its starter has dots in it. */
function piecesOf(page: Page): Piece[] {
  const cells = pythonCells(page).flatMap(({ id, code, solution, raises, at, step }): Piece[] => [
    ...(step ? [] : [{ id, code, at, ...(raises && { raises }) }]),
    ...(solution ? [{ id: `${id} solution`, code: solution, at, ...(step && { step: step.id }) }] : []),
  ]);
  const shown = listings(page)
    .filter(({ language, code }) => /^(py|python3?)$/.test(language) && packagesOf(code).length === 0)
    .map(({ code, at }, k): Piece => ({ id: `python ${k + 1}`, code, at }));
  return [...cells, ...shown];
}

/** What the check of a step says of the program so far: it runs hidden cases against src/sim. */
function verdictOn(id: string, pieces: readonly Piece[]): Verdict {
  const step = stepAt(id);
  const cases = step.cases(1);
  const cells = pieces.map((piece) => [`cell:${piece.id}`, piece.code]);
  return step.judge(cases, python.probe<Answer[]>('build-it/probe.py', { cells, cases, names: step.names }));
}

const pages = [...readPages(), ...readDocumentation()]
  .map((page) => ({ file: page.file, pieces: piecesOf(page) }))
  .filter(({ pieces }) => pieces.length > 0);

let python: TestPython;
beforeAll(async () => void (python = await startPython()));

it('finds the pages that hold Python', () => {
  expect(pages.map(({ file }) => file)).toContain('src/content/docs/contribute/python-cells.mdx');
});

describe.each(pages)('$file', ({ file, pieces }) => {
  const name = basename(file).replace(/\.mdx?$/, '');
  const runs = new Map<string, CellRun>();
  const compared = new Map<string, unknown>();
  let twins: Twins = {};
  let system: SystemRun[] = [];

  beforeAll(async () => {
    const here = new URL(`twins/${name}.ts`, import.meta.url);
    if (existsSync(here)) ({ twins } = (await import(here.href)) as { twins: Twins });
    python.fresh();
    for (const [k, { id, code, step }] of pieces.entries()) {
      const run = python.run(code, id);
      runs.set(id, run);
      // Now, before the next cell gives the names other values.
      try {
        twins[id]?.(run, python);
        if (step) expect(verdictOn(step, pieces.slice(0, k + 1))).toMatchObject({ ok: true });
      } catch (error) {
        compared.set(id, error);
      }
    }
    if (hasSystemPython) system = runInSystemPython(pieces.map(({ code }) => code));
  });

  it.each(pieces)('$id runs ($at)', ({ id, raises }) => {
    const { error } = runs.get(id)!;
    if (raises) expect(error?.type).toBe(raises);
    else expect(error).toBeUndefined();
  });

  it.each(pieces)('$id makes what src/sim makes ($at)', ({ id, at, step }) => {
    if (!twins[id] && !step)
      throw new Error(
        `Nothing compares what this code makes (${at}): add '${id}' to tests/python/twins/${name}.ts`,
      );
    if (compared.has(id)) throw compared.get(id);
  });

  it(`has no test of a cell that is gone`, () => {
    expect(pieces.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(twins)));
  });

  it.skipIf(!hasSystemPython).each(pieces.map((piece, k) => ({ ...piece, k })))(
    `$id does the same in ${systemPython}`,
    ({ id, k }) => {
      const [here, there] = [runs.get(id)!, system[k]!];
      expect(textDifference(here.output, there.output)).toBeUndefined();
      // The page shortens what is long; Python does not.
      if (!here.value?.includes('...'))
        expect(textDifference(here.value ?? '', there.value ?? '')).toBeUndefined();
      expect(there.error).toBe(here.error?.type);
      expect(there.lines).toHaveLength(here.lines.length);
      here.lines.forEach(({ x, y, label, xlabel, ylabel }, i) => {
        const [t, u, ...words] = there.lines[i]!;
        expect(words).toEqual([label, xlabel, ylabel]);
        for (const [mine, other] of [
          [x, t],
          [y, u],
        ] as const) {
          expect(other).toHaveLength(mine.length);
          expect(other.every((value, j) => Math.abs(value - mine[j]!) < 1e-9)).toBe(true);
        }
      });
    },
  );
});

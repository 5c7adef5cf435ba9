import { describe, expect, test } from 'vitest';
import { courseGraph, drawnFrom, type GraphLesson } from '../../src/lib/course-graph.ts';

const lessons = (needs: Readonly<Record<string, readonly string[]>>): GraphLesson[] =>
  Object.entries(needs).map(([id, prerequisites]) => ({ id, prerequisites }));

/** Follows the lines from row to row with the finger: from which lesson does each line come that ends in a lesson? */
function followed(all: readonly GraphLesson[]): Record<string, string[]> {
  const { rows } = courseGraph(all);
  const lanes = new Map<number, string>();
  const found: Record<string, string[]> = {};
  for (const { id, lane, from, past, goesOn } of rows) {
    found[id] = from.map((each) => lanes.get(each) ?? 'nowhere').sort();
    // A line that neither runs past nor goes on has ended.
    for (const each of lanes.keys()) if (!past.includes(each)) lanes.delete(each);
    expect(past, `${id} stands on a line that runs past it`).not.toContain(lane);
    if (goesOn) lanes.set(lane, id);
  }
  expect(lanes.size, 'a line leads to nothing').toBe(0);
  return found;
}

/** Needs of the course: what the front matter says. */
const COURSE = lessons({
  l1: [],
  l2: ['l1'],
  l3: ['l2'],
  l4: ['l3'],
  l5: ['l4'],
  l6: ['l4'],
  l7: ['l3', 'l4'],
  l8: ['l6', 'l7'],
  l9: ['l6', 'l7'],
  l10: ['l7', 'l8'],
  l11: ['l5', 'l10'],
});

describe('the map of the course', () => {
  test('does not draw a need that follows from another', () => {
    expect(drawnFrom(COURSE).get('l7')).toEqual(['l4']);
    expect(drawnFrom(COURSE).get('l10')).toEqual(['l8']);
    expect(drawnFrom(COURSE).get('l8')).toEqual(['l6', 'l7']);
  });

  test('its lines lead from each lesson to those that need it, and nowhere else', () => {
    const drawn = Object.fromEntries(
      [...drawnFrom(COURSE)].map(([id, needs]) => [id, [...needs].sort()] as const),
    );
    expect(followed(COURSE)).toEqual(drawn);
  });

  test('a chain is one straight line', () => {
    const { rows, lanes } = courseGraph(lessons({ a: [], b: ['a'], c: ['b'] }));
    expect(lanes).toBe(1);
    expect(rows.map(({ lane }) => lane)).toEqual([0, 0, 0]);
  });

  test('two ways that part and meet need two lanes', () => {
    const { rows, lanes } = courseGraph(lessons({ a: [], b: ['a'], c: ['a'], d: ['b', 'c'] }));
    expect(lanes).toBe(2);
    expect(rows.at(-1)?.from).toEqual([0, 1]);
  });

  test('holds for any course', () => {
    // Every course of six lessons in which a lesson needs any of the two before it and the first.
    for (let code = 0; code < 8 ** 5; code += 7) {
      const all = Array.from({ length: 6 }, (_, i): GraphLesson => {
        const bits = i === 0 ? 0 : Math.floor(code / 8 ** (i - 1)) % 8;
        const back = [i - 1, i - 2, 0].filter((j, k) => j >= 0 && j < i && (bits >> k) & 1);
        return { id: `l${i}`, prerequisites: [...new Set(back)].map((j) => `l${j}`) };
      });
      const drawn = Object.fromEntries([...drawnFrom(all)].map(([id, needs]) => [id, [...needs].sort()]));
      expect(followed(all)).toEqual(drawn);
    }
  });
});

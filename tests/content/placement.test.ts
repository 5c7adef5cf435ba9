import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PLACEMENT } from '../../src/content/placement.ts';
import { suggestion } from '../../src/lib/suggestion.ts';

const answers = (marks: string) =>
  [...marks].map((mark, i) => ({ lesson: `l${i + 1}`, right: mark === '+' }));

describe('where to start', () => {
  test('is the first lesson whose question was missed', () => {
    expect(suggestion(answers('++-+'))).toEqual({ start: 'l3', right: 3, known: ['l1', 'l2'], later: [] });
    expect(suggestion(answers('----')).start).toBe('l1');
    expect(suggestion(answers('+++-')).start).toBe('l4');
  });

  test('is nowhere in particular when nothing was missed', () => {
    expect(suggestion(answers('+++'))).toEqual({
      start: undefined,
      right: 3,
      known: ['l1', 'l2', 'l3'],
      later: [],
    });
  });

  test('what was missed later is named, and what was right before a gap is not called known', () => {
    const { start, known, later } = suggestion(answers('+-+-'));
    expect([start, known, later]).toEqual(['l2', ['l1'], ['l4']]);
  });

  test('one of two questions of a lesson is enough to send there', () => {
    const twice = [
      { lesson: 'a', right: true },
      { lesson: 'a', right: false },
      { lesson: 'b', right: false },
    ];
    expect(suggestion(twice)).toEqual({ start: 'a', right: 1, known: [], later: ['b'] });
  });
});

describe('the questions of the placement quiz', () => {
  test('belong to lessons that exist, in the order of the course', () => {
    for (const { lesson } of PLACEMENT)
      expect(existsSync(`src/content/docs/lessons/${lesson}.mdx`), lesson).toBe(true);
    const lessons = PLACEMENT.map(({ lesson }) => lesson);
    expect(lessons).toEqual([...lessons].sort());
  });

  test('have one right choice, which does not always stand in the same place', () => {
    for (const { choices, right, question } of PLACEMENT) {
      expect(choices[right], question).toBeDefined();
      expect(new Set(choices).size).toBe(choices.length);
    }
    expect(new Set(PLACEMENT.map(({ right }) => right)).size).toBeGreaterThan(2);
  });

  test('the computed ones are right', () => {
    // The way after one time constant.
    expect(1 - Math.exp(-1)).toBeCloseTo(0.63, 2);
    // Lapicque: current of a pulse of length d, in units of the rheobase, over that of half the length.
    const current = (d: number) => 1 / (1 - Math.exp(-d));
    for (const d of [0.01, 0.5, 1, 3, 8]) {
      expect(current(d / 2) / current(d)).toBeGreaterThan(1);
      expect(current(d / 2) / current(d)).toBeLessThan(2);
    }
    // The interval from reset to threshold, with rest at 0 and the end at 1.
    const climb = (reset: number) => Math.log((1 - reset) / (1 - 0.8));
    expect(climb(0.3)).toBeLessThan(climb(0));
  });
});

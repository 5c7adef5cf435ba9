import { describe, expect, test } from 'vitest';
import {
  NOTHING,
  countAll,
  countPassed,
  dayOf,
  isDay,
  merged,
  parseProgress,
  passedOn,
  progressText,
  type Progress,
} from '../../src/lib/progress.ts';

const read = (text: string): Progress => {
  const result = parseProgress(text);
  if (!result.ok) throw new Error(result.sentence);
  return result.progress;
};
const refusal = (data: unknown): string => {
  const result = parseProgress(typeof data === 'string' ? data : JSON.stringify(data));
  return result.ok ? 'taken' : result.sentence;
};
const file = (passed: unknown) => ({ version: 1, passed });

describe('what was passed', () => {
  test('comes back from its text as it was', () => {
    const text =
      '{"version":1,"passed":{"03-solving-it":{"cut-off":"2026-11-23","steady-state":"2026-02-28"}}}';
    expect(progressText(read(text))).toBe(text);
    expect(progressText(NOTHING)).toBe('{"version":1,"passed":{}}');
  });

  test('is counted among the questions that the lesson asks today', () => {
    const progress = passedOn('01-a', ['one', 'two', 'gone'], '2026-11-23');
    expect(countPassed(progress, '01-a', ['one', 'two', 'three'])).toBe(2);
    expect(countPassed(progress, '02-b', ['one'])).toBe(0);
    expect(countAll(progress)).toBe(3);
    expect(countAll(NOTHING)).toBe(0);
  });

  test('an id that every object has is an id like any other', () => {
    const progress = read(JSON.stringify(file({ constructor: { 'to-string': '2026-11-23' } })));
    expect(countPassed(progress, 'constructor', ['to-string', 'constructor'])).toBe(1);
    expect(countPassed(NOTHING, 'constructor', ['name'])).toBe(0);
  });

  test('two become one that has all of both, each with its earlier day', () => {
    const one = read(JSON.stringify(file({ a: { x: '2026-03-02', y: '2026-03-02' } })));
    const other = read(
      JSON.stringify(file({ a: { x: '2026-03-01', z: '2026-03-09' }, b: { x: '2026-03-03' } })),
    );
    const both = file({
      a: { x: '2026-03-01', y: '2026-03-02', z: '2026-03-09' },
      b: { x: '2026-03-03' },
    });
    expect(JSON.parse(progressText(merged(one, other)))).toEqual(both);
    expect(JSON.parse(progressText(merged(other, one)))).toEqual(both);
    expect(progressText(merged(one, one))).toBe(progressText(one));
    expect(progressText(merged(one, NOTHING))).toBe(progressText(one));
  });

  test('no question leaves no lesson behind', () => {
    expect(passedOn('01-a', [], '2026-11-23').size).toBe(0);
  });
});

describe('a day', () => {
  test('is one of the calendar', () => {
    expect(['2026-11-23', '2024-02-29', '0999-12-31'].map(isDay)).toEqual([true, true, true]);
    for (const no of ['2026-02-30', '2025-02-29', '2026-13-01', '26-11-23', '2026-11-23T10:00', '', 5, null])
      expect(isDay(no)).toBe(false);
  });

  test('is that of the reader’s own clock', () => {
    expect(dayOf(new Date(2026, 0, 2, 0, 5))).toBe('2026-01-02');
    expect(dayOf(new Date(2026, 10, 23, 23, 55))).toBe('2026-11-23');
  });
});

describe('what is not progress is refused in a sentence', () => {
  test('text that is not JSON, or is cut off', () => {
    for (const text of ['', 'hello', '{"version":1,"passed":{'])
      expect(refusal(text)).toContain('it is not JSON, or a part of it is missing');
  });

  test('JSON of something else', () => {
    for (const data of [null, 5, 'progress', [], {}, { version: 1 }, { passed: {} }])
      expect(refusal(JSON.stringify(data))).toContain('must be an object with the fields');
  });

  test('another version', () => {
    for (const version of [0, 2, '1', null])
      expect(refusal({ version, passed: {} })).toMatch(
        /^This progress has version “.*”, and this page reads version 1/,
      );
  });

  test('fields of another type', () => {
    expect(refusal(file([]))).toContain('“passed” must be an object with the ids of lessons, got “[]”');
    expect(refusal(file({ '01-a': ['x'] }))).toContain('Lesson “01-a” must hold ids of questions');
    expect(refusal(file({ '01-a': { x: true } }))).toContain(
      'Question “x” of lesson “01-a” must have a day such as 2026-11-23, got “true”.',
    );
    expect(refusal(file({ '01-a': { x: '2026-02-30' } }))).toContain('got “2026-02-30”');
  });

  test('ids that no page can have', () => {
    expect(refusal(file({ 'A b': {} }))).toContain('got “A b”');
    expect(refusal(file({ ['a'.repeat(81)]: {} }))).toContain('The id of a lesson');
    expect(refusal(file({ a: { '<b>': '2026-11-23' } }))).toContain('got “<b>” in lesson “a”');
  });

  test('a prototype is not an id, and nothing gets one', () => {
    expect(refusal('{"version":1,"passed":{"__proto__":{"x":"2026-11-23"}}}')).toContain('got “__proto__”');
    expect(refusal('{"version":1,"passed":{"a":{"__proto__":"2026-11-23"}}}')).toContain('got “__proto__”');
    expect(refusal('{"__proto__":{"version":1,"passed":{}}}')).toContain('must be an object with the fields');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('a file far too long, before it is read', () => {
    expect(refusal(`{"version":1,"passed":{}}${' '.repeat(1_000_000)}`)).toBe(
      'This is no progress of this course: it holds 1000025 characters, and at most 1000000 are read.',
    );
  });

  test('a mark at the beginning of a file, as some editors write it, is no reason', () => {
    expect(refusal('\uFEFF{"version":1,"passed":{}}')).toBe('taken');
  });
});

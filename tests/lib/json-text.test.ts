import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/lib/json-text.ts';

const refusal = (text: string) => {
  try {
    parseJson(text, 'The file');
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
};

describe('JSON from people', () => {
  it('is read as JSON.parse reads it, with or without a byte order mark', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text, 'x')).toEqual(JSON.parse(text));
        expect(parseJson(`\uFEFF${text}`, 'x')).toEqual(JSON.parse(text));
      }),
    );
  });
  it.each([
    ['', 'line 1, column 1 should have a value, got the end'],
    ['{"a": 1,}', 'line 1, column 9 should have a name in double quotes, got "}"'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3 should have a comma or }, got "\\"b\\": 2"'],
    ['[1, 2', 'line 1, column 6 should have a comma or ], got the end'],
    ["{'a': 1}", 'line 1, column 2 should have a name in double quotes, got "\'a\': 1}"'],
    ['{"a" 1}', 'line 1, column 6 should have a colon, got "1}"'],
    ['{"a": NaN}', 'line 1, column 7 should have a value, got "NaN}"'],
    ['{} {}', 'line 1, column 4 should have the end of the text, got "{}"'],
    ['[01]', 'line 1, column 3 should have a comma or ], got "1]"'],
  ])('%j is refused with the place: %s', (text, place) => {
    expect(refusal(text)).toBe(`The file is no JSON: ${place}`);
  });
  it('is refused with a place inside the text wherever one character was damaged', () => {
    const text = JSON.stringify({ a: [1, -2.5e3, true, null], 'b "c"': { d: 'e\n' } }, null, 1);
    let refused = 0;
    for (let i = 0; i < text.length; i++) {
      const damaged = `${text.slice(0, i)}\u0007${text.slice(i + 1)}`;
      const lines = text.slice(0, i).split('\n').length;
      const message = refusal(damaged);
      if (message === undefined) throw new Error(`damage at ${i} was not seen`);
      // A string is refused where it begins.
      expect(message).toMatch(new RegExp(`line (${lines}|${lines - 1}), column`));
      refused++;
    }
    expect(refused).toBe(text.length);
  });
});

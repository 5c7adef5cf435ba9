/** Words of an experiment can end no literal of the language they are written into. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { number, numberList, pythonString, xmlAttribute } from '../../src/export/text.ts';

test('a name in Python is one line of plain characters, and says what it said', () => {
  expect(pythonString('a"; import os\n#\\')).toBe(String.raw`"a\"; import os\n#\\"`);
  expect(pythonString('τ\u2028')).toBe(String.raw`"\u03c4\u2028"`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const literal = pythonString(text);
      expect(literal).toMatch(/^"[ -~]*"$/);
      // Python reads these escapes as JSON does.
      expect(JSON.parse(literal)).toBe(text);
    }),
  );
});

test('a name in XML leaves its attribute through no character', () => {
  expect(xmlAttribute(`"><a b='&'/>`)).toBe('&quot;&gt;&lt;a b=&apos;&amp;&apos;/&gt;');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(xmlAttribute(text)).toMatch(
        /^([^<>"'&\p{Cc}\p{Cs}\uFFFE\uFFFF]|&(amp|lt|gt|quot|apos);|[\x7f-\x9f])*$/u,
      );
    }),
  );
});

test('numbers keep all their digits, and what is none is refused', () => {
  expect(number(0.1 + 0.2)).toBe('0.30000000000000004');
  expect(number(-0)).toBe('0');
  expect(() => number(Infinity)).toThrow('a file cannot hold the number Infinity');
  const many = Array.from({ length: 100 }, (_, i) => i / 7);
  expect(JSON.parse(numberList(many))).toEqual(many);
  expect(
    Math.max(
      ...numberList(many)
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(100);
});

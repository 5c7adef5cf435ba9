import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetOf, wrap } from '../../src/components/tools/save/sheet.ts';
import { axisOver } from '../../src/figures/axis.ts';
import type { Plot } from '../../src/figures/plot.ts';

/** Every letter is 10 px wide. */
const measure = (text: string) => 10 * text.length;

const plot: Plot = {
  title: '',
  narrow: false,
  x: axisOver([0, 1], 4, { unit: 'ms', label: 't', quantity: 'axis' }),
  panels: [],
  marks: [],
  labels: [],
};

describe('wrap', () => {
  it('puts words side by side as far as they fit', () => {
    expect(wrap('one two three four', 90, measure)).toEqual(['one two', 'three', 'four']);
  });
  it('keeps a number and its unit together', () => {
    expect(wrap('in 200\u00a0ms', 70, measure)).toEqual(['in', '200\u00a0ms']);
  });
  it('breaks a word that is longer than a line', () => {
    expect(wrap('at https://x.org/y', 80, measure)).toEqual(['at', 'https://', 'x.org/y']);
  });
  it('loses no letter and overflows no line, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 10, max: 300 }), (text, width) => {
        const lines = wrap(text, width, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('sheetOf', () => {
  it('stacks the plots and sets the words below them, inside its size', () => {
    const texts = [{ text: 'a caption of several words', colour: '--ink' }];
    const sheet = sheetOf([plot, { ...plot, height: 200 }], 120, texts, measure);
    expect(sheet.plots.map(({ top }) => top)).toEqual([20, 20 + 340 + 16]);
    expect(sheet.lines.map(({ text }) => text)).toEqual(['a caption of', 'several', 'words']);
    expect(sheet.lines[0]?.y).toBeGreaterThan(20 + 340 + 16 + 200);
    expect(sheet.height).toBeGreaterThan(sheet.lines.at(-1)?.y ?? Infinity);
    expect(sheet.width).toBe(120 + 40);
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

const declarations = (block: string): Map<string, string> =>
  new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]));

const THEMES = {
  light: declarations(css.slice(0, css.indexOf("[data-theme='dark']"))),
  dark: declarations(css.slice(css.indexOf("[data-theme='dark']"))),
};

/** Relative luminance of an sRGB colour, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const QUANTITIES = ['leak', 'integrate', 'fire', 'input'];

test('the contrast of black on white is 21:1, and of the grey #767676 just above 4.5:1', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

for (const [theme, tokens] of Object.entries(THEMES)) {
  const hex = (name: string): string => {
    const found = tokens.get(name);
    if (found === undefined) throw new Error(`--${name} has no colour in the ${theme} theme`);
    return found;
  };

  for (const paper of ['paper', 'paper-raised']) {
    test(`lines of every quantity stand out from --${paper} by 3:1 in the ${theme} theme`, () => {
      for (const name of [...QUANTITIES, 'adapt']) {
        expect(contrast(hex(`q-${name}`), hex(paper)), name).toBeGreaterThanOrEqual(3);
      }
      expect(contrast(hex('rule-strong'), hex(paper)), 'rule-strong').toBeGreaterThanOrEqual(3);
    });

    test(`letters stand out from --${paper} by 4.5:1 in the ${theme} theme`, () => {
      const quantities = [...QUANTITIES, 'adapt'].map((name) => `q-${name}-text`);
      for (const name of [...quantities, 'ink', 'ink-soft', 'ink-strong']) {
        expect(contrast(hex(name), hex(paper)), name).toBeGreaterThanOrEqual(4.5);
      }
    });
  }
}

test('each of the four quantities has a line style that no other has', () => {
  const styles = QUANTITIES.map((name) => new RegExp(`--q-${name}-line: (\\w+);`).exec(css)?.[1]);
  expect(styles).not.toContain(undefined);
  expect(new Set(styles).size).toBe(QUANTITIES.length);
});

import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { katexOptions } from '../../src/lib/katex-options.mjs';
import { expandMacros } from '../../src/lib/notebook/tex.ts';
import { nodesOf } from '../../src/lib/notebook/python-cells.ts';
import { lessons } from './made.ts';

/** What is drawn, without classes: MathML without its attributes, without groups and without the source. */
const drawn = (mathml: string) =>
  mathml
    .replace(/<annotation[^]*<\/annotation>/, '')
    .replaceAll(/ (class|style)="[^"]*"/g, '')
    .replaceAll(/<\/?(mrow|mstyle|mpadded)[^>]*>/g, '');

describe('a formula without the macros of the course', () => {
  it.each([
    ['\\urest', 'u_\\mathrm{rest}'],
    ['RC = \\taum', 'RC = \\tau_m'],
    ['\\dd u', '\\mathrm{d} u'],
    ['\\leak{-(u - \\urest)}', '{-(u - u_\\mathrm{rest})}'],
    ['\\integrate{\\taum \\frac{\\dd u}{\\dd t}}', '{\\tau_m \\frac{\\mathrm{d} u}{\\mathrm{d} t}}'],
    ['\\thresh x', '\\vartheta x'],
    ['\\fire\\thresh', '{\\vartheta}'],
    ['A_{\\thresh}B_\\thresh', 'A_{\\vartheta}B_{\\vartheta}'],
    ['\\ddot u', '\\ddot u'],
    ['\\leak{\\{a\\}}', '{\\{a\\}}'],
  ])('%s is %s', (given, expected) => {
    expect(expandMacros(given)).toBe(expected);
  });

  it('is refused when a brace is never closed', () => {
    expect(() => expandMacros('\\leak{a')).toThrow('a brace of the formula is never closed: \\leak{a');
  });

  const formulas = lessons.flatMap(({ tree }) =>
    [...nodesOf(tree)].flatMap((node) =>
      node.type === 'math' || node.type === 'inlineMath'
        ? [(node as unknown as { value: string }).value]
        : [],
    ),
  );

  it('draws in every lesson what it drew with them, in a KaTeX that has none', () => {
    expect(formulas.length).toBeGreaterThan(100);
    for (const formula of formulas) {
      const options = { output: 'mathml', throwOnError: true, displayMode: true } as const;
      const plain = katex.renderToString(expandMacros(formula), { ...options, strict: 'error' });
      expect(drawn(plain)).toBe(drawn(katex.renderToString(formula, { ...katexOptions, ...options })));
    }
  });
});

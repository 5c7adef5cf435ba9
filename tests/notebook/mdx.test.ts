/** How a page is read: values without running it, code with its indentation. */
import { describe, expect, it } from 'vitest';
import { isElement, propsOf } from '../../src/lib/notebook/mdx.ts';
import { nodesOf } from '../../src/lib/notebook/python-cells.ts';
import { fixture } from './made.ts';

function valueOf(attribute: string, before = '') {
  const page = fixture(`${before}\n\n<A value=${attribute} />`);
  const element = [...nodesOf(page.tree)].find(isElement)!;
  return propsOf(page, element, ['value'])['value'];
}

describe('the value of an attribute', () => {
  it.each([
    ['"text"', 'text'],
    ['{-60}', -60],
    ['{!true}', false],
    ['{undefined}', undefined],
    ["{[1, 'two', [3]]}", [1, 'two', [3]]],
    [
      "{{ neuron: { threshold: false }, 'a-b': [{ x: -1.5 }] }}",
      { neuron: { threshold: false }, 'a-b': [{ x: -1.5 }] },
    ],
    ['{`a\\n\\`b\\` \\u00e9`}', 'a\n`b` é'],
    ['{String.raw`a\\n`}', 'a\\n'],
    ['{`\nif x:\n    if y:\n        z\n  w\n`}', '\nif x:\n    if y:\n        z\n  w\n'],
    ['{String.raw`\n    x\n`}', '\n    x\n'],
  ])('%s is read', (attribute, expected) => {
    expect(valueOf(attribute)).toEqual(expected);
  });

  it('may be a constant that the page exports, also inside a text', () => {
    expect(valueOf('{`${FIRST}b`}', "export const FIRST = 'a';")).toBe('ab');
    expect(valueOf('{MORE}', 'export const FIRST = 1, MORE = [FIRST, 2];')).toEqual([1, 2]);
  });

  it.each([
    ['{f(1)}', 'a CallExpression'],
    ['{later}', 'the name later'],
    ['{1 + 1}', 'a BinaryExpression'],
    ['{tag`a`}', 'a tag other than String.raw'],
    ['{+1}', 'the operator +'],
    ['{{ ...more }}', 'a SpreadElement'],
  ])('%s is refused, as nothing of the page is run', (attribute, what) => {
    expect(() => valueOf(attribute)).toThrow(`fixture.mdx:7: value of <A> holds ${what}`);
  });
});

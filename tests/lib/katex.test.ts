import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { remarkKatexStyles } from '../../src/lib/katex-styles.mjs';

const read = (path: string): { name?: string; version?: string; overrides?: Record<string, string> } =>
  JSON.parse(readFileSync(path, 'utf8'));

test('one KaTeX is installed, so formulas and their style sheet are of one version', () => {
  const installed = globSync('node_modules/**/katex/package.json').filter(
    (path) => read(path).name === 'katex',
  );
  expect(installed).toEqual(['node_modules/katex/package.json']);
  expect(read('package.json').overrides?.['katex']).toBe('$katex');
});

const page = (children: object[]) => ({ type: 'root', children });
const imports = (tree: { children: object[] }) => {
  remarkKatexStyles()(tree);
  return tree.children.filter((node) => 'value' in node && String(node.value).startsWith('import ')).length;
};

test('a page with a formula, however deep, imports the style sheet once; a page without does not', () => {
  const inline = { type: 'inlineMath', value: 'u' };
  const display = { type: 'math', value: 'u' };
  expect(
    imports(page([{ type: 'paragraph', children: [{ type: 'emphasis', children: [inline] }] }, display])),
  ).toBe(1);
  expect(imports(page([{ type: 'paragraph', children: [{ type: 'text', value: '5 $' }] }]))).toBe(0);
});

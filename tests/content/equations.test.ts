/** Numbered equations: numbers by lesson and place, and builds that stop with file, line and what to do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import remarkEquations, { readEquations } from '../../src/lib/remark-equations.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lessons-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function lesson(name: string, order: number, body: string): void {
  writeFileSync(join(folder, `${name}.mdx`), `---\norder: ${order}\n---\n\n${body}\n`);
}

/** A component in the tree that the MDX parser makes of a lesson. */
const element = (name: string, given: Record<string, string>) => ({
  name,
  attributes: Object.entries(given).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
});
type Element = ReturnType<typeof element>;

/** Runs the plugin over one component; a refusal is the message, as MDX prints it with file and line. */
function numbered(name: string, node: Element): Record<string, string> {
  const fail = (message: string, at: unknown) => {
    expect(at).toBe(node);
    throw new RangeError(message);
  };
  const tree = { children: [{ children: [node] }] };
  remarkEquations({ folder })(tree, { path: join(folder, `${name}.mdx`), fail });
  return Object.fromEntries(node.attributes.map((each) => [each.name, each.value]));
}

test('equations are counted within their lesson, and a reference finds one in any lesson', () => {
  lesson('01-a', 1, '<Equation id="first" title="one">x</Equation>\n\nBy <EquationRef id="third" />.');
  lesson(
    '02-b',
    2,
    '`<Equation id="code" title="no equation">`\n\n<Equation id="second" title="two">x</Equation>\n\n' +
      '<Equation id="third" title="three">x</Equation>\n\nSee <EquationRef id="second" />.',
  );
  expect([...readEquations(folder)].map(([id, { number }]) => [id, number])).toEqual([
    ['first', '1.1'],
    ['second', '2.1'],
    ['third', '2.2'],
  ]);
  expect(numbered('01-a', element('EquationRef', { id: 'third' }))).toEqual({
    id: 'third',
    number: '2.2',
    href: '/lessons/02-b/#third',
  });
  expect(numbered('02-b', element('EquationRef', { id: 'second' }))).toMatchObject({ href: '#second' });
  expect(numbered('02-b', element('Equation', { id: 'third', title: 'three' }))).toMatchObject({
    number: '2.2',
  });
});

test('a reference to no equation names the ones there are', () => {
  expect(() => numbered('01-a', element('EquationRef', { id: 'forth' }))).toThrow(
    '<EquationRef id="forth"> refers to no equation; there are: first, second, third',
  );
});

test('an equation without a title, or outside the lessons, says what to write', () => {
  expect(() => numbered('01-a', element('Equation', { id: 'first' }))).toThrow(
    '<Equation> must have an id and a title',
  );
  expect(() => numbered('about', element('Equation', { id: 'first', title: 'one' }))).toThrow(
    '<Equation id="first"> must stand in a lesson, src/content/docs/lessons',
  );
});

test('a second equation of one id names both places', () => {
  lesson('03-c', 3, 'One line.\n\n<Equation id="second" title="again">x</Equation>');
  expect(() => readEquations(folder)).toThrow(
    '03-c.mdx:7: the equation id "second" is taken by 02-b.mdx:7; give this one another id.',
  );
  rmSync(join(folder, '03-c.mdx'));
});

test('every equation of the course has a number of its own', () => {
  const numbers = [...readEquations('src/content/docs/lessons').values()].map(({ number }) => number);
  expect(numbers.length).toBeGreaterThanOrEqual(7);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number).toMatch(/^\d+\.\d+$/);
});

/** Numbers the equations of the lessons, and turns what refers to one into its number.
 *
 *      <Equation id="membrane" title="membrane equation"> $$ … $$ </Equation>      number 2.1: lesson 2, first
 *      By <EquationRef id="membrane" />, …                                       in any lesson
 *
 *  An id belongs to one equation of the whole course, so that any lesson may refer to it. A second equation of
 *  that id, a reference to none, or an equation without id or title stops the build with file, line and what to do. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What stands in code is an example and no equation. */
const withoutCode = (text) =>
  text.replace(/^(```|~~~)[^]*?^\1/gm, (block) => block.replace(/[^\n]/g, '')).replace(/`[^`\n]*`/g, '');

const lineAt = (text, index) => text.slice(0, index).split('\n').length;

/** Every equation of a folder of lessons, by id.
 *  @param {string} folder
 *  @returns {Map<string, { number: string, file: string, line: number, lesson: string }>}
 *  @throws Error naming file and line when two equations have one id */
export function readEquations(folder) {
  const equations = new Map();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.mdx')) continue;
    const text = withoutCode(readFileSync(join(folder, name), 'utf8'));
    const order = /^order:\s*(\d+)/m.exec(text)?.[1] ?? '?';
    let count = 0;
    for (const match of text.matchAll(/<Equation\s[^>]*?\bid="([^"]*)"/g)) {
      const [, id] = match;
      const line = lineAt(text, match.index);
      const first = equations.get(id);
      if (first) {
        throw new Error(
          `${name}:${line}: the equation id "${id}" is taken by ${first.file}:${first.line}; give this one another id.`,
        );
      }
      count++;
      equations.set(id, { number: `${order}.${count}`, file: name, line, lesson: basename(name, '.mdx') });
    }
  }
  return equations;
}

const attribute = (node, name) => node.attributes.find((entry) => entry.name === name)?.value;
const set = (node, name, value) => node.attributes.push({ type: 'mdxJsxAttribute', name, value });

/** @param {{ folder: string }} options folder of the lessons */
export default function remarkEquations({ folder }) {
  return (tree, file) => {
    const equations = readEquations(folder);
    const here = basename(file.path ?? '', '.mdx');
    const visit = (node) => {
      if (node.name === 'Equation') {
        const id = attribute(node, 'id');
        if (!id || !attribute(node, 'title')) {
          file.fail(
            '<Equation> must have an id and a title: <Equation id="membrane" title="membrane equation">',
            node,
          );
        }
        const known = equations.get(id);
        if (known?.lesson !== here) {
          file.fail(`<Equation id="${id}"> must stand in a lesson, src/content/docs/lessons`, node);
        }
        set(node, 'number', known.number);
      }
      if (node.name === 'EquationRef') {
        const id = attribute(node, 'id');
        const known = equations.get(id);
        if (!known) {
          const ids = [...equations.keys()].join(', ');
          file.fail(`<EquationRef id="${id}"> refers to no equation; there are: ${ids || 'none'}`, node);
        }
        set(node, 'number', known.number);
        set(node, 'href', known.lesson === here ? `#${id}` : `/lessons/${known.lesson}/#${id}`);
      }
      (node.children ?? []).forEach(visit);
    };
    visit(tree);
  };
}

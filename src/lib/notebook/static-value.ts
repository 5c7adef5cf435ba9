/** Values of attributes in MDX, read and not run: `code={`…`}`, `choices={['a', 'b']}`, `at={-60}`. Pure. */
import type { Expression, Pattern, Program, Property, SpreadElement } from 'estree';

/** What cannot be read without running the page. */
export class NotStatic extends Error {
  override readonly name = 'NotStatic';
}

/** Constants by name: those that a page exports. */
export type Constants = Readonly<Record<string, unknown>>;

type Node = Expression | SpreadElement | Pattern;

/** @throws NotStatic naming the kind of expression */
export function staticValue(node: Node, constants: Constants = {}): unknown {
  const read = (each: Node) => staticValue(each, constants);
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral':
      return text(
        node.quasis.map(({ value }) => value.cooked ?? value.raw),
        node.expressions.map(read),
      );
    case 'TaggedTemplateExpression': {
      const { tag, quasi } = node;
      const raw =
        tag.type === 'MemberExpression' &&
        tag.object.type === 'Identifier' &&
        tag.object.name === 'String' &&
        tag.property.type === 'Identifier' &&
        tag.property.name === 'raw';
      if (!raw) throw new NotStatic('a tag other than String.raw');
      return text(
        quasi.quasis.map(({ value }) => value.raw),
        quasi.expressions.map(read),
      );
    }
    case 'ArrayExpression':
      return node.elements.map((element) => (element ? read(element) : undefined));
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.map((property) => entry(property, constants)));
    case 'UnaryExpression': {
      const value = read(node.argument);
      if (node.operator === '-' && typeof value === 'number') return -value;
      if (node.operator === '!') return !value;
      throw new NotStatic(`the operator ${node.operator}`);
    }
    case 'Identifier':
      if (node.name === 'undefined') return undefined;
      if (Object.hasOwn(constants, node.name)) return constants[node.name];
      throw new NotStatic(`the name ${node.name}`);
    default:
      throw new NotStatic(`a ${node.type}`);
  }
}

const text = (pieces: readonly string[], values: readonly unknown[]) =>
  pieces.map((piece, k) => piece + (k < values.length ? String(values[k]) : '')).join('');

function entry(property: Property | SpreadElement, constants: Constants): [string, unknown] {
  if (property.type !== 'Property' || property.computed) throw new NotStatic(`a ${property.type}`);
  const { key } = property;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
  if (name === undefined) throw new NotStatic(`a key that is a ${key.type}`);
  return [name, staticValue(property.value, constants)];
}

/** Adds what `export const NAME = …` says, where it can be read. */
export function exportedConstants(program: Program, known: Constants = {}): Constants {
  const constants: Record<string, unknown> = { ...known };
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
      continue;
    for (const { id, init } of statement.declaration.declarations) {
      if (id.type !== 'Identifier' || !init) continue;
      try {
        constants[id.name] = staticValue(init, constants);
      } catch (error) {
        // A function or a plot: an error only where somebody asks for its value.
        if (!(error instanceof NotStatic)) throw error;
      }
    }
  }
  return constants;
}

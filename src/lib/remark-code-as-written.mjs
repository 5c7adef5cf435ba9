/** Keeps the indentation of code in attributes. MDX takes up to two columns from each line of a template literal,
 *  which makes four spaces of Python two, and two none:
 *
 *      <PythonCell code={`
 *      for k in range(3):
 *          print(k)
 *      `} />
 *
 *  What stands in the file is put back. */

/** @param {any} node of ESTree
 *  @returns {Generator<any>} pieces of template literals */
function* templateElements(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'TemplateElement') yield node;
  for (const [name, child] of Object.entries(node)) {
    if (name === 'loc' || name === 'range') continue;
    if (Array.isArray(child)) for (const each of child) yield* templateElements(each);
    else if (child && typeof child === 'object') yield* templateElements(child);
  }
}

const LETTERS = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };

/** @param {string} raw text between backticks
 *  @returns {string} what it stands for, as JavaScript reads it */
const cooked = (raw) =>
  raw.replaceAll(
    /\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([^]))/gi,
    (_, point, unit, byte, letter) =>
      letter === undefined
        ? String.fromCodePoint(parseInt(point ?? unit ?? byte, 16))
        : (LETTERS[letter] ?? letter),
  );

/** @param {any} tree of MDX; changed in place
 *  @param {string} source that it was read from */
export function codeAsWritten(tree, source) {
  const visit = (node) => {
    const isElement = /^mdxJsx/.test(node.type);
    for (const { value } of isElement ? node.attributes : []) {
      for (const piece of templateElements(value?.data?.estree)) {
        const raw = source.slice(piece.start, piece.end);
        piece.value = { raw, cooked: cooked(raw) };
      }
    }
    (node.children ?? []).forEach(visit);
  };
  visit(tree);
}

export default function remarkCodeAsWritten() {
  return (tree, file) => codeAsWritten(tree, String(file));
}

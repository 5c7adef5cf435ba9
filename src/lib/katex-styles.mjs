/** What of KaTeX reaches a page: its style sheet where there is mathematics, the fonts that browsers load, and
 *  no TeX source. */

const STYLESHEET = 'katex/dist/katex-swap.min.css';

/** Adds the import of KaTeX's stylesheet to an MDX page that holds a formula. A component that renders
 *  a formula itself imports the same file. */
export function remarkKatexStyles() {
  const holdsMaths = (node) =>
    node.type === 'math' || node.type === 'inlineMath' || (node.children ?? []).some(holdsMaths);
  return (tree) => {
    if (!holdsMaths(tree)) return;
    const source = { type: 'Literal', value: STYLESHEET, raw: `'${STYLESHEET}'` };
    const declaration = { type: 'ImportDeclaration', specifiers: [], attributes: [], source };
    tree.children.unshift({
      type: 'mdxjsEsm',
      value: `import '${STYLESHEET}';`,
      data: { estree: { type: 'Program', sourceType: 'module', body: [declaration], comments: [] } },
    });
  };
}

/** A Vite plugin: each font also stands there as WOFF and TTF, which no browser of this century's second
 *  quarter asks for; without them forty files less are published. */
export function katexWoff2Only() {
  return {
    name: 'katex-woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/katex/dist/katex')) return undefined;
      return code.replace(/,url\([^)]+\.(?:woff|ttf)\) format\("\w+"\)/g, '');
    },
  };
}

/** Takes the TeX source out of the MathML that KaTeX writes for screen readers, which do not read it: a
 *  kilobyte of every lesson. */
export function rehypeNoTexSource() {
  const strip = (node) => {
    if (!node.children) return;
    node.children = node.children.filter(({ tagName }) => tagName !== 'annotation');
    node.children.forEach(strip);
  };
  return strip;
}

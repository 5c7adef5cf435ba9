/** Plain Markdown nodes → HTML, with formulas. */
import type { Nodes, Root } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { katexOptions } from '../katex-options.mjs';
import { rehypeNoTexSource } from '../katex-styles.mjs';
import rehypeRefuseFormulas from '../rehype-refuse-formulas.mjs';

const processor = unified()
  .use(remarkRehype)
  .use(rehypeKatex, katexOptions)
  .use(rehypeRefuseFormulas)
  .use(rehypeNoTexSource)
  .use(rehypeStringify);

/** remark-math says with these data how a formula becomes HTML; the nodes of a notebook have lost them. */
function withMath<N extends Nodes>(node: N): N {
  if (node.type === 'inlineMath' || node.type === 'math') {
    const kind = node.type === 'math' ? 'math-display' : 'math-inline';
    const code = {
      type: 'element' as const,
      tagName: 'code',
      properties: { className: ['language-math', kind] },
      children: [{ type: 'text' as const, value: node.value }],
    };
    return node.type === 'math'
      ? { ...node, data: { hName: 'pre', hChildren: [code] } }
      : { ...node, data: { hName: 'code', hProperties: code.properties, hChildren: code.children } };
  }
  if (!('children' in node)) return node;
  return { ...node, children: (node.children as Nodes[]).map(withMath) } as N;
}

/** @throws Error at a formula that KaTeX refuses */
export function htmlOf(nodes: readonly Nodes[]): string {
  const root = withMath({ type: 'root', children: [...nodes] } as Root);
  return processor.stringify(processor.runSync(root));
}

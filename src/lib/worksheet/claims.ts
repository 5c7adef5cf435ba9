/** The misconceptions that a lesson names: those it answers in the text, and those behind wrong choices. */
import type { Nodes, Parent } from 'mdast';
import { isElement, propsOf, type Page } from '../notebook/mdx.ts';

export function claimsOf(page: Page): readonly string[] {
  const claims = new Set<string>();
  const visit = (node: Nodes): void => {
    if (isElement(node) && node.name === 'Misconception') {
      claims.add(String(propsOf(page, node, ['claim'])['claim']).replace(/\.$/, ''));
    }
    if (isElement(node) && node.name === 'Choice') {
      const { misconception } = propsOf(page, node, ['misconception']);
      if (misconception !== undefined) claims.add(String(misconception));
    }
    if ('children' in node) ((node as Parent).children as Nodes[]).forEach(visit);
  };
  visit(page.tree);
  return [...claims];
}

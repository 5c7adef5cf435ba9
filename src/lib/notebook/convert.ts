/** Nodes of MDX → plain Markdown nodes. */
import type { Program } from 'estree';
import type { Nodes, Parent, PhrasingContent } from 'mdast';
import { asBlocks, text } from './blocks.ts';
import { tellerOf } from './components.ts';
import { isElement, refuse, type Element, type Page } from './mdx.ts';
import { NotStatic, staticValue } from './static-value.ts';
import { Telling, type Surroundings } from './tell.ts';
import { expandMacros } from './tex.ts';

/** Elements of HTML that notebooks show and that a text can do without. */
const HTML = ['kbd', 'sub', 'sup', 'br', 'abbr', 'cite', 'var'];

/** @throws Error with file, line and what to do, at what a notebook has no words for */
export function converter(page: Page, surroundings: Surroundings) {
  const convertAll = (nodes: readonly Nodes[]): Nodes[] => nodes.flatMap(convert);

  function convert(node: Nodes): Nodes[] {
    if (isElement(node)) return convertElement(node);
    switch (node.type) {
      case 'mdxjsEsm':
        return [];
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
        return expression(node);
      case 'math':
      case 'inlineMath':
        // What rehype-katex reads from here on is the formula alone.
        return [{ type: node.type, value: formula(node) } as Nodes];
      case 'paragraph':
        return asBlocks(convertAll(node.children));
      case 'listItem':
      case 'blockquote':
        return [{ ...node, children: asBlocks(convertAll(node.children)) } as Nodes];
      case 'link':
        return link(node.url, convertAll(node.children) as PhrasingContent[]);
      case 'text':
        return [{ type: 'text', value: node.value.replaceAll(/\s*\n\s*/g, ' ') }];
      default:
        return 'children' in node
          ? [{ ...node, children: convertAll((node as Parent).children) } as Nodes]
          : [node];
    }
  }

  function formula(node: Nodes & { value: string }): string {
    try {
      return expandMacros(node.value);
    } catch (error) {
      return refuse(page, node, (error as Error).message);
    }
  }

  /** A link into the site is of no use elsewhere unless the site has an address. */
  function link(url: string, children: PhrasingContent[]): Nodes[] {
    if (/^[a-z]+:/.test(url)) return [{ type: 'link', url, children }];
    if (!surroundings.site) return children;
    const { href } = new URL(
      url.replace(/^\//, ''),
      surroundings.site + (url.startsWith('/') ? '' : surroundings.path),
    );
    return [{ type: 'link', url: href, children }];
  }

  function expression(node: Nodes & { data?: { estree?: Program | null | undefined } | undefined }): Nodes[] {
    const statement = node.data?.estree?.body[0];
    // A comment: {/* … */}
    if (!statement) return [];
    try {
      if (statement.type !== 'ExpressionStatement') throw new NotStatic('a statement');
      return [text(String(staticValue(statement.expression, page.constants)))];
    } catch (error) {
      if (!(error instanceof NotStatic)) throw error;
      return refuse(
        page,
        node,
        `{…} holds ${error.message}, which a notebook cannot read: write the text itself`,
      );
    }
  }

  function convertElement(element: Element): Nodes[] {
    const name = element.name ?? 'Fragment';
    if (HTML.includes(name)) {
      const inside = convertAll(element.children as Nodes[]);
      return [
        { type: 'html', value: `<${name}>` },
        ...inside,
        ...(name === 'br' ? [] : [{ type: 'html', value: `</${name}>` } as Nodes]),
      ];
    }
    const tell = tellerOf(name);
    if (tell) return tell(new Telling(page, surroundings, element, convertAll));
    return refuse(
      page,
      element,
      `a notebook has no words for <${name}>: give it some in src/lib/notebook/components.ts, or take it out of this page, which has code`,
    );
  }

  return convertAll;
}

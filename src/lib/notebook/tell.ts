/** What the words for a component are made from. */
import type { Nodes, Parent, PhrasingContent } from 'mdast';
import { formatNumber, formatQuantity } from '../quantity.ts';
import { proseValue, type ProseExperiment } from '../prose-values.ts';
import { asBlocks, link, text, type Block } from './blocks.ts';
import { isElement, propsOf, refuse, type Element, type Page } from './mdx.ts';

/** What a page cannot say by itself. */
export interface Surroundings {
  /** Where the site is published, with a slash at its end; undefined when that is not known. */
  readonly site?: string | undefined;
  /** Path of the page in it: lessons/03-solving-it/ */
  readonly path: string;
  /** The equations of the course. */
  readonly equations: ReadonlyMap<string, { readonly number: string; readonly lesson: string }>;
  /** Title of a lesson, by its id. */
  readonly titleOf: (lesson: string) => string | undefined;
}

/** Plain nodes for an element of a page. */
export type Teller = (telling: Telling) => Nodes[];

export type Convert = (nodes: readonly Nodes[]) => Nodes[];

/** One element of a page, and the way to the words of what stands in it. */
export class Telling {
  readonly element: Element;
  readonly page: Page;
  readonly surroundings: Surroundings;
  readonly #convert: Convert;

  constructor(page: Page, surroundings: Surroundings, element: Element, convert: Convert) {
    this.page = page;
    this.surroundings = surroundings;
    this.element = element;
    this.#convert = convert;
  }

  props(...names: string[]): Record<string, unknown> {
    return propsOf(this.page, this.element, names);
  }

  /** @throws Error with file and line */
  refuse(what: string): never {
    return refuse(this.page, this.element, what);
  }

  /** What stands between the tags, without what is in a slot and without elements of the name `but`. */
  children(but?: string): Block[] {
    const other = (node: Nodes) => !this.#slotOf(node) && !(but && isElement(node) && node.name === but);
    const kept = (this.element.children as Nodes[]).flatMap((node): Nodes[] =>
      node.type === 'paragraph'
        ? [{ ...node, children: node.children.filter(other) }]
        : other(node)
          ? [node]
          : [],
    );
    return asBlocks(this.#convert(kept));
  }

  /** What stands in <Fragment slot="NAME">. */
  slot(name: string): Block[] {
    const inside = this.#inner().filter((node) => this.#slotOf(node) === name);
    return asBlocks(this.#convert(inside.flatMap((node) => (node as Parent).children as Nodes[])));
  }

  /** The elements of a name that stand between the tags. */
  parts(name: string): Telling[] {
    return this.#inner()
      .filter((node) => isElement(node) && node.name === name)
      .map((node) => new Telling(this.page, this.surroundings, node as Element, this.#convert));
  }

  /** A tag in a line of its own is a block; one among words is wrapped in a paragraph. */
  #inner(): Nodes[] {
    return (this.element.children as Nodes[]).flatMap((node): Nodes[] =>
      node.type === 'paragraph' ? node.children : [node],
    );
  }

  #slotOf(node: Nodes): unknown {
    return isElement(node) && node.name === 'Fragment'
      ? propsOf(this.page, node, ['slot'])['slot']
      : undefined;
  }
}

/** A link to an element of the page, or words where nobody knows its address. */
export function onThePage({ page, surroundings: { site, path } }: Telling, id: unknown): PhrasingContent {
  if (!site) return text(`on the page “${String(page.frontMatter['title'])}” of Integrate & Fire`);
  return link(`${site}${path}#${String(id)}`, text('on the page'));
}

/** The number that <Value>, <Numeric> and <Slip> compute, as the page shows it. */
export function numberOf(telling: Telling): string {
  const names = ['is', 'at', 'digits', 'plain', 'experiment', 'current', 'neuron'];
  const {
    is,
    at,
    digits = 0,
    plain,
    ...given
  } = telling.props(...names) as unknown as ProseExperiment & {
    is: string;
    at?: number;
    digits?: number;
    plain?: boolean;
  };
  try {
    const { value, unit } = proseValue(is, given, at);
    return plain ? formatNumber(value, digits) : formatQuantity(value, unit, digits);
  } catch (error) {
    return telling.refuse((error as Error).message);
  }
}

/** Finds numbers with a unit that an author typed into the text of a lesson. A number that a run could produce is to
 *  be a <Value>; one that is chosen, measured elsewhere or part of a definition is to be a <Given>. */
import type { Node, Parent } from 'mdast';
import { isElement, type Page } from '../../src/lib/notebook/mdx.ts';
import { LIF_PARAMS } from '../../src/sim/lif-params.ts';

const UNITS = [
  ...['mV/ms', 'mV', 'V', 'ms', 'µs', 's', 'nA', 'pA', 'µA/cm²', 'µA', 'MΩ', 'kΩ', 'Ω', 'nF', 'pF', 'µF'],
  ...['nS', 'µS', 'mS/cm²', 'mS', 'pC', 'nC', 'Hz', 'kHz', '%'],
];
/** A number, white space of any width or none, a unit, and no letter after it. */
const QUANTITY = new RegExp(
  `[−-]?\\d(?:[\\d.,\\u00a0\\u202f]*\\d)?\\s?(?:${UNITS.join('|')})(?![\\p{L}\\d/])`,
  'gu',
);

/** Zero, and one of a unit as in "1 MΩ times 1 nF is 1 ms", are no results. */
const UNITS_THEMSELVES = new Set([0, 1]);

const DEFAULTS: ReadonlySet<string> = new Set(
  Object.values(LIF_PARAMS).flatMap((spec) =>
    'default' in spec && typeof spec.default === 'number' ? [`${spec.default} ${spec.unit}`] : [],
  ),
);

/** "−70 mV" → [-70, "mV"]. */
function parts(quantity: string): [value: number, unit: string] {
  const [, number = '', unit = ''] = /^(.*\d)\s?(\D+)$/u.exec(quantity.replace('−', '-')) ?? [];
  return [Number(number.replaceAll(/[\u00a0\u202f,]/g, '')), unit];
}

const allowed = (quantity: string): boolean => {
  const [value, unit] = parts(quantity);
  return UNITS_THEMSELVES.has(value) || DEFAULTS.has(`${value} ${unit}`);
};

export interface BareNumber {
  /** FILE:LINE. */
  readonly at: string;
  readonly text: string;
}

/** Text in formulas and in code is no prose; what stands in a <Given> is marked. */
const PASSED_OVER = new Set(['code', 'inlineCode', 'math', 'inlineMath', 'mdxjsEsm']);

export function bareNumbers(page: Page): readonly BareNumber[] {
  const found: BareNumber[] = [];
  const visit = (node: Node): void => {
    if (PASSED_OVER.has(node.type)) return;
    if (isElement(node) && node.name === 'Given') return;
    if (node.type === 'text') {
      const { value } = node as Node & { value: string };
      for (const { 0: text, index } of value.matchAll(QUANTITY)) {
        if (allowed(text)) continue;
        const line = (node.position?.start.line ?? 1) + value.slice(0, index).split('\n').length - 1;
        found.push({ at: `${page.file}:${line}`, text });
      }
    }
    if ('children' in node) (node as Parent).children.forEach(visit);
  };
  visit(page.tree);
  return found;
}

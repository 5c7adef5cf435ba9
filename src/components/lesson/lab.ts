/** What a lab's .astro wrapper hands to its island: a complete start, the stills of its plots, the symbols of its
 *  controls. The stills are drawn from the definition that comes alive in the browser. */
import katex from 'katex';
import type { FigureLens } from '../../figures/lens-labels.ts';
import { katexOptions } from '../../lib/katex-options.mjs';
import { drawStill } from '../charts/still.ts';
import type { DemoDefinition, DemoPage, DemoStart } from '../demos/definition.ts';
import { parseValues, runOf, specIn, valueIn } from '../demos/demo-values.ts';

/** What an author may write about a lab. */
export interface LabProps extends Partial<DemoStart> {
  /** Stable anchor; it is in shared links. */
  id: string;
  caption?: string;
  /** The lens of the still; a <Lens> around the figure switches the live one. */
  lens?: FigureLens;
}

/** Widths of the stills, px: a page beside its sidebar, and a phone; one of two columns is as wide as a phone. */
const WIDTHS = { wide: 688, narrow: 328 };

/** @returns what the island is given, and the HTML of the stills of each plot
 *  @throws RangeError when the experiment is not valid or has no such control: the build stops */
export function lab(definition: DemoDefinition, { id, lens = 'plain', ...props }: LabProps) {
  const { defaults } = definition;
  if (!/^[a-z][a-z0-9-]*$/.test(id) || ['neuron', 'inputs', 'settings'].includes(id)) {
    throw new RangeError(
      `id "${id}" stands before the names in a link: it must be small letters, digits and hyphens, and not neuron, inputs or settings`,
    );
  }
  const { experiment, settings, controls, formula, tools } = { ...defaults, ...props };
  const values = parseValues(definition, { experiment, settings });
  const run = runOf(definition, values);
  const frame = definition.frame(run, controls);
  const stills: string[] = [];
  for (const [name, width] of Object.entries(WIDTHS)) {
    if (definition.columns === 2 && name === 'wide') continue;
    const className = definition.columns === 2 ? 'any' : name;
    const view = { frame, width, lens, formula: formula ?? false };
    definition.plots(run, view).forEach((plot, i) => {
      stills[i] = (stills[i] ?? '') + drawStill(plot, width, className);
    });
  }

  const symbols: Record<string, string> = {};
  for (const path of controls) {
    if (typeof valueIn(path, values) !== 'number') continue;
    const { symbol } = specIn(path, values, definition);
    symbols[path] = katex.renderToString(symbol, { ...katexOptions, output: 'html' });
  }
  const page: DemoPage = { id, experiment, settings, controls, formula, tools, symbols };
  return { page, stills };
}

/** The first plot of a lab as it begins, on a phone's width: its picture in a list. */
export function coverOf(definition: DemoDefinition): string {
  const { defaults } = definition;
  const run = runOf(definition, parseValues(definition, defaults));
  const frame = definition.frame(run, defaults.controls);
  const view = { frame, width: WIDTHS.narrow, lens: 'plain', formula: defaults.formula ?? false } as const;
  const [plot] = definition.plots(run, view);
  return plot ? drawStill(plot, WIDTHS.narrow, 'any') : '';
}

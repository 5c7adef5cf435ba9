/** What url-state.ts has to know of a demo on a page. What the figure has loaded to read its own number boxes is
 *  handed over, not imported: another chunk with a claim on it would make every page heavier. */
import { quoted } from '../../../lib/quoted.ts';
import type { LinkFigure, LinkState } from '../../../lib/url-state.ts';
import type { ModelDefinition } from '../../../sim/model.ts';
import type { DemoState } from '../../demos/demo.svelte.ts';

/** The part of a demo that its links depend on. */
export type LinkedDemo = Pick<DemoState, 'definition' | 'start' | 'controls' | 'kit'> & {
  /** What the page says about it. */
  readonly page: Pick<DemoState['page'], 'formula'>;
};

/** @param id of the figure. One that bears the name of its lab, on the lab's own page and embedded, has keys without
 *    its id.
 *  @param first whether it is the first of its page */
export function linkFigure(
  { definition, start, page, controls, kit }: LinkedDemo,
  id: string,
  first: boolean,
): LinkFigure {
  const state: LinkState = {
    values: start,
    formula: page.formula ?? false,
    hide: [],
    lock: [],
    answerHidden: false,
  };
  return {
    id,
    bare: id === definition.name,
    first,
    models: definition.models as Readonly<Record<string, ModelDefinition>>,
    controls,
    start: state,
    specIn: (path, values) => kit.specIn(path, values, definition),
    readTyped: kit.readTyped,
    withValue: kit.withValue,
    parse: (data, settings) => {
      if (typeof data !== 'object' || data === null || Array.isArray(data)) {
        throw new RangeError(
          `experiment must be an object with named fields, got ${quoted(JSON.stringify(data))}`,
        );
      }
      return kit.parseValues(definition, { experiment: data, settings });
    },
  };
}

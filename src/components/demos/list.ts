/** Every demo of the site by its name, fetched when it is asked for. A new demo is one line here. */
import type { DemoDefinition } from './definition.ts';

export const DEMOS: Readonly<Record<string, () => Promise<DemoDefinition>>> = {
  trace: () => import('./trace/trace.ts').then(({ TRACE }) => TRACE),
};

/** The labs that can be embedded: every wrapper src/components/lesson/‹Name›Lab.astro, under the name of its lab
 *  in addresses. `FiLab` is fi, `StrengthDurationLab` is strength-duration. */
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const WRAPPERS = import.meta.glob<{ default: AstroComponentFactory }>(
  ['../lesson/*Lab.astro', '!../lesson/Lab.astro'],
  {
    eager: true,
  },
);

/** @param file e.g. ../lesson/StrengthDurationLab.astro */
function nameOf(file: string): string {
  const name = /([A-Za-z0-9]+)Lab\.astro$/.exec(file)?.[1] ?? '';
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

export const EMBEDDED: readonly { readonly name: string; readonly Lab: AstroComponentFactory }[] =
  Object.entries(WRAPPERS).map(([file, { default: Lab }]) => ({ name: nameOf(file), Lab }));

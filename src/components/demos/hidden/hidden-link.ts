/** The link to one hidden neuron: `?hidden=SEED`. */
import { quoted } from '../../../lib/quoted.ts';
import { LARGEST_SEED } from './hidden-kinds.ts';

const KEY = 'hidden';

/** @param query of the address
 *  @returns the seed it asks for; a sentence where it asks for none that there is; undefined where it does not ask */
export function seedIn(query: string): number | string | undefined {
  const asked = new URLSearchParams(query).get(KEY);
  if (asked === null) return undefined;
  const seed = /^\d{1,10}$/.test(asked) ? Number(asked) : NaN;
  if (seed <= LARGEST_SEED) return seed;
  return `The link asks for the hidden neuron ${quoted(asked)}: its number must be a whole number from 0 to ${LARGEST_SEED}.`;
}

/** @param href of the page
 *  @returns the address of the figure with this neuron */
export function linkTo(href: string, seed: number, figure: string): string {
  const url = new URL(href);
  url.search = `?${KEY}=${seed}`;
  url.hash = figure;
  return url.href;
}

/** The terms of the course, in the order of the alphabet, and how one is found by its id. Pure. */
import { closeMatches } from '../lib/close-matches.ts';
import { quoted } from '../lib/quoted.ts';
import { COMPUTING } from './glossary/computing.ts';
import { ELECTRICITY } from './glossary/electricity.ts';
import type { GlossaryEntry } from './glossary/entry.ts';
import { FIRING } from './glossary/firing.ts';
import { MEMBRANE } from './glossary/membrane.ts';
import { MODELS } from './glossary/models.ts';
import { NETWORKS } from './glossary/networks.ts';
import { NOISE } from './glossary/noise.ts';
import { SYNAPSES } from './glossary/synapses.ts';

export type { GlossaryEntry };

export const GLOSSARY: readonly GlossaryEntry[] = [
  ...MEMBRANE,
  ...ELECTRICITY,
  ...FIRING,
  ...SYNAPSES,
  ...NOISE,
  ...MODELS,
  ...NETWORKS,
  ...COMPUTING,
].sort((a, b) => a.term.localeCompare(b.term, 'en'));

const byId = new Map(GLOSSARY.map((entry) => [entry.id, entry]));

/** @throws RangeError naming what was found, and the ids that come close */
export function termOf(id: string): GlossaryEntry {
  const entry = byId.get(id);
  if (entry) return entry;
  const close = closeMatches(id, [...byId.keys()]);
  const instead =
    close.length > 0
      ? `Did you mean ${close.map(quoted).join(' or ')}?`
      : 'The ids are in src/content/glossary.';
  throw new RangeError(`<Term id=${quoted(id)}> names no term of the glossary. ${instead}`);
}

/** The terms under the letter they begin with. */
export function byLetter(entries: readonly GlossaryEntry[] = GLOSSARY): Map<string, GlossaryEntry[]> {
  const letters = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const letter = entry.term.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return letters;
}

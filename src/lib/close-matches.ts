/** Words that come close to one that is wrong, for a message. Pure. */
import { editDistance } from '../sim/parse-fields.ts';

/** @returns at most three of the known words, the closest first: those that differ in a third of their letters or
 *    less, and those that contain the word or stand in it */
export function closeMatches(word: string, known: readonly string[]): string[] {
  const given = word.slice(0, 40).toLowerCase();
  const close = (name: string, distance: number) =>
    distance <= Math.max(2, Math.floor(name.length / 3)) ||
    (given.length > 2 && name.includes(given)) ||
    (name.length > 2 && given.includes(name));
  return known
    .map((name) => ({ name, distance: editDistance(given, name.toLowerCase()) }))
    .filter(({ name, distance }) => close(name.toLowerCase(), distance))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

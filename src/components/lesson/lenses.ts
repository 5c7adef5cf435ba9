/** The three lenses and the three words of the original tutorial. */

export const LENSES = [
  { id: 'biology', name: 'Biologically' },
  { id: 'electricity', name: 'Electrically' },
  { id: 'computation', name: 'Computationally' },
] as const;
export type LensId = (typeof LENSES)[number]['id'];

export const WORDS = {
  leak: 'Leaky',
  integrate: 'Integrate',
  fire: 'Fire',
} as const;
export type WordId = keyof typeof WORDS;

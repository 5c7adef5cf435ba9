import type { LensId } from '../../components/lesson/lenses.ts';

/** One term of the course. All texts are plain words, without mark-up. */
export interface GlossaryEntry {
  /** Anchor on /glossary/; once published it does not change: it is in shared links. */
  readonly id: string;
  /** As it stands in a sentence, in the singular. */
  readonly term: string;
  /** Other names for the same thing, in books and programs. */
  readonly also?: readonly string[];
  /** TeX, with the macros of src/lib/katex-options.mjs. */
  readonly symbol?: string;
  /** In which the site gives it. */
  readonly unit?: string;
  /** One sentence, or two, that need no other entry to be understood. */
  readonly definition: string;
  /** The same thing as a biologist, an electrician and a programmer see it. */
  readonly lenses?: Readonly<Record<LensId, string>>;
  /** Place in the course of the lesson that introduces it. */
  readonly lesson: number;
  /** Anchor in that lesson; its beginning unless given. */
  readonly at?: string;
  /** Ids of other entries. */
  readonly related?: readonly string[];
}

/** What a check asks of a learner's program, and what probe.py reads back from it. */
import type { PythonError } from '../components/python/messages.ts';

/** The numbers of the neuron and of its run that a program gives names to. */
export interface Numbers {
  /** MΩ. */
  readonly R: number;
  /** nF. */
  readonly C: number;
  /** mV. */
  readonly u_rest: number;
  /** nA. */
  readonly I: number;
  /** ms. */
  readonly dt: number;
  /** Where the one step of step 2 begins, mV. */
  readonly u_now: number;
  /** ms. */
  readonly duration: number;
  /** mV. */
  readonly theta: number;
  /** mV. */
  readonly u_reset: number;
  /** ms. */
  readonly t_ref: number;
}
export type NumberName = keyof Numbers;

/** One hidden run: the cells again, with other numbers. */
export interface Case {
  /** Numbers that take the place of those in the program; none: the program as it stands. */
  readonly set: Partial<Numbers>;
  /** Calls of a function after the run, one list of arguments each. */
  readonly calls: readonly (readonly number[])[];
  readonly function?: string;
}

/** A value as it was found. Numbers that JSON has no word for arrive as text. */
export type Read = (
  | { readonly kind: 'number'; readonly value: number | string }
  | { readonly kind: 'numbers'; readonly values: readonly (number | string)[] }
  /** Still the three dots of the starter. */
  | { readonly kind: 'dots' }
  | { readonly kind: 'none' }
  | { readonly kind: 'other'; readonly words: string }
) & {
  /** A call printed something. */
  readonly printed?: boolean;
};

export interface Answer {
  readonly values: Readonly<Record<string, Read>>;
  /** As many as there are calls; none when there is no such function. */
  readonly calls: readonly Read[];
  readonly error?: PythonError;
}

/** What the page sends to the worker. */
export interface ProbeRequest {
  readonly cells: readonly (readonly [file: string, code: string])[];
  readonly cases: readonly Case[];
  readonly names: readonly string[];
}

export interface Verdict {
  readonly ok: boolean;
  /** What differs, with numbers and units; when right, what was tried. */
  readonly text: string;
  /** The numbers of the hidden case in which it showed: "R = 4 MΩ, C = 3 nF". Not there when the program as it stands
   *  shows it. */
  readonly numbers?: string;
  /** The mistake, where it has a name. */
  readonly mistake?: Mistake;
}

/** A wrong idea that a program shows. */
export interface Mistake {
  /** Short, stable name: "reset-missing". */
  readonly id: string;
  /** What to look at, in a sentence or two. */
  readonly say: string;
}

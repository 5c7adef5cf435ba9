/** The words that stand in a figure, seen through the three lenses of the course. In these texts a single
 *  u, I, t, ϑ or another letter of SYMBOL is set as a symbol, `_` begins a subscript of one word: "u_r". */

/** Which of the lenses (see <Lens>) a figure is seen through; `plain` outside of any. */
export type FigureLens = 'plain' | 'biology' | 'electricity' | 'computation';

export interface FigureWords {
  /** Heading of the upper panel, before its unit. */
  readonly potential: string;
  /** Heading of the lower panel, before its unit. */
  readonly current: string;
  readonly threshold: string;
  readonly reset: string;
  readonly restAndReset: string;
  readonly steady: string;
}

export const LENS_LABELS: Readonly<Record<FigureLens, FigureWords>> = {
  plain: {
    potential: 'membrane potential u',
    current: 'input current I',
    threshold: 'threshold ϑ',
    reset: 'reset u_r',
    restAndReset: 'rest, reset u_r',
    steady: 'heads for u_∞',
  },
  biology: {
    potential: 'membrane potential u',
    current: 'injected current I',
    threshold: 'firing threshold ϑ',
    reset: 'after a spike u_r',
    restAndReset: 'resting potential',
    steady: 'leak = inflow u_∞',
  },
  electricity: {
    potential: 'voltage across the capacitor u',
    current: 'current source I',
    threshold: 'ϑ : no part, a rule',
    reset: 'u_r : a rule too',
    restAndReset: 'battery u_rest = u_r',
    steady: 'battery + RI = u_∞',
  },
  computation: {
    potential: 'state u',
    current: 'input I',
    threshold: 'if u ≥ ϑ : spike',
    reset: 'then u ← u_r',
    restAndReset: 'then u ← u_r',
    steady: 'fixed point u_∞',
  },
};

/** The symbols alone, for a narrow figure. */
export const SHORT_LABELS: FigureWords = {
  potential: 'u',
  current: 'I',
  threshold: 'ϑ',
  reset: 'u_r',
  restAndReset: 'u_r',
  steady: 'u_∞',
};

/** Reads a `data-lens` attribute. */
export function lensOf(attribute: string | null | undefined): FigureLens {
  return attribute === 'biology' || attribute === 'electricity' || attribute === 'computation'
    ? attribute
    : 'plain';
}

/** A stretch of a label in one face. */
export interface LabelRun {
  readonly text: string;
  readonly face: 'word' | 'symbol' | 'subscript';
}

/** A letter that stands alone, RI, or one of them with its subscript. */
const SYMBOL = /(?<!\p{L})(R?[uIt]|[CRTVfhmnqwμντσϑ])(?:_(\p{L}+|∞))?(?!\p{L})/gu;

/** Cuts a label into words, symbols and subscripts. */
export function labelRuns(label: string): LabelRun[] {
  const runs: LabelRun[] = [];
  let end = 0;
  for (const match of label.matchAll(SYMBOL)) {
    if (match.index > end) runs.push({ text: label.slice(end, match.index), face: 'word' });
    runs.push({ text: match[1] ?? '', face: 'symbol' });
    if (match[2] !== undefined) runs.push({ text: match[2], face: 'subscript' });
    end = match.index + match[0].length;
  }
  if (end < label.length) runs.push({ text: label.slice(end), face: 'word' });
  return runs;
}

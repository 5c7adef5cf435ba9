/** Colours and fonts of one drawing, by the name of their CSS variable. */
import { QUANTITY_STYLE } from './quantity-style.ts';

export interface Palette {
  /** Colour of a CSS variable, in a form the drawing surface understands. */
  colour(variable: string): string;
  /** Font family of words and numbers. */
  readonly words: string;
  /** Font family of symbols: the face of the formulas. */
  readonly symbols: string;
}

/** The face in which KaTeX sets a variable, where the page has loaded it. */
export const SYMBOL_FONT = "KaTeX_Math, 'Times New Roman', serif";

/** A still keeps the variables themselves, so that the page's theme colours it. */
export const CSS_PALETTE: Palette = {
  colour: (variable) => `var(${variable})`,
  words: '',
  symbols: SYMBOL_FONT,
};

/** Every variable a figure may ask for. */
export const FIGURE_COLOURS: readonly string[] = [
  '--paper',
  ...new Set(Object.values(QUANTITY_STYLE).flatMap(({ line, text }) => [line, text])),
];

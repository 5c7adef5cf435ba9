/** How each quantity is drawn: one colour and one line style, the same in every figure. Colours are names
 *  of CSS variables (src/styles/tokens.css), so that a still follows the theme and a live chart reads them;
 *  the dash tells the lines apart without colour. */

export interface QuantityStyle {
  /** CSS variable of the line. */
  readonly line: string;
  /** CSS variable of letters in the same hue, 4.5:1 against the page. */
  readonly text: string;
  /** Dash pattern in px; empty is solid. */
  readonly dash: readonly number[];
  /** Line width in px. */
  readonly width: number;
}

export const QUANTITY_STYLE = {
  /** Where the leak draws the potential: u_rest, u_∞. */
  leak: { line: '--q-leak', text: '--q-leak-text', dash: [1.5, 4], width: 1.5 },
  /** The membrane potential. */
  integrate: { line: '--q-integrate', text: '--q-integrate-text', dash: [], width: 2.25 },
  /** Threshold, reset, spikes. */
  fire: { line: '--q-fire', text: '--q-fire-text', dash: [6, 4], width: 1.25 },
  /** The injected current. */
  input: { line: '--q-input', text: '--q-input-text', dash: [], width: 2 },
  /** Adaptation and recovery: what the last spikes left behind. */
  adapt: { line: '--q-adapt', text: '--q-adapt-text', dash: [9, 3, 2, 3], width: 1.75 },
  /** The closed form, laid over the simulation. */
  formula: { line: '--ink-strong', text: '--ink', dash: [4, 6], width: 1.25 },
  /** What the run is compared with: a pinned run, what a reader expects. */
  compared: { line: '--ink-soft', text: '--ink-soft', dash: [11, 4], width: 1.75 },
  /** What a reader brings from elsewhere. */
  brought: { line: '--ink-strong', text: '--ink-strong', dash: [2, 3], width: 2 },
  /** Axes and their numbers. */
  axis: { line: '--rule-strong', text: '--ink-soft', dash: [], width: 1 },
} as const satisfies Record<string, QuantityStyle>;

export type QuantityName = keyof typeof QUANTITY_STYLE;

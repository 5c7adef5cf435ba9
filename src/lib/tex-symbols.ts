/** Which symbols a formula is made of. Pure. */
import { expandMacros } from './notebook/tex.ts';

const GREEK =
  'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta kappa lambda mu nu xi rho sigma tau phi varphi chi psi omega ' +
  'Gamma Delta Theta Lambda Sigma Phi Psi Omega';
const greek = new Set(GREEK.split(' '));

/** A letter, an accent over one, or a command; then an index, and the (f) of the time of a spike. */
const TOKEN =
  /(\\Delta\s*(?=[a-zA-Z]))?(?:\\(?:dot|bar|hat|tilde|vec|mathbf)\s*\{?\s*(?:\\[a-zA-Z]+|[a-zA-Z])\s*\}?|\\[a-zA-Z]+|[a-zA-Z])(?:_(?:\{(?:[^{}]|\{[^{}]*\})*\}|\\[a-zA-Z]+(?:\{[^{}]*\})?|[a-zA-Z0-9]))?(?:\^\{\(f\)\})?/g;

/** What is no mathematics, and the d of a derivative. */
const ASIDE =
  /\\(?:text|operatorname|begin|end|phantom)\*?\{[^{}]*\}|\\\\(?:\[[^\]]*\])?|(?<!_)\\mathrm\{d\}|\\mathrm\{(?:CV|Var|sd)\}/g;

/** One way to write each symbol: without spaces, and without braces around a single letter. */
export const plainSymbol = (tex: string): string =>
  expandMacros(tex)
    .replaceAll(/\\(?:mathrm|mathbf|text)\b/g, '')
    .replaceAll(/[{}\s]/g, '')
    .trim();

/** @param tex with the macros of the course
 *  @returns each symbol once, as `plainSymbol` writes it, in the order in which they come; numbers, e and functions
 *    are none */
export function symbolsIn(tex: string): string[] {
  const found = [...expandMacros(tex).replaceAll(ASIDE, ' ').matchAll(TOKEN)].flatMap(([token]) => {
    const [, command = ''] = /^\\([a-zA-Z]+)/.exec(token) ?? [];
    const isSymbol =
      command === '' || greek.has(command) || /^(?:dot|bar|hat|tilde|vec|mathbf)$/.test(command);
    const symbol = plainSymbol(token);
    return isSymbol && symbol !== 'e' ? [symbol] : [];
  });
  return [...new Set(found)];
}

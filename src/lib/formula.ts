/** A formula as HTML, for components that have their TeX from data; a page's own formulas are drawn by
 *  rehype-katex. The page must have KaTeX's style sheet. */
import katex from 'katex';
import { katexOptions } from './katex-options.mjs';

/** @param tex with the macros of the course
 *  @param display as a formula on a line of its own
 *  @param macros further ones, or others for what KaTeX has
 *  @returns what is seen, and MathML for screen readers, without the TeX itself
 *  @throws Error when KaTeX cannot draw it */
export function formulaHtml(
  tex: string,
  display = false,
  macros: Readonly<Record<string, string>> = {},
): string {
  return katex
    .renderToString(tex, {
      ...katexOptions,
      macros: { ...katexOptions.macros, ...macros },
      displayMode: display,
    })
    .replace(/<annotation [^]*?<\/annotation>/g, '');
}

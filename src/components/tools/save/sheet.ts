/** The sheet that a saved picture is: the plots of a figure one above the other, and below them what the page says
 *  of them and where it is found. Pure; PNG and SVG are two drawings of it. */
import { FIGURE_HEIGHT, type Plot } from '../../../figures/plot.ts';

export interface SheetLine {
  readonly text: string;
  /** Of its baseline, px. */
  readonly y: number;
  /** CSS variable. */
  readonly colour: string;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Width of the plots, px; they begin at `left`. */
  readonly plotWidth: number;
  readonly left: number;
  readonly plots: readonly { readonly plot: Plot; readonly top: number }[];
  readonly lines: readonly SheetLine[];
}

const PADDING = 20;
const GAP = 16;
/** Size of the words below the plots, px. */
export const TEXT_SIZE = 14;
const LEADING = 20;

/** Words that fit side by side into a width; a longer word, such as an address, is broken.
 *  @param measure width of a text in px */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    let rest = word;
    const longer = line === '' ? rest : `${line} ${rest}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    while (measure(rest) > width && rest.length > 1) {
      let fits = rest.length - 1;
      while (fits > 1 && measure(rest.slice(0, fits)) > width) fits--;
      lines.push(rest.slice(0, fits));
      rest = rest.slice(fits);
    }
    line = rest;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** @param plotWidth px
 *  @param texts paragraphs, each with the CSS variable of its colour
 *  @param measure width of a text in px */
export function sheetOf(
  plots: readonly Plot[],
  plotWidth: number,
  texts: readonly { readonly text: string; readonly colour: string }[],
  measure: (text: string) => number,
): Sheet {
  let y = PADDING;
  const placed = plots.map((plot) => {
    const top = y;
    y += (plot.height ?? FIGURE_HEIGHT) + GAP;
    return { plot, top };
  });
  const lines: SheetLine[] = [];
  for (const { text, colour } of texts) {
    for (const line of wrap(text, plotWidth, measure)) {
      y += LEADING;
      lines.push({ text: line, y, colour });
    }
    y += 4;
  }
  return {
    width: plotWidth + 2 * PADDING,
    height: y + PADDING,
    plotWidth,
    left: PADDING,
    plots: placed,
    lines,
  };
}

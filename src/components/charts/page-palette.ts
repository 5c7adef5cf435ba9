/** The page's colours and fonts for a canvas, which knows no CSS variables. */
import { FIGURE_COLOURS, SYMBOL_FONT, type Palette } from '../../figures/palette.ts';

/** Reads what the element would be painted with now. */
export function pagePalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colours = new Map(FIGURE_COLOURS.map((name) => [name, style.getPropertyValue(name).trim()]));
  return {
    colour: (variable) => colours.get(variable) ?? '',
    words: style.fontFamily,
    symbols: SYMBOL_FONT,
  };
}

/** Calls back when the reader's theme changes, and when the page goes to a printer and comes back.
 *  @returns stops watching */
export function watchPalette(changed: () => void): () => void {
  const theme = new MutationObserver(changed);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const print = matchMedia('print');
  print.addEventListener('change', changed);
  return () => {
    theme.disconnect();
    print.removeEventListener('change', changed);
  };
}

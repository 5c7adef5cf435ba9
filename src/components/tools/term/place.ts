/** Where a card stands beside the words it belongs to. */

/** Between card and words, and between card and the edge of the window, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high));

/** Puts a card below the line of a link, or above if it fits only there or better there, wholly on the screen. It
 *  keeps its side: one that unfolds must not jump away from the pointer, and scrolls within itself.
 *  @param nearY where the pointer is: a link may go over two lines
 *  @returns whether the link is on the screen */
export function placeBeside(link: Element, card: HTMLElement, nearY: number): boolean {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const lines = [...link.getClientRects()];
  const line = lines.find(({ top, bottom }) => top <= nearY && nearY <= bottom) ?? lines[0];
  if (!line || line.bottom < 0 || line.top > height) return false;

  const room = { above: line.top - GAP - EDGE, below: height - line.bottom - GAP - EDGE };
  const fits = card.offsetHeight <= room.below || room.below >= room.above;
  const side = (card.dataset['side'] ??= fits ? 'below' : 'above') as 'above' | 'below';
  card.style.maxHeight = `${room[side]}px`;
  card.style.left = `${between(EDGE, line.left, width - EDGE - card.offsetWidth)}px`;
  card.style.top = `${side === 'below' ? line.bottom + GAP : line.top - GAP - card.offsetHeight}px`;
  return true;
}

/** The card of a term: appears when a pointer rests on its link or the focus comes to it, stays while pointer or focus
 *  are on link or card, and goes with Escape (WCAG 2.2, 1.4.13). A finger follows the link as it would any other.
 *  <Term> imports this module when a link is first pointed at or focused; from then on it listens itself. */
import { entryOf } from './entries.ts';
import { placeBeside } from './place.ts';

/** A pointer that only passes by is left alone. */
const REST_MS = 200;
/** Time to go from the link to its card. */
const LEAVE_MS = 300;

interface Shown {
  readonly link: HTMLAnchorElement;
  readonly card: HTMLElement;
}
let shown: Shown | undefined;
/** Where the pointer is, and how far down. */
let over: Element | null = null;
let overY = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

const termAt = (node: Element | null) => node?.closest<HTMLAnchorElement>('a.term') ?? null;
/** A link that was clicked has the focus too, and needs no card. */
const focused = () => document.querySelector(':focus-visible');
const isOn = (element: Element) => element.contains(over) || element.contains(focused());

function hide(): void {
  if (!shown) return;
  const { link, card } = shown;
  shown = undefined;
  link.removeAttribute('aria-describedby');
  card.remove();
}

function place(): void {
  if (shown && !placeBeside(shown.link, shown.card, overY)) hide();
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const card = await entryOf(link.hash.slice(1));
  if (!card || !isOn(link) || shown?.link === link) return;
  hide();
  shown = { link, card };
  // After the link, so that the Tab key comes from one to the other.
  link.after(card);
  link.setAttribute('aria-describedby', 'term-card');
  card.querySelector('details')?.addEventListener('toggle', place);
  card.showPopover?.();
  place();
}

/** After a while: shows the card of the link that pointer or focus have come to, or hides one that they have left. */
function consider(link: HTMLAnchorElement | null, delay: number): void {
  clearTimeout(waiting);
  if (link && link === shown?.link) return;
  if (link) void entryOf('');
  waiting = setTimeout(() => {
    if (link) void show(link);
    else if (shown && !isOn(shown.link) && !isOn(shown.card)) hide();
  }, delay);
}

function pointAt(element: Element, y: number): void {
  [over, overY] = [element, y];
  const link = termAt(element);
  consider(link, link ? REST_MS : LEAVE_MS);
}

document.addEventListener('pointerover', ({ target, clientY, pointerType }) => {
  if (pointerType !== 'touch') pointAt(target as Element, clientY);
});
document.documentElement.addEventListener('pointerleave', () => {
  over = null;
  consider(null, LEAVE_MS);
});
document.addEventListener('focusin', () => consider(termAt(focused()), 0));
document.addEventListener('focusout', () => consider(null, 0));
document.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || !shown) return;
    const { link, card } = shown;
    if (card.contains(focused())) link.focus();
    event.stopPropagation();
    hide();
  },
  { capture: true },
);
document.addEventListener('scroll', place, { capture: true, passive: true });
addEventListener('resize', place);

// What brought this module here has happened already.
const pointed = matchMedia('(hover: hover)').matches && document.querySelector('a.term:hover');
if (pointed) pointAt(pointed, pointed.getBoundingClientRect().top);
else consider(termAt(focused()), 0);

/** The one place that asks for animation frames. Nothing moves off-screen, in a hidden page, or for a reader who
 *  asked their system for less motion. */

const REDUCED = '(prefers-reduced-motion: reduce)';
/** Longest step in ms: after a pause of the page things go on from where they were. */
const LONGEST = 100;

export function prefersReducedMotion(): boolean {
  return matchMedia(REDUCED).matches;
}

/** Calls back whenever the reader's wish changes.
 *  @returns stops watching */
export function watchReducedMotion(changed: (reduced: boolean) => void): () => void {
  const query = matchMedia(REDUCED);
  const tell = () => changed(query.matches);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

/** Calls `frame` before each repaint while the element is on the screen.
 *  @param frame gets the ms since it was last called; returns false when it has ended
 *  @returns stops it */
export function animate(element: Element, frame: (elapsedMs: number) => boolean): () => void {
  let request = 0;
  let last: number | undefined;
  const tick = (now: number) => {
    if (prefersReducedMotion()) return;
    const elapsed = Math.min(LONGEST, now - (last ?? now));
    last = now;
    if (frame(elapsed)) request = requestAnimationFrame(tick);
    else observer.disconnect();
  };
  const observer = new IntersectionObserver((entries) => {
    cancelAnimationFrame(request);
    last = undefined;
    if (entries.at(-1)?.isIntersecting) request = requestAnimationFrame(tick);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(request);
  };
}

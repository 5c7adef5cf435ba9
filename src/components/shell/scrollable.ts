/** A formula, table or listing that is wider than the page scrolls in its own box; while it does, the
 *  keyboard must reach it too. One that fits is no stop for the Tab key. */
const NAMES = [
  ['.katex-display', 'Formula, scrolls sideways'],
  ['.sl-markdown-content table', 'Table, scrolls sideways'],
] as const;

function update(element: HTMLElement, name: string): void {
  if (element.scrollWidth > element.clientWidth) {
    element.tabIndex = 0;
    // A table stays a table for those who hear it.
    if (!(element instanceof HTMLTableElement)) element.role = 'group';
    element.ariaLabel = name;
  } else if (element.ariaLabel === name) {
    element.removeAttribute('tabindex');
    if (!(element instanceof HTMLTableElement)) element.role = null;
    element.ariaLabel = null;
  }
}

function updateAll(): void {
  for (const [selector, name] of NAMES) {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) update(element, name);
  }
}

export function watchScrollable(): void {
  const observer = new ResizeObserver(updateAll);
  observer.observe(document.body);
  // Formulas change their width when their fonts arrive.
  void document.fonts.ready.then(updateAll);
}

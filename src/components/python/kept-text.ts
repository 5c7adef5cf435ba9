/** What a reader typed into a cell, kept in this browser. It may forbid storage; then the text lasts as long as
 *  the page. */
const key = (id: string) => `python:${location.pathname}#${id}`;

export function keptText(id: string): string | undefined {
  try {
    return localStorage.getItem(key(id)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param text undefined when there is nothing of the reader's own */
export function keepText(id: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key(id));
    else localStorage.setItem(key(id), text);
  } catch {
    // Nothing to be done.
  }
}

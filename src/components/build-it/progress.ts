/** The steps that a reader has done, kept in this browser. It may forbid storage; then they last as long as the page.
 *  The key is read by src/components/tools/progress/kept.ts too, which counts them among all that was passed. */
const KEY = 'build-it';

export function keptDone(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

export function keepDone(id: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set([...keptDone(), id])]));
    dispatchEvent(new Event('passed'));
  } catch {
    // Nothing to be done.
  }
}

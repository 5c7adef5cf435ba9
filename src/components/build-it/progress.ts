/** The steps that a reader has done, kept in this browser. It may forbid storage; then they last as long as the page. */
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
  } catch {
    // Nothing to be done.
  }
}

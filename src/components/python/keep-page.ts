/** Keeps the page on which Python runs, and what it may still ask for, so that it can be opened without a network:
 *  public/offline.js answers with it then. */

const NAME = 'pages-with-python';
/** Some ten pages with all their scripts and fonts; older ones make room. */
const MOST_KEPT = 400;

/** Addresses of this site that the page has asked for. */
function resources(): string[] {
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  return [...new Set(asked)].filter((address) => {
    const { origin, pathname } = new URL(address);
    return origin === location.origin && !pathname.includes('/pyodide/');
  });
}

/** @param parts what the cells fetch when it is needed: it is fetched now */
export async function keepPage(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(parts.map((load) => load()));
  await navigator.serviceWorker.register(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}offline.js`);
  const cache = await caches.open(NAME);
  const page = location.href.replace(/[?#].*$/, '');
  // Names of built files change with their contents: one that is kept is the right one.
  const isMissing = async (address: string) => !(await cache.match(address));
  const addresses = resources();
  const missing = await Promise.all(addresses.map(isMissing));
  await cache.addAll([page, ...addresses.filter((_, k) => missing[k])]);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST_KEPT).map((request) => cache.delete(request)));
}

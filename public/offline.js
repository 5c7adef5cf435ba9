/** A service worker: without a network, the pages on which Python has run come from the browser's cache, where
 *  src/components/python/keep-page.ts has put them. With a network nothing comes from there: no page is ever old.
 *  Python's own files are not its business, they have a cache of their own. */
const isOurs = ({ method, url }) => {
  const { origin, pathname } = new URL(url);
  return method === 'GET' && origin === self.location.origin && !pathname.includes('/pyodide/');
};

async function answer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event.request));
});

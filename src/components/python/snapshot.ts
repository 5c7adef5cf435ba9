/** Python as it is in memory just after its start, kept in the browser's cache. To read it back is quicker by seconds
 *  than to start again: on the second visit, and after Stop. */

const address = (base: string, version: string) => new URL(`${version}/started`, base).href;

export async function keptSnapshot(
  cache: Cache | undefined,
  base: string,
  version: string,
): Promise<Uint8Array | undefined> {
  const kept = await cache?.match(address(base, version)).catch(() => undefined);
  return kept && new Uint8Array(await kept.arrayBuffer());
}

/** @param snapshot nothing: forget the one that is kept */
export async function keepSnapshot(
  cache: Cache | undefined,
  base: string,
  version: string,
  snapshot: Uint8Array<ArrayBuffer> | undefined,
): Promise<void> {
  const at = address(base, version);
  try {
    if (snapshot) await cache?.put(at, new Response(snapshot));
    else await cache?.delete(at);
  } catch {
    // A full disk: the next start takes as long as the first.
  }
}

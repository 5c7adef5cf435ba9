/** Fetches the files of Python from this site, tells how far it is, and takes none that is not the recorded one.
 *  They are kept in the browser's cache: the second visit asks the network for nothing. */

export interface RecordedFile {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}
export interface RecordedFiles {
  readonly version: string;
  readonly files: Readonly<Record<string, RecordedFile>>;
}

const hex = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function isRecorded(
  contents: Uint8Array<ArrayBuffer>,
  { bytes, sha256 }: RecordedFile,
): Promise<boolean> {
  return contents.length === bytes && hex(await crypto.subtle.digest('SHA-256', contents)) === sha256;
}

/** Reads a response to its end.
 *  @param more called with the number of bytes of every piece that arrives */
async function readAll(
  response: Response,
  expected: number,
  more: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value);
    length += part.value.length;
    more(part.value.length);
    if (length > expected) break;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The cache of this version; older ones are thrown away. A browser may have none, or refuse. */
export async function openCache(version: string): Promise<Cache | undefined> {
  try {
    const name = `pyodide-${version}`;
    for (const other of await caches.keys())
      if (other.startsWith('pyodide-') && other !== name) await caches.delete(other);
    return await caches.open(name);
  } catch {
    return undefined;
  }
}

const isKept = async (cache: Cache | undefined, address: string, file: RecordedFile) => {
  const kept = await cache?.match(address);
  const contents = kept && new Uint8Array(await kept.arrayBuffer());
  return contents && (await isRecorded(contents, file)) ? contents : undefined;
};

/** @param base address of the folder of all versions, with a slash at its end
 *  @param progress called with the bytes that have come over the network, and those that are to come
 *  @returns contents by name
 *  @throws Error with a sentence for the reader */
export async function loadFiles(
  { version, files }: RecordedFiles,
  base: string,
  cache: Cache | undefined,
  progress: (bytes: number, total: number) => void,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  if (!globalThis.crypto?.subtle)
    throw new Error('the browser checks its files only on a page that comes over https');
  const named = Object.entries(files).map(([name, file]) => {
    return { name, file, address: new URL(`${version}/${name}`, base).href };
  });
  const found = await Promise.all(
    named.map(async (each) => ({ ...each, kept: await isKept(cache, each.address, each.file) })),
  );
  const total = found.reduce((sum, { kept, file }) => sum + (kept ? 0 : file.bytes), 0);
  let arrived = 0;
  const more = (bytes: number) => progress((arrived += bytes), total);

  const fetched = async (name: string, file: RecordedFile, address: string) => {
    let response: Response;
    try {
      response = await fetch(address);
    } catch {
      throw new Error('the site cannot be reached');
    }
    if (!response.ok) throw new Error(`the site answers ${response.status} for ${name}`);
    const contents = await readAll(response, file.bytes, more).catch(() => {
      throw new Error('the connection was lost');
    });
    if (!(await isRecorded(contents, file)))
      throw new Error(`${name} is not the file this site was built with`);
    const headers = { 'Content-Type': response.headers.get('Content-Type') ?? '' };
    // A full disk is no reason not to go on.
    await cache?.put(address, new Response(contents, { headers })).catch(() => undefined);
    return contents;
  };
  return new Map(
    await Promise.all(
      found.map(
        async ({ name, file, address, kept }) =>
          [name, kept ?? (await fetched(name, file, address))] as const,
      ),
    ),
  );
}

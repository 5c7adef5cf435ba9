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
async function openCache(version: string): Promise<Cache | undefined> {
  try {
    const name = `pyodide-${version}`;
    for (const other of await caches.keys())
      if (other.startsWith('pyodide-') && other !== name) await caches.delete(other);
    return await caches.open(name);
  } catch {
    return undefined;
  }
}

/** @param base address of the folder of all versions, with a slash at its end
 *  @param progress called with the bytes that have arrived, and those of all files
 *  @returns contents by name
 *  @throws Error with a sentence for the reader */
export async function loadFiles(
  { version, files }: RecordedFiles,
  base: string,
  progress: (bytes: number, total: number) => void,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
  let arrived = 0;
  const more = (bytes: number) => progress((arrived += bytes), total);
  const cache = await openCache(version);

  const load = async ([name, file]: [string, RecordedFile]) => {
    const address = new URL(`${version}/${name}`, base).href;
    const kept = await cache?.match(address);
    if (kept) {
      const contents = new Uint8Array(await kept.arrayBuffer());
      if (await isRecorded(contents, file)) {
        more(contents.length);
        return [name, contents] as const;
      }
    }
    let response: Response;
    try {
      response = await fetch(address);
    } catch {
      throw new Error('the site cannot be reached');
    }
    if (!response.ok) throw new Error(`the site answers ${response.status} for ${name}`);
    const contents = await readAll(response, file.bytes, more);
    if (!(await isRecorded(contents, file)))
      throw new Error(`${name} is not the file this site was built with`);
    const headers = { 'Content-Type': response.headers.get('Content-Type') ?? '' };
    // A full disk is no reason not to go on.
    await cache?.put(address, new Response(contents, { headers })).catch(() => undefined);
    return [name, contents] as const;
  };
  return new Map(await Promise.all(Object.entries(files).map(load)));
}

import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadFiles, openCache, type RecordedFiles } from '../../src/components/python/load-files.ts';

const BASE = 'https://site.example/pyodide/';
const CONTENTS: Record<string, Uint8Array<ArrayBuffer>> = {
  'a.wasm': new Uint8Array([1, 2, 3, 4]),
  'b.zip': new Uint8Array(1000).fill(7),
};
const recorded: RecordedFiles = {
  version: '1.2',
  files: Object.fromEntries(
    Object.entries(CONTENTS).map(([name, contents]) => [
      name,
      { bytes: contents.length, sha256: createHash('sha256').update(contents).digest('hex') },
    ]),
  ),
};
const nameOf = (address: unknown) => String(address).replace(/^.*\//, '');

/** A site that answers with these. */
function serve(contents: Record<string, Uint8Array<ArrayBuffer> | number | Error>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const answer = contents[nameOf(address)]!;
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(
      typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer),
    );
  });
  return asked;
}

/** As much of a Cache as is used. */
class FakeCache {
  kept = new Map<string, Uint8Array<ArrayBuffer>>();
  match(address: string) {
    const found = this.kept.get(address);
    return Promise.resolve(found && new Response(found));
  }
  async put(address: string, response: Response) {
    this.kept.set(address, new Uint8Array(await response.arrayBuffer()));
  }
}
const asCache = (cache: FakeCache) => cache as unknown as Cache;

afterEach(() => vi.unstubAllGlobals());

describe('the files of Python', () => {
  it('come from the site, are told in bytes, and are kept', async () => {
    const asked = serve(CONTENTS);
    const cache = new FakeCache();
    const told: [number, number][] = [];
    const files = await loadFiles(recorded, BASE, asCache(cache), (...step) => told.push(step));
    expect(asked.sort()).toEqual([`${BASE}1.2/a.wasm`, `${BASE}1.2/b.zip`]);
    expect(Object.fromEntries(files)).toEqual(CONTENTS);
    expect(told.at(-1)).toEqual([1004, 1004]);
    expect(told.map(([bytes]) => bytes)).toEqual(told.map(([bytes]) => bytes).sort((a, b) => a - b));
    expect([...cache.kept.keys()].sort()).toEqual(asked);
  });

  it('are not asked for again when they are kept', async () => {
    const cache = new FakeCache();
    serve(CONTENTS);
    await loadFiles(recorded, BASE, asCache(cache), () => {});
    const asked = serve({ 'a.wasm': new Error(), 'b.zip': new Error() });
    const told: number[] = [];
    const files = await loadFiles(recorded, BASE, asCache(cache), (bytes) => told.push(bytes));
    expect(Object.fromEntries(files)).toEqual(CONTENTS);
    expect(asked).toEqual([]);
    expect(told).toEqual([]);
  });

  it('are fetched anew where what is kept was damaged, and only that is told', async () => {
    const cache = new FakeCache();
    serve(CONTENTS);
    await loadFiles(recorded, BASE, asCache(cache), () => {});
    cache.kept.set(`${BASE}1.2/a.wasm`, new Uint8Array([1, 2, 3, 5]));
    const asked = serve(CONTENTS);
    const told: [number, number][] = [];
    const files = await loadFiles(recorded, BASE, asCache(cache), (...step) => told.push(step));
    expect(files.get('a.wasm')).toEqual(CONTENTS['a.wasm']);
    expect(asked).toEqual([`${BASE}1.2/a.wasm`]);
    expect(told.at(-1)).toEqual([4, 4]);
    expect(cache.kept.get(`${BASE}1.2/a.wasm`)).toEqual(CONTENTS['a.wasm']);
  });

  const REFUSED: [string, Uint8Array<ArrayBuffer> | number | Error, string][] = [
    ['one byte is another', new Uint8Array([1, 2, 3, 5]), 'a.wasm is not the file this site was built with'],
    ['it is cut short', new Uint8Array([1, 2, 3]), 'a.wasm is not the file this site was built with'],
    ['it goes on', new Uint8Array([1, 2, 3, 4, 0]), 'a.wasm is not the file this site was built with'],
    ['it is missing', 404, 'the site answers 404 for a.wasm'],
    ['the network is', new TypeError('Failed to fetch'), 'the site cannot be reached'],
  ];
  it.each(REFUSED)(
    'are refused in words when of one %s, and nothing of it is kept',
    async (_, answer, sentence) => {
      serve({ ...CONTENTS, 'a.wasm': answer });
      const cache = new FakeCache();
      await expect(loadFiles(recorded, BASE, asCache(cache), () => {})).rejects.toThrow(sentence);
      expect([...cache.kept.keys()].filter((address) => address.endsWith('a.wasm'))).toEqual([]);
    },
  );

  it('come without a cache too, and a full one is no reason not to go on', async () => {
    serve(CONTENTS);
    expect((await loadFiles(recorded, BASE, undefined, () => {})).size).toBe(2);
    const full = Object.assign(new FakeCache(), {
      put: () => Promise.reject(new Error('QuotaExceededError')),
    });
    expect((await loadFiles(recorded, BASE, asCache(full), () => {})).size).toBe(2);
  });

  it('are not taken unchecked where the browser cannot check', async () => {
    serve(CONTENTS);
    vi.stubGlobal('crypto', {});
    await expect(loadFiles(recorded, BASE, undefined, () => {})).rejects.toThrow(
      'a page that comes over https',
    );
  });

  it('of older versions are thrown away, and nothing else is', async () => {
    const deleted: string[] = [];
    vi.stubGlobal('caches', {
      keys: () => Promise.resolve(['pyodide-1.1', 'pyodide-1.2', 'other']),
      delete: (name: string) => Promise.resolve(deleted.push(name)),
      open: (name: string) => Promise.resolve(name),
    });
    expect(await openCache('1.2')).toBe('pyodide-1.2');
    expect(deleted).toEqual(['pyodide-1.1']);
    vi.stubGlobal('caches', { keys: () => Promise.reject(new Error('SecurityError')) });
    expect(await openCache('1.2')).toBeUndefined();
  });
});

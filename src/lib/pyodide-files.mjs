/** An Astro integration: Python comes with the site. Its files are copied from the npm package into the built site,
 *  at /pyodide/VERSION/, and each must be the very file that is recorded in the repository. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {{ version: string; files: Record<string, { bytes: number; sha256: string }> }} */
const RECORDED = JSON.parse(
  readFileSync(new URL('../components/python/pyodide-files.json', import.meta.url), 'utf8'),
);
const TYPES = { mjs: 'text/javascript', wasm: 'application/wasm', zip: 'application/zip' };

/** @param {string} name
 *  @param {Uint8Array} contents
 *  @throws Error when it is not the recorded file */
export function assertRecorded(name, contents) {
  const found = createHash('sha256').update(contents).digest('hex');
  const wanted = RECORDED.files[name]?.sha256;
  if (found !== wanted) {
    throw new Error(
      `${name} of the package pyodide has the SHA-256 ${found}, but src/components/python/pyodide-files.json records ${wanted}`,
    );
  }
}

/** @returns {{ name: string; file: string }[]} the files of the package, checked */
function checkedFiles() {
  const require = createRequire(import.meta.url);
  return Object.keys(RECORDED.files).map((name) => {
    const file = require.resolve(`pyodide/${name}`);
    assertRecorded(name, readFileSync(file));
    return { name, file };
  });
}

/** @returns {import('astro').AstroIntegration} */
export function pyodideFiles() {
  return {
    name: 'pyodide-files',
    hooks: {
      'astro:build:done'({ dir }) {
        const folder = join(fileURLToPath(dir), 'pyodide', RECORDED.version);
        mkdirSync(folder, { recursive: true });
        for (const { name, file } of checkedFiles()) copyFileSync(file, join(folder, name));
      },
      'astro:server:setup'({ server }) {
        server.middlewares.use(`/pyodide/${RECORDED.version}/`, (request, response, next) => {
          const asked = basename((request.url ?? '').split('?')[0] ?? '');
          const found = checkedFiles().find(({ name }) => name === asked);
          if (!found) return next();
          response.setHeader('Content-Type', TYPES[asked.split('.').pop()] ?? 'application/octet-stream');
          response.end(readFileSync(found.file));
        });
      },
    },
  };
}

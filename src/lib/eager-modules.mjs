/** The modules that a module brings with it: what it imports, and what they import in turn; not what is only a
 *  type, and not what is fetched later by import(). */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const IMPORT = /^\s*(?:import|export)\s(?!type\b)(?:[^'"()]*?\sfrom\s)?\s*['"](\.[^'"]+)['"]/gm;

/** @param {string} entry path of a .ts, .mjs or .svelte file
 *  @returns {Set<string>} absolute paths, the entry among them */
export function eagerModules(entry) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file) || file.endsWith('.css') || file.endsWith('/sim/models.ts')) return;
    found.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORT)) visit(resolve(dirname(file), path));
  };
  visit(resolve(entry));
  return found;
}

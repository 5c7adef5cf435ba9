import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import recorded from '../../src/components/python/pyodide-files.json' with { type: 'json' };
import { assertRecorded } from '../../src/lib/pyodide-files.mjs';

const require = createRequire(import.meta.url);
const names = Object.keys(recorded.files) as (keyof typeof recorded.files)[];

describe('the files of the package pyodide', () => {
  it('are those that are recorded, of the version that is recorded', () => {
    expect(require('pyodide/package.json')).toMatchObject({ version: recorded.version });
    expect(names).toHaveLength(4);
    for (const name of names) {
      const file = require.resolve(`pyodide/${name}`);
      expect(() => assertRecorded(name, readFileSync(file))).not.toThrow();
      expect(statSync(file).size).toBe(recorded.files[name].bytes);
    }
  });

  it('stop the build when one is another, with both sums', () => {
    const contents = readFileSync(require.resolve('pyodide/pyodide.mjs'));
    contents[100]! ^= 1;
    const wanted = recorded.files['pyodide.mjs'].sha256;
    expect(() => assertRecorded('pyodide.mjs', contents)).toThrow(
      new RegExp(
        `^pyodide\\.mjs of the package pyodide has the SHA-256 [0-9a-f]{64}, but .* records ${wanted}$`,
      ),
    );
    expect(() => assertRecorded('other.mjs', contents)).toThrow('other.mjs of the package pyodide');
  });
});

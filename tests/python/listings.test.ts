/** Every listing of every page that is not Python: what it says can be done. A language that nothing here knows fails. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, describe, expect, it } from 'vitest';
import { isElement, parsePage, propsOf } from '../../src/lib/notebook/mdx.ts';
import { listings, nodesOf } from '../../src/lib/notebook/python-cells.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { ROOT, packagesOf, readDocumentation, readPages } from './pages.ts';
import { pythonWith, titled } from './system-python.ts';

const all = [...readPages(), ...readDocumentation()].flatMap((page) => listings(page));
const inLanguage = (...languages: string[]) => all.filter(({ language }) => languages.includes(language));

const PYTHON = ['py', 'python', 'python3'];
/** Drawings and addresses. */
const TEXT = ['', 'text'];
const KNOWN = [...PYTHON, ...TEXT, 'sh', 'bash', 'json', 'js', 'html', 'mdx'];

const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};
/** What npm does without a script of that name. */
const NPM_COMMANDS = ['ci', 'start', 'test'];

/** Commands of a listing: lines, put together where they go on; without comments. */
const commandsOf = (code: string) =>
  code
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/^\$ /, '').trim())
    .filter((line) => line && !line.startsWith('#'));

/** Tools of a reader who goes on to a cluster or to another simulator: named, and not run here. */
const READERS_TOOLS = ['apt-get', 'pip', 'mpirun', 'srun', 'sbatch', 'python3', 'nrnivmodl', 'jnml'];
/** Commands that only write a file for the next one. */
const HELPERS = ['echo', 'cat', 'cp', 'mkdir', 'cd'];

const SIMULATOR = /\bnpm run (?:--silent )?sim(?: --)?(?=\s)/g;
const isRun = (command: string) =>
  command.search(SIMULATOR) >= 0 || HELPERS.includes(command.split(/\s/, 1)[0] ?? '');

it('finds listings, and none in a language that no test knows', () => {
  expect(all.length).toBeGreaterThan(8);
  expect(all.filter(({ language }) => !KNOWN.includes(language))).toEqual([]);
});

describe('a command of a listing', () => {
  const commands = inLanguage('sh', 'bash').flatMap(({ code, at }) =>
    commandsOf(code).map((command) => ({ command, at })),
  );

  // Files go here, from one command to the next; a reader has an experiment already.
  const folder = mkdtempSync(join(tmpdir(), 'listings-'));
  const experiment = { version: 1, inputs: [{ type: 'step', amplitude: 2.5 }] };
  writeFileSync(join(folder, 'experiment.json'), JSON.stringify(experiment));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(commands.filter(({ command }) => isRun(command)))('runs: $command ($at)', ({ command }) => {
    expect(scripts['sim']).toBe('node src/cli/sim.ts');
    const here = command.replaceAll(SIMULATOR, `"${process.execPath}" "${ROOT}src/cli/sim.ts"`);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', here], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [, file] = />\s*(\S+)\s*$/.exec(command) ?? [];
    expect(file ? readFileSync(join(folder, file), 'utf8') : stdout).not.toBe('');
  });

  it.each(commands.filter(({ command }) => !isRun(command)))(
    'names scripts of the package or a tool of the reader, and is not run here: $command ($at)',
    ({ command, at }) => {
      for (const part of command.split(/&&|\|\|?|;/)) {
        const [tool = '', name = '', script = ''] = part.trim().split(/\s+/);
        if (READERS_TOOLS.includes(tool)) continue;
        if (tool !== 'npm') throw new Error(`${at}: no test knows what ${tool} does; give it one here`);
        if (name === 'run') expect(Object.keys(scripts)).toContain(script);
        else expect(NPM_COMMANDS).toContain(name);
      }
    },
  );
});

describe('data and programs of a listing', () => {
  const programs = inLanguage(...PYTHON)
    .map((listing) => ({ ...listing, packages: packagesOf(listing.code) }))
    .filter(({ packages }) => packages.length > 0);
  for (const { code, at, packages } of programs) {
    const python = pythonWith(...packages);
    it.skipIf(!python)(`runs with ${titled(python, packages.join(', '))} (${at})`, () => {
      const { status, stderr } = spawnSync(python!, ['-c', code], {
        encoding: 'utf8',
        cwd: tmpdir(),
        env: { ...process.env, MPLBACKEND: 'Agg' },
      });
      expect(status, stderr).toBe(0);
    });
  }

  it.each(inLanguage('json'))('JSON is JSON, and an experiment where it says so ($at)', ({ code }) => {
    const data = JSON.parse(code) as object;
    if ('version' in data) expect(() => parseExperiment(data)).not.toThrow();
  });

  it.each(inLanguage('js'))('JavaScript can be read ($at)', ({ code, at }) => {
    expect(() => new Script(code, { filename: at })).not.toThrow();
  });

  it.each(inLanguage('html'))('HTML can be read ($at)', ({ code }) => {
    const faults: string[] = [];
    fromHtml(code, { fragment: true, onerror: ({ reason }) => void faults.push(reason) });
    expect(faults).toEqual([]);
  });

  it.each(inLanguage('mdx'))('MDX can be read, and has only components that exist ($at)', ({ code, at }) => {
    const page = parsePage(code, `${at} listing.mdx`);
    for (const node of nodesOf(page.tree)) {
      if (!isElement(node) || !node.name || /^[a-z]|^Fragment$/.test(node.name)) continue;
      expect(existsSync(`${ROOT}src/components/lesson/${node.name}.astro`), node.name).toBe(true);
      expect(() => propsOf(page, node, ['id', 'code', 'experiment'])).not.toThrow();
    }
  });
});

/** Every listing of every page that is not Python: what it says can be done. A language that nothing here knows fails. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { isElement, parsePage, propsOf } from '../../src/lib/notebook/mdx.ts';
import { listings, nodesOf } from '../../src/lib/notebook/python-cells.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { ROOT, readDocumentation, readPages } from './pages.ts';

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

const runsTheSimulator = (command: string) => /\bnpm run (--silent )?sim\b/.test(command);

it('finds listings, and none in a language that no test knows', () => {
  expect(all.length).toBeGreaterThan(8);
  expect(all.filter(({ language }) => !KNOWN.includes(language))).toEqual([]);
});

describe('a command of a listing', () => {
  const commands = inLanguage('sh', 'bash').flatMap(({ code, at }) =>
    commandsOf(code).map((command) => ({ command, at })),
  );

  it.each(commands.filter(({ command }) => runsTheSimulator(command)))(
    'runs: $command ($at)',
    ({ command }) => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
        cwd: ROOT,
        encoding: 'utf8',
        maxBuffer: 1e9,
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).not.toBe('');
    },
  );

  it.each(commands.filter(({ command }) => !runsTheSimulator(command)))(
    'names scripts of the package, and is not run here: $command ($at)',
    ({ command, at }) => {
      for (const part of command.split(/&&|\|\|?|;/)) {
        const [tool, name = '', script = ''] = part.trim().split(/\s+/);
        if (tool !== 'npm') throw new Error(`${at}: no test knows what ${tool} does; give it one here`);
        if (name === 'run') expect(Object.keys(scripts)).toContain(script);
        else expect(NPM_COMMANDS).toContain(name);
      }
    },
  );
});

describe('data and programs of a listing', () => {
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

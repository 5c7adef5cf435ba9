/** Lessons whose text is wrong in one way each (front-matter.test.ts has their heads): the build stops, and says where and what to do. Each runs Astro on a copy of
 *  the project that holds this one lesson. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FRONT_MATTER = {
  title: 'A lesson',
  topics: '[Neuronal Models]',
  learning_outcome: 'To be refused',
  description: 'A lesson that the build refuses.',
  order: '1',
  minutes: '5',
  objectives: '[You can see why.]',
};
/** Lines before the first of `body`. */
const HEAD_LINES = Object.keys(FRONT_MATTER).length + 3;

const lesson = (body: string) => {
  const fields = Object.entries(FRONT_MATTER);
  return `---\n${fields.map(([name, value]) => `${name}: ${value}`).join('\n')}\n---\n\n${body}\n`;
};
const importOf = (name: string) => `import ${name} from '../../../components/lesson/${name}.astro';\n\n`;

describe('the build refuses', { timeout: 300_000 }, () => {
  let project: string;
  const pages = () => join(project, 'src/content/docs');

  beforeAll(() => {
    // Inside the project, so that packages are found as a real site finds them.
    mkdirSync('.astro', { recursive: true });
    project = mkdtempSync(join(process.cwd(), '.astro/refused-'));
    for (const name of [
      'src',
      'public',
      'package.json',
      'tsconfig.json',
      'astro.config.mjs',
      'svelte.config.js',
    ])
      cpSync(name, join(project, name), { recursive: true });
  });
  afterAll(() => rmSync(project, { recursive: true }));

  /** What the build prints, without colours. */
  function build(lessons: Readonly<Record<string, string>>): string {
    rmSync(join(pages(), 'lessons'), { recursive: true, force: true });
    mkdirSync(join(pages(), 'lessons'));
    for (const [name, text] of Object.entries(lessons)) writeFileSync(join(pages(), 'lessons', name), text);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(process.cwd(), 'node_modules/astro/bin/astro.mjs'), 'build'],
      {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
      },
    );
    expect(status).not.toBe(0);
    return `${stdout}${stderr}`.replaceAll(/\u001b\[[0-9;]*m/g, '');
  }

  it('two equations of one id', () => {
    const equation = '<Equation id="same" title="same">\n\n$$\na = b\n$$\n\n</Equation>\n';
    const said = build({ '01-a.mdx': lesson(importOf('Equation') + equation + '\n' + equation) });
    expect(said).toContain(
      `01-a.mdx:${HEAD_LINES + 11}: the equation id "same" is taken by 01-a.mdx:${HEAD_LINES + 3}; give this one another id.`,
    );
  });

  it('a reference to no equation', () => {
    const said = build({ '01-a.mdx': lesson(importOf('EquationRef') + 'By <EquationRef id="nothing" />.') });
    expect(said).toContain('<EquationRef id="nothing"> refers to no equation');
    expect(said).toContain(`01-a.mdx:${HEAD_LINES + 3}`);
  });

  it('a term that the glossary does not have', () => {
    const said = build({ '01-a.mdx': lesson(importOf('Term') + 'The <Term id="reobase">rheobase</Term>.') });
    expect(said).toContain(
      `01-a.mdx:${HEAD_LINES + 3}: <Term id="reobase"> names no term of the glossary. Did you mean "rheobase"?`,
    );
  });

  it('a formula that KaTeX does not know', () => {
    const said = build({ '01-a.mdx': lesson('First.\n\nThe potential is $\\potential$.') });
    expect(said).toContain('Undefined control sequence: \\potential');
    expect(said).toContain(`01-a.mdx:${HEAD_LINES + 3}`);
  });

  it('a number that is said to be another than the run gives', () => {
    const value = '<Value is="interval" current={2.5} digits={1} says="34.3 ms" />';
    const said = build({ '01-a.mdx': lesson(importOf('Value') + value) });
    expect(said).toMatch(
      new RegExp(
        `01-a\\.mdx:${HEAD_LINES + 3}: Value of interval says "34.3 ms", and the run says "34.2.ms"`,
      ),
    );
  });

  it('a number that no run has', () => {
    const said = build({ '01-a.mdx': lesson(importOf('Value') + '<Value is="interval" current={1} />') });
    expect(said).toContain(`01-a.mdx:${HEAD_LINES + 3}: Value of interval must be a finite number`);
  });
});

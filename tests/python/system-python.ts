/** The Python of this machine, where it has one. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ask = (...args: string[]) => spawnSync('python3', args, { encoding: 'utf8' });

const version = ask('--version').stdout?.trim();
/** "Python 3.11.2", or what to say in the title of a test that is skipped. */
export const systemPython = version || 'python3, which is not installed here';
export const hasSystemPython = Boolean(version);

/** A Python of this machine that has a module; Debian's is in /usr/bin, and another may stand before it. */
export const pythonWith = (...modules: string[]): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', `import ${modules.join(', ')}`]).status === 0,
  );

/** The name of a tool for the title of a test that is skipped without it. */
export const titled = (tool: unknown, name: string) => (tool ? name : `${name}, which is not installed here`);

export interface SystemRun {
  readonly output: string;
  readonly value?: string | null;
  readonly error?: string;
  readonly lines: readonly (readonly [number[], number[], string, string, string])[];
}

/** Runs cells one after the other in one namespace.
 *  @throws Error with what Python says when it does not get to the end */
export function runInSystemPython(cells: readonly string[]): SystemRun[] {
  const driver = fileURLToPath(new URL('system_cells.py', import.meta.url));
  const { stdout, stderr, status } = spawnSync('python3', [driver], {
    input: JSON.stringify(cells),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`python3 ends with ${status}: ${stderr}`);
  return JSON.parse(stdout) as SystemRun[];
}

/** Compares what two machines print: words to the letter, numbers up to the last digits of exp and log, which no
 *  standard fixes.
 *  @returns the first difference, or undefined */
export function textDifference(a: string, b: string): string | undefined {
  const number = /(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)/;
  const [as, bs] = [a.split(number), b.split(number)];
  const k = as.findIndex((part, i) => {
    const other = bs[i];
    if (part === other) return false;
    const [x, y] = [Number(part), Number(other)];
    return i % 2 === 0 || !(Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x)));
  });
  if (k >= 0) return `“${as[k]}” and “${bs[k]}” after “${as.slice(Math.max(0, k - 4), k).join('')}”`;
  return as.length === bs.length ? undefined : `“${bs.slice(as.length).join('')}” is too much`;
}

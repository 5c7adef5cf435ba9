/** The cells of the page about Python cells against closed forms: tau = RC, and a step of current. */
import { beforeAll, describe, expect, it } from 'vitest';
import { pythonCells } from '../../src/lib/notebook/python-cells.ts';
import { readPage } from './pages.ts';
import { startPython, type CellRun, type TestPython } from './pyodide.ts';

const cells = pythonCells(readPage('src/content/docs/contribute/python-cells.mdx'));
const runs = new Map<string, CellRun>();
let python: TestPython;

beforeAll(async () => {
  python = await startPython();
  for (const { id, code, solution } of cells) {
    runs.set(id, python.run(code, id));
    if (solution) runs.set(`${id} solution`, python.expectRun(solution, id));
  }
});

/** MΩ, nF, mV, nA, ms: the numbers in the cells. */
const [R, C, E_L, I, dt] = [10, 2, -70, 1.5, 0.1];
const exactMv = (t: number) => E_L + R * I * (1 - Math.exp(-t / (R * C)));
/** Of one Euler step the distance from the end keeps 1 − dt/tau. */
const eulerMv = (steps: number) => E_L + R * I * (1 - (1 - dt / (R * C)) ** steps);

describe('the page about Python cells', () => {
  it('shows MΩ times nF as ms', () => {
    expect(runs.get('time-constant')).toMatchObject({ value: String(R * C), output: '' });
  });

  it("steps by Euler's method: every value is the closed form of the recursion", () => {
    const [t, u] = [python.read<number[]>('t'), python.read<number[]>('u')];
    expect(u).toHaveLength(1001);
    u.forEach((value, k) => {
      expect(t[k]).toBeCloseTo(k * dt, 9);
      expect(value).toBeCloseTo(eulerMv(k), 9);
    });
    const { lines, output } = runs.get('step-response')!;
    expect(Array.from(lines[0]!.y)).toEqual(u);
    expect(output).toBe(`u ends at ${(Math.round(100 * eulerMv(1000)) / 100).toFixed(1)} mV\n`);
  });

  it('prints in the solution how far that is from the solution of the equation', () => {
    const rows = runs.get('step-response solution')!.output.trim().split('\n');
    expect(rows).toHaveLength(5);
    rows.forEach((row, k) => {
      const [t, error] = row.split(' ').map(Number);
      expect(t).toBeCloseTo(25 * k, 9);
      expect(error).toBeCloseTo(eulerMv(250 * k) - exactMv(25 * k), 9);
    });
  });

  it('ends the cell of slips in a division by zero, in the line that divides', () => {
    const { error } = runs.get('slips')!;
    expect(error!.type).toBe('ZeroDivisionError');
    expect(error!.frames.at(-1)).toMatchObject({ file: 'cell:slips', line: 2, name: 'mean' });
  });
});

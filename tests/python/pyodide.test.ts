/** The harness itself. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPython, type TestPython } from './pyodide.ts';

let python: TestPython;
beforeAll(async () => void (python = await startPython()));
beforeEach(() => python.fresh());

describe('Python in a test', () => {
  it('gives what a cell prints, its last value, and its variables', () => {
    expect(python.run('R = 10\nprint("hello")\nR * 2')).toMatchObject({
      output: 'hello\n',
      value: '20',
      lines: [],
    });
    expect(python.read('R')).toBe(10);
    expect(python.read('[R / 4, (1, 2)]')).toEqual([2.5, [1, 2]]);
  });

  it('runs cells in one namespace until it is made fresh', () => {
    python.run('tau = 20');
    expect(python.run('tau / 2').value).toBe('10.0');
    python.fresh();
    expect(python.run('tau').error).toMatchObject({ type: 'NameError' });
  });

  it('keeps the lines that are plotted', () => {
    const { lines } = python.run('plot([0, 1], [2, 3], label="u", xlabel="time in ms")');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ label: 'u', xlabel: 'time in ms', ylabel: '' });
    expect(Array.from(lines[0]!.x)).toEqual([0, 1]);
    expect(Array.from(lines[0]!.y)).toEqual([2, 3]);
  });

  it('tells an error with its line, and expectRun throws it', () => {
    const { error } = python.run('a = 1\nb = c', 'first');
    expect(error).toMatchObject({ type: 'NameError' });
    expect(error!.frames.at(-1)).toMatchObject({ file: 'cell:first', line: 2, text: 'b = c' });
    expect(() => python.expectRun('a = 1\nb = c', 'first')).toThrow(
      "cell:first, line 2: b = c\nNameError: name 'c'",
    );
  });
});

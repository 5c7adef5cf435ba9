import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { errorLine, tracebackText } from '../../src/components/python/traceback.ts';
import { startPython, type TestPython } from './pyodide.ts';

let python: TestPython;
beforeAll(async () => void (python = await startPython()));
beforeEach(() => python.fresh());

const titleOf = (id: string) => ({ first: 'Cell 1', second: 'Cell 2' })[id] ?? id;

describe('the way to an error', () => {
  it('leads through the cells in which its lines stand', () => {
    python.run('def half(x):\n    return x / zero\n\nzero = 0', 'first');
    const error = python.run('a = 1\nhalf(a)', 'second').error!;
    expect(tracebackText(error, titleOf)).toBe(
      [
        'Cell 2, line 2',
        '    half(a)',
        'Cell 1, line 2, in half',
        '    return x / zero',
        'ZeroDivisionError: division by zero',
      ].join('\n'),
    );
    expect([errorLine(error, 'second'), errorLine(error, 'first')]).toEqual([2, 2]);
    expect(errorLine(error, 'third')).toBeUndefined();
  });

  it('leaves out the files of Python itself', () => {
    const error = python.run('import statistics\nstatistics.mean([])', 'first').error!;
    expect(error.frames.some(({ file }) => file.includes('statistics'))).toBe(true);
    expect(tracebackText(error, titleOf)).toMatch(
      /^Cell 1, line 2\n {4}statistics\.mean\(\[\]\)\nStatisticsError: /,
    );
  });

  it('counts the calls of a function that calls itself', () => {
    const error = python.run('def f(n):\n    return f(n + 1)\nf(0)', 'first').error!;
    const lines = tracebackText(error, titleOf).split('\n');
    const own = error.frames.filter(({ line }) => line === 2).length;
    expect(lines).toContain(`  … and ${own - 2} times more`);
    expect(lines.length).toBeLessThan(10);
    expect(lines.at(-1)).toMatch(/^RecursionError: maximum recursion depth exceeded/);
  });

  it('points at the place of a syntax error, indented or not', () => {
    const error = python.run('if True:\n    u = 1 +* 2', 'first').error!;
    const [where, text, caret, last] = tracebackText(error, titleOf).split('\n');
    expect(where).toBe('Cell 1, line 2');
    expect(text![caret!.indexOf('^')]).toBe('*');
    expect(last).toBe('SyntaxError: invalid syntax');
  });

  it('of code that was given to eval shows the line that did so', () => {
    const error = python.run('x = 1\neval("1 +")', 'first').error!;
    expect(error.type).toBe('SyntaxError');
    expect(errorLine(error, 'first')).toBe(2);
  });
});

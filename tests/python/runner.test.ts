/** What a cell does with code that no author would write. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPython, type TestPython } from './pyodide.ts';

let python: TestPython;
beforeAll(async () => void (python = await startPython()));
beforeEach(() => python.fresh());

describe('a cell', () => {
  it('shows what its last line is, as Python writes it, and nothing for None', () => {
    expect(python.run('0.1 + 0.2').value).toBe('0.30000000000000004');
    expect(python.run('"u"').value).toBe("'u'");
    expect(python.run('u = 3').value).toBeUndefined();
    expect(python.run('print("a")').value).toBeUndefined();
    expect(python.run('0').value).toBe('0');
    expect(python.run('""').value).toBe("''");
    expect(python.run('')).toMatchObject({ output: '' });
    expect(python.run('# a thought').error).toBeUndefined();
  });

  it('shortens a long value', () => {
    const { value } = python.run('list(range(10**6))');
    expect(value).toMatch(/^\[0, 1, 2, 3, 4, 5, 6, 7, \.\.\.\]$/);
    expect(python.run('10**1500').value!.length).toBeLessThan(2_010);
  });

  it('prints a thousand lines and not one more, as the program wrote them', () => {
    const { output, error } = python.run('for k in range(1001):\n    print(k)');
    expect(output).toBe(Array.from({ length: 1000 }, (_, k) => `${k}\n`).join(''));
    expect(error).toMatchObject({ type: 'OutputLimit' });
    expect(python.run('for k in range(1000):\n    print(k)').error).toBeUndefined();
    expect(python.run('print("\\n".join(str(k) for k in range(2000)))').output.split('\n')).toHaveLength(
      1001,
    );
  });

  it('prints 20 000 characters and not one more', () => {
    const { output, error } = python.run('while True:\n    print("spam" * 10, end=" ")');
    expect(output).toHaveLength(20_000);
    expect(error).toMatchObject({ type: 'OutputLimit' });
    expect(python.run('print("x" * 19_999)').error).toBeUndefined();
  });

  it('cannot catch the end of its output as an Exception', () => {
    const { error } = python.run(
      'while True:\n    try:\n        print(1)\n    except Exception:\n        pass',
    );
    expect(error).toMatchObject({ type: 'OutputLimit' });
  });

  it('describes errors that describe themselves badly', () => {
    const bad = 'class Bad(Exception):\n    def __str__(self):\n        raise self\nraise Bad()';
    expect(python.run(bad).error).toMatchObject({ type: 'Bad' });
    expect(python.run('class A:\n    def __repr__(self):\n        return 1 / 0\nA()').error).toMatchObject({
      type: 'ZeroDivisionError',
    });
    expect(python.run('raise KeyboardInterrupt').error).toMatchObject({ type: 'KeyboardInterrupt' });
  });

  it('hands the numbers of a plot over as they are, of any kind of sequence', () => {
    const { lines } = python.run(
      'import array\nplot(range(3), array.array("d", [1, 2.5, float("nan")]), "u")\nplot((0, 1), [True, 10**20])',
    );
    expect(lines.map(({ x, y }) => [Array.from(x), Array.from(y)])).toEqual([
      [
        [0, 1, 2],
        [1, 2.5, NaN],
      ],
      [
        [0, 1],
        [1, 1e20],
      ],
    ]);
  });

  it('refuses a plot in words', () => {
    const message = (code: string) => python.run(code).error?.message;
    expect(message('plot([1, 2], [3])')).toBe('plot() needs as many values over as up, got 2 and 1');
    expect(message('plot([1, 2], [3, None])')).toContain('the second is [3, None]');
    expect(message('plot(1, 2)')).toContain('the first is 1');
    expect(message('for k in range(13):\n    plot([k], [k])')).toBe('a figure holds at most 12 lines');
  });

  it('is not the place where the runner keeps its own names', () => {
    python.run('json = traceback = run = ast = 1\nsys = None');
    expect(python.run('1 + 1').value).toBe('2');
    expect(python.run('MOST_LINES').error).toMatchObject({ type: 'NameError' });
  });

  it('is the module __main__, as a file that is run would be', () => {
    expect(python.run('__name__').value).toBe("'__main__'");
    expect(python.run('def f(): pass\nf.__module__').value).toBe("'__main__'");
  });
});

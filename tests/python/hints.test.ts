/** The words for errors, against the errors that CPython really raises. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hintFor } from '../../src/components/python/hints.ts';
import { startPython, type TestPython } from './pyodide.ts';

let python: TestPython;
beforeAll(async () => void (python = await startPython()));
beforeEach(() => python.fresh());

const CASES: readonly [code: string, type: string, hint: RegExp][] = [
  ['print(tau)', 'NameError', /^Python knows no tau here\. .*capitals included/],
  ['math.exp(1)', 'NameError', /^Write import math in a line above\.$/],
  ['np.zeros(3)', 'NameError', /^numpy is not here: .*lists and the module math/],
  ['plt.plot([1], [2])', 'NameError', /^matplotlib is not here: .*plot\(t, u\)/],
  [
    'u = 1\ndef f():\n    u = u + 1\nf()',
    'UnboundLocalError',
    /assigns to u has a u of its own.*as an argument/,
  ],
  ['u = (1 + 2\nI = 3', 'SyntaxError', /bracket is opened in this line/],
  ['print("u)', 'SyntaxError', /quotation mark it began with/],
  ['for k in range(3)\n    print(k)', 'SyntaxError', /ends with a colon/],
  ['u = 1\nif u = 1:\n    pass', 'SyntaxError', /write == ;/],
  ['u + 1 = 2', 'SyntaxError', /stands alone on the left of =|write ==/],
  ['print u', 'SyntaxError', /stands in brackets/],
  ['x = 007', 'SyntaxError', /does not begin with 0/],
  ['u = 3 4', 'SyntaxError', /Look for a missing colon, bracket, operator or comma/],
  ['if True:\nprint(1)', 'IndentationError', /four spaces/],
  ['u = 1\n  I = 2', 'IndentationError', /opened no block with a colon/],
  ['if True:\n    u = 1\n  I = 2', 'IndentationError', /begin in the same column/],
  ['if True:\n    u = 1\n\tI = 2', 'TabError', /not with both/],
  ['u = 3\nu(2)', 'TypeError', /call it as a function.*Is a \* missing/],
  ['def f():\n    pass\nf() + 1', 'TypeError', /end without return/],
  ['def f(u, I):\n    return u\nf(1)', 'TypeError', /def line of the function/],
  ['[1, 2] + 3', 'TypeError', /do not go together/],
  ['"u = " + 3', 'TypeError', /do not go together/],
  ['u = 3\nu[0]', 'TypeError', /Only a list, a text or a dictionary/],
  ['[1][1]', 'IndexError', /Counting begins at 0/],
  ['1 / 0', 'ZeroDivisionError', /divided by 0/],
  ['import math\nmath.exp(1000)', 'OverflowError', /beyond all bounds/],
  ['import numpy as np', 'ModuleNotFoundError', /^numpy is not here/],
  ['import scipy.signal', 'ModuleNotFoundError', /^scipy is not here/],
  ['import brian2', 'ModuleNotFoundError', /^brian2 is not here: .*standard library/],
  ['def f(n):\n    return f(n + 1)\nf(0)', 'RecursionError', /calls itself without end/],
  ['while True:\n    print(1)', 'OutputLimit', /Print less/],
  ['raise EOFError("what input() does here")', 'EOFError', /cannot ask for input/],
];

describe('a hint', () => {
  it.each(CASES)('for %j, a %s, says what to look at', (code, type, says) => {
    const { error } = python.run(code);
    expect(error?.type).toBe(type);
    expect(hintFor(error!)).toMatch(says);
  });

  it('is left out where Python says it all', () => {
    for (const code of [
      'raise ValueError("u is below rest")',
      '{}["u"]',
      'plot([1], ["a"])',
      'assert 1 == 2',
    ])
      expect(hintFor(python.run(code).error!)).toBeUndefined();
  });

  it('says what memory there is, and is no longer than two sentences and a half', () => {
    expect(hintFor({ type: 'MemoryError', message: '', frames: [] })).toContain('512 MB');
    for (const [code] of CASES) expect(hintFor(python.run(code).error!)!.length).toBeLessThan(190);
  });
});

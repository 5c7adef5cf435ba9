/** What the components of a lesson become in a notebook. */
import { describe, expect, it } from 'vitest';
import { katexOptions } from '../../src/lib/katex-options.mjs';
import { markdownOf } from '../../src/lib/notebook/blocks.ts';
import { pythonTextOf } from '../../src/lib/notebook/py-file.ts';
import { cellsOfPage, fixture, lessons } from './made.ts';

const told = (body: string, site?: string) =>
  cellsOfPage(fixture(body), site)
    .slice(1)
    .map((cell) => (cell.kind === 'text' ? markdownOf(cell.blocks, true) : cell.code))
    .join('\n\n');

describe('a notebook says', () => {
  it('numbers with their unit, from the run that the page shows', () => {
    // From −70 mV, R·I = 10 MΩ · 1.5 nA = 15 mV up; tau = 10 MΩ · 2 nF.
    expect(told('It ends at <Value is="uInf" current={1.5} /> and takes <Value is="tau" plain />.')).toBe(
      'It ends at −55\u00a0mV and takes 20.',
    );
  });

  it('a word of the glossary as it stands in the sentence', () => {
    expect(
      told('The **<Term id="rheobase">rheobase</Term>** is a <Term id="leak">*leak*</Term> apart.'),
    ).toBe('The **rheobase** is a *leak* apart.');
  });

  it('the number of an equation, in its formula and where it is referred to', () => {
    expect(told('<Equation id="solution" title="x">\n\n  $$\n  u(t)\n  $$\n\n</Equation>')).toBe(
      '$$\nu(t) \\tag{3.2}\n$$',
    );
    expect(told('By <EquationRef id="solution" /> it is.')).toBe('By (3.2, in “Solving it”) it is.');
  });

  it('questions in full, their answers folded', () => {
    const predict = told(
      `<Predict id="a" choices={['Up', 'Down']}>\n  Where to?\n\n  <Fragment slot="answer">\n    Up.\n  </Fragment>\n</Predict>`,
    );
    expect(predict).toBe(
      '**Predict.** Where to?\n\n- Up\n- Down\n\n<details>\n<summary>Decide, then open the answer</summary>\n\nUp.\n\n</details>',
    );
    const check = told(
      '<Check id="a">\n  Which?\n\n  <Choice correct>This<Fragment slot="reply">Indeed.</Fragment></Choice>\n  <Choice misconception="M">\n    That\n    <Fragment slot="reply">\n      No.\n    </Fragment>\n  </Choice>\n</Check>',
    );
    expect(check).toContain('**Check.** Which?\n\n- This\n- That\n');
    expect(check).toContain('**This** – That is right.\n\nIndeed.');
    expect(check).toContain('**That** – Not quite. The idea behind this answer: “M”.\n\nNo.');
  });

  it('the answer of a computed question, and the reply to a slip', () => {
    const numeric = told(
      '<Numeric id="a" is="uInf" current={1.5} tolerance={1}>\n  Where?\n\n  <Fragment slot="hint">Think.</Fragment>\n  <Fragment slot="answer">\n    Add.\n\n    <Slip value={15} unit="mV" tolerance={1}>\n      From rest.\n    </Slip>\n  </Fragment>\n</Numeric>',
    );
    expect(numeric).toContain('<summary>A hint</summary>\n\nThink.\n');
    expect(numeric).toContain('**−55\u00a0mV**\n\nAdd.\n\n*If you got 15\u00a0mV:* From rest.');
  });

  it('where a figure is: a link when the site has an address, else words', () => {
    const figure = '<Experiment id="step" caption="A step." experiment={{}} />';
    expect(told(figure)).toBe('> **Figure.** A step. See it on the page “Fixture” of Integrate & Fire.');
    expect(told(figure, 'https://example.edu/if/')).toBe(
      '> **Figure.** A step. See it [on the page](https://example.edu/if/fixture/#step).',
    );
  });

  it('links into the site in full, or as words', () => {
    expect(told('See [it](/lessons/03-solving-it/#a).')).toBe('See it.');
    expect(told('See [it](/lessons/03-solving-it/#a).', 'https://example.edu/if/')).toBe(
      'See [it](https://example.edu/if/lessons/03-solving-it/#a).',
    );
    expect(told('See [it](#a).', 'https://example.edu/')).toBe('See [it](https://example.edu/fixture/#a).');
  });

  it('sources, misconceptions, the three words and steps of a derivation', () => {
    expect(told('See <Cite id="gerstner2014" at="§1.3" />.')).toBe('See Gerstner et al. 2014, §1.3.');
    expect(told('<Sources />')).toMatch(
      /^- W\. Gerstner.*\(https:\/\/doi\.org\/10\.1017\/CBO9781107447615\)$/,
    );
    expect(told('<Misconception claim="It is so.">\n  It is *not*.\n</Misconception>')).toBe(
      '> **Often said, but not so:** “It is so.”\n>\n> It is *not*.',
    );
    const lens = `<Lens id="l">\n  <LensView is="biology">\n    <Word is="leak">\n      A pore.\n    </Word>\n  </LensView>\n</Lens>`;
    expect(told(lens)).toBe('**Biologically:**\n\n- **Leaky**: A pore.');
    const step = `<Derivation id="d" u={-60} current={2}>\n  <Step id="s" title="All flows" law="Kirchhoff" lights={[]}>\n    In is out.\n  </Step>\n</Derivation>`;
    expect(told(step)).toContain('**All flows** *(Kirchhoff)*\n\nIn is out.');
  });

  it('every lesson, with no tag and no macro left', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(4);
    for (const page of lessons) {
      const cells = cellsOfPage(page, 'https://example.edu/');
      const text = cells
        .map((cell) => (cell.kind === 'text' ? markdownOf(cell.blocks, true) : ''))
        .join('\n');
      expect(text.length).toBeGreaterThan(5000);
      const macros = Object.keys(katexOptions.macros).join('|').replaceAll('\\', '\\\\');
      for (const left of [
        /<[A-Z]\w*/,
        /=\{/,
        new RegExp(`(${macros})(?![a-zA-Z])`),
        /undefined|NaN|\[object/,
      ])
        expect(left.exec(text)?.[0]).toBeUndefined();
      // What is not folded must be as many as what is.
      expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)!.length);
    }
  });
});

describe('a notebook is refused, with file, line and what to do', () => {
  const code = '\n<PythonCell id="a" code="1" />\n';
  it.each([
    [
      '\nText.\n\n<Dance id="x" />',
      'fixture.mdx:8: a notebook has no words for <Dance>: give it some in src/lib/notebook/components.ts, or take it out of this page, which has code',
    ],
    ['Now <Value is="speed" />.', /^fixture\.mdx:5: Value must be one of .* got "speed"$/],
    ['<EquationRef id="none" />', 'fixture.mdx:5: <EquationRef id="none"> names no equation of the course'],
    ['{Math.PI}', /fixture\.mdx:5: .* holds a MemberExpression, which a notebook cannot read/],
    [
      '<PythonCell id="b" code={make()} />',
      'fixture.mdx:5: code of <PythonCell> holds a CallExpression: its notebook must be able to read it, so write the value itself, or export const it in this page',
    ],
    ['<PythonCell id="b" />', 'fixture.mdx:5: <PythonCell> must have an id and code'],
    [
      '<LeftOut>\n<PythonCell id="b" code="1" />\n</LeftOut>',
      'fixture.mdx:6: <PythonCell> stands inside something else: a notebook needs it on its own',
    ],
    ['<BuildStep step="fly" />', /^fixture\.mdx:5: step must be one of .*, got "fly"$/],
    ['$\\leak{u$', 'fixture.mdx:5: a brace of the formula is never closed: \\leak{u'],
  ])('%s', (body, message) => {
    expect(() => cellsOfPage(fixture(body + code))).toThrow(message);
  });
});

describe('code of a page', () => {
  const body =
    '<PythonCell id="a" code={`\nfor k in [1]:\n    for j in [2]:\n        print("\\\\n", k)\nplot([1], [2])\n`} solution="k" caption="Two." />';

  it('keeps its indentation, and brings a plot of five lines before it, and its solution at the end', () => {
    const cells = cellsOfPage(fixture(body));
    expect(cells.map((cell) => (cell.kind === 'code' ? cell.role : 'text'))).toEqual([
      'text',
      'plot',
      'cell',
      'text',
      'text',
      'text',
      'solution',
    ]);
    expect(cells[2]).toMatchObject({
      code: 'for k in [1]:\n    for j in [2]:\n        print("\\n", k)\nplot([1], [2])',
    });
    expect(cells[1]).toMatchObject({
      code: expect.stringMatching(/^import matplotlib.*(\n.*){4}$/) as string,
    });
  });

  it('begins a step of the build-it path with the dots of its starter, its hints folded, its solution at the end', () => {
    const cells = cellsOfPage(fixture('<BuildStep step="time-constant" />'));
    const [title, hints, starter, , , solution] = cells;
    expect(title?.kind === 'text' && markdownOf(title.blocks, true)).toContain('nothing is checked');
    expect(hints?.kind === 'text' && markdownOf(hints.blocks, true)).toMatch(
      /^\*\*Your turn: The time constant\.\*\* A solution stands at the end\.[^]*<summary>A hint<[^]*<summary>A stronger hint</,
    );
    expect(starter).toMatchObject({ role: 'starter', code: expect.stringContaining('tau = ...') as string });
    expect(solution).toMatchObject({
      role: 'solution',
      code: expect.stringContaining('tau = R * C') as string,
    });
  });

  it('in a Python file is code, and all else a comment', () => {
    const text = pythonTextOf(cellsOfPage(fixture(`Now:\n\n${body}\n\n<BuildStep step="time-constant" />`)));
    const outside = text.split('\n').filter((line) => line && !line.startsWith('#'));
    expect(outside.join('\n')).toBe(
      [
        'import matplotlib.pyplot as plt',
        'def plot(t, u, label="", xlabel="", ylabel=""):',
        '    plt.plot(t, u, label=label or None)',
        '    plt.xlabel(xlabel), plt.ylabel(ylabel)',
        '    if label: plt.legend()',
        'for k in [1]:',
        '    for j in [2]:',
        '        print("\\n", k)',
        'plot([1], [2])',
        'plt.show()',
        'k',
        'R = 10     # resistance, in MΩ',
        'C = 2      # capacitance, in nF',
        'tau = R * C  # time constant, in ms',
        'print("tau is", tau, "ms")',
      ].join('\n'),
    );
  });
});

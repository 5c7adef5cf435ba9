import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import recorded from '../../src/components/python/pyodide-files.json' with { type: 'json' };

const PAGE = '/contribute/python-cells/';
const [FIRST, SECOND, THIRD] = ['time-constant', 'step-response', 'slips'];
const MEGABYTE = 1e6;
// Python is loaded and started anew in most of these; nothing is measured.
test.describe.configure({ timeout: 120_000 });
const STARTED = { timeout: 60_000 };

async function open(page: Page, id = FIRST): Promise<Locator> {
  await page.goto(PAGE);
  return cell(page, id);
}
async function cell(page: Page, id: string | undefined): Promise<Locator> {
  const found = page.locator(`figure#${id}`);
  await expect(found.locator('.alive')).toBeVisible();
  return found;
}
const button = (of: Locator, name: string) => of.getByRole('button', { name, exact: true });
const status = (of: Locator) => of.getByRole('status');
const output = (of: Locator) => of.locator('.output');
const hint = (of: Locator) => of.locator('.hint');
const editor = (of: Locator) => of.locator('.cm-content');

/** The built site on a port of its own. */
async function serve(): Promise<{ address: string; stop: () => void }> {
  const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/, '').replace(/\/$/, '/index.html');
    readFile(`dist${path}`).then(
      (contents) => {
        response.setHeader('Content-Type', types[path.replace(/^.*\./, '')] ?? 'application/octet-stream');
        response.end(contents);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

/** Puts the caret into the code, which brings the editor. */
async function edit(of: Locator): Promise<Locator> {
  if ((await editor(of).count()) === 0) await of.locator('textarea').click();
  await expect(editor(of)).toBeVisible();
  return editor(of);
}
async function write(of: Locator, code: string): Promise<void> {
  await (await edit(of)).fill(code);
}
const textOf = (of: Locator) =>
  editor(of).evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
  );

/** Runs it and waits for the end. */
async function run(of: Locator): Promise<void> {
  await button(of, 'Run').click();
  await expect(button(of, 'Run')).not.toHaveAttribute('aria-disabled', 'true', STARTED);
}
/** A page on which all cells have run. */
async function openRun(page: Page, id: string): Promise<Locator> {
  const found = await open(page, id);
  await run(found);
  return found;
}
async function runCode(of: Locator, code: string): Promise<void> {
  await write(of, code);
  await run(of);
}

test.describe('a cell of Python', () => {
  test('loads nothing of Python before the first Run, then only from this site, and shows the bytes', async ({
    page,
    baseURL,
  }) => {
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    const first = await open(page);
    await first.scrollIntoViewIfNeeded();
    await first.hover();
    await page.waitForLoadState('networkidle');
    expect(urls.filter((url) => /pyodide|worker|editor\//.test(url))).toEqual([]);

    // The last file is held back until the bar has been looked at.
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.route('**/pyodide.asm.wasm', async (route) => {
      await held;
      await route.continue();
    });
    await button(first, 'Run').click();
    const bar = first.getByRole('progressbar', { name: 'Python is being loaded' });
    const total = Object.values(recorded.files).reduce((sum, { bytes }) => sum + bytes, 0);
    await expect(bar).toHaveAttribute('max', String(total));
    await expect(bar).toHaveJSProperty('max', total);
    const others = total - recorded.files['pyodide.asm.wasm'].bytes;
    await expect.poll(() => bar.evaluate((element) => (element as HTMLProgressElement).value)).toBe(others);
    await expect(first.locator('.loading')).toContainText(
      `${(others / MEGABYTE).toFixed(1)} of ${(total / MEGABYTE).toFixed(1)}\u00a0MB`,
    );
    await expect(status(first)).toHaveText('Loading Python');
    release();

    await expect(output(first)).toHaveText('20', STARTED);
    await expect(status(first)).toHaveText('Done');
    await expect(bar).toHaveCount(0);
    const files = urls.filter((url) => url.includes('/pyodide/')).map((url) => url.replace(/^.*\//, ''));
    expect(files.sort()).toEqual(Object.keys(recorded.files).sort());
    expect(urls.filter((url) => !url.startsWith(baseURL!) && !/^(data|blob):/.test(url))).toEqual([]);
  });

  test('shares what it knows with the others: those above run first, again when they have changed', async ({
    page,
  }) => {
    const first = await open(page);
    const [second, third] = [await cell(page, SECOND), await cell(page, THIRD)];
    await runCode(third, 'print(tau, len(u))');
    await expect(status(third)).toHaveText('Ran Cell 1 and Cell 2 first.');
    // A thousand steps and where they began.
    await expect(output(third)).toHaveText('20 1001');
    await expect(output(first)).toHaveText('20');

    await run(third);
    await expect(status(third)).toHaveText('Done');

    await runCode(first, 'R, C = 4, 3\ntau = R * C');
    await expect(output(first)).toHaveCount(0);
    await run(third);
    await expect(status(third)).toHaveText('Ran Cell 2 first.');
    await expect(output(third)).toHaveText('12 1001');

    await write(first, 'tau = 1 / 0');
    await run(third);
    await expect(status(third)).toHaveText(
      'Cell 1 comes first and ended with an error, so this cell did not run.',
    );
    await expect(status(first)).toHaveText('ZeroDivisionError in line 1');
    await expect(output(third)).toHaveCount(0);
    await expect(second.locator('.plot')).toBeVisible();
  });

  test('names the line of an error, shows only the lines of the reader, and explains it', async ({
    page,
  }) => {
    const third = await openRun(page, THIRD);
    const slips: [code: string, error: string, line: number | undefined, says: RegExp, also?: RegExp][] = [
      ['tau_m = 20\n\nprint(tua_m)', 'NameError', 3, /Python knows no tua_m here/, /Did you mean: 'tau_m'\?/],
      ['u = (-70 + 5\nI = 2', 'SyntaxError', 1, /A bracket is opened in this line and never closed/],
      ['u = -70\nif u > -50\n    u = -65', 'SyntaxError', 2, /ends with a colon/, /if u > -50\n\s*\^/],
      ['for k in range(3):\nprint(k)', 'IndentationError', 2, /four spaces/],
      [
        'def f(u, I):\n    return u + I\nf(1)',
        'TypeError',
        3,
        /def line/,
        /missing 1 required positional argument: 'I'/,
      ],
      ['[1, 2] * 1.5', 'TypeError', 1, /list/],
      [
        'def rate(n, T):\n    return n / T\n\nrate(3, 0)',
        'ZeroDivisionError',
        2,
        /divided by 0/,
        /Cell 3, line 4\n\s+rate\(3, 0\)\nCell 3, line 2, in rate/,
      ],
      ['import numpy as np', 'ModuleNotFoundError', 1, /numpy is not here.*Use lists and the module math/],
      ['x = np.zeros(3)', 'NameError', 1, /numpy is not here/],
      ['u = [-70]\nu[1]', 'IndexError', 2, /Counting begins at 0/],
      ['def f(n):\n    return f(n + 1)\nf(0)', 'RecursionError', 2, /calls itself without end/, /times more/],
      ['u = [0] * 10**9', 'MemoryError', 1, /more than the 512 MB/],
      ['name = input("name? ")', 'EOFError', 1, /Give the value in the code/],
      ['raise SystemExit(3)', 'SystemExit', 1, /^$/],
    ];
    for (const [code, error, line, says, also] of slips) {
      await runCode(third, code);
      await expect(status(third)).toHaveText(`${error}${line ? ` in line ${line}` : ''}`, STARTED);
      if (says.source !== '^$') await expect(hint(third)).toHaveText(says);
      const shown = output(third).locator('.error');
      await expect(shown).toContainText(error);
      if (also) await expect(shown).toHaveText(also);
      // Nothing of Python's own files.
      await expect(shown).not.toContainText(/File "|_pyodide|runner\.py/);
      expect(await textOf(third)).toBe(code);
    }
    // After all that, it works as before.
    await runCode(third, 'print("well")\ntau + 1');
    await expect(output(third)).toHaveText('well\n21');
  });

  test('ends a loop without end when Stop is pressed, and can be used again', async ({ page }) => {
    const third = await openRun(page, THIRD);
    await runCode(third, 'kept = 1');
    await write(
      third,
      'print("begun")\nwhile True:\n    try:\n        pass\n    except BaseException:\n        pass',
    );
    await button(third, 'Run').click();
    await expect(output(third)).toHaveText('begun');
    await expect(status(third)).toHaveText('Running');
    // The page itself is not held up.
    await button(third, 'Save as .py').focus();
    await button(third, 'Stop').click();
    await expect(status(third)).toHaveText(
      'Stopped. Variables of all cells are gone; what you typed is still there.',
    );
    expect(await textOf(third)).toContain('while True:');
    await runCode(third, 'tau');
    await expect(status(third)).toHaveText('Ran Cell 1 and Cell 2 first.', STARTED);
    await expect(output(third)).toHaveText('20');
    await runCode(third, 'kept');
    await expect(status(third)).toHaveText('NameError in line 1');
  });

  test('cuts what is printed without end, and holds on to the first thousand lines', async ({ page }) => {
    const third = await openRun(page, THIRD);
    await runCode(
      third,
      'k = 0\nwhile True:\n    try:\n        print(k)\n        k += 1\n    except Exception:\n        pass',
    );
    await expect(status(third)).toHaveText('Stopped in line 4', STARTED);
    await expect(hint(third)).toContainText('printed more than the page shows');
    const lines = ((await output(third).textContent()) ?? '').split('\n');
    expect(lines.slice(0, 3)).toEqual(['0', '1', '2']);
    expect(lines.filter((line) => /^\d+$/.test(line)).length).toBe(1000);
    await runCode(third, 'print("x" * 10**7)');
    await expect(status(third)).toHaveText('Stopped in line 1');
    expect((await output(third).textContent())!.length).toBeLessThan(20_200);
  });

  test('gives the memory of a run back: a list that does not fit leaves room for the next', async ({
    page,
  }) => {
    const third = await openRun(page, THIRD);
    await runCode(third, 'rows = []\nwhile True:\n    rows.append([0.5] * 1000)');
    await expect(status(third)).toHaveText('MemoryError in line 3', STARTED);
    await runCode(third, 'rows = None\nlen([0.5] * 10**6)');
    await expect(output(third)).toHaveText('1000000');
  });
});

test('a visit on which Python starts from what was kept has random numbers of its own', async ({ page }) => {
  const code = 'import random\nprint(random.random())\nrandom.Random(42).random()';
  const drawn: string[] = [];
  for (const kept of [false, true, true]) {
    const first = await open(page);
    const address = new RegExp(`/pyodide/${recorded.version}/started$`);
    const has = () =>
      page.evaluate(
        async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url),
        `pyodide-${recorded.version}`,
      );
    expect((await has()).some((url) => address.test(url))).toBe(kept);
    await runCode(first, code);
    const [number = '', seeded] = ((await output(first).textContent()) ?? '').split('\n');
    // CPython's own, anywhere.
    expect(seeded).toBe('0.6394267984578837');
    drawn.push(number);
    await expect.poll(async () => (await has()).some((url) => address.test(url))).toBe(true);
  }
  expect(new Set(drawn).size).toBe(3);
});

test('a page on which Python has run can be opened, run and plotted on when the site cannot be reached', async ({
  page,
}) => {
  // A server of its own, which can be switched off.
  const site = await serve();
  await page.goto(`${site.address}${PAGE}`);
  const first = await cell(page, FIRST);
  await run(first);
  await expect(output(first)).toHaveText('20');
  const kept = () =>
    page.evaluate(async () => (await (await caches.open('pages-with-python')).keys()).map(({ url }) => url));
  await expect.poll(async () => (await kept()).some((url) => url.endsWith('/python-cells/'))).toBe(true);
  await expect
    .poll(() =>
      page.evaluate(async (name) => (await caches.keys()).includes(name), `pyodide-${recorded.version}`),
    )
    .toBe(true);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  site.stop();
  await page.goto('about:blank');
  await expect(page.request.get(`${site.address}${PAGE}`)).rejects.toThrow('ECONNREFUSED');
  await page.goto(`${site.address}${PAGE}`);
  const second = await cell(page, SECOND);
  await run(second);
  await expect(status(second)).toHaveText('Ran Cell 1 first.');
  await expect(second.locator('.plot canvas')).toBeVisible();
  const third = await cell(page, THIRD);
  await runCode(third, 'tau / 0');
  await expect(hint(third)).toContainText('divided by 0');
  await expect(output(third)).toContainText('ZeroDivisionError');
});

test.describe('what a reader typed', () => {
  test('survives a reload; Reset brings the first code back, and Undo reset theirs', async ({ page }) => {
    const first = await open(page);
    await write(first, 'R = 7\nR');
    await page.reload();
    const again = await cell(page, FIRST);
    await expect(again.locator('textarea')).toHaveValue('R = 7\nR');
    await button(again, 'Reset').click();
    await expect(again.locator('textarea')).toHaveValue(/^R = 10 {3}# MΩ/);
    await button(again, 'Undo reset').click();
    await expect(again.locator('textarea')).toHaveValue('R = 7\nR');
    await run(again);
    await expect(output(again)).toHaveText('7', STARTED);

    await edit(again);
    await button(again, 'Reset').click();
    await expect(editor(again)).toContainText('tau = R * C');
    await button(again, 'Undo reset').click();
    expect(await textOf(again)).toBe('R = 7\nR');
  });

  test('is not lost when a file of Python is not the recorded one, or does not come', async ({ page }) => {
    const first = await open(page);
    await write(first, '6 * 7');
    const body = await readFile(`dist/pyodide/${recorded.version}/python_stdlib.zip`);
    body[body.length >> 1]! ^= 1;
    await page.route('**/python_stdlib.zip', (route) =>
      route.fulfill({ body, contentType: 'application/zip' }),
    );
    await run(first);
    await expect(status(first)).toHaveText(
      'Python could not be loaded: python_stdlib.zip is not the file this site was built with. What you typed is kept; press Run to try again.',
    );
    await page.unroute('**/python_stdlib.zip');
    await page.route('**/python_stdlib.zip', (route) => route.fulfill({ status: 404 }));
    await run(first);
    await expect(status(first)).toContainText('the site answers 404 for python_stdlib.zip');
    await page.unroute('**/python_stdlib.zip');
    await page.route('**/python_stdlib.zip', (route) => route.abort());
    await run(first);
    await expect(status(first)).toContainText('the site cannot be reached');
    expect(await textOf(first)).toBe('6 * 7');
    await page.unroute('**/python_stdlib.zip');
    await run(first);
    await expect(output(first)).toHaveText('42', STARTED);
  });

  test('can be saved with the cells above it, as a file that runs with matplotlib', async ({ page }) => {
    await open(page);
    const second = await cell(page, SECOND);
    await write(second, 'plot([0, 1], [tau, 0], label="u")');
    const download = page.waitForEvent('download');
    await button(second, 'Save as .py').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('step-response.py');
    const text = await readFile(await file.path(), 'utf8');
    const [, plot = ''] = /(import matplotlib\.pyplot as plt\n(?:.+\n)+)\n/.exec(text) ?? [];
    expect(plot.trimEnd().split('\n')).toHaveLength(5);
    expect(text.indexOf('tau = R * C')).toBeGreaterThan(text.indexOf('def plot'));
    expect(text).toMatch(/plot\(\[0, 1\], \[tau, 0\], label="u"\)\nplt\.show\(\)\n$/);
    expect(text).not.toContain('mean([])');
  });
});

test.describe('with the keyboard', () => {
  test('Control and Enter run, Tab indents, Escape leaves for the Run button', async ({ page }) => {
    const first = await open(page);
    await edit(first);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('if True:');
    await page.keyboard.press('Enter');
    await page.keyboard.type('print("by key")');
    expect(await textOf(first)).toBe('if True:\n    print("by key")');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('pass');
    expect(await textOf(first)).toBe('if True:\n    print("by key")\n        pass');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Control+Enter');
    await expect(output(first)).toHaveText('by key', STARTED);
    await page.keyboard.press('Escape');
    await expect(button(first, 'Run')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(button(first, 'Stop')).toBeFocused();
    // It keeps the focus while it runs: the way through the page is not lost.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(button(first, 'Run')).not.toHaveAttribute('aria-disabled', 'true');
    await expect(button(first, 'Run')).toBeFocused();
  });

  test('and where no editor comes, in the plain text area too', async ({ page }) => {
    await page.route('**/editor/**', (route) => route.abort());
    const first = await open(page);
    const area = first.locator('textarea');
    await area.fill('2 ** 10');
    await area.press('Control+Enter');
    await expect(output(first)).toHaveText('1024', STARTED);
    await area.press('Escape');
    await expect(button(first, 'Run')).toBeFocused();
  });
});

test.describe('plot', () => {
  test('draws with the figures of the site, and says what is drawn', async ({ page }) => {
    await open(page);
    const second = await cell(page, SECOND);
    await run(second);
    const drawn = second.getByRole('img', { name: /^u: 1001 points, over 0 to 100, up −70 to −55\.\d+$/ });
    await expect(drawn).toBeVisible(STARTED);
    await expect(drawn.locator('canvas')).toBeVisible();
    const [plot, solution] = [await drawn.boundingBox(), await second.locator('details').boundingBox()];
    expect(solution!.y).toBeGreaterThanOrEqual(plot!.y + plot!.height);
    await runCode(second, 'plot([0, 1], [2])');
    await expect(output(second)).toContainText(
      'ValueError: plot() needs as many values over as up, got 2 and 1',
    );
    await expect(drawn).toHaveCount(0);
    await runCode(second, 'plot([0, "a"], [2, 3])');
    await expect(output(second)).toContainText(
      "plot() draws two lists of numbers, but the first is [0, 'a']",
    );
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      test('axe finds nothing on cells that have run, failed, plotted and are edited', async ({ page }) => {
        const third = await openRun(page, THIRD);
        await expect(status(third)).toContainText('ZeroDivisionError in line 2');
        await expect(page.locator(`#${SECOND} canvas`)).toBeVisible();
        await edit(third);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
        ).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      });
    });
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the code of every cell can be read, and no button is there that does nothing', async ({ page }) => {
    await page.goto(PAGE);
    for (const [id, code] of [
      [FIRST, 'tau = R * C'],
      [SECOND, 'plot(t, u, label="u"'],
      [THIRD, '\n    return sum(values)'],
    ]) {
      const found = page.locator(`figure#${id}`);
      await expect(found.locator('pre').first()).toContainText(code!);
      await expect(found.getByRole('button')).toHaveCount(0);
    }
    const solution = page.locator(`figure#${SECOND} details`);
    await solution.locator('summary').click();
    await expect(solution.locator('pre')).toContainText('math.exp(-t[k] / tau)');
  });
});

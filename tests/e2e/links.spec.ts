import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { wake } from './pages.ts';

const PAGE = '/contribute/live-figures/';

/** The figure, alive: its controls answer. */
async function wakeIn(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`figure[id="${id}"]`);
  await wake(figure);
  return figure;
}
async function open(page: Page, query: string, id = 'first-neuron'): Promise<Locator> {
  await page.goto(`${PAGE}${query}`);
  return wakeIn(page, id);
}
const sentence = (figure: Locator) => figure.locator('.sentence');
const notice = (figure: Locator) => figure.locator('.notice');
const box = (figure: Locator, name: string) => figure.getByRole('textbox', { name });

/** Uncaught errors of the page, to be empty at the end. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

test.describe('a link', () => {
  test('opens the run it names, and again after a reload', async ({ page }) => {
    // ISI = t_ref + tau·ln((RI + E_L − V_reset)/(RI + E_L − V_th)) = 2 + 20·ln(25/10) = 20.33 ms at 3 nA and
    // V_reset −65; the first spike needs 20·ln(30/10) = 21.97 ms.
    const figure = await open(page, '?first-neuron.I=3&first-neuron.V_reset=-65&first-neuron.v=1');
    await expect(sentence(figure)).toContainText('first at 21.97 ms, then every 20.33 ms');
    await expect(box(figure, 'current in nA')).toHaveValue('3');
    await expect(notice(figure)).toHaveCount(0);
    await page.reload();
    await expect(sentence(await wakeIn(page, 'first-neuron'))).toContainText('every 20.33 ms');
  });

  test('in its short form is meant for the first figure of the page', async ({ page }) => {
    const figure = await open(page, '?I=3&V_reset=-65');
    await expect(sentence(figure)).toContainText('every 20.33 ms');
    const other = await wakeIn(page, 'all-controls');
    await expect(box(other, 'current in nA')).toHaveValue('2.5');
  });

  test('follows what a reader changes, keeps two figures apart and the words of others as they are', async ({
    page,
  }) => {
    const first = await open(page, '?utm_source=a%20b');
    const second = await wakeIn(page, 'all-controls');
    const before = await page.evaluate(() => history.length);
    await box(first, 'current in nA').fill('3');
    await expect(page).toHaveURL(/\?utm_source=a%20b&first-neuron\.I=3&first-neuron\.v=1$/);
    await box(second, 'membrane capacitance in nF').fill('1');
    await expect(page).toHaveURL(
      /first-neuron\.I=3&first-neuron\.v=1&all-controls\.C_m=1&all-controls\.v=1$/,
    );
    await second.getByRole('slider', { name: 'current' }).focus();
    for (let k = 0; k < 30; k++) await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/all-controls\.I=/);
    // Sliders do not fill the history.
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goto(page.url());
    await expect(box(await wakeIn(page, 'first-neuron'), 'current in nA')).toHaveValue('3');
    await expect(box(await wakeIn(page, 'all-controls'), 'membrane capacitance in nF')).toHaveValue('1');
  });

  test('that was edited by hand into nonsense says so and shows the default', async ({ page }) => {
    const figure = await open(page, '?first-neuron.I=lots&first-neuron.C_m=-1&first-neuron.vth=3');
    await expect(notice(figure)).toContainText(
      'I: Current must be a number from −1000000 to 1000000 nA, got "lots". The figure shows 2.5\u00a0nA.',
    );
    await expect(notice(figure)).toContainText('got −1 nF. The figure shows 2\u00a0nF.');
    await expect(notice(figure)).toContainText('"vth" is nothing that this figure has; did you mean V_th?');
    await expect(sentence(figure)).toContainText('every 34.19 ms');
    const axe = await new AxeBuilder({ page }).include('figure[id="first-neuron"]').analyze();
    expect(axe.violations).toEqual([]);
    await notice(figure).getByRole('button', { name: 'Close' }).click();
    await expect(notice(figure)).toHaveCount(0);
  });

  test('with HTML in it shows text and makes no element', async ({ page }) => {
    const errors = errorsOf(page);
    const html = encodeURIComponent('<img src=x onerror=alert(1)><b>');
    const figure = await open(
      page,
      `?first-neuron.I=${html}&first-neuron.${html}=1&first-neuron.method=${html}`,
    );
    await expect(notice(figure).getByRole('listitem')).toHaveCount(3);
    await expect(notice(figure)).toContainText('got "<img src=x onerror=alert(1)><b>"');
    await expect(figure.locator('img, b')).toHaveCount(0);
    expect(errors).toEqual([]);
  });

  test('comes back with the back button after Reset, and goes with forward', async ({ page }) => {
    const figure = await open(page, '');
    await box(figure, 'current in nA').fill('3');
    await expect(page).toHaveURL(/I=3/);
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(page).not.toHaveURL(/I=3/);
    await expect(sentence(figure)).toContainText('every 34.19 ms');
    await page.goBack();
    await expect(page).toHaveURL(/I=3/);
    await expect(box(figure, 'current in nA')).toHaveValue('3');
    await page.goForward();
    await expect(box(figure, 'current in nA')).toHaveValue('2.5');
  });

  test('to a long run is answered by a worker, and the address waits for it', async ({ page }) => {
    const figure = await open(page, '?first-neuron.I=3&first-neuron.duration=100000');
    // 1 + floor((100000 − 21.9722)/23.9722) spikes
    await expect(sentence(figure)).toContainText('It fires 4171 times in 100000 ms');
    await expect(page).toHaveURL(/\?first-neuron\.I=3&first-neuron\.duration=100000$/);
  });

  test('of a teacher hides and locks controls, and the answer until it is asked for', async ({ page }) => {
    const figure = await open(
      page,
      '?first-neuron.I=3&first-neuron.lock=I&first-neuron.hide=leak&first-neuron.answer=hidden',
    );
    await expect(figure.getByRole('slider', { name: 'current' })).toBeDisabled();
    await expect(box(figure, 'current in nA')).toBeDisabled();
    await expect(figure.getByRole('checkbox', { name: 'leak' })).toHaveCount(0);
    await expect(figure.getByRole('checkbox', { name: 'threshold' })).toBeEnabled();
    await expect(figure.locator('.demo')).not.toContainText('It fires');
    // Reset goes back to what the teacher chose.
    await figure.getByRole('checkbox', { name: 'threshold' }).uncheck();
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(box(figure, 'current in nA')).toHaveValue('3');
    await figure.getByRole('button', { name: 'Show the answer' }).click();
    await expect(sentence(figure)).toContainText('first at 21.97 ms');
  });
});

test.describe('a file', () => {
  const json = (data: unknown) => ({
    name: 'run.json',
    mimeType: 'application/json',
    buffer: Buffer.from(typeof data === 'string' ? data : JSON.stringify(data)),
  });

  test('is opened, and the back button goes back to what was there', async ({ page }) => {
    const figure = await open(page, '');
    await figure.getByRole('button', { name: 'Open', exact: true }).first().click();
    await figure
      .getByLabel('Experiment (JSON)')
      .setInputFiles(
        json({ version: 1, neuron: { V_reset: -65 }, inputs: [{ type: 'step', amplitude: 3 }] }),
      );
    await expect(sentence(figure)).toContainText('every 20.33 ms');
    await expect(page).toHaveURL(/first-neuron\.I=3&first-neuron\.V_reset=-65/);
    await page.goBack();
    await expect(sentence(figure)).toContainText('every 34.19 ms');
  });

  test('with other inputs than the figure has is opened too, and is in the link', async ({ page }) => {
    const figure = await open(page, '');
    await figure.getByRole('button', { name: 'Open', exact: true }).first().click();
    await figure
      .getByLabel('Experiment (JSON)')
      .setInputFiles(json({ version: 1, neuron: { V_m: -55, threshold: false }, inputs: [] }));
    await expect(figure.getByRole('slider', { name: 'current' })).toHaveCount(0);
    await expect(page).toHaveURL(/first-neuron\.experiment=/);
    const shown = await sentence(figure).textContent();
    await page.reload();
    await expect(sentence(await wakeIn(page, 'first-neuron'))).toHaveText(shown ?? '');
  });

  test('that is none, or of a model the figure cannot show, is answered with a sentence', async ({
    page,
  }) => {
    const errors = errorsOf(page);
    const figure = await open(page, '');
    await figure.getByRole('button', { name: 'Open', exact: true }).first().click();
    const answers: [unknown, string][] = [
      [
        '{"version": 1,}',
        '"run.json" is no JSON: line 1, column 15 should have a name in double quotes, got "}".',
      ],
      [{ version: 1, neuron: { model: 'adex' } }, 'neuron.model must be one of "lif", got "adex".'],
      [{ version: 1, neuron: { '<img src=x onerror=alert(1)>': 1 } }, 'neuron has no field "<img src=x'],
      [
        { version: 1, neuron: { C_m: -1 } },
        'neuron.C_m (membrane capacitance) must be a number from 0.000001',
      ],
      [[1, 2], 'experiment must be an object with named fields, got "[1,2]".'],
    ];
    for (const [data, answer] of answers) {
      await figure.getByLabel('Experiment (JSON)').setInputFiles(json(data));
      await expect(figure.getByRole('alert').filter({ hasText: answer })).toBeVisible();
      await expect(sentence(figure)).toContainText('every 34.19 ms');
    }
    await expect(figure.locator('img')).toHaveCount(0);
    expect(errors).toEqual([]);
  });

  test('can be dropped on the figure, and a link can be pasted', async ({ page }) => {
    const figure = await open(page, '');
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['{"version":1,"inputs":[{"type":"step","amplitude":1}]}'], 'a.json'));
      return transfer;
    });
    await figure.locator('.demo').dispatchEvent('drop', { dataTransfer: data });
    await expect(sentence(figure)).toContainText('It never fires');
    await figure.getByRole('button', { name: 'Open', exact: true }).first().click();
    const pasted = figure.getByLabel('or a link, or the text of an experiment');
    await pasted.fill('https://elsewhere.example/x/?first-neuron.I=3#first-neuron');
    await pasted.press('Enter');
    await expect(box(figure, 'current in nA')).toHaveValue('3');
    await pasted.fill('?first-neuron.I=4&first-neuron.lock=I&first-neuron.V_th=<b>');
    await pasted.press('Enter');
    await expect(box(figure, 'current in nA')).toHaveValue('4');
    await expect(box(figure, 'current in nA')).toBeDisabled();
    await expect(notice(figure)).toContainText('got "<b>"');
    await page.goBack();
    await expect(box(figure, 'current in nA')).toHaveValue('3');
    await expect(box(figure, 'current in nA')).toBeEnabled();
    await pasted.fill('https://elsewhere.example/x/?other.I=3');
    await pasted.press('Enter');
    await expect(figure.getByText('This link says nothing about this figure')).toBeVisible();
  });
});

test('the share tool gives a link and a frame that show the same run', async ({ page }) => {
  const figure = await open(page, '');
  await box(figure, 'current in nA').fill('3');
  await figure.getByRole('button', { name: 'Share' }).click();
  const link = figure.getByLabel('Link to what you see');
  await expect(link).toHaveValue(/live-figures\/\?first-neuron\.I=3&first-neuron\.v=1#first-neuron$/);
  await figure.getByText('For teachers').click();
  await figure.getByRole('combobox', { name: 'current' }).selectOption('lock');
  await figure.getByRole('checkbox', { name: /Hide the answer/ }).check();
  await figure.getByLabel(/Address of your page/).fill('moodle.example.edu/course/7');
  await expect(link).toHaveValue(/I=3&first-neuron\.lock=I&first-neuron\.answer=hidden/);
  const frame = await figure.getByLabel('Frame for another page').inputValue();
  expect(frame).toMatch(
    /^<iframe src="http:\/\/[^"]*\/embed\/trace\/\?I=3&amp;formula=on&amp;lock=I&amp;answer=hidden&amp;v=1&amp;origin=https%3A%2F%2Fmoodle\.example\.edu" title="Trace lab"/,
  );
  const axe = await new AxeBuilder({ page }).include('figure[id="first-neuron"]').analyze();
  expect(axe.violations).toEqual([]);
  await figure.getByRole('button', { name: 'Copy the link' }).click();
  await expect(figure.getByText(/^The link is (copied|marked)/)).toBeVisible();
  const address = /src="([^"]*)"/.exec(frame)?.[1]?.replaceAll('&amp;', '&') ?? '';
  await page.goto(address);
  const alone = await wakeIn(page, 'trace');
  await expect(box(alone, 'current in nA')).toHaveValue('3');
  await expect(box(alone, 'current in nA')).toBeDisabled();
  await alone.getByRole('button', { name: 'Show the answer' }).click();
  await expect(sentence(alone)).toContainText('first at 21.97 ms');
});

test('a frame offers no control that the figure it was made from does not', async ({ page }) => {
  await page.goto('/contribute/live-figures/');
  const figure = await wakeIn(page, 'sine-input');
  const said = (await sentence(figure).textContent()) ?? '';
  await figure.getByRole('button', { name: 'Share' }).click();
  const frame = await figure.getByLabel('Frame for another page').inputValue();
  await page.goto(/src="([^"]*)"/.exec(frame)?.[1]?.replaceAll('&amp;', '&') ?? '');
  const alone = await wakeIn(page, 'trace');
  await expect(sentence(alone)).toHaveText(said);
  await expect(alone.getByRole('checkbox', { name: /leak|threshold/ })).toHaveCount(0);
});

test.describe('an embedded lab', () => {
  test('stands alone in 360 px, without any other part of the site, in the theme it is asked for', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/embed/trace/?I=3&V_reset=-65&theme=dark');
    const figure = await wakeIn(page, 'trace');
    await expect(sentence(figure)).toContainText('every 20.33 ms');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('nav, .sidebar, site-search')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await box(figure, 'current in nA').fill('4');
    await expect(page).toHaveURL(/\/embed\/trace\/\?theme=dark&I=4&V_reset=-65&v=1$/);
  });

  test('says which wish of its host it cannot fulfil', async ({ page }) => {
    await page.goto('/embed/trace/?theme=pink&lang=fr&origin=*');
    const wishes = page.locator('.host-notice');
    await expect(wishes).toContainText('theme must be "light", "dark" or "auto", got "pink"');
    await expect(wishes).toContainText('lang must be "en", got "fr"');
    await expect(wishes).toContainText('origin must be like "https://moodle.example.edu", got "*"');
  });

  for (const announced of [true, false]) {
    test(`tells its height ${announced ? 'to the announced origin' : 'to nobody else'}`, async ({
      page,
      baseURL,
    }) => {
      const origin = announced ? (baseURL ?? '') : 'https://elsewhere.example';
      await page.goto('/favicon.svg');
      // A host page of its own, at the origin of the site.
      await page.route('**/host.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><iframe src="/embed/trace/?origin=${encodeURIComponent(origin)}" style="width:600px;height:200px"></iframe>`,
        }),
      );
      await page.addInitScript(() => {
        const heard: unknown[] = [];
        Object.assign(window, { heard });
        addEventListener('message', ({ data }) => heard.push(data));
      });
      await page.goto('/host.html');
      const figure = page.frameLocator('iframe').locator('figure[id="trace"]');
      await wake(figure);
      await figure.getByRole('button', { name: 'Share' }).click();
      await expect(figure.getByLabel('Link to what you see')).toBeVisible();
      const heard = () =>
        page.evaluate(() => (window as unknown as { heard: { type: string; height: number }[] }).heard);
      if (!announced) {
        expect(await heard()).toEqual([]);
        return;
      }
      await expect.poll(async () => (await heard()).length).toBeGreaterThan(1);
      const [first] = await heard();
      expect(first).toEqual({ type: 'integrate-and-fire:height', id: 'trace', height: expect.any(Number) });
      const last = (await heard()).at(-1);
      expect(last?.height).toBeGreaterThan(first?.height ?? Infinity);
    });
  }
});

test('5,000 random addresses are answered without an error, and the figure lives on', async ({ page }) => {
  const errors = errorsOf(page);
  const figure = await open(page, '?first-neuron.I=3');
  await expect(box(figure, 'current in nA')).toHaveValue('3');
  const told = await page.evaluate(async () => {
    // Numerical Recipes' LCG: the same addresses in every run.
    let state = 7;
    const random = (n: number) => {
      state = (Math.imul(1664525, state) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    const pick = <T>(list: readonly T[]) => list[random(list.length)] as T;
    const keys =
      'I R_m C_m E_L V_th V_reset t_ref V_m leak threshold duration dt seed method grid formula hide lock answer experiment v inputs.0.start inputs.9.x __proto__ constructor <b>'.split(
        ' ',
      );
    const values =
      '0 -1 1e9 1e-9 3 -65 -40 off on NaN Infinity <img/src=x> %E0%A4%A euler rk4 brian2 hidden V_th,I {} [] {"version":1} {"version":1,"inputs":[]} {"version":1,"neuron":{"V_m":-99}} 9 \u2212 %00 é'.split(
        ' ',
      );
    let notices = 0;
    for (let k = 0; k < 5000; k++) {
      const query = Array.from({ length: 1 + random(4) }, () => {
        const value = pick(values);
        const key = pick(keys);
        // No long runs: they have a worker and a test of their own.
        const short = key === 'duration' && Number(value) > 1000 ? '50' : key === 'dt' ? '0.5' : value;
        return `first-neuron.${key}=${random(5) ? encodeURIComponent(short) : short}`;
      }).join('&');
      history.replaceState(null, '', `?${query}`);
      dispatchEvent(new PopStateEvent('popstate'));
      if (document.querySelector('[id="first-neuron"] .notice')) notices++;
      if (k % 50 === 0) await new Promise((next) => setTimeout(next));
    }
    history.replaceState(null, '', '?first-neuron.I=2');
    dispatchEvent(new PopStateEvent('popstate'));
    return notices;
  });
  expect(told).toBeGreaterThan(2000);
  expect(errors).toEqual([]);
  await expect(figure.locator('img, b')).toHaveCount(0);
  await expect(notice(figure)).toHaveCount(0);
  await expect(sentence(figure)).toContainText('A current of 2 nA is exactly the rheobase');
});

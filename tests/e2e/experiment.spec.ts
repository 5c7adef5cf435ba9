import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { wake } from './pages.ts';

const PAGE = '/contribute/live-figures/';

/** The figure, alive: its controls answer. */
async function open(page: Page, id: string): Promise<Locator> {
  await page.goto(PAGE);
  const figure = page.locator(`figure#${id}`);
  await wake(figure);
  return figure;
}
const sentence = (figure: Locator) => figure.locator('.sentence');
/** A canvas has nothing to read but its picture. */
const picture = (figure: Locator) =>
  figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

async function alive(figure: Locator): Promise<void> {
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toBeVisible();
}

test.describe('a live figure', () => {
  test('says what happens while its slider moves, by keyboard alone', async ({ page }) => {
    const figure = await open(page, 'first-neuron');
    await expect(sentence(figure)).toHaveText(
      'It fires 5 times in 200 ms: first at 32.19 ms, then every 34.19 ms, a rate of 29.25 Hz.',
    );
    const slider = figure.getByRole('slider', { name: 'current' });
    await expect(slider).toHaveAttribute('aria-valuetext', '2.5 nA');
    await slider.focus();
    for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowLeft');
    await expect(slider).toHaveAttribute('aria-valuetext', '2 nA');
    await expect(sentence(figure)).toHaveText(
      'It never fires: u approaches the threshold of −50 mV but never reaches it. ' +
        'A current of 2 nA is exactly the rheobase, which has to be exceeded.',
    );
    // Said aloud once the reader pauses.
    await expect(figure.getByRole('status')).toHaveText(/^It never fires: u approaches/);
  });

  test('fires at any current once the leak is off', async ({ page }) => {
    const figure = await open(page, 'first-neuron');
    await figure.getByRole('textbox', { name: 'current in nA' }).fill('1');
    await expect(sentence(figure)).toContainText('It never fires: u settles at −60.0 mV');
    await figure.getByRole('checkbox', { name: 'leak' }).uncheck();
    await expect(sentence(figure)).toContainText('first at 40.00 ms');
    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect(figure.getByRole('checkbox', { name: 'leak' })).toBeChecked();
    await expect(sentence(figure)).toContainText('29.25 Hz');
  });

  test('has the numbers of a reset above rest', async ({ page }) => {
    const figure = await open(page, 'all-controls');
    await expect(sentence(figure)).toContainText('every 29.73 ms, a rate of 33.64 Hz');
    await figure.getByRole('textbox', { name: 'reset potential in mV' }).fill('−70');
    await expect(sentence(figure)).toContainText('every 34.19 ms, a rate of 29.25 Hz');
  });

  test('answers text in a number box with a sentence and keeps its last good state', async ({ page }) => {
    const figure = await open(page, 'all-controls');
    const box = figure.getByRole('textbox', { name: 'membrane capacitance in nF' });
    await box.fill('a lot');
    const problem = figure.getByText(
      'Membrane capacitance must be a number from 0.000001 to 1000000 nF, got "a lot".',
    );
    await expect(problem).toBeVisible();
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    await expect(box).toHaveAccessibleDescription(/got "a lot"/);
    await expect(box).toHaveValue('a lot');
    await expect(sentence(figure)).toContainText('33.64 Hz');
    await box.fill('-2');
    await expect(figure.getByText('got −2 nF.')).toBeVisible();
    await box.fill('2');
    await expect(figure.locator('.problem:visible')).toHaveCount(0);
    await expect(box).toHaveAttribute('aria-invalid', 'false');
  });

  test('says why two entries do not fit together, and takes them once they do', async ({ page }) => {
    const figure = await open(page, 'all-controls');
    await figure.getByRole('textbox', { name: 'reset potential in mV' }).fill('-40');
    await expect(figure.locator('.refusal')).toContainText('neuron.V_reset must be below neuron.V_th');
    await expect(sentence(figure)).toContainText('33.64 Hz');
    await figure.getByRole('textbox', { name: 'threshold in mV' }).fill('-30');
    await expect(figure.locator('.refusal')).toBeHidden();
    await expect(sentence(figure)).not.toContainText('33.64 Hz');
  });

  test('loads its chart only when a reader comes near', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto(PAGE);
    const figure = page.locator('figure#first-neuron');
    await figure.scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    expect(scripts.filter((url) => url.includes('figure-chart'))).toEqual([]);
    await expect(figure.locator('.still svg').first()).toBeVisible();
    await alive(figure);
    expect(scripts.filter((url) => url.includes('figure-chart'))).toHaveLength(1);
    await expect(figure.locator('.still')).toBeHidden();
  });

  test('moves nothing on the page when it comes alive', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const id of ['first-neuron', 'all-controls', 'sine-input']) await alive(await open(page, id));
    const shift = await page.evaluate(() =>
      (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
    );
    expect(shift).toBeLessThanOrEqual(0.01);
  });

  test('speaks the language of the lens around it, and changes it with the lens', async ({ page }) => {
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.querySelector('main')?.setAttribute('data-lens', 'biology');
      });
    });
    const figure = await open(page, 'all-controls');
    await alive(figure);
    const biology = await picture(figure);
    await page.locator('main').evaluate((main) => main.setAttribute('data-lens', 'computation'));
    await expect.poll(() => picture(figure)).not.toBe(biology);
    await page.locator('main').evaluate((main) => main.setAttribute('data-lens', 'biology'));
    await expect.poll(() => picture(figure)).toBe(biology);
  });

  test('is drawn anew in the colours of the theme', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    const figure = await open(page, 'first-neuron');
    await alive(figure);
    const light = await picture(figure);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await expect.poll(() => picture(figure)).not.toBe(light);
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
    await expect.poll(() => picture(figure)).toBe(light);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const width of [360, 1280]) {
    test(`figure and sentence are there at ${width} px, and no control that cannot answer`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(PAGE);
      const figure = page.locator('figure#first-neuron');
      await expect(figure.locator('svg:visible')).toHaveCount(1);
      await expect(figure.locator('svg:visible')).toContainText('membrane potential u (mV)');
      await expect(sentence(figure)).toContainText('34.19 ms');
      await expect(figure.getByRole('slider')).toHaveCount(0);
    });
  }
});

test('a printed page shows figure and sentence and leaves the controls out', async ({ page }) => {
  await page.goto(PAGE);
  await page.emulateMedia({ media: 'print' });
  const figure = page.locator('figure#first-neuron');
  await expect(figure.locator('svg:visible')).toHaveCount(1);
  await expect(sentence(figure)).toBeVisible();
  await expect(figure.locator('.controls')).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`a live figure with a refused entry has no axe violation, ${colorScheme}, ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const figure = await open(page, 'all-controls');
      await alive(figure);
      await figure.getByRole('textbox', { name: 'membrane capacitance in nF' }).fill('x');
      await figure.getByRole('textbox', { name: 'reset potential in mV' }).fill('-40');
      await expect(figure.locator('.refusal')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('figure#all-controls').analyze();
      expect(violations).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}

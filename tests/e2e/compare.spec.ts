import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { wake } from './pages.ts';

async function open(page: Page): Promise<Locator> {
  await page.goto('/contribute/live-figures/');
  const figure = page.locator('figure#first-neuron');
  await wake(figure);
  return figure;
}
const compare = (figure: Locator) => figure.getByRole('button', { name: 'Compare', exact: true });
const words = (figure: Locator) => figure.locator('.tool .reading');
/** Pins the run that is shown. */
async function pin(figure: Locator): Promise<void> {
  await compare(figure).click();
  await expect(words(figure)).toHaveText('Nothing is changed yet: this is the pinned run.');
}
const picture = (figure: Locator) =>
  figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
const box = (figure: Locator) => figure.getByRole('textbox', { name: 'current in nA' });

// T = 2 + 20 ln(RI / (RI − 20)) ms with RI = 10 MΩ · I; no refractory period before the first spike.
const interval = (currentNa: number) => 2 + 20 * Math.log((10 * currentNa) / (10 * currentNa - 20));

test.describe('a pinned run', () => {
  test('stays in the figure, and what differs is said, by keyboard alone', async ({ page }) => {
    const figure = await open(page);
    await compare(figure).focus();
    await page.keyboard.press('Enter');
    await expect(words(figure)).toHaveText('Nothing is changed yet: this is the pinned run.');
    await figure.getByRole('slider', { name: 'current' }).focus();
    for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight');
    const [faster, earlier] = [1000 / interval(3) - 1000 / interval(2.5), interval(2.5) - interval(3)];
    await expect(words(figure)).toHaveText(
      `Pinned: current 2.5 nA; now: current 3 nA. It fires ${faster.toFixed(2)} Hz faster: every 23.97 ms instead of ` +
        `every 34.19 ms, ${(1000 / interval(3)).toFixed(2)} Hz instead of 29.25 Hz. The first spike comes ` +
        `${earlier.toFixed(2)} ms earlier, at 21.97 ms instead of 32.19 ms. It has 8 spikes instead of 5 in 200 ms.`,
    );
    // Said once the reader pauses.
    await expect(figure.locator('.tool [aria-live]')).toContainText('faster');
    await expect(figure.locator('.tool')).toContainText('then every 34.19 ms, a rate of 29.25 Hz.');
  });

  test('is the one that was shown at the press, however late the code for it comes', async ({ page }) => {
    const figure = await open(page);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/CompareTool*.js', async (route) => {
      await released;
      await route.continue();
    });
    await compare(figure).click();
    await box(figure).fill('3');
    release();
    await expect(words(figure)).toContainText('Pinned: current 2.5 nA; now: current 3 nA.');
  });

  test('is drawn under the next one until it is unpinned, also while the tool is closed', async ({
    page,
  }) => {
    const figure = await open(page);
    await box(figure).fill('3');
    await pin(figure);
    await expect(figure.locator('.live')).toBeVisible();
    await box(figure).fill('2.5');
    const together = await picture(figure);
    await compare(figure).click();
    await expect(figure.locator('.tool')).toBeHidden();
    expect(await picture(figure)).toBe(together);
    await compare(figure).click();
    await expect(words(figure)).toContainText('slower');
    await figure.getByRole('button', { name: 'Unpin' }).click();
    await expect.poll(() => picture(figure)).not.toBe(together);
    await figure.getByRole('button', { name: 'Pin this run' }).click();
    await expect(words(figure)).toContainText('this is the pinned run');
  });

  test('says that a neuron no longer fires, and compares potentials where none does', async ({ page }) => {
    const figure = await open(page);
    await pin(figure);
    await box(figure).fill('1.5');
    await expect(words(figure)).toContainText(
      'It no longer fires: the pinned run had 5 spikes, the first at 32.19 ms.',
    );
    await figure.getByRole('button', { name: 'Pin this run instead' }).click();
    await box(figure).fill('1');
    await expect(words(figure)).toContainText(
      'Neither run fires. u is at most 5.0 mV lower than in the pinned run',
    );
    await figure.getByRole('checkbox', { name: 'leak' }).uncheck();
    await expect(words(figure)).toContainText(
      'Pinned: current 1.5 nA, leak on; now: current 1 nA, leak off.',
    );
    // Without a leak 1 nA needs C · 20 mV / I = 40 ms.
    await expect(words(figure)).toContainText(
      'It fires now, which the pinned run did not: 4 spikes, the first at 40.00 ms',
    );
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a comparison, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    const figure = await open(page);
    await pin(figure);
    await box(figure).fill('3');
    await expect(words(figure)).toContainText('faster');
    const { violations } = await new AxeBuilder({ page }).include('figure#first-neuron').analyze();
    expect(violations).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

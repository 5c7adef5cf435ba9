/** Figures come to life when the reader comes near, and what is done meanwhile is not lost. */
import { expect, test, type Page } from '@playwright/test';

const PAGE = '/contribute/live-figures/';
/** With the current at 3 nA: 2 ms + 20 ms·ln(30/10). */
const AT_3_NA = 'every 23.97 ms';

/** Addresses of the scripts that are fetched from now on. */
function scriptsOf(page: Page): string[] {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') fetched.push(request.url());
  });
  return fetched;
}

/** Lets the scripts of a figure wait until the returned function is called. */
async function holdFigures(page: Page): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  await page.route(/TraceLab|figure-chart/, async (route) => {
    await held;
    await route.continue();
  });
  return go;
}

test('scrolling through a page fetches no script of its figures', async ({ page }) => {
  await page.goto(PAGE);
  await page.waitForLoadState('networkidle');
  const fetched = scriptsOf(page);
  for (const figure of await page.locator('figure.experiment').all()) await figure.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  expect(fetched).toEqual([]);
  await page.locator('#first-neuron').hover();
  await expect(page.locator('#first-neuron .live')).toBeVisible();
  expect(fetched.some((address) => address.includes('figure-chart'))).toBe(true);
  // The others wait for their turn.
  await expect(page.locator('#all-controls astro-island')).toHaveAttribute('ssr');
});

test('what is typed and moved before the scripts have come is there when they have', async ({ page }) => {
  const go = await holdFigures(page);
  await page.goto(PAGE);
  const figure = page.locator('#first-neuron');
  await figure.getByRole('textbox', { name: 'current in nA' }).fill('3');
  go();
  await expect(figure.locator('.sentence')).toContainText(AT_3_NA);
  await expect(figure.getByRole('slider', { name: 'current' })).toHaveAttribute('aria-valuetext', '3 nA');
  await expect(figure.locator('.live')).toBeVisible();
});

test('a slider that is moved by keys before the scripts have come keeps its place', async ({ page }) => {
  const go = await holdFigures(page);
  await page.goto(PAGE);
  const figure = page.locator('#first-neuron');
  const slider = figure.getByRole('slider', { name: 'current' });
  await slider.focus();
  for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight');
  go();
  await expect(slider).toHaveAttribute('aria-valuetext', '3 nA');
  await expect(figure.locator('.sentence')).toContainText(AT_3_NA);
  await expect(slider).toBeFocused();
});

test('no key is lost while the scripts come', async ({ page }) => {
  const go = await holdFigures(page);
  await page.goto(PAGE);
  const slider = page.locator('#first-neuron').getByRole('slider', { name: 'current' });
  await slider.focus();
  const start = Number(await slider.inputValue());
  const step = Number(await slider.getAttribute('step'));
  let pressed = 0;
  const press = async () => {
    await page.keyboard.press('ArrowLeft');
    pressed++;
  };
  for (let k = 0; k < 5; k++) await press();
  go();
  // They go on being pressed while the figure comes to life.
  while (pressed < 40) await press();
  await expect(page.locator('#first-neuron .live')).toBeVisible();
  expect(Number(await slider.inputValue())).toBeCloseTo(start - pressed * step, 9);
  await expect(slider).toHaveAttribute('aria-valuetext', `${Number((start - pressed * step).toFixed(9))} nA`);
});

test('a button that is pressed before the scripts have come is pressed once', async ({ page }) => {
  const go = await holdFigures(page);
  await page.goto(PAGE);
  const figure = page.locator('#first-neuron');
  const table = figure.getByRole('button', { name: 'Table' });
  await table.click();
  go();
  await expect(table).toHaveAttribute('aria-expanded', 'true');
  await expect(figure.getByRole('table').first()).toBeVisible();
});

test('a switch that is set before the scripts have come is set', async ({ page }) => {
  const go = await holdFigures(page);
  await page.goto(PAGE);
  const figure = page.locator('#all-controls');
  const leak = figure.getByRole('checkbox').first();
  const before = await leak.isChecked();
  await leak.click();
  go();
  await expect(figure.locator('astro-island')).not.toHaveAttribute('ssr');
  await expect(leak).toBeChecked({ checked: !before });
  // The figure knows: its address says so.
  await expect(page).toHaveURL(/formula/);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });
  test('a tap on a figure brings it to life', async ({ page }) => {
    await page.goto(PAGE);
    const figure = page.locator('#first-neuron');
    await figure.locator('.plots').tap();
    await expect(figure.locator('.live')).toBeVisible();
  });
});

test('a figure under another lens than the first is drawn with its words, though nobody came near', async ({
  page,
}) => {
  await page.goto('/lessons/01-one-neuron-three-words/');
  const lens = page.locator('lesson-lens').first();
  await expect(lens.locator('astro-island').first()).toHaveAttribute('ssr');
  await lens.locator('fieldset.switch input').nth(1).check();
  await expect(lens.locator('astro-island').first()).not.toHaveAttribute('ssr');
  await expect(lens.locator('.live').first()).toBeVisible();
});

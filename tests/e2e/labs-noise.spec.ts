import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { wake } from './pages.ts';

/** The lab on its page, alive: its controls answer. */
async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/gallery/noise/${query}`);
  const figure = page.locator('figure#noise');
  await wake(figure);
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(2);
  return figure;
}
const sentence = (figure: Locator) => figure.locator('.sentence');

async function press(figure: Locator, slider: string, key: string, times: number): Promise<void> {
  await figure.getByRole('slider', { name: slider, exact: true }).focus();
  for (let k = 0; k < times; k++) await figure.page().keyboard.press(key);
}

test('the noise lab says the rate and the CV of Siegert for the mean its slider stands on', async ({
  page,
}) => {
  const figure = await open(page);
  await expect(sentence(figure)).toContainText('Siegert’s formula says 8.0 Hz, CV 0.69');
  await expect(sentence(figure)).toContainText('only noise makes the neuron fire');
  await expect(sentence(figure)).toContainText('standard deviation σ/√2 = 3.54 mV');
  await figure.getByRole('textbox', { name: 'noise strength in mV' }).fill('4');
  // Ten steps of half a millivolt, to a mean at threshold.
  await press(figure, 'mean potential', 'ArrowRight', 10);
  await expect(sentence(figure)).toContainText('Siegert’s formula says 18.5 Hz, CV 0.41');
  await press(figure, 'mean potential', 'ArrowRight', 10);
  await expect(sentence(figure)).toContainText('Siegert’s formula says 31.3 Hz, CV 0.27');
  await expect(sentence(figure)).toContainText('it would fire without noise');
  const { violations } = await new AxeBuilder({ page }).include('figure#noise').analyze();
  expect(violations).toEqual([]);
});

test('the noise lab shows the controls of the noise that flows, and no others', async ({ page }) => {
  const figure = await open(page);
  await expect(figure.getByRole('slider', { name: 'jump of the potential' })).toHaveCount(0);
  await figure.getByRole('combobox', { name: 'noise' }).selectOption('poisson');
  await expect(figure.getByRole('slider', { name: 'mean potential' })).toHaveCount(0);
  await expect(figure.getByRole('slider', { name: 'jump of the potential' })).toBeVisible();
  // w√(ντ/2) of 0.5 mV, 1500 Hz and 20 ms.
  await expect(sentence(figure)).toContainText('mean −55.00 mV and standard deviation 1.94 mV');
  await figure.getByRole('combobox', { name: 'noise' }).selectOption('ou');
  // 10 MΩ·0.8 nA·√(5/25).
  await expect(sentence(figure)).toContainText('mean −55.00 mV and standard deviation 3.58 mV');
  await figure.getByRole('combobox', { name: 'right plot' }).selectOption('rate over mean');
  await expect(figure.getByRole('img', { name: 'Firing rate over the mean potential' })).toBeVisible();
  await expect(figure.getByRole('slider', { name: 'bars of the histogram' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).include('figure#noise').analyze();
  expect(violations).toEqual([]);
});

test('a link with a seed says the same every time it is opened, and another seed says something else', async ({
  page,
}) => {
  const said = async (query: string) => {
    const figure = await open(page, query);
    await expect(figure.getByRole('textbox', { name: 'seed' })).toHaveValue(/\?seed=(\d+)/.exec(query)![1]!);
    return sentence(figure).innerText();
  };
  const first = await said('?seed=7&v=1');
  expect(first).toMatch(/^\d+ intervals in 10\ss: /);
  const other = await said('?seed=8&v=1');
  expect(await said('?seed=7&v=1')).toBe(first);
  expect(other).not.toBe(first);
});

test('what a link opens is drawn before anything is touched: the still is of another run', async ({
  page,
}) => {
  await page.goto('/embed/noise/?seed=7&v=1');
  await expect(page.locator('.live:not([hidden]) canvas')).toHaveCount(2);
  await expect(page.locator('.still:not([hidden])')).toHaveCount(0);
});

test('a new seed is another run, and it is in the address', async ({ page }) => {
  const figure = await open(page);
  const first = await sentence(figure).innerText();
  await figure.getByRole('button', { name: 'New seed' }).click();
  await expect(sentence(figure)).not.toHaveText(first);
  await expect(page).toHaveURL(/[?&]seed=2\b/);
  const second = await sentence(figure).innerText();
  await open(page, new URL(page.url()).search);
  await expect(sentence(page.locator('figure#noise'))).toHaveText(second);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect(sentence(figure)).toHaveText(first);
});

test('the cursor of the noise lab stays in the stretch that is drawn', async ({ page }) => {
  const figure = await open(page);
  await figure.getByRole('button', { name: 'Zoom' }).click();
  await expect(figure).toContainText('Shown: the beginning of the run, 800 ms');
  const surface = figure.getByRole('application').first();
  await surface.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  await expect(figure.getByText('t = 800')).not.toHaveCount(0);
});

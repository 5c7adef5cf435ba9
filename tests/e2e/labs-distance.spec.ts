import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { wake } from './pages.ts';

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/gallery/distance/${query}`);
  const figure = page.locator('figure#distance');
  await wake(figure);
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(2);
  return figure;
}
const sentence = (figure: Locator) => figure.locator('.sentence');

test('the distance lab says what turns one train into the other, and what it costs', async ({ page }) => {
  const figure = await open(page);
  await figure.getByRole('textbox', { name: 'current of train B in nA' }).fill('2.5');
  // 8 spikes of the same neuron in 300 ms: 8 · 0.1 per ms · 5 ms.
  await figure.getByRole('slider', { name: 'shift of train B' }).focus();
  for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight');
  await expect(sentence(figure)).toContainText(
    'moves 8 spikes by 40.00 ms in all, for 4.00: a distance of 4.00.',
  );
  await figure.getByRole('combobox', { name: 'distance of' }).selectOption('van Rossum');
  // Of each pair 1 − e^(−Δ/τ) is left, with traces of 0.5 ms and 5 ms between: √8 to 1e-5.
  await figure.getByRole('textbox', { name: 'time constant of the filter in ms' }).fill('0.5');
  await expect(sentence(figure)).toContainText('the distance is 2.83; one spike against none would be 0.71');
  const { violations } = await new AxeBuilder({ page }).include('figure#distance').analyze();
  expect(violations).toEqual([]);
  // The address holds the whole of it.
  await expect(page).toHaveURL(/measure=1/);
  const again = await open(page, new URL(page.url()).search);
  await expect(sentence(again)).toContainText('the distance is 2.83');
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { wake } from './pages.ts';

test('the reset lab takes the interval apart for the reset its slider stands on', async ({ page }) => {
  await page.goto('/gallery/reset/');
  const figure = page.locator('figure#reset');
  await wake(figure);
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(2);
  const sentence = figure.locator('.sentence');
  await expect(sentence).toContainText(
    'fires every 34.19 ms, 29.25 Hz: 2.00 ms held, then 32.19 ms for the climb',
  );
  await figure.getByRole('slider', { name: 'reset potential', exact: true }).focus();
  // Ten steps of 0.5 mV: 2 + 20 ln(20/5).
  for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight');
  await expect(sentence).toContainText('fires every 29.73 ms, 33.64 Hz');
  await expect(sentence).toContainText('The first spike comes after 32.19 ms: a climb from −70 mV');
  await figure.getByRole('textbox', { name: 'current in nA', exact: true }).fill('2');
  await expect(sentence).toContainText('At 2 nA the neuron never fires');
  // A reset at threshold is refused, and said so.
  await figure.getByRole('textbox', { name: 'threshold in mV' }).fill('-65');
  await expect(figure.getByRole('alert').filter({ hasText: 'V_reset must be below' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('figure#reset').analyze();
  expect(violations).toEqual([]);
});

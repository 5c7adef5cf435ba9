import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the adaptation lab says how its intervals grow, and is the plain neuron without b', async ({
  page,
}) => {
  await page.goto('/gallery/adaptation/');
  const figure = page.locator('figure#adaptation');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('astro-island')).not.toHaveAttribute('ssr');
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(2);
  const sentence = figure.locator('.sentence');
  await expect(sentence).toContainText('the first interval lasts 28.0 ms, the last 41.3 ms');
  await figure.getByRole('slider', { name: 'adaptation per spike', exact: true }).focus();
  for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowLeft');
  // 2 + 20 ln 3 ms.
  await expect(sentence).toContainText('fires every 24.0 ms, 41.7 Hz: without b it is the plain neuron');
  const { violations } = await new AxeBuilder({ page }).include('figure#adaptation').analyze();
  expect(violations).toEqual([]);
});

test('the AdEx lab says its intervals, and where rest is when the current is weak', async ({ page }) => {
  await page.goto('/gallery/adex/');
  const figure = page.locator('figure#adex');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('astro-island')).not.toHaveAttribute('ssr');
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(2);
  const sentence = figure.locator('.sentence');
  await expect(sentence).toContainText('its intervals begin with 13.5 ms, 15.8 ms, 18.5 ms');
  await figure.getByRole('textbox', { name: 'current in nA', exact: true }).fill('0.3');
  await expect(sentence).toContainText('the neuron does not fire');
  await figure.getByRole('slider', { name: 'current', exact: true }).focus();
  for (let k = 0; k < 14; k++) await page.keyboard.press('ArrowRight');
  // 0.05 nA a press: 1 nA again.
  await expect(sentence).toContainText('At 1 nA the neuron fires');
  const { violations } = await new AxeBuilder({ page }).include('figure#adex').analyze();
  expect(violations).toEqual([]);
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { wake } from './pages.ts';

test('the adaptation lab says how its intervals grow, and is the plain neuron without b', async ({
  page,
}) => {
  await page.goto('/gallery/adaptation/');
  const figure = page.locator('figure#adaptation');
  await wake(figure);
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
  await wake(figure);
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

test('an example takes the place of the whole experiment, and the way back is Reset', async ({ page }) => {
  await page.goto('/gallery/adex/');
  const figure = page.locator('figure#adex');
  await wake(figure);
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(2);
  const examples = figure.getByRole('combobox', { name: 'example' });
  const chosen = examples.locator('option:checked');
  const sentence = figure.locator('.sentence');
  await expect(chosen).toHaveText('regular firing that adapts');
  await examples.selectOption('bursts');
  await expect(sentence).toContainText('fires in bursts');
  // V_T + 5 mV.
  await expect(figure.getByRole('textbox', { name: 'reset potential in mV' })).toHaveValue('−45.4');
  await expect(page).toHaveURL(/V_reset=-45.4/);
  await page.reload();
  await expect(sentence).toContainText('fires in bursts');
  await expect(chosen).toHaveText('bursts');
  await figure.getByRole('slider', { name: 'current', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(chosen).toHaveText('numbers of your own');
  await figure.getByRole('button', { name: 'Reset' }).click();
  await expect(chosen).toHaveText('regular firing that adapts');
});

test('the Hodgkin–Huxley lab fires once from 2.3 µA/cm² and again and again from 6.3, at 53 Hz', async ({
  page,
}) => {
  await page.goto('/gallery/hh/');
  const figure = page.locator('figure#hh');
  await wake(figure);
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(2);
  const sentence = figure.locator('.sentence');
  await expect(sentence).toContainText('it fires every 14.6 ms');
  await figure.getByRole('textbox', { name: 'current in µA/cm²', exact: true }).fill('2');
  await expect(sentence).toContainText('it does not fire');
  await figure.getByRole('slider', { name: 'current', exact: true }).focus();
  for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowRight');
  // 0.1 µA/cm² a press.
  await expect(sentence).toContainText('At 2.3 µA/cm² it fires once');
  await figure.getByRole('combobox', { name: 'right plot' }).selectOption('rate over current');
  await expect(sentence).toContainText('It keeps firing from 6.3 µA/cm² on, and begins at 53 Hz');
  await figure.getByRole('combobox', { name: 'example' }).selectOption('release from inhibition');
  await expect(sentence).toContainText('h rose from 0.60');
  await expect(figure.getByRole('combobox', { name: 'right plot' }).locator('option:checked')).toHaveText(
    'rate over current',
  );
  const { violations } = await new AxeBuilder({ page }).include('figure#hh').analyze();
  expect(violations).toEqual([]);
});

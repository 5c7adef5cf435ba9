import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { wake } from './pages.ts';

/** The lab on its page of the gallery, alive: its controls answer. */
async function open(page: Page, name: string): Promise<Locator> {
  await page.goto(`/gallery/${name}/`);
  const figure = page.locator(`figure#${name}`);
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

async function isAccessible(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(`figure#${name}`).analyze();
  expect(violations).toEqual([]);
}

test('the f–I lab says the rate of the current its slider stands on', async ({ page }) => {
  const figure = await open(page, 'fi');
  await expect(sentence(figure)).toContainText('At 3 nA it fires every 23.97 ms, 41.7 Hz');
  // 1000/(2 + 20 ln 2) at 4 nA.
  await press(figure, 'current', 'ArrowRight', 20);
  await expect(sentence(figure)).toContainText('At 4 nA it fires every 15.86 ms, 63.0 Hz');
  await figure.getByRole('textbox', { name: 'current in nA', exact: true }).fill('2.5');
  await figure.getByRole('textbox', { name: 'time step in ms' }).fill('1');
  await figure.getByRole('combobox', { name: 'method' }).selectOption('exact');
  await expect(sentence(figure)).toContainText('on a grid of 1 ms it fires every 35.00 ms');
  await isAccessible(page, 'fi');
});

test('the strength-duration lab says whether a pulse fires', async ({ page }) => {
  const figure = await open(page, 'strength-duration');
  await expect(sentence(figure)).toContainText('fires the neuron: 5 ms need more than 9.04 nA');
  await press(figure, 'pulse current', 'ArrowLeft', 20);
  await expect(sentence(figure)).toContainText('A pulse of 9 nA for 5 ms does not fire the neuron');
  // 2/(1 − e^(−5.5/20)) nA.
  await press(figure, 'pulse width', 'ArrowRight', 1);
  await expect(sentence(figure)).toContainText(
    'A pulse of 9 nA for 5.5 ms fires the neuron: 5.5 ms need more than 8.32 nA',
  );
  await isAccessible(page, 'strength-duration');
});

test('the passive lab says gain, steady state and time constant of the current that is chosen', async ({
  page,
}) => {
  const figure = await open(page, 'passive');
  await expect(sentence(figure)).toContainText(
    'a gain of 0.847, 0.847 by the formula; u lags the current by 32.1°',
  );
  // 1/√(1 + (2π·0.01·20)²) at 10 Hz.
  await press(figure, 'frequency', 'ArrowRight', 10);
  await expect(sentence(figure)).toContainText('The sine of 10 Hz');
  await expect(sentence(figure)).toContainText('a gain of 0.623, 0.623 by the formula');
  await figure.getByRole('combobox', { name: 'current' }).selectOption('step');
  await expect(sentence(figure)).toContainText('takes u towards −55.00 mV, with a time constant of 20 ms');
  await figure.getByRole('combobox', { name: 'current' }).selectOption('sweep');
  // 1/√(1 + (2π·0.02·20)²) at 20 Hz.
  await figure.getByRole('textbox', { name: 'first frequency in Hz' }).fill('20');
  await expect(sentence(figure)).toContainText('The sweep from 20 Hz to 20 Hz');
  await expect(sentence(figure)).toContainText('a gain of 0.370 (0.370 by the formula).');
  await expect(figure.getByRole('combobox', { name: 'current' })).toHaveValue('sweep');
  await isAccessible(page, 'passive');
});

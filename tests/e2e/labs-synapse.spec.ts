import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { wake } from './pages.ts';

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/gallery/synapse/${query}`);
  const figure = page.locator('figure#synapse');
  await wake(figure);
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(1);
  return figure;
}
const sentence = (figure: Locator) => figure.locator('.sentence');
const times = (figure: Locator) => figure.getByRole('textbox', { name: 'spike times (ms)' });

test('the synapse lab takes spike times from the keyboard, and refuses what is none without losing it', async ({
  page,
}) => {
  const figure = await open(page);
  await expect(sentence(figure)).toContainText('raises u by 0.787 mV, 9.24 ms after it arrives');
  await times(figure).fill('10, 30, x');
  await expect(figure.getByRole('alert').filter({ hasText: 'Spike time 3' })).toContainText(
    'must be a number from 0 to 100 ms, where the run ends, got "x"',
  );
  await expect(times(figure)).toHaveValue('10, 30, x');
  await expect(sentence(figure)).toContainText('1 spike arrives');
  await times(figure).fill('30, 10');
  await expect(sentence(figure)).toContainText('2 spikes arrive');
  await figure.getByRole('combobox', { name: 'synapse' }).selectOption('delta: a jump');
  await figure.getByRole('textbox', { name: 'jump of the potential in mV' }).fill('0.5');
  await figure.getByRole('textbox', { name: 'spikes', exact: true }).fill('40');
  await figure.getByRole('textbox', { name: 'every' }).fill('0');
  await page.keyboard.press('Enter');
  // 40 · 0.5 mV = 20 mV, from rest to threshold.
  await expect(sentence(figure)).toContainText(
    '40 spikes arrive, and the neuron fires once, first at 10.00 ms',
  );
  const { violations } = await new AxeBuilder({ page }).include('figure#synapse').analyze();
  expect(violations).toEqual([]);
  await figure.getByRole('button', { name: 'Clear' }).click();
  await expect(sentence(figure)).toContainText('No spike arrives');
});

test('a press into the lowest panel adds a spike, and a press on it takes it away', async ({ page }) => {
  const figure = await open(page);
  const surface = figure.locator('.surface').first();
  const box = (await surface.boundingBox())!;
  // The axes begin 44 px from the left and end 132 px before the right edge; 100 ms lie between.
  const x = (time: number) => 44 + ((box.width - 176) * time) / 100;
  const y = box.height - 26 - 10;
  await surface.click({ position: { x: x(60), y } });
  await expect(times(figure)).toHaveValue(/^10, (59\.\d|60|60\.\d)$/);
  await expect(sentence(figure)).toContainText('2 spikes arrive');
  await surface.click({ position: { x: x(60), y } });
  await expect(times(figure)).toHaveValue('10');
  // Above the panel nothing is placed.
  await surface.click({ position: { x: x(60), y: 60 } });
  await expect(times(figure)).toHaveValue('10');
});

test('a link opens the spikes that were placed', async ({ page }) => {
  const figure = await open(page);
  await times(figure).fill('5, 12.5, 40');
  await expect(page).toHaveURL(/times=/);
  const again = await open(page, new URL(page.url()).search);
  await expect(times(again)).toHaveValue('5, 12.5, 40');
  await again.getByRole('button', { name: 'Reset' }).click();
  await expect(times(again)).toHaveValue('10');
});

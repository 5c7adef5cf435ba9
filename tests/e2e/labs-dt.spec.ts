import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { wake } from './pages.ts';

/** The time-step lab on its page of the gallery, alive: its controls answer. */
async function open(page: Page) {
  await page.goto('/gallery/dt/');
  const figure = page.locator('figure#dt');
  await wake(figure);
  await figure.locator('.demo').hover();
  await expect(figure.locator('.live')).toHaveCount(2);
  return figure;
}

test('the time-step lab says the intervals of the step its slider stands on', async ({ page }) => {
  const figure = await open(page);
  const sentence = figure.locator('.sentence');
  await expect(sentence).toContainText('Euler makes it 34.00 ms, the exact update 35.00 ms');
  const slider = figure.getByRole('slider', { name: 'time step', exact: true });
  await expect(slider).toHaveAttribute('aria-valuetext', '1 ms');
  // 2.0 ms is ten stops further: 17 steps lead past 32.19 ms, and t_ref is one step.
  await slider.focus();
  for (let k = 0; k < 10; k++) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '2 ms');
  await expect(sentence).toContainText(
    'with a step of 2 ms Euler makes it 34.00 ms, the exact update 36.00 ms',
  );
  // At the lower end of each decade the stops are ten times closer.
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.01 ms');
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '45 ms');
});

test('without a threshold it names what Euler does, and every state is accessible', async ({ page }) => {
  const figure = await open(page);
  const sentence = figure.locator('.sentence');
  const isAccessible = async () =>
    expect((await new AxeBuilder({ page }).include('figure#dt').analyze()).violations).toEqual([]);
  await isAccessible();
  await figure.getByRole('checkbox', { name: 'threshold' }).press('Space');
  await figure.getByRole('textbox', { name: 'current in nA' }).fill('1.5');
  for (const [dt, words] of [
    ['10', 'shorter than τ'],
    ['20', 'jumps to −55.0 mV in a single step'],
    ['30', '0.50 times as far on the other side'],
    ['40', 'swings about −55.0 mV for ever'],
    ['45', 'at each step 1.25 times as far on the other side of −55.0 mV'],
  ] as const) {
    await figure.getByRole('textbox', { name: 'time step in ms' }).fill(dt);
    await expect(sentence).toContainText(words);
  }
  await isAccessible();
});

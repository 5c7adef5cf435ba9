/** Runs that would hold up the page go to a worker, with progress and a way out. */
import { expect, test } from '@playwright/test';
import { wake } from './pages.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('/contribute/live-figures/');
  await wake(page.locator('#sine-input'));
});

test('a run of four million samples shows its progress, then itself, and the page stays alive', async ({
  page,
}) => {
  const figure = page.locator('#sine-input');
  const sentence = figure.locator('.sentence');
  await expect(sentence).toContainText('moves between');
  const before = await sentence.textContent();
  const box = figure.getByRole('textbox', { name: 'length of the run in ms' });
  await box.fill('400000');
  await expect(figure.getByText('Computing 4,000,001 samples')).toBeVisible();
  await expect(figure.getByRole('progressbar')).toBeVisible();
  // The last run stands until then.
  expect(await sentence.textContent()).toBe(before);
  await expect(figure.getByRole('progressbar')).toBeHidden({ timeout: 60_000 });
  // 10 Hz at 20 ms: gain 1/√(1 + (0.4π)²), so ±9.34 mV about −70 mV, as in the short run.
  await expect(sentence).toContainText('moves between −79.3 mV and −60.7 mV');
  await expect(box).toHaveValue('400000');
});

test('a cancelled run leaves the last one standing and says so', async ({ page }) => {
  const figure = page.locator('#sine-input');
  const before = await figure.locator('.sentence').textContent();
  await figure.getByRole('textbox', { name: 'length of the run in ms' }).fill('450000');
  await figure.getByRole('button', { name: 'Cancel' }).click();
  await expect(figure.getByRole('progressbar')).toBeHidden();
  await expect(figure.getByRole('alert').filter({ hasText: 'cancelled' })).toContainText(
    'The figure shows the last experiment that could be run',
  );
  expect(await figure.locator('.sentence').textContent()).toBe(before);
  // And it can be used again at once.
  await figure.getByRole('textbox', { name: 'length of the run in ms' }).fill('300');
  await expect(figure.getByRole('alert').filter({ hasText: 'cancelled' })).toBeHidden();
  await expect(figure.locator('.sentence')).toContainText('moves between');
});

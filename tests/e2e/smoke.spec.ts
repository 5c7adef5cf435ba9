import { expect, test } from '@playwright/test';

test('the first page draws the membrane equation', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveTitle(/Integrate & Fire/);
});

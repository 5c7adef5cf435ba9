/** The page for teachers: its links open what they promise, and worksheets give nothing away. */
import { expect, test } from '@playwright/test';
import { wake } from './pages.ts';

test('every figure to show opens without a complaint, with its controls locked', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/teach/');
  const links = page.locator('.plan a[href^="/gallery/"], .plan a[href*="?hidden="]');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(8);
  let locked = 0;
  for (const address of addresses) {
    await page.goto(address);
    const figure = page.locator('figure.experiment', { has: page.locator('astro-island') }).first();
    await wake(figure);
    await expect(figure.getByRole('textbox').or(figure.getByRole('spinbutton')).first()).toBeVisible();
    await expect(page.locator('.notice')).toHaveCount(0);
    const query = new URL(address, 'https://x').searchParams;
    if (query.get('lock') === 'I') {
      await expect(figure.getByRole('textbox', { name: 'current' }).first()).toBeDisabled();
      locked++;
    }
  }
  expect(locked).toBeGreaterThan(3);
});

test('a worksheet has room for a name and holds no answer; the answers are one link away', async ({
  page,
}) => {
  await page.goto('/teach/');
  await page.locator('.plan', { hasText: '4. Threshold' }).getByRole('link', { name: 'Worksheet' }).click();
  const main = page.locator('main');
  await expect(main).toContainText('Name');
  await expect(main).toContainText('How long is the interval?');
  await expect(main).not.toContainText('34.19');
  await main.getByRole('link', { name: 'The answers' }).click();
  await expect(main).toContainText('34.19\u00a0ms');
  await expect(main.locator('.choices li', { hasText: 'More often' })).toContainText('(right)');
  await main.getByRole('link', { name: 'On the page' }).nth(3).click();
  await expect(page.locator('#interval')).toBeVisible();
});

test('on paper a worksheet is its questions, without the way through the site', async ({ page }) => {
  await page.goto('/teach/04-threshold-reset-refractoriness/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.ways')).toBeHidden();
  await expect(page.locator('header.header')).toBeHidden();
  await expect(page.getByText('How long is the interval?')).toBeVisible();
  await expect(page.locator('.sidebar-content').first()).toBeHidden();
});

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { pagesOf } from '../../scripts/budgets.mjs';

/** Addresses of all pages of the built site. */
export const PAGES: readonly string[] = pagesOf('dist').map(({ address }) => address);

/** Brings every figure into view, where it comes alive, and waits until each has. */
export async function wakeFigures(page: Page): Promise<void> {
  const islands = page.locator('astro-island');
  for (const island of await islands.all()) {
    // The island is no box itself, its figure is; and one in a closed <details> has none.
    if (!(await island.locator('> *').first().isVisible())) continue;
    await island.evaluate((element) => element.firstElementChild?.scrollIntoView());
    await expect(island).not.toHaveAttribute('ssr');
  }
  await page.waitForLoadState('networkidle');
}

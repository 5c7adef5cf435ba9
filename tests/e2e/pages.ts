import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { pagesOf } from '../../scripts/budgets.mjs';

/** Addresses of all pages of the built site. */
export const PAGES: readonly string[] = pagesOf('dist').map(({ address }) => address);

async function wakeIsland(island: Locator): Promise<void> {
  if ((await island.getAttribute('ssr')) !== null) await island.dispatchEvent('near');
  await expect(island).not.toHaveAttribute('ssr');
}

/** Brings one figure to life, as a reader does who comes near it, and waits until its controls answer. */
export async function wake(figure: Locator): Promise<void> {
  await figure.scrollIntoViewIfNeeded();
  await wakeIsland(figure.locator('astro-island').first());
}

/** Brings every figure to life. */
export async function wakeFigures(page: Page): Promise<void> {
  for (const island of await page.locator('astro-island').all()) {
    // The island is no box itself, its figure is; and one in a closed <details> has none.
    if (!(await island.locator('> *').first().isVisible())) continue;
    await island.evaluate((element) => element.firstElementChild?.scrollIntoView());
    await wakeIsland(island);
  }
  await page.waitForLoadState('networkidle');
}

/** Walks on with Tab until the element has the focus, as a reader without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 300; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} cannot be reached with the Tab key`);
}

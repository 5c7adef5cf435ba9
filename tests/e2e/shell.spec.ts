import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { PAGES, wakeFigures } from './pages.ts';

/** What goes wrong on a page without being seen: errors, warnings, refusals of the security policy. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

for (const path of PAGES) {
  test(`${path} loads without a complaint, from this site only, with at most 60 KB of fonts`, async ({
    page,
    baseURL,
  }) => {
    const complaints = complaintsOf(page);
    const foreign: string[] = [];
    let fontBytes = 0;
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== baseURL && protocol !== 'data:' && protocol !== 'blob:') foreign.push(request.url());
    });
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'font') fontBytes += (await response.body()).length;
    });
    await page.goto(path);
    await wakeFigures(page);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    expect(fontBytes).toBeLessThanOrEqual(60_000);
  });

  test(`the security policy of ${path} names every script that stands in the page`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'self'"]) {
      expect(policy).toContain(rule);
    }
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).not.toContain('unsafe-inline');
    const inline = [
      ...html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*type="application\/)[^>]*>(.*?)<\/script>/gs),
    ];
    expect(inline.length).toBeGreaterThan(0);
    for (const [, code] of inline) {
      expect(scripts).toContain(`'sha256-${createHash('sha256').update(code!).digest('base64')}'`);
    }
  });

  test(`${path} carries KaTeX's style sheet if and only if it shows a formula`, async ({ page }) => {
    await page.goto(path);
    const formulas = await page.locator('.katex').count();
    const [fontRules, markup] = await page.evaluate(() => [
      [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule.cssText.includes('KaTeX_Main')).length,
      document.querySelectorAll('.katex-base').length,
    ]);
    expect(fontRules! > 0).toBe(formulas > 0);
    expect(markup! > 0).toBe(formulas > 0);
  });
}

test('a policy that forbids it stops a foreign inline script', async ({ page }) => {
  await page.goto('/about/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.foreign = true';
    document.body.append(script);
    return 'foreign' in window;
  });
  expect(ran).toBe(false);
});

test('the search opens by keyboard, finds a word of a page, and leads there', async ({ page }) => {
  const complaints = complaintsOf(page);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);

  await page.keyboard.press('Control+K');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('searchbox', { name: 'Search the course' })).toBeFocused();
  await page.keyboard.type('Okabe');
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ pages? for “Okabe”\.$/);
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/about\//);
  expect(complaints).toEqual([]);
});

test('the search closes with Escape and gives the focus back, and says when nothing was found', async ({
  page,
}) => {
  await page.goto('/');
  const open = page.getByRole('button', { name: 'Search' });
  await open.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('жжжж');
  await expect(dialog.getByRole('status')).toHaveText('Nothing found for “жжжж”.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});

test('the search says so when its index cannot be loaded, and tries again', async ({ page }) => {
  await page.route('**/pagefind/pagefind.js', (route) => route.abort());
  await page.goto('/');
  await page.keyboard.press('Control+K');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('neuron');
  await expect(dialog.getByRole('status')).toContainText('could not be loaded');
});

test('the theme switches, is kept, and is set before anything is painted', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/about/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByLabel('Select theme').first().selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await paper();
  expect(dark).not.toBe(light);

  // At the first moment the body exists, the theme must be there already: else the page flashes.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.body === null) return;
      observer.disconnect();
      document.documentElement.dataset['themeAtBody'] = document.documentElement.dataset['theme'];
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme-at-body', 'dark');
  expect(await paper()).toBe(dark);
});

test('an address without a page is answered with the way on', async ({ page }) => {
  await page.goto('/404.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'the first page' })).toHaveAttribute(
    'href',
    '/',
  );
});

test('print is light, without the header, whatever the theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.goto('/about/');
  await expect(page.getByRole('banner')).toBeHidden();
  const [ink, paper] = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return [style.getPropertyValue('--ink'), style.getPropertyValue('--paper')];
  });
  expect([ink, paper]).toEqual(['#2f3236', '#fdfcf9']);
});

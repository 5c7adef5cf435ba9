/** The cards of terms, and the page of all of them. */
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

const LESSON = '/lessons/04-threshold-reset-refractoriness/';
const term = (page: Page, id: string) => page.locator(`a.term[href="/glossary/#${id}"]`).first();
const card = (page: Page) => page.locator('.term-card');

/** Comes to a term with the Tab key, from the heading before it. */
async function tabTo(page: Page, id: string): Promise<void> {
  const link = term(page, id);
  await link.evaluate((element) => {
    const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, summary')];
    const before = stops
      .filter((stop) => element.compareDocumentPosition(stop) & 2 && stop.offsetParent)
      .at(-1);
    before?.focus();
  });
  for (let k = 0; k < 20 && !(await link.evaluate((element) => element === document.activeElement)); k++) {
    await page.keyboard.press('Tab');
  }
  await expect(link).toBeFocused();
}

async function expectOnScreen(page: Page): Promise<void> {
  const box = (await card(page).boundingBox())!;
  const { width, height } = page.viewportSize()!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  expect(box.y + box.height).toBeLessThanOrEqual(height);
}

test('a pointer that rests on a term gets its card, may go onto it, and loses it when it leaves', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(LESSON);
  const link = term(page, 'rheobase');
  await link.hover();
  await expect(card(page)).toBeVisible();
  await expect(card(page).getByRole('tooltip')).toContainText('The edge between silence and firing');
  await expect(card(page).locator('.katex').first()).toBeVisible();
  await expect(card(page)).toContainText('in nA');
  await expect(link).toHaveAttribute('aria-describedby', 'term-card');
  await expectOnScreen(page);

  const lens = card(page).locator('.lenses');
  await expect(lens).toBeHidden();
  await card(page).getByText('Seen three ways').click();
  await expect(lens).toContainText('Lapicque');
  await expectOnScreen(page);
  // Longer than it takes to go: the pointer is on the card.
  await page.clock.fastForward(5_000);
  await expect(card(page)).toBeVisible();

  await page.mouse.move(2, 2);
  await expect(card(page)).toHaveCount(0);
  await expect(link).not.toHaveAttribute('aria-describedby');
});

test('the focus brings the card at once, Tab goes into it and out of it, and then it is gone', async ({
  page,
}) => {
  await page.goto(LESSON);
  await tabTo(page, 'rheobase');
  await expect(card(page)).toBeVisible();
  await expect(term(page, 'rheobase')).toHaveAccessibleDescription(/The edge between silence and firing/);
  await page.keyboard.press('Tab');
  await expect(card(page).locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page).locator('.lenses')).toBeVisible();
  await expectOnScreen(page);
  await page.keyboard.press('Tab');
  await expect(card(page)).toHaveCount(0);
});

test('Escape puts the card away and leaves the focus on the term', async ({ page }) => {
  await page.goto(LESSON);
  await tabTo(page, 'threshold');
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(term(page, 'threshold')).toBeFocused();

  await term(page, 'spike').hover();
  await expect(card(page)).toContainText('spike');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
});

test('a pointer that goes from one term to the next gets one card, of the next', async ({ page }) => {
  await page.goto(LESSON);
  await term(page, 'threshold').hover();
  await expect(card(page)).toContainText('The membrane potential at which');
  await page.keyboard.press('Escape');
  await term(page, 'refractory-period').hover();
  await expect(card(page)).toContainText('cannot fire again');
  await expect(card(page)).toHaveCount(1);
});

test('nothing of the card is loaded before a term is pointed at, and the text once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(LESSON);
  await page.waitForLoadState('networkidle');
  const late = () => asked.filter((path) => path === '/glossary/' || path.includes('/tools/card'));
  expect(late()).toEqual([]);
  expect(await page.content()).not.toContain('The edge between silence and firing');
  for (const id of ['threshold', 'rheobase']) {
    await term(page, id).hover();
    await expect(card(page)).toBeVisible();
    await page.mouse.move(2, 2);
    await expect(card(page)).toHaveCount(0);
  }
  expect(late().filter((path) => path === '/glossary/')).toEqual(['/glossary/']);
  expect(late()).toHaveLength(2);
});

test('a page with terms carries at most 150 bytes of script for them, a page without carries none', async ({
  request,
}) => {
  const scripts = async (path: string) => {
    const html = await (await request.get(path)).text();
    return [...html.matchAll(/<script type="module" src="([^"]*\/Term\.[^"]*)">/g)].map(
      ([, src = '']) => src,
    );
  };
  const [script, ...more] = await scripts(LESSON);
  expect(more).toEqual([]);
  expect(gzipSync(await (await request.get(script!)).body(), { level: 9 }).length).toBeLessThanOrEqual(150);
  expect(await scripts('/gallery/trace/')).toEqual([]);
  expect(await scripts('/about/')).toEqual([]);
});

test('where the glossary cannot be had, no card comes and the link stays a link', async ({ page }) => {
  await page.route('**/glossary/', (route) => route.abort());
  await page.goto(LESSON);
  const refused = page.waitForEvent('requestfailed');
  await term(page, 'rheobase').hover();
  await refused;
  await expect(card(page)).toHaveCount(0);
  await page.unroute('**/glossary/');
  // The next one asks again.
  await term(page, 'threshold').hover();
  await expect(card(page)).toBeVisible();
});

test('on a page without formulas the card brings its own style, and that of its formula', async ({
  page,
}) => {
  await page.goto('/contribute/terms/');
  await expect(page.locator('link[rel=stylesheet][href*="katex"]')).toHaveCount(0);
  await term(page, 'rheobase').hover();
  const letters = card(page).locator('.katex-html').first();
  await expect(letters).toBeVisible();
  expect(await letters.evaluate((element) => getComputedStyle(element).fontFamily)).toContain('KaTeX');
  expect(await card(page).evaluate((element) => getComputedStyle(element).position)).toBe('fixed');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing with an open card, ${colorScheme}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      colorScheme,
      baseURL: baseURL!,
      viewport: { width: 360, height: 640 },
    });
    const page = await context.newPage();
    await page.goto(LESSON);
    await term(page, 'rheobase').hover();
    await expect(card(page)).toBeVisible();
    await card(page).getByText('Seen three ways').click();
    await expect(card(page).locator('.lenses')).toBeVisible();
    await expectOnScreen(page);
    const { violations } = await new AxeBuilder({ page }).include('.term-card').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await context.close();
  });
}

test('the card of every term of a lesson stays on a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 560 });
  await page.goto(LESSON);
  const links = page.locator('a.term');
  const count = await links.count();
  expect(count).toBeGreaterThanOrEqual(6);
  for (let k = 0; k < count; k++) {
    const link = links.nth(k);
    await link.scrollIntoViewIfNeeded();
    await link.hover();
    await expect(link).toHaveAttribute('aria-describedby', 'term-card');
    await expectOnScreen(page);
    const [own, words] = [(await card(page).boundingBox())!, (await link.boundingBox())!];
    expect(own.y >= words.y + words.height || own.y + own.height <= words.y).toBe(true);
    await page.keyboard.press('Escape');
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });
  test('a tap follows the link to the entry', async ({ page }) => {
    await page.goto(LESSON);
    await term(page, 'rheobase').tap();
    await expect(page).toHaveURL(/\/glossary\/#rheobase$/);
    await expect(page.locator('#rheobase')).toBeInViewport();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a term leads to its entry, and the entry on to its lesson', async ({ page }) => {
    await page.goto(LESSON);
    await term(page, 'rheobase').click();
    await expect(page).toHaveURL(/\/glossary\/#rheobase$/);
    const entry = page.locator('article#rheobase');
    await expect(entry).toContainText('The edge between silence and firing');
    await expect(entry).toContainText('Electrically');
    await entry.getByRole('link', { name: 'Threshold, reset, refractoriness' }).click();
    await expect(page).toHaveURL(/04-threshold.*#exactly-at-the-edge$/);
  });

  test('the letters lead to their terms', async ({ page }) => {
    await page.goto('/glossary/');
    await page
      .getByRole('navigation', { name: 'Letters' })
      .getByRole('link', { name: 'S', exact: true })
      .click();
    await expect(page.getByRole('heading', { level: 2, name: 'S', exact: true })).toBeInViewport();
    expect(await page.locator('article').count()).toBeGreaterThanOrEqual(60);
  });
});

test('the formula sheet is one or two sheets of A4, and a number leads to its lesson', async ({ page }) => {
  await page.goto('/formulas/');
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(2);
  await page.getByRole('link', { name: '(4.2)' }).click();
  await expect(page).toHaveURL(/04-threshold.*#interval-formula$/);
  await expect(
    page.getByRole('group', { name: 'Equation 4.2, interval between two spikes' }),
  ).toBeInViewport();
});

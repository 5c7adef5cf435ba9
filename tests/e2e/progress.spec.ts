/** Progress: what is answered right is kept in this browser alone, and shown where the reader comes by again. */
import { expect, test, type Page } from '@playwright/test';

const LESSON = '/lessons/04-threshold-reset-refractoriness/';
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('progress'));
const passed = async (page: Page) =>
  (JSON.parse((await kept(page)) ?? '{"passed":{}}') as { passed: Record<string, Record<string, string>> })
    .passed;
const interval = (page: Page) => page.locator('#interval');
const inSidebar = (page: Page, title: string) =>
  page.locator('nav.sidebar a', { hasText: title }).locator('.progress');

async function answer(page: Page, text: string): Promise<void> {
  await interval(page).getByRole('textbox').fill(text);
  await interval(page).getByRole('button', { name: 'Check' }).click();
}

test('nothing is kept by reading, nor by a wrong answer', async ({ page }) => {
  await page.goto(LESSON);
  await page.mouse.wheel(0, 4000);
  expect(await kept(page)).toBeNull();
  await answer(page, '3');
  await expect(interval(page).locator('.feedback')).toHaveAttribute('data-verdict', 'wrong');
  await expect.poll(() => passed(page)).toEqual({});
  await expect(page.locator('.passed')).toHaveCount(0);
});

test('a right answer is kept with its day, marked, and still there after the page is loaded again', async ({
  page,
}) => {
  await page.goto(LESSON);
  await answer(page, '34.19 ms');
  const today = await page.evaluate(() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  });
  await expect.poll(() => passed(page)).toEqual({ '04-threshold-reset-refractoriness': { interval: today } });
  await expect(interval(page).locator('.kind')).toHaveText(/Work it out ✓\s*answered before/);
  await page.reload();
  await expect(interval(page).locator('.kind')).toHaveText(/✓\s*answered before/);
  await expect(page.locator('.passed')).toHaveCount(1);
  await expect(inSidebar(page, 'Threshold')).toHaveText(', 1 of 10 questions answered');
  // The other lessons have none.
  await expect(page.locator('nav.sidebar .progress')).toHaveCount(1);
});

test('a choice and a prediction count too; a prediction counts whatever it was', async ({ page }) => {
  await page.goto(LESSON);
  const prediction = page.locator('#strong-current');
  await prediction.getByRole('radio').first().check();
  await prediction.getByRole('button').click();
  const check = page.locator('#higher-reset');
  for (const choice of await check.getByRole('radio').all()) {
    await choice.check();
    await check.getByRole('button', { name: 'Check' }).click();
  }
  for (const choice of await check.getByRole('radio').all()) {
    if ((await check.locator('.feedback').getAttribute('data-verdict')) === 'right') break;
    await choice.check();
    await check.getByRole('button', { name: 'Check' }).click();
  }
  await expect
    .poll(async () => Object.keys((await passed(page))['04-threshold-reset-refractoriness'] ?? {}).sort())
    .toEqual(['higher-reset', 'strong-current']);
});

test('a figure that says it was passed is kept under its id', async ({ page }) => {
  await page.goto(LESSON);
  await interval(page).evaluate((figure) => {
    figure.dataset['passed'] = '';
    figure.dispatchEvent(new Event('passed', { bubbles: true }));
  });
  await expect
    .poll(async () => Object.keys((await passed(page))['04-threshold-reset-refractoriness'] ?? {}))
    .toEqual(['interval']);
});

test('steps of the build-it path that were done before are counted among the rest', async ({ page }) => {
  await page.goto('/about/');
  await page.evaluate(() => {
    localStorage.setItem('build-it', '["time-constant","one-step"]');
    localStorage.setItem('progress', '{"version":1,"passed":{}}');
  });
  await page.goto(LESSON);
  await expect(inSidebar(page, 'Build it in Python')).toContainText('2 of 18 questions');
});

test('a lesson whose questions are all answered has a tick', async ({ page }) => {
  await page.goto('/about/');
  await page.evaluate(async () => {
    const lessons = (await (await fetch('/course.json')).json()) as { id: string; questions: string[] }[];
    const [first] = lessons;
    if (!first) throw new Error('no lesson');
    const days = Object.fromEntries(first.questions.map((id) => [id, '2026-11-23']));
    localStorage.setItem('progress', JSON.stringify({ version: 1, passed: { [first.id]: days } }));
  });
  await page.goto('/glossary/');
  await expect(inSidebar(page, 'One neuron')).toHaveText('✓, all questions answered');
});

test('marks move nothing on the page', async ({ page }) => {
  await page.goto(LESSON);
  const heights = () =>
    page
      .locator('nav.sidebar a, .question > .kind')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  const before = await heights();
  await answer(page, '34.19');
  await expect(page.locator('nav.sidebar .progress')).toHaveCount(1);
  expect(await heights()).toEqual(before);
  await page.reload();
  await expect(page.locator('nav.sidebar .progress')).toHaveCount(1);
  await expect(page.locator('.passed')).toHaveCount(1);
  expect(await heights()).toEqual(before);
});

test('what is kept but cannot be read is left as it is', async ({ page }) => {
  await page.goto('/about/');
  const text = '{"version":2,"passed":{"new":"form"}}';
  await page.evaluate((kept) => localStorage.setItem('progress', kept), text);
  await page.goto(LESSON);
  await answer(page, '34.19');
  await expect(interval(page).locator('.feedback')).toHaveAttribute('data-verdict', 'right');
  await page.waitForLoadState('networkidle');
  expect(await kept(page)).toBe(text);
});

test('where the browser forbids storage, the questions work and nothing complains', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Storage.prototype.getItem = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
  });
  await page.goto(LESSON);
  errors.length = 0;
  await answer(page, '34.19');
  await expect(interval(page).locator('.feedback')).toHaveAttribute('data-verdict', 'right');
  await page.waitForLoadState('networkidle');
  expect(errors).toEqual([]);
});

/** The course map: how far the reader is, and what can be done with what this browser keeps. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { tabTo } from './pages.ts';

const PASSED = {
  '01-one-neuron-three-words': { 'what-rests': '2026-11-20' },
  '05-build-it-in-python': { 'one-step': '2026-11-21', fifty: '2026-11-22' },
};
const TEXT = JSON.stringify({ version: 1, passed: PASSED });
const STEPS = '["one-step"]';

/** Opens the map in a browser that keeps something. */
async function open(page: Page, text: string | null = TEXT): Promise<void> {
  await page.goto('/404.html');
  await page.evaluate(
    ([progress, steps]) => {
      if (progress) localStorage.setItem('progress', progress);
      if (progress && steps) localStorage.setItem('build-it', steps);
    },
    [text, text === TEXT ? STEPS : null] as const,
  );
  await page.goto('/course/');
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const kept = (page: Page) =>
  page.evaluate(() => ['progress', 'build-it'].map((key) => localStorage.getItem(key)));
const said = (page: Page) => page.locator('kept-progress .said');
const howFar = (page: Page, lesson: string) => page.locator(`[data-lesson="${lesson}"] .how-far`);
const bring = (page: Page, name: string, text: string) =>
  page
    .locator('kept-progress input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('every lesson stands on the map with its link, its time and what it needs', async ({ page }) => {
  await page.goto('/course/');
  const rows = page.locator('.course-map > li');
  const inSidebar = page.locator('nav.sidebar a[href^="/lessons/"]');
  await expect(rows).toHaveCount(await inSidebar.count());
  const noise = page.locator('[data-lesson="08-noise"]');
  await expect(noise).toContainText('needs 6 and 7');
  await expect(noise).toContainText('35 minutes');
  await noise.getByRole('link', { name: 'Noise' }).click();
  await expect(page).toHaveURL(/\/lessons\/08-noise\/$/);
});

test('it says how far the reader is, and that nothing is kept when nothing is', async ({ page }) => {
  await open(page, null);
  await expect(page.locator('.kept')).toHaveText(/^This browser keeps nothing yet/);
  await expect(button(page, 'Export')).toBeDisabled();
  await expect(button(page, 'Erase')).toBeDisabled();
  await open(page);
  await expect(howFar(page, '01-one-neuron-three-words')).toHaveText('1 of 10 questions answered');
  await expect(howFar(page, '05-build-it-in-python')).toHaveText('2 of 18 questions answered');
  await expect(howFar(page, '02-from-kirchhoff-to-the-membrane-equation')).toHaveText('6 questions');
  await expect(page.locator('.kept')).toHaveText(/^You have answered 3 of \d+ questions\.$/);
});

test('what was exported and erased comes back with the import, also the steps of the build-it path', async ({
  page,
}) => {
  await open(page);
  const downloading = page.waitForEvent('download');
  await button(page, 'Export').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('integrate-and-fire-progress.json');
  const text = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(text)).toEqual({ version: 1, passed: PASSED });

  await button(page, 'Erase').click();
  await expect(page.getByRole('dialog')).toContainText('Erase 3 answered questions from this browser?');
  await button(page, 'Erase it').click();
  await expect(said(page)).toHaveText(/^Erased/);
  expect(await kept(page)).toEqual([null, null]);
  await expect(page.locator('nav.sidebar .progress')).toHaveCount(0);
  await expect(howFar(page, '01-one-neuron-three-words')).toHaveText('10 questions');

  await bring(page, 'mine.json', text);
  await expect(said(page)).toHaveText('mine.json: 3 answered questions added.');
  const [progress, steps] = await kept(page);
  expect(JSON.parse(progress ?? '')).toEqual({ version: 1, passed: PASSED });
  expect(JSON.parse(steps ?? '')).toEqual(['one-step']);
  await expect(howFar(page, '05-build-it-in-python')).toHaveText('2 of 18 questions answered');
  await expect(page.locator('nav.sidebar .progress')).toHaveCount(2);
  await bring(page, 'mine.json', text);
  await expect(said(page)).toHaveText('mine.json holds nothing that was not kept already.');
});

test('an import adds to what is there, and loses none of it', async ({ page }) => {
  await open(page);
  const more = { version: 1, passed: { '07-synapses': { jump: '2026-11-01' } } };
  await bring(page, 'other.json', JSON.stringify(more));
  await expect(said(page)).toHaveText('other.json: 1 answered question added.');
  const [progress] = await kept(page);
  expect(JSON.parse(progress ?? '')).toEqual({ version: 1, passed: { ...PASSED, ...more.passed } });
});

for (const [what, text, sentence] of [
  ['a picture', '\u0089PNG', 'it is not JSON'],
  ['another version', '{"version":9,"passed":{}}', 'version “9”'],
  ['a day that is none', '{"version":1,"passed":{"a":{"b":"2026-02-30"}}}', 'got “2026-02-30”'],
  ['5 MB', ' '.repeat(5_000_000), 'too large'],
] as const)
  test(`a file with ${what} is refused in a sentence, and nothing is lost`, async ({ page }) => {
    await open(page);
    await bring(page, 'bad.json', text);
    await expect(said(page)).toContainText(sentence);
    await expect(said(page)).toContainText('What was kept before is still there.');
    expect(await kept(page)).toEqual([TEXT, STEPS]);
  });

test('erasing asks first, and can be called off by keyboard', async ({ page }) => {
  await open(page);
  await tabTo(page, button(page, 'Erase'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Keep it')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button(page, 'Erase')).toBeFocused();
  expect(await kept(page)).toEqual([TEXT, STEPS]);
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, 'Erase it'));
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/^Erased/);
  await expect(button(page, 'Import')).toBeFocused();
});

test('what cannot be read is said, exported as it is, and goes only when the reader erases it', async ({
  page,
}) => {
  const strange = '{"version":2,"passed":[]}';
  await open(page, strange);
  await expect(page.locator('.kept')).toContainText('cannot be read, and was left as it is');
  await bring(page, 'mine.json', TEXT);
  await expect(said(page)).toContainText('export and erase it, then import again');
  expect(await kept(page)).toEqual([strange, null]);
  const downloading = page.waitForEvent('download');
  await button(page, 'Export').click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe(strange);
});

test('where the browser forbids storage, the map is there and says so when asked', async ({ page }) => {
  const errors: string[] = [];
  await page.addInitScript(() => {
    for (const name of ['getItem', 'setItem', 'removeItem'] as const)
      Storage.prototype[name] = () => {
        throw new DOMException('forbidden', 'SecurityError');
      };
  });
  await page.goto('/course/');
  page.on('pageerror', ({ message }) => errors.push(message));
  await expect(page.locator('.kept')).toHaveText(/^This browser keeps nothing yet/);
  await bring(page, 'mine.json', TEXT);
  await expect(said(page)).toHaveText(
    'This browser does not let pages keep anything, so nothing was imported.',
  );
  expect(errors).toEqual([]);
});

test('without JavaScript the map is there, without buttons that do nothing', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/course/');
  await expect(page.locator('.course-map > li').first()).toContainText('10 questions');
  await expect(page.locator('kept-progress')).toBeHidden();
  await expect(page.getByText('Without JavaScript nothing is kept.')).toBeVisible();
  await context.close();
});

test('axe finds nothing on a map with progress, nor in the dialog that asks', async ({ page }) => {
  await open(page);
  await expect(howFar(page, '05-build-it-in-python')).toContainText('answered');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await button(page, 'Erase').click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

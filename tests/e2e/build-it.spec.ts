import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { STEPS } from '../../src/build-it/steps.ts';

const LESSON = '/lessons/05-build-it-in-python/';
const cell = (page: Page, id: string) => page.locator(`#${id}`);
const verdict = (page: Page, id: string) => cell(page, id).locator('.verdict');
const button = (page: Page, id: string, name: string) =>
  cell(page, id).getByRole('button', { name, exact: true });

/** Starting Python takes a second or two, on a busy machine much longer. */
const PYTHON = { timeout: 110_000 };
test.describe.configure({ timeout: 300_000 });

/** Opens the lesson, with its cells alive. */
async function open(page: Page): Promise<void> {
  await page.goto(LESSON);
  for (const { id } of STEPS) await expect(button(page, id, 'Check')).toBeVisible();
}

/** Types into a cell in the place of what stands there, with the keyboard alone. */
async function type(page: Page, id: string, code: string): Promise<void> {
  await cell(page, id).getByRole('textbox').focus();
  await expect(cell(page, id).locator('.cm-content')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

/** Presses Check with the keyboard. */
async function check(page: Page, id: string): Promise<void> {
  await button(page, id, 'Check').focus();
  await page.keyboard.press('Enter');
}

test('all seven steps are passed by keyboard, marked, and still marked on the next visit', async ({
  page,
}) => {
  await open(page);
  for (const { id, solution } of STEPS) {
    await type(page, id, solution.trim());
    await check(page, id);
    await expect(verdict(page, id)).toContainText('That is right, as it stands and with', PYTHON);
    await expect(cell(page, id).getByText('✓ done')).toBeVisible();
  }
  await expect(verdict(page, 'time-constant').getByRole('link')).toHaveText('Go on to step 2: One step');
  const path = page.getByRole('navigation', { name: 'Steps of this lesson' });
  await expect(path.getByText('✓ done')).toHaveCount(7);
  // The curve is drawn by the figure kit of the site.
  await expect(cell(page, 'function').locator('.plot canvas')).toBeVisible();

  await page.reload();
  await expect(path.getByText('✓ done').locator('visible=true')).toHaveCount(7);
  await expect(cell(page, 'loop').getByRole('textbox')).toHaveValue(STEPS[2]!.solution.trim());
});

test('a wrong program is told what differs, and what its mistake is', async ({ page }) => {
  await open(page);
  await type(page, 'time-constant', 'R = 10\nC = 2\ntau = R + C');
  await check(page, 'time-constant');
  await expect(verdict(page, 'time-constant')).toContainText('Not yet.', PYTHON);
  await expect(verdict(page, 'time-constant')).toContainText(/Your tau is 12\sms, expected 20\sms\./);
  await expect(verdict(page, 'time-constant')).toContainText('R and C are added.');
  await expect(cell(page, 'time-constant').getByText('✓ done')).toHaveCount(0);

  await type(page, 'time-constant', 'R = 10\nC = 2\ntau = 20');
  await check(page, 'time-constant');
  await expect(verdict(page, 'time-constant')).toContainText(/With R = 4\sMΩ, C = 3\snF:/);
  await expect(verdict(page, 'time-constant')).toContainText(/Your tau is 20\sms, expected 12\sms\./);
});

test('the starter is not run: its three dots are pointed at, and those of a step above', async ({ page }) => {
  await open(page);
  await check(page, 'time-constant');
  await expect(verdict(page, 'time-constant')).toContainText('Three dots are still in line 3', PYTHON);
  await type(page, 'one-step', STEPS[1]!.solution.trim());
  await check(page, 'one-step');
  await expect(verdict(page, 'one-step')).toContainText(
    'Cell 1 comes first: three dots are still in its line 3',
  );
  // Python has not been asked for.
  expect(
    await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('pyodide')).length,
    ),
  ).toBe(0);
});

test('an error in the cell is shown there, and the check says so', async ({ page }) => {
  await open(page);
  await type(page, 'time-constant', 'R = 10\nC = 2\ntau = R * c');
  await check(page, 'time-constant');
  await expect(verdict(page, 'time-constant')).toContainText('The cell does not run to its end yet', PYTHON);
  await expect(cell(page, 'time-constant').getByText('NameError in line 3')).toBeVisible();
});

test('a loop without end in a check is stopped, the text is kept, and the next check works', async ({
  page,
}) => {
  await open(page);
  const endless = 'R = 10\nC = 2\ntau = R * C\nwhile R != 10:\n    pass';
  await type(page, 'time-constant', endless);
  await check(page, 'time-constant');
  // The cell itself ends; with other numbers it does not.
  await expect(verdict(page, 'time-constant')).toContainText('checking it with other numbers');
  await expect(button(page, 'time-constant', 'Stop')).toBeEnabled();
  await expect(cell(page, 'time-constant').getByText('Running', { exact: true })).toBeVisible(PYTHON);
  await button(page, 'time-constant', 'Stop').press('Enter');
  await expect(verdict(page, 'time-constant')).toContainText('The check did not come to its end.');
  await expect(cell(page, 'time-constant').locator('.cm-content')).toContainText('while R != 10:');

  await type(page, 'time-constant', STEPS[0]!.solution.trim());
  await check(page, 'time-constant');
  await expect(verdict(page, 'time-constant')).toContainText('That is right', PYTHON);
});

test('the solution is written into the cell when it is asked for, and taken out again', async ({ page }) => {
  await open(page);
  await type(page, 'time-constant', 'my = "own"');
  const step = cell(page, 'time-constant');
  await step.getByText('Show solution').click();
  await step.getByRole('button', { name: 'Write it into the cell' }).click();
  await expect(step.locator('.cm-content')).toContainText('tau = R * C');
  await step.getByRole('button', { name: 'Undo' }).click();
  await expect(step.locator('.cm-content')).toContainText('my = "own"');
});

test('the time-step lab starts in its place when asked, with the step of the figure before it, in the theme of the page', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Start the time-step lab' }).press('Enter');
  const frame = page.frameLocator('#dt iframe');
  await expect(
    frame
      .getByRole('spinbutton', { name: /time step/ })
      .or(frame.getByRole('textbox', { name: /time step/ }))
      .first(),
  ).toHaveValue('15');
  const height = () =>
    page
      .locator('#dt iframe')
      .evaluate(
        (element) =>
          element.getBoundingClientRect().height -
          (element as HTMLIFrameElement).contentDocument!.body.getBoundingClientRect().height,
      );
  await expect.poll(async () => Math.abs(await height())).toBeLessThan(2);
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a page with verdicts, open hints and the lab has no accessibility violations', async ({ page }) => {
  await open(page);
  await type(page, 'time-constant', 'R = 10\nC = 2\ntau = R + C');
  await check(page, 'time-constant');
  await expect(verdict(page, 'time-constant')).toContainText('R and C are added.', PYTHON);
  await type(page, 'time-constant', STEPS[0]!.solution.trim());
  await check(page, 'time-constant');
  await expect(verdict(page, 'time-constant')).toContainText('That is right', PYTHON);
  for (const name of ['Hint', 'Stronger hint', 'Show solution'])
    await cell(page, 'time-constant').getByText(name, { exact: true }).click();
  for (const theme of ['light', 'dark']) {
    await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), theme);
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test('every anchor of the page is there once', async ({ page }) => {
  await open(page);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('without JavaScript the starters, the hints and the solutions can be read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(LESSON);
  for (const { id, starter, solution, hints } of STEPS) {
    await expect(cell(page, id).locator('pre').first()).toHaveText(starter.trim());
    await cell(page, id).getByText('Show solution').click();
    await expect(cell(page, id).locator('details pre')).toHaveText(solution.trim());
    await cell(page, id).getByText('Stronger hint').click();
    await expect(cell(page, id).getByText(hints[1])).toBeVisible();
  }
  await expect(page.getByRole('link', { name: 'Time-step lab, alone' })).toBeVisible();
  await context.close();
});

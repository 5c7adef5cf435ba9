/** Every question of every lesson, answered wrong and right with the keyboard alone: each is reached with Tab, and
 *  each answer is answered. What the right numbers are is the affair of lessons.spec.ts and tests/content. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PAGES, tabTo } from './pages.ts';

/** Puts the focus to where a reader stands who has read up to the question. */
async function readUpTo(question: Locator): Promise<void> {
  await question.evaluate((element) => {
    element.tabIndex = -1;
    element.focus();
    element.removeAttribute('tabindex');
  });
}

async function answerCheck(page: Page, check: Locator): Promise<void> {
  const reply = check.getByRole('status');
  const choices = check.getByRole('radio');
  await readUpTo(check);
  await tabTo(page, choices.first());
  await page.keyboard.press('Space');
  let right = 0;
  for (let k = 0; k < (await choices.count()); k++) {
    if (k > 0) await page.keyboard.press('ArrowDown');
    await expect(choices.nth(k)).toBeChecked();
    await page.keyboard.press('Enter');
    const correct = (await reply.getAttribute('data-verdict')) === 'right';
    if (correct) right++;
    await expect(reply).toContainText(correct ? 'That is right.' : 'The idea behind this answer: “');
    // A verdict alone teaches nothing.
    expect((await reply.innerText()).length).toBeGreaterThan(60);
  }
  expect(right).toBe(1);
}

async function answerPrediction(page: Page, predict: Locator): Promise<void> {
  const guesses = predict.getByRole('radio');
  await readUpTo(predict);
  await tabTo(page, guesses.first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const reply = predict.getByRole('status');
  await expect(reply).toContainText('You predicted: “');
  await expect(reply).toBeFocused();
  expect((await reply.innerText()).length).toBeGreaterThan(60);
}

async function answerNumber(page: Page, numeric: Locator): Promise<void> {
  const reply = numeric.getByRole('status');
  const field = numeric.getByRole('textbox');
  const attempt = async (typed: string) => {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  };
  const number = async (element: Locator) => Number(await element.getAttribute('data-value'));
  const right = await number(numeric);
  await readUpTo(numeric);
  await tabTo(page, field);

  await attempt('soon');
  await expect(reply).toContainText('“soon” is not a number.');
  const hint = (await numeric.locator(':scope > .hint').textContent())?.trim().slice(0, 30) ?? '';
  await attempt(String(right + 1e6));
  await expect(reply).toContainText('Not yet: that is too high.');
  expect((await reply.textContent())?.replaceAll(/\s+/g, ' ')).toContain(hint.replaceAll(/\s+/g, ' '));
  for (const slip of await numeric.locator('details .slip').all()) {
    await attempt(String(await number(slip)));
    await expect(reply).toContainText('Not quite, and here is why.');
    expect((await reply.innerText()).length).toBeGreaterThan(60);
  }
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  // As it is printed, unit and all, and so within the tolerance.
  await attempt((await numeric.locator('.answer > .verdict').first().textContent()) ?? '');
  await expect(reply).toContainText('That is right.');
  await expect(numeric.locator('.answer')).toBeVisible();
}

const LESSONS = PAGES.filter((page) => page.startsWith('/lessons/'));

for (const path of LESSONS) {
  test(`the questions of ${path} are answered with the keyboard, wrong and right`, async ({ page }) => {
    await page.goto(path);
    const questions = await page.locator('lesson-check, lesson-predict, lesson-numeric').all();
    expect(questions.length).toBeGreaterThanOrEqual(4);
    for (const question of questions) {
      const kind = await question.evaluate(({ localName }) => localName);
      if (kind === 'lesson-check') await answerCheck(page, question);
      else if (kind === 'lesson-numeric') await answerNumber(page, question);
      else await answerPrediction(page, question);
    }
  });
}

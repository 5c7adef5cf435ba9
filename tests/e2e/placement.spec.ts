/** “Where should I start?”: what the quiz suggests, and that it keeps nothing. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { tabTo } from './pages.ts';

const questions = (page: Page) => page.locator('placement-quiz .asked > li');
const button = (page: Page) => page.getByRole('button', { name: 'Where should I start?' });
const result = (page: Page) => page.locator('placement-quiz .result');

async function right(question: Locator): Promise<void> {
  const index = Number(await question.getAttribute('data-right'));
  await question.getByRole('radio').nth(index).check();
}

test('all right: it names no lesson to start with, and sends to the last', async ({ page }) => {
  await page.goto('/placement/');
  for (const question of await questions(page).all()) await right(question);
  await button(page).click();
  await expect(result(page)).toContainText('You need not start at the beginning.');
  const count = await questions(page).count();
  await expect(result(page)).toContainText(`All ${count} answers are right`);
  const last = (await questions(page).last().getAttribute('data-title')) ?? '';
  await expect(result(page).getByRole('link', { name: last })).toBeVisible();
  await expect(page.getByText('That is right.')).toHaveCount(count);
});

test('all wrong, or “I don’t know” everywhere: it sends to the first lesson', async ({ page }) => {
  await page.goto('/placement/');
  for (const question of await questions(page).all()) await question.getByLabel('I don’t know').check();
  await button(page).click();
  await expect(result(page).locator('p').first()).toHaveText('Start with One neuron, three words.');
  await expect(result(page)).toContainText(/You answered 0 of \d+ right/);
  for (const question of await questions(page).all()) {
    const index = Number(await question.getAttribute('data-right'));
    await question
      .getByRole('radio')
      .nth(index === 0 ? 1 : 0)
      .check();
  }
  await expect(result(page)).toBeEmpty();
  await button(page).click();
  await expect(result(page).locator('p').first()).toHaveText('Start with One neuron, three words.');
  await result(page).getByRole('link', { name: 'One neuron' }).first().click();
  await expect(page).toHaveURL(/\/lessons\/01-one-neuron-three-words\/$/);
});

test('mixed: it sends to the first that was missed, and names the later ones', async ({ page }) => {
  await page.goto('/placement/');
  for (const [i, question] of (await questions(page).all()).entries())
    // The fourth is left out, the eighth not known.
    if (i === 7) await question.getByLabel('I don’t know').check();
    else if (i !== 3) await right(question);
  await button(page).click();
  await expect(result(page).locator('p').first()).toHaveText('Start with Threshold, reset, refractoriness.');
  const count = await questions(page).count();
  await expect(result(page)).toContainText(`You answered ${count - 2} of ${count} right`);
  await expect(result(page)).toContainText(
    'You may pass over what comes before: One neuron, three words, From Kirchhoff to the membrane equation and Solving it.',
  );
  await expect(result(page)).toContainText('take your time for Noise.');
  await expect(result(page)).toContainText('a hint, no measurement');
});

test('nothing of it is kept, nor counted as progress', async ({ page }) => {
  await page.goto('/placement/');
  await right(questions(page).first());
  await button(page).click();
  await expect(result(page)).not.toBeEmpty();
  expect(await page.evaluate(() => [localStorage.getItem('progress'), location.search])).toEqual([null, '']);
});

test('the keyboard answers and asks; what is suggested is announced', async ({ page }) => {
  await page.goto('/placement/');
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(result(page)).toHaveText('Answer one or more questions first.');
  await expect(result(page)).toHaveAttribute('role', 'status');
  await page.reload();
  await tabTo(page, questions(page).first().getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await expect(questions(page).first().getByRole('radio').nth(1)).toBeChecked();
  await tabTo(page, button(page));
  await page.keyboard.press('Enter');
  await expect(result(page).locator('p').first()).toHaveText(/^Start with From Kirchhoff/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('without JavaScript each question has its answer and its lesson', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/placement/');
  await expect(button(page)).toBeHidden();
  const third = questions(page).nth(2);
  await third.locator('summary').click();
  await expect(third.locator('.answer')).toContainText('63\u00a0% of the way.');
  await expect(third.getByRole('link', { name: 'Solving it' })).toBeVisible();
  await context.close();
});

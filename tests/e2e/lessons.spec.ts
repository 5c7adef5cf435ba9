import { expect, test, type Page } from '@playwright/test';
import { tabTo } from './pages.ts';

const ONE = '/lessons/01-one-neuron-three-words/';
const THREE = '/lessons/03-solving-it/';
const FOUR = '/lessons/04-threshold-reset-refractoriness/';
const FIVE = '/lessons/05-build-it-in-python/';
const SIX = '/lessons/06-f-i-and-lapicque/';
const SEVEN = '/lessons/07-synapses/';
const EIGHT = '/lessons/08-noise/';
const NINE = '/lessons/09-beyond-lif/';
const TEN = '/lessons/10-networks/';
const ELEVEN = '/lessons/11-machine-learning-and-the-hidden-neuron/';

/** The text of a page as it is read, with its no-break spaces. */
const prose = (page: Page) => page.locator('main').innerText();

test.describe('the numbers of the course stand on the pages, computed', () => {
  // Expected values: the course outline, where they were computed independently of this site.
  test.use({ javaScriptEnabled: false });

  const numbers: readonly [path: string, is: string, text: string][] = [
    [ONE, 'the first spike without leak at 1 nA', '40 ms'],
    [ONE, 'the resting potential', '−70 mV'],
    [ONE, 'the slope without leak at 1 nA', '0.5 mV/ms'],
    [THREE, 'the steady state at 1.5 nA', '−55 mV'],
    [THREE, 'the steady state with twice the resistance', '−40 mV'],
    [THREE, 'the time constant with twice the resistance', '40 ms'],
    [THREE, 'the potential after one time constant', '−60.52 mV'],
    [THREE, 'the time to −60 mV', '21.97 ms'],
    [THREE, 'the first slope', '0.75 mV/ms'],
    [THREE, 'the cut-off', '7.96 Hz'],
    [FOUR, 'the interval at 2.5 nA', '34.19 ms'],
    [FOUR, 'the rate at 2.5 nA', '29.25 Hz'],
    [FOUR, 'the interval with a reset at −65 mV', '29.73 ms'],
    [FOUR, 'the rate with a reset at −65 mV', '33.64 Hz'],
    [FOUR, 'the first spike at 2.5 nA', '32.19 ms'],
    [FOUR, 'the rheobase', '2 nA'],
    [FOUR, 'the ceiling of the rate', '500 Hz'],
    [FIVE, 'the slope at −60 mV and 2.5 nA', '0.75 mV/ms'],
    [FIVE, 'the interval by Euler’s method with a step of 1 ms', '34.0 ms'],
    [FIVE, 'the interval by the exact update with a step of 1 ms', '35.0 ms'],
    [FIVE, 'the true interval at 2.5 nA', '34.19 ms'],
    [FIVE, 'the first spike at 2.5 nA', '32.19 ms'],
    [FIVE, 'the steps of a refractory period', '20'],
    [FIVE, 'the rate at 3 nA', '41.7 Hz'],
    [FIVE, 'the rate at 4 nA', '63.0 Hz'],
    [FIVE, 'the rate at 6 nA', '98.9 Hz'],
    [SIX, 'the rate at 3 nA', '41.7 Hz'],
    [SIX, 'the rate at 4 nA', '63.0 Hz'],
    [SIX, 'the rate at 6 nA', '98.9 Hz'],
    [SIX, 'the rate at 20 nA', '243 Hz'],
    [SIX, 'the rate at 50 nA', '355 Hz'],
    [SIX, 'the ceiling of the rate', '500 Hz'],
    [SIX, 'the current of a 5 ms pulse', '9.04 nA'],
    [SIX, 'the chronaxie', '13.9 ms'],
    [SIX, 'the charge of a brief pulse', '40 pC'],
    [SEVEN, 'the peak behind an exponential synapse', '0.787 mV'],
    [SEVEN, 'its time', '9.24 ms'],
    [SEVEN, 'the peak behind an alpha synapse', '1.878 mV'],
    [SEVEN, 'its time', '15.58 ms'],
    [SEVEN, 'how far a train of jumps piles up', '2.54'],
    [SEVEN, 'the jump with which a train fires', '7.87 mV'],
    [SEVEN, 'the end with an open synapse', '−46.7 mV'],
    [SEVEN, 'the time constant with an open synapse', '13.3 ms'],
    [EIGHT, 'the mean under a barrage', '−55 mV'],
    [EIGHT, 'its spread', '1.94 mV'],
    [EIGHT, 'the rate at −55 mV and 5 mV', '8.0 Hz'],
    [EIGHT, 'the rate at −50 mV and 4 mV', '18.5 Hz'],
    [EIGHT, 'the rate at −45 mV and 4 mV', '31.3 Hz'],
    [EIGHT, 'the rate at −60 mV and 8 mV', '5.9 Hz'],
    // tests/reference/mpmath_cv.json; the outline has the CV of runs, a few hundredths lower.
    [EIGHT, 'the CV at −55 mV and 5 mV', '0.69'],
    [EIGHT, 'the CV at −50 mV and 4 mV', '0.41'],
    [EIGHT, 'the CV at −45 mV and 4 mV', '0.27'],
    [EIGHT, 'the CV at −60 mV and 8 mV', '0.84'],
    // 5/√2 · √(1 − 1/e)
    [EIGHT, 'the spread after half a time constant', '2.81 mV'],
    [NINE, 'the first interval with adaptation at 3 nA', '28.0 ms'],
    [NINE, 'the interval in the end', '41.3 ms'],
    [NINE, 'the first interval of AdEx at 1 nA', '13.5'],
    [NINE, 'the second', '15.8'],
    [NINE, 'the third', '18.5 ms'],
    [NINE, 'the first interval of AdEx at 0.8 nA', '22.7 ms'],
    [NINE, 'the last', '66.9 ms'],
    [NINE, 'the current of one spike of Hodgkin and Huxley’s membrane', '2.3 µA/cm²'],
    [NINE, 'the current that keeps it firing', '6.3 µA/cm²'],
    [NINE, 'the rate it begins with', '53 Hz'],
    [TEN, 'the threshold rate', '10 Hz'],
    [TEN, 'the mean at balance', '0 mV'],
    [ELEVEN, 'β for steps of 1 ms', '0.9512'],
    [ELEVEN, 'the same by Euler’s method', 'If you got 0.95:'],
  ];
  for (const [path, is, text] of numbers) {
    test(`${is} is ${text} (${path})`, async ({ page }) => {
      await page.goto(path);
      const computed = page.locator('.value, .verdict, .slip-head');
      const texts = await computed.evaluateAll((all) => all.map((one) => one.textContent ?? ''));
      expect(texts.map((one) => one.replaceAll('\u00a0', ' ').trim())).toContain(text);
    });
  }

  test('at exactly the rheobase the page counts no spike in ten seconds', async ({ page }) => {
    await page.goto(FOUR);
    const answer = page.locator('#at-rheobase .answer');
    await expect(answer).toContainText('It never fires');
    await expect(answer.locator('.value').last()).toHaveText('0');
  });
});

test.describe('a question with choices', () => {
  test('is answered by keyboard, wrong and then right, and says why', async ({ page }) => {
    await page.goto(ONE);
    const check = page.locator('#what-rests');
    const reply = check.getByRole('status');
    await tabTo(page, page.locator('#what-rests input[value="0"]'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(reply).toContainText('At rest the ions have settled');
    await expect(reply).toContainText('Ions keep crossing in both directions');
    await page.keyboard.press('ArrowDown');
    await expect(reply).toBeEmpty();
    await page.keyboard.press('Enter');
    await expect(reply).toContainText('That is right.');
  });

  test('asks for a choice when there is none', async ({ page }) => {
    await page.goto(ONE);
    const check = page.locator('#what-rests');
    await check.getByRole('button', { name: 'Check' }).click();
    await expect(check.getByRole('status')).toHaveText('Choose an answer first.');
  });

  test('is a radio group with the question for its name', async ({ page }) => {
    await page.goto(ONE);
    await expect(page.getByRole('radiogroup', { name: 'At rest, what has come to a stop?' })).toBeVisible();
  });
});

test.describe('a prediction', () => {
  test('hides the answer until the reader has committed, then says what was predicted', async ({ page }) => {
    await page.goto(ONE);
    const predict = page.locator('#less-current');
    await expect(predict).not.toContainText('the leak carries away everything');
    await tabTo(page, page.locator('#less-current input[value="0"]'));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    const reply = predict.getByRole('status');
    await expect(reply).toContainText('You predicted: “It fires more slowly”');
    await expect(reply).toContainText('the leak carries away everything');
    await expect(reply).toBeFocused();
    await expect(predict.getByRole('radio').first()).toBeDisabled();
  });

  test('asks for a guess before it answers', async ({ page }) => {
    await page.goto(ONE);
    const predict = page.locator('#less-current');
    await predict.getByRole('button').click();
    await expect(predict.getByRole('status')).toContainText('Choose first');
    await expect(predict).not.toContainText('the leak carries away everything');
  });
});

test.describe('a question with a number', () => {
  test('is answered by keyboard: words, a slip, a near miss and the number itself', async ({ page }) => {
    await page.goto(FOUR);
    const question = page.locator('#interval');
    const reply = question.getByRole('status');
    const field = question.getByRole('textbox', { name: 'Your answer in ms' });
    await tabTo(page, page.locator('#interval-typed'));

    await page.keyboard.type('soon');
    await page.keyboard.press('Enter');
    await expect(reply).toHaveText('“soon” is not a number. Type a number in ms, for example 12.5 ms.');
    await expect(field).toHaveAttribute('aria-invalid', 'true');

    await field.fill('32.2');
    await page.keyboard.press('Enter');
    await expect(reply).toContainText('That is the climb alone');

    await field.fill('50');
    await page.keyboard.press('Enter');
    await expect(reply).toContainText('Not yet: that is too high.');
    await expect(reply).toContainText('Where would the potential end without a threshold?');

    await field.fill('34,2 ms');
    await page.keyboard.press('Enter');
    await expect(reply).toHaveText('That is right.');
    await expect(question.locator('.answer')).toBeVisible();
    await expect(field).not.toHaveAttribute('aria-invalid', 'true');
  });

  for (const typed of ['34.2', '0.0342 s', '34.19ms']) {
    test(`takes ${typed} for 34.19 ms`, async ({ page }) => {
      await page.goto(FOUR);
      const question = page.locator('#interval');
      await question.getByRole('textbox').fill(typed);
      await question.getByRole('button', { name: 'Check' }).click();
      await expect(question.getByRole('status')).toHaveText('That is right.');
    });
  }

  test('has a true minus in its answers and accepts a hyphen', async ({ page }) => {
    await page.goto(THREE);
    const question = page.locator('#after-one-tau');
    await question.getByRole('textbox').fill('-60.5');
    await question.getByRole('button', { name: 'Check' }).click();
    await expect(question.getByRole('status')).toHaveText('That is right.');
    await expect(question.locator('.verdict').last()).toHaveText('−60.52\u00a0mV');
  });
});

test.describe('the three lenses', () => {
  test('are switched by keyboard, and the figure is told', async ({ page }) => {
    await page.goto(ONE);
    const lens = page.locator('#three-words');
    await expect(lens).toHaveAttribute('data-lens', 'biology');
    await expect(lens.locator('[data-view="biology"]')).toBeVisible();
    await expect(lens.locator('[data-view="electricity"]')).toBeHidden();
    await tabTo(page, page.locator('#three-words input[value="biology"]'));
    await page.keyboard.press('ArrowRight');
    await expect(lens).toHaveAttribute('data-lens', 'electricity');
    await expect(lens.getByText('No part of this circuit spikes.')).toBeVisible();
    await expect(lens.locator('[data-view="biology"]')).toBeHidden();
    await page.keyboard.press('ArrowRight');
    await expect(lens).toHaveAttribute('data-lens', 'computation');
    await expect(page.getByRole('radio', { name: 'Computationally' })).toBeChecked();
  });

  test('keep the choice when the reader comes back to the page', async ({ page }) => {
    await page.goto(ONE);
    await page.getByRole('radio', { name: 'Electrically' }).check();
    await page.goto(THREE);
    await page.goBack();
    await expect(page.locator('#three-words')).toHaveAttribute('data-lens', 'electricity');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the three lenses follow one another', async ({ page }) => {
    await page.goto(ONE);
    for (const view of ['biology', 'electricity', 'computation']) {
      await expect(page.locator(`[data-view="${view}"]`)).toBeVisible();
    }
    await expect(page.locator('#three-words .switch')).toBeHidden();
    expect(await prose(page)).toContain('Computationally');
  });

  test('every choice opens on its reply', async ({ page }) => {
    await page.goto(ONE);
    const choice = page.locator('#what-rests details').first();
    await expect(choice.locator('.reply')).toBeHidden();
    await choice.locator('summary').click();
    await expect(choice.locator('.reply')).toContainText('Ions keep crossing in both directions');
  });

  test('predictions and numbers open on their answer', async ({ page }) => {
    await page.goto(FOUR);
    await page.locator('#at-rheobase summary').click();
    await expect(page.locator('#at-rheobase .answer')).toContainText('It never fires.');
    await page.locator('#interval summary').click();
    await expect(page.locator('#interval .answer')).toContainText('34.19\u00a0ms');
    await expect(page.locator('#interval .answer')).toContainText('If you got 32.19\u00a0ms');
  });
});

test('the topics index lists every lesson under the topics of its front matter', async ({ page }) => {
  await page.goto('/topics/');
  const models = page.getByRole('heading', { name: 'Neuronal Models' });
  await expect(models).toBeVisible();
  const links = page.locator('section', { has: models }).getByRole('listitem').getByRole('link');
  await expect(links.first()).toHaveText('One neuron, three words');
  await expect(links.nth(1)).toHaveText('From Kirchhoff to the membrane equation');
  await page.goto(ONE);
  await page.locator('nav').getByRole('link', { name: 'Topics' }).first().click();
  await expect(page).toHaveURL(/\/topics\/$/);
});

test('a lesson says what it is for, how long it takes and what comes first', async ({ page }) => {
  await page.goto(FOUR);
  const head = page.getByRole('region', { name: 'About this lesson' });
  await expect(head).toContainText('To say when an integrate-and-fire neuron fires');
  await expect(head).toContainText('About 25 minutes.');
  await head.getByRole('link', { name: 'Solving it' }).click();
  await expect(page).toHaveURL(new RegExp(THREE));
});

test('every citation leads to an entry with a DOI', async ({ page }) => {
  let cited = 0;
  for (const path of [ONE, THREE, FOUR]) {
    await page.goto(path);
    for (const link of await page.locator('a[href^="#source-"]').all()) {
      const entry = page.locator((await link.getAttribute('href')) ?? '');
      await expect(entry.locator('a[href^="https://doi.org/10."]')).toHaveCount(1);
      cited++;
    }
  }
  expect(cited).toBeGreaterThan(5);
});

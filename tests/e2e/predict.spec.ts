import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

const STEP = { page: '/lessons/01-one-neuron-three-words/', id: 'draw-step' };
const AFTER = { page: '/lessons/04-threshold-reset-refractoriness/', id: 'draw-after-spike' };
const SPIKES = { page: STEP.page, id: 'where-are-the-spikes' };

/** Begins to draw. */
async function begin(page: Page, { page: address, id }: typeof STEP): Promise<Locator> {
  await page.goto(address);
  const task = page.locator(`#${id}`);
  await task.getByRole('button', { name: /^(Draw your prediction|Place your spikes)$/ }).click();
  await expect(task.getByRole('application')).toBeFocused();
  return task;
}
const reveal = (task: Locator) => task.getByRole('button', { name: 'Reveal what happens' });
const feedback = (task: Locator) => task.locator('.feedback');

/** px of a time and a potential on the page, from the box of the pad, which begins 12 px outside the axes. */
async function place(task: Locator, [from, to]: [number, number], [low, high]: [number, number]) {
  const box = await task.locator('.pad').boundingBox();
  if (!box) throw new Error('the pad is not on the page');
  return (t: number, u: number): [number, number] => [
    box.x + 12 + ((t - from) / (to - from)) * (box.width - 24),
    box.y + 12 + ((high - u) / (high - low)) * (box.height - 24),
  ];
}

/** Draws a course by mouse. */
async function draw(page: Page, path: readonly [number, number][]): Promise<void> {
  const [first, ...rest] = path;
  if (!first) return;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...point);
  await page.mouse.up();
}

/** 1.5 nA into the neuron of the course, from rest: −55 − 15 e^{−t/20} mV. */
const closedForm = (t: number) => -55 - 15 * Math.exp(-t / 20);
const times = Array.from({ length: 101 }, (_, k) => 2 * k);
/** The root mean square that a reader is told, mV. */
const distance = async (task: Locator) =>
  Number(/Your trace is ([\d.]+)\u00a0mV away/.exec((await feedback(task).textContent()) ?? '')?.[1] ?? NaN);

test.describe('a prediction drawn by mouse', () => {
  test('is close to nothing from the truth when it follows the closed form', async ({ page }) => {
    const task = await begin(page, STEP);
    const at = await place(task, [0, 200], [-80, -40]);
    await draw(
      page,
      times.map((t) => at(t, closedForm(t))),
    );
    await reveal(task).click();
    // The truth is over the prediction, and both are in view.
    await expect(task.locator('.board')).toBeInViewport({ ratio: 1 });
    await expect(feedback(task)).toContainText('Very close');
    // A pixel is a fifth of a millivolt high.
    expect(await distance(task)).toBeLessThanOrEqual(0.2);
    await expect(feedback(task)).toContainText('It never fires, and you expected no spike.');
    await expect(feedback(task)).toHaveAttribute('data-verdict', 'note');
  });

  test('is answered with the wrong idea it follows: a straight line', async ({ page }) => {
    const task = await begin(page, STEP);
    const at = await place(task, [0, 200], [-80, -40]);
    await draw(page, [at(0, -70), at(100, -62.5), at(200, -55)]);
    await reveal(task).click();
    await expect(feedback(task)).toContainText(
      '“The current flows steadily, so the potential climbs steadily”',
    );
    await expect(feedback(task)).toContainText('the line bends');
    await expect(feedback(task)).toHaveAttribute('data-verdict', 'wrong');
    // The line is furthest above where the slopes agree, at 20 ln 10 = 46.05 ms: 9.95 mV below the curve.
    const text = (await feedback(task).textContent())?.replaceAll('\u00a0', ' ') ?? '';
    const [, when, by] = /furthest off at ([\d.]+) ms, where it is ([\d.]+) mV too low/.exec(text) ?? [];
    const worst = closedForm(20 * Math.log(10)) - (-70 + (15 * 20 * Math.log(10)) / 200);
    expect(Math.abs(Number(by) - worst)).toBeLessThan(0.4); // two pixels
    expect(Math.abs(Number(when) - 20 * Math.log(10))).toBeLessThan(5); // the top is flat
  });

  test('is answered with the wrong idea it follows: a jump', async ({ page }) => {
    const task = await begin(page, STEP);
    const at = await place(task, [0, 200], [-80, -40]);
    await draw(page, [at(0, -70), at(2, -55), at(200, -55)]);
    await reveal(task).click();
    await expect(feedback(task)).toContainText('at its level as soon as the current flows');
  });

  test('stays when another experiment is chosen, and is judged anew', async ({ page }) => {
    const task = await begin(page, STEP);
    const at = await place(task, [0, 200], [-80, -40]);
    await draw(
      page,
      times.map((t) => at(t, closedForm(t))),
    );
    await reveal(task).click();
    await expect(feedback(task)).toContainText('Very close');
    await task.getByRole('combobox', { name: 'Draw it for' }).selectOption('0.75 nA');
    await expect(feedback(task)).toBeEmpty();
    await reveal(task).click();
    // Half the current, half the rise: 7.5 (1 − e^{−t/20}) too high, whose root mean square over 10 τ is
    // 7.5 √(1 − 2/10 + 1/20).
    expect(Math.abs((await distance(task)) - 7.5 * Math.sqrt(0.85))).toBeLessThan(0.2);
  });

  test('after a spike is told a reset to rest, and a spike that is painted', async ({ page }) => {
    const task = await begin(page, AFTER);
    const from = 20 * Math.log(5);
    const at = await place(task, [from, 100], [-80, -30]);
    await draw(page, [at(from, -50), at(from + 0.4, -70), at(from + 10, -70), at(from + 40, -52)]);
    await reveal(task).click();
    await expect(feedback(task)).toContainText(
      '“After a spike the neuron goes back to its resting potential”',
    );
    await task.getByRole('button', { name: 'Clear' }).click();
    const again = await place(task, [from, 100], [-80, -30]);
    await draw(page, [
      again(from, -50),
      again(from + 1, -32),
      again(from + 2, -65),
      again(from + 12, -65),
      again(90, -50),
    ]);
    await reveal(task).click();
    await expect(feedback(task)).toContainText('has no shape');
  });

  test('after a spike is close when it follows the rule', async ({ page }) => {
    const task = await begin(page, AFTER);
    const from = 20 * Math.log(5);
    const at = await place(task, [from, 100], [-80, -30]);
    const climb = 20 * Math.log(4);
    const u = (t: number) => {
      const s = (t - from) % (10 + climb);
      return s < 10 ? -65 : -45 - 20 * Math.exp(-(s - 10) / 20);
    };
    const grid = Array.from({ length: 136 }, (_, k) => from + (k * (100 - from)) / 135);
    await draw(page, [at(from, -50), ...grid.map((t) => at(t, u(t)))]);
    await reveal(task).click();
    await expect(feedback(task)).toContainText('You expected the one spike');
    await expect(feedback(task)).toHaveAttribute('data-verdict', 'note');
  });
});

test.describe('a prediction placed by keyboard alone', () => {
  test('takes points where the cursor is, says so, and takes them back', async ({ page }) => {
    await page.goto(STEP.page);
    const task = page.locator(`#${STEP.id}`);
    await task.getByRole('button', { name: 'Draw your prediction' }).focus();
    await page.keyboard.press('Enter');
    await expect(task.getByRole('application', { name: 'Draw your trace' })).toBeFocused();
    const said = task.locator('.said');

    await page.keyboard.press('ArrowRight');
    await expect(said).toHaveText('0.0\u00a0ms, −70.0\u00a0mV');
    // The chart is as high as the place it was given: its axes are where the pad takes them to be.
    const board = await task.locator('.board').boundingBox();
    expect(await task.locator('canvas').boundingBox()).toEqual(board);
    // The cursor stands on the level of rest, where the pad says −70 mV is.
    const at = await place(task, [0, 200], [-80, -40]);
    const knob = await task.locator('.knob').boundingBox();
    const [left, top] = at(0, -70);
    expect(Math.abs((knob?.x ?? NaN) + (knob?.width ?? NaN) / 2 - left)).toBeLessThan(1);
    expect(Math.abs((knob?.y ?? NaN) + (knob?.height ?? NaN) / 2 - top)).toBeLessThan(1);
    await page.keyboard.press('Enter');
    await expect(said).toHaveText('Point at 0.0\u00a0ms, −70.0\u00a0mV; 1 point.');
    await reveal(task).focus();
    await page.keyboard.press('Enter');
    await expect(said).toContainText('a trace takes at least two points');
    await expect(feedback(task)).toBeEmpty();

    // 5 ms and 1 mV a step, after the closed form.
    await task.getByRole('application').focus();
    let height = -70;
    for (let k = 0; k < 40; k++) {
      await page.keyboard.press('ArrowRight');
      for (; Math.round(closedForm(5 * (k + 1))) > height; height++) await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
    }
    await expect(said).toHaveText('Point at 200.0\u00a0ms, −55.0\u00a0mV; 41 points.');
    await page.keyboard.press('Backspace');
    await expect(said).toHaveText('Point at 200.0\u00a0ms, −55.0\u00a0mV taken away.');
    await page.keyboard.press('Control+z');
    await expect(said).toHaveText('Undone.');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(said).toHaveText('200.0\u00a0ms, −54.8\u00a0mV');

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(reveal(task)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(feedback(task)).not.toBeEmpty();
    // Rounded to 1 mV, a trace is 1/√12 = 0.29 mV away.
    expect(await distance(task)).toBeLessThan(0.6);
  });

  test('places spikes and matches them with the true ones', async ({ page }) => {
    const task = await begin(page, SPIKES);
    const said = task.locator('.said');
    await page.keyboard.press('ArrowRight');
    // At 40, 85 and 120 ms. Without a leak 1 nA needs 40 ms for 20 mV, and 2 ms of waiting from then on: the true
    // ones come at 40, 82, 124 and 166 ms.
    for (const steps of [8, 9, 7]) {
      for (let k = 0; k < steps; k++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
    }
    await expect(said).toHaveText('Spike at 120.0\u00a0ms.');
    await reveal(task).click();
    await expect(feedback(task)).toContainText(
      'You expected 3 of the 4 spikes, on average 2.3\u00a0ms away; 1 missing. ' +
        'Turning your spikes into the true ones costs 1.7:',
    );
    await task.getByRole('button', { name: 'Clear' }).click();
    await reveal(task).click();
    await expect(said).toContainText('If you expect none, press the button again');
    await reveal(task).click();
    await expect(feedback(task)).toContainText('You expected none of the 4 spikes; 4 missing.');
  });
});

test.describe('a prediction drawn by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 800 } });
  test('is drawn while the page stands still', async ({ page }) => {
    const task = await begin(page, STEP);
    const at = await place(task, [0, 200], [-80, -40]);
    const before = await page.evaluate(() => scrollY);
    const session = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove', [x, y]: [number, number]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
    await touch('touchStart', at(0, -70));
    for (const t of times.slice(1)) await touch('touchMove', at(t, closedForm(t)));
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await reveal(task).click();
    await expect(feedback(task)).toContainText(/^(Very close|Close)/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the axes stand empty until the answer is opened', async ({ page }) => {
    await page.goto(STEP.page);
    const task = page.locator(`#${STEP.id}`);
    await expect(task).toContainText('Draw the potential.');
    await expect(task.locator('svg:visible')).toHaveCount(1);
    await expect(task.locator('svg:visible .truth')).toHaveCSS('visibility', 'hidden');
    await expect(task.getByRole('button')).toHaveCount(0);
    await task.locator('summary').click();
    await expect(task.locator('svg:visible .truth')).toHaveCSS('visibility', 'visible');
    await expect(task).toContainText('u settles at −55.0\u00a0mV');
    await expect(task).toContainText('the line bends');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing before and after a reveal, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const task = await begin(page, AFTER);
      const violations = async () =>
        (await new AxeBuilder({ page }).include(`#${AFTER.id}`).analyze()).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
        );
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      expect(await violations()).toEqual([]);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await reveal(task).click();
      await expect(feedback(task)).not.toBeEmpty();
      expect(await violations()).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}

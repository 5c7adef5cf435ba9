import { expect, test } from '@playwright/test';

for (const [name, viewport] of [
  ['a phone', { width: 360, height: 640 }],
  ['a laptop', { width: 1280, height: 800 }],
] as const) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test('the first screen holds one sentence, one neuron and its slider', async ({ page }) => {
      await page.goto('/');
      const sentence = page.getByText('Learn how a neuron turns current into spikes');
      const neuron = page.getByRole('figure');
      await expect(neuron).toHaveCount(1);
      for (const part of [sentence, neuron.getByRole('img').first(), neuron.getByRole('slider')]) {
        await expect(part).toBeInViewport({ ratio: 1 });
      }
    });
  });
}

test('arrow keys bring the current to the rheobase: the neuron falls silent, says why, and fires just above', async ({
  page,
}) => {
  await page.goto('/');
  const neuron = page.getByRole('figure');
  // 2.5 nA: first spike after 20 ms · ln 5 = 32.19 ms, then every 2 ms + 20 ms · ln 5 = 34.19 ms.
  await expect(neuron).toContainText('34.19 ms');
  await expect(neuron).toContainText('29.25 Hz');

  const slider = neuron.getByRole('slider');
  await slider.focus();
  const steps = Math.round((2.5 - 2) / Number(await slider.getAttribute('step')));
  for (let pressed = 0; pressed < steps; pressed += 1) await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', '2 nA');
  // Exactly the rheobase, (V_th - E_L) / R_m = 20 mV / 10 MOhm: the threshold is reached only in the limit.
  await expect(neuron).toContainText('It never fires');
  await expect(neuron).toContainText('exactly the rheobase');

  await page.keyboard.press('ArrowRight');
  await expect(neuron).not.toContainText('It never fires');
});

test('without JavaScript the neuron is drawn and its sentence stands there', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('/');
  const neuron = page.getByRole('figure');
  await expect(neuron.locator('svg').first()).toBeVisible();
  await expect(neuron).toContainText('29.25 Hz');
  await context.close();
});

test('every lesson of the course is on the path, in the order of the sidebar', async ({ page }) => {
  await page.goto('/');
  const path = page.getByRole('main').getByRole('listitem').getByRole('link');
  const titles = await path.allTextContents();
  const sidebar = await page
    .getByRole('navigation', { name: 'Main' })
    .locator('a[href^="/lessons/"]')
    .allTextContents();
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.map((title) => title.trim())).toEqual(sidebar.map((title) => title.trim()));
  await path.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[0]!);
});

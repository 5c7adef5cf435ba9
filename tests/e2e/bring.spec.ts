/** What a reader brings from elsewhere: here always the closed form of another neuron. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { closedLif } from '../sim/closed-lif.ts';
import { wake } from './pages.ts';

// R·I = 25 mV under the figure's 2.5 nA from time 0.
const OTHER = { R: 10, C: 1.5, rest: -70, threshold: -48, reset: -66, refractory: 4, first: -70 };
const STEP = { amplitude: 2.5, on: 0, off: 1e9 };
const { t, V, spikes } = closedLif(OTHER, STEP, 0.2, 200);
/** The neuron of the figure, the default of the course, at the same times. */
const own = closedLif(
  { R: 10, C: 2, rest: -70, threshold: -50, reset: -70, refractory: 2, first: -70 },
  STEP,
  0.2,
  200,
);
const CSV = ['t (ms), V (mV)', ...Array.from(t, (x, k) => `${x.toFixed(1)}, ${V[k]!.toFixed(5)}`)].join('\n');
const apart = Array.from(V, (v, k) => v - own.V[k]!);
const RMS = Math.sqrt(apart.reduce((sum, d) => sum + d * d, 0) / apart.length).toFixed(2);

async function open(page: Page): Promise<Locator> {
  await page.goto('/contribute/live-figures/');
  const figure = page.locator('figure#first-neuron');
  await wake(figure);
  return figure;
}
const tool = (figure: Locator) => figure.getByRole('button', { name: 'Your data' });
const box = (figure: Locator) => figure.getByRole('textbox', { name: 'Spike times, or a trace' });
const show = (figure: Locator) => figure.getByRole('button', { name: 'Show', exact: true });
const reading = (figure: Locator) => figure.locator('.bring .reading');
async function bring(figure: Locator, text: string): Promise<void> {
  await tool(figure).click();
  await box(figure).fill(text);
  await show(figure).click();
}
const picture = (figure: Locator) =>
  figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
/** The number in a row of the fit. */
async function fitted(figure: Locator, name: string): Promise<number> {
  const row = figure.getByRole('row', { name });
  return Number((await row.locator('td').first().innerText()).replace('\u2212', '-').split(/\s/)[0]);
}
async function drop(figure: Locator, name: string, text: string): Promise<void> {
  const transfer = await figure.page().evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content!], file!, { type: 'text/csv' }));
      return data;
    },
    [name, text],
  );
  await figure.locator('.demo').dispatchEvent('drop', { dataTransfer: transfer });
}

test('a trace from elsewhere is drawn over the run, measured, fitted, and its values used', async ({
  page,
}) => {
  const figure = await open(page);
  const worker = page.waitForEvent('worker');
  await tool(figure).click();
  await expect(figure.locator('.live')).toBeVisible();
  const before = await picture(figure);
  await box(figure).fill(CSV);
  await show(figure).click();
  expect((await worker).url()).toContain('bring.worker');
  await expect(reading(figure)).toContainText(
    '1,001 samples from 0.0 to 200.0 ms, between −70.0 and −48.0 mV, with 6 spikes.',
  );
  await expect(reading(figure)).toContainText(
    `Your trace is ${RMS} mV from the run (root mean square of 1,001 samples)`,
  );
  expect(await picture(figure)).not.toBe(before);

  await figure.getByRole('button', { name: 'Fit', exact: true }).click();
  await expect(figure.getByRole('row')).toHaveCount(9);
  for (const [name, truth] of [
    ['membrane resistance', 10],
    ['membrane capacitance', 1.5],
    ['membrane time constant', 15],
    ['resting potential', -70],
    ['threshold', -48],
    ['reset potential', -66],
    ['refractory period', 4],
  ] as const) {
    expect(Math.abs((await fitted(figure, name)) / truth - 1)).toBeLessThan(0.01);
  }
  await expect(figure.locator('.bring')).toContainText('for a neuron that began at rest');

  await figure.getByRole('button', { name: 'Use these values' }).click();
  await expect(figure.locator('.bring')).toContainText('The run now has these values.');
  await expect(reading(figure)).toContainText('6 of your 6 spikes have a partner within 1 ms');
  // The figure's own sentence, of the closed form's first spike: 15·ln(25/3) ms.
  await expect(figure.locator('.sentence')).toContainText(`first at ${spikes[0]!.toFixed(2)} ms`);
  expect(page.url()).toContain('C_m=1.5');
  // A fit is of the current it was made with.
  await figure.getByRole('textbox', { name: 'current in nA' }).fill('3');
  await expect(figure.getByRole('table')).toBeHidden();
});

test('the table that Save writes can be brought back', async ({ page }) => {
  const figure = await open(page);
  await figure.getByRole('button', { name: 'Save' }).click();
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'CSV' }).click();
  const path = await (await download).path();
  await tool(figure).click();
  await figure.locator('.bring input[type=file]').setInputFiles(path);
  await expect(reading(figure)).toContainText('Your trace runs as the run does, within 0.01 mV.');
  await expect(reading(figure)).toContainText('with 5 spikes');
});

test('the page about tables has one to try, which the figure takes', async ({ page }) => {
  const figure = await open(page);
  await tool(figure).click();
  await figure.getByRole('link', { name: 'More about tables' }).click();
  await expect(page.getByRole('heading', { name: 'Data in, data out' })).toBeInViewport();
  const href = await page.getByRole('link', { name: 'the trace of another neuron' }).getAttribute('href');
  const table = await (await page.request.get(href!)).text();
  const again = await open(page);
  await bring(again, table);
  await expect(reading(again)).toContainText('801 samples from 0.0 to 200.0 ms');
  await again.getByRole('button', { name: 'Fit', exact: true }).click();
  // Its first rows name the truth; noise of 0.1 mV.
  await expect.poll(() => fitted(again, 'membrane capacitance')).toBeGreaterThan(1.48);
  expect(await fitted(again, 'membrane capacitance')).toBeLessThan(1.52);
});

test('what cannot be read is said with its row; the text and what was shown stay', async ({ page }) => {
  const figure = await open(page);
  await bring(figure, '10\n20');
  await expect(reading(figure)).toContainText('2 spikes, from 10.00 to 20.00 ms.');
  for (const [text, sentence] of [
    ['t,V\n0,-70\n1,NaN', 'row 3: the potential must be a finite number, got "NaN".'],
    ['5\n4', 'row 2: the time must be after the one before (5 ms), got 4 ms.'],
    ['0;-70,5\n1', 'row 2 must have 2 columns as the rows before it, got 1: "1".'],
    ['<img src=x onerror=alert(1)>', 'there must be at least one row of numbers'],
  ] as const) {
    await box(figure).fill(text);
    await show(figure).click();
    await expect(figure.locator('.bring [role=alert]')).toContainText(sentence);
    await expect(box(figure)).toHaveValue(text);
    await expect(reading(figure)).toContainText('2 spikes');
  }
  await figure.getByRole('button', { name: 'Remove' }).click();
  await expect(reading(figure)).toHaveCount(0);
  await expect(figure.locator('.bring [role=alert]')).toBeHidden();
});

test('a million rows are read; a file that is no text, or longer, is refused', async ({ page }) => {
  const figure = await open(page);
  await tool(figure).click();
  const file = (name: string, text: string) =>
    figure
      .locator('.bring input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await file('long.csv', Array.from({ length: 1_000_000 }, (_, k) => (k / 5000).toFixed(4)).join('\n'));
  await expect(reading(figure)).toContainText('1,000,000 spikes, from 0.00 to 200.00 ms.');
  await expect(box(figure)).toHaveValue('');
  await file('picture.csv', 'PNG\0\0\0');
  await expect(figure.locator('.bring [role=alert]')).toContainText('this is no text');
  await file('large.csv', '1'.repeat(10_000_001));
  await expect(figure.locator('.bring [role=alert]')).toContainText(
    '"large.csv" has 10.0 MB; at most 10 MB are read.',
  );
  await expect(reading(figure)).toContainText('1,000,000 spikes');
});

test('a reading that takes long can be cancelled, and begun again', async ({ page }) => {
  const figure = await open(page);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/bring.worker*.js', async (route) => {
    await released;
    await route.continue();
  });
  await bring(figure, '10\n20');
  await figure.getByRole('button', { name: 'Cancel' }).click();
  await expect(figure.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  await expect(reading(figure)).toHaveCount(0);
  release();
  await show(figure).click();
  await expect(reading(figure)).toContainText('2 spikes');
});

test('a table is dropped on the figure; while the tool is closed a sentence says where it goes', async ({
  page,
}) => {
  const figure = await open(page);
  await drop(figure, 'spikes.csv', '32.2\n66.4');
  await expect(figure).toContainText('“Your data” below the figure takes it');
  await tool(figure).click();
  await expect(box(figure)).toBeVisible();
  await drop(figure, 'spikes.csv', '32.2\n66.4');
  await expect(reading(figure)).toContainText('2 of your 2 spikes have a partner within 1 ms');
  await expect(box(figure)).toHaveValue('32.2\n66.4');
  // It stays while the tool is closed.
  await tool(figure).click();
  await expect(reading(figure)).toHaveCount(0);
  await tool(figure).click();
  await expect(reading(figure)).toContainText('2 spikes');
});

test('is operated by keyboard alone', async ({ page }) => {
  const figure = await open(page);
  await tool(figure).focus();
  await page.keyboard.press('Enter');
  await expect(box(figure)).toBeVisible();
  await box(figure).focus();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(figure.locator('.bring [role=alert]')).toContainText('row 2');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('9');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(reading(figure)).toContainText('2 spikes');
  await page.keyboard.press('Escape');
  await expect(tool(figure)).toBeFocused();
});

test('stands only under figures of a potential over time, and fits only the plain neuron', async ({
  page,
}) => {
  await page.goto('/gallery/distance/');
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Your data' })).toHaveCount(0);
  await page.goto('/gallery/adex/');
  const figure = page.locator('figure.experiment').first();
  await bring(figure, CSV);
  await expect(reading(figure)).toContainText('1,001 samples');
  await expect(figure.locator('.bring')).toContainText('A fit is offered where the neuron is a leaky');
  await expect(figure.getByRole('button', { name: 'Fit', exact: true })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the tool, and nothing overflows at 320 px, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    const figure = await open(page);
    await bring(figure, CSV);
    await figure.getByRole('button', { name: 'Fit', exact: true }).click();
    await expect(figure.getByRole('row')).toHaveCount(9);
    const { violations } = await new AxeBuilder({ page }).include('figure#first-neuron').analyze();
    expect(violations).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

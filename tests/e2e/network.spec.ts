/** The network figure: it runs when it is told to, in a worker, and keeps what it has until it has something newer. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { parseNetworkExperiment } from '../../src/sim/network-parse.ts';
import { simulateNetwork } from '../../src/sim/network-simulate.ts';
import { tabTo, wake } from './pages.ts';

/** The figure on its page, alive, small enough to be quick. */
async function open(page: Page, size = '1000'): Promise<Locator> {
  await page.goto('/gallery/network/');
  const figure = page.locator('figure#network');
  await wake(figure);
  await figure.getByRole('combobox', { name: 'excitatory neurons' }).selectOption(size);
  return figure;
}
const sentence = (figure: Locator) => figure.locator('.sentence');
const button = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });
const box = (figure: Locator, name: string) => figure.getByRole('textbox', { name, exact: true });

/** Runs to the end. */
async function run(figure: Locator): Promise<string> {
  await button(figure, 'Run').click();
  await expect(figure.locator('progress')).toHaveCount(0);
  await expect(button(figure, 'Run')).toBeVisible();
  await expect(figure.locator('.live:not([hidden]) canvas')).toHaveCount(1);
  return sentence(figure).innerText();
}

test('the network is a picture with its sentence before any script runs', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto('/gallery/network/');
  const figure = page.locator('figure#network');
  await expect(figure.locator('svg:visible')).toHaveCount(1);
  await expect(sentence(figure)).toContainText(
    'the parameters of AI (asynchronous irregular), 5,000 neurons',
  );
  await expect(figure.locator('.controls')).toBeHidden();
  await page.close();
});

test('the network runs only when its button is pressed, tells how far it is, and then what it found', async ({
  page,
}) => {
  const figure = await open(page);
  await expect(figure).toContainText('The settings have changed: press Run.');
  await expect(figure.locator('canvas')).toHaveCount(0);
  const first = await sentence(figure).innerText();
  await box(figure, 'length of the run in ms').fill('3000');
  await button(figure, 'Run').click();
  await expect(figure.getByRole('progressbar')).toBeVisible();
  await expect(figure).toContainText(/\d+\s% of 3000\sms/);
  await expect(sentence(figure)).toHaveText(first);
  await expect(button(figure, 'Run')).toBeVisible();
  await expect(sentence(figure)).toContainText(
    /^With g\s=\s5 and η\s=\s2, the parameters of AI .* 1,250 neurons fire at/,
  );
  await expect(sentence(figure)).toContainText('in 2900\u00a0ms');
  await expect(sentence(figure)).toContainText('So small a network blurs the states.');
  await expect(figure).not.toContainText('The settings have changed');
  await expect(figure.getByRole('img', { name: 'Spikes of 60 of 1250 neurons' })).toBeVisible();
});

test('the still is of the run that Run makes first: the same sentence comes again', async ({ page }) => {
  const figure = await open(page, '4000');
  const said = await sentence(figure).innerText();
  expect(await run(figure)).toBe(said);
});

test('two runs with the same seed say the same, another seed says something else', async ({ page }) => {
  const figure = await open(page);
  const first = await run(figure);
  await box(figure, 'seed').fill('2');
  expect(await run(figure)).not.toBe(first);
  await box(figure, 'seed').fill('1');
  expect(await run(figure)).toBe(first);
});

test('Stop ends a run, and the figure shows what it showed before', async ({ page }) => {
  const figure = await open(page);
  const first = await run(figure);
  await figure.getByRole('combobox', { name: 'state' }).selectOption('SR');
  await figure.getByRole('combobox', { name: 'excitatory neurons' }).selectOption('4000');
  await box(figure, 'length of the run in ms').fill('3000');
  await button(figure, 'Run').click();
  await button(figure, 'Stop').click();
  await expect(figure).toContainText('Stopped. The figure shows the run before it.');
  await expect(sentence(figure)).toHaveText(first);
  await expect(figure.getByRole('progressbar')).toHaveCount(0);
  await expect(button(figure, 'Run')).toBeVisible();
});

test('a state sets its two numbers, and other numbers are those of no state', async ({ page }) => {
  const figure = await open(page);
  const state = figure.getByRole('combobox', { name: 'state' });
  await state.selectOption('SI-slow');
  await expect(box(figure, 'strength of inhibition')).toHaveValue('4.5');
  await expect(box(figure, 'drive from outside')).toHaveValue('0.9');
  expect(await run(figure)).toContain('the parameters of SI\u00a0slow (synchronous irregular, slow)');
  await box(figure, 'strength of inhibition').fill('4');
  await expect(state).toHaveValue('');
  expect(await run(figure)).toContain('With g\u00a0=\u00a04 and η\u00a0=\u00a00.9, 1,250 neurons fire at');
});

test('what is no number in range is named, stays in its box, and cannot be run', async ({ page }) => {
  const figure = await open(page);
  await box(figure, 'length of the run in ms').fill('50');
  await expect(figure).toContainText(
    'Length of the run must be a whole number, from 200 to 3000 ms, got 50 ms.',
  );
  await expect(button(figure, 'Run')).toBeDisabled();
  await expect(box(figure, 'length of the run in ms')).toHaveValue('50');
  await box(figure, 'length of the run in ms').fill('300');
  await expect(button(figure, 'Run')).toBeEnabled();
});

test('the files of a run are its spikes, and the experiment that gives them again on the command line', async ({
  page,
}) => {
  const figure = await open(page);
  await box(figure, 'length of the run in ms').fill('200');
  await run(figure);
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(figure, name).click()]);
    await expect(figure).toContainText(`${download.suggestedFilename()}`);
    return readFileSync(await download.path(), 'utf8');
  };
  const experiment = await saved('Save experiment (JSON)');
  const { spikes, senders } = simulateNetwork(parseNetworkExperiment(JSON.parse(experiment)));
  const [, ...rows] = (await saved('Save spikes (CSV)')).trimEnd().split('\n');
  expect(rows.length).toBeGreaterThan(1000);
  expect(rows.map((row) => row.split(',').slice(0, 2).map(Number))).toEqual(
    Array.from(spikes, (time, s) => [time, senders[s]]),
  );
});

test('a run whose worker does not come says so, and what was there stays', async ({ page }) => {
  await page.route('**/*network.worker*', (route) => route.abort());
  const figure = await open(page);
  const said = await sentence(figure).innerText();
  await button(figure, 'Run').click();
  await expect(figure).toContainText('The run broke off: its program could not be loaded.');
  await expect(sentence(figure)).toHaveText(said);
  await expect(button(figure, 'Run')).toBeEnabled();
});

test('the network can be run with the keyboard alone', async ({ page }) => {
  const figure = await open(page);
  const go = figure.getByRole('button', { name: /^(Run|Stop)$/ });
  await figure.getByRole('combobox', { name: 'state' }).focus();
  await tabTo(page, figure.getByRole('slider', { name: 'seed' }));
  await page.keyboard.press('ArrowRight');
  await expect(box(figure, 'seed')).toHaveValue('2');
  await tabTo(page, go);
  await page.keyboard.press('Enter');
  await expect(figure.locator('canvas')).toHaveCount(1);
  await expect(go).toHaveText('Run');
  await expect(go).toBeFocused();
});

test('the network has no accessibility violations, at rest, in a run, with a refusal and with its result', async ({
  page,
}) => {
  const figure = await open(page);
  const violations = async () =>
    (await new AxeBuilder({ page }).include('figure#network').analyze()).violations;
  expect(await violations()).toEqual([]);
  await run(figure);
  expect(await violations()).toEqual([]);
  await figure.getByRole('combobox', { name: 'excitatory neurons' }).selectOption('4000');
  await box(figure, 'length of the run in ms').fill('3000');
  await button(figure, 'Run').click();
  await expect(figure.getByRole('progressbar')).toBeVisible();
  await box(figure, 'seed').fill('x');
  expect(await violations()).toEqual([]);
  await button(figure, 'Stop').click();
});

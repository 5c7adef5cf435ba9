/** The hidden neuron: it is found by measuring, judged fairly, and not given away before it is asked for. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Estimates } from '../../src/components/demos/hidden/hidden-kinds.ts';
import { hiddenNeuron } from '../../src/components/demos/hidden/hidden-neuron.ts';
import { truthOf } from '../../src/components/demos/hidden/hidden-score.ts';
import { tabTo, wake } from './pages.ts';

const SEED = 2026;
const BOXES: Readonly<Record<keyof Estimates, string>> = {
  E_L: 'estimate of the resting potential in mV',
  R_m: 'estimate of the membrane resistance in MΩ',
  tau: 'estimate of the time constant in ms',
  V_th: 'estimate of the threshold in mV',
  V_reset: 'estimate of the reset potential in mV',
  t_ref: 'estimate of the refractory period in ms',
};
const NAMES = Object.keys(BOXES) as (keyof Estimates)[];

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/gallery/hidden/${query}`);
  const figure = page.locator('figure#hidden');
  await wake(figure);
  return figure;
}
const box = (figure: Locator, name: string) => figure.getByRole('textbox', { name, exact: true });
const button = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true });
const sentence = (figure: Locator) => figure.locator('.sentence');
const summary = (figure: Locator) => figure.locator('.summary');
const reply = (figure: Locator, name: keyof Estimates) => figure.locator(`#hidden-reply-${name}`);

async function measure(figure: Locator, current: string): Promise<void> {
  await box(figure, 'current in nA').fill(current);
  await button(figure, 'Measure').click();
  await expect(sentence(figure)).toContainText(
    `${current.replace('-', '\u2212')}\u00a0nA from 20 to 200\u00a0ms`,
  );
}

/** Puts the cursor somewhere. @returns the potentials it reads, mV */
async function read(figure: Locator, time: string): Promise<number[]> {
  await box(figure, 'read the trace at in ms').fill(time);
  const said = figure.locator('.reading');
  await expect(said).toContainText(/At t\s=/);
  const text = (await said.innerText()).replaceAll('\u2212', '-');
  return Array.from(text.matchAll(/(-?\d+\.\d+)\smV/g), ([, value]) => Number(value));
}

async function enter(figure: Locator, estimates: Estimates): Promise<void> {
  for (const name of NAMES) await box(figure, BOXES[name]).fill(String(estimates[name]));
}

test('without JavaScript there is a measurement to look at, and its sentence', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto('/gallery/hidden/');
  const figure = page.locator('figure#hidden');
  await expect(figure.locator('svg:visible')).toHaveCount(1);
  await expect(sentence(figure)).toHaveText(
    'Measurement 1: 1\u00a0nA from 20 to 200\u00a0ms. It does not fire.',
  );
  await expect(figure.locator('.controls')).toBeHidden();
  await page.close();
});

test('the chart takes the place of the still when a pointer comes, and the pointer reads the trace', async ({
  page,
}) => {
  const figure = await open(page);
  const plot = figure.getByRole('img', { name: 'Membrane potential and input current over time' });
  await plot.hover();
  await expect(figure.locator('.live:not([hidden]) canvas')).toHaveCount(1);
  await plot.hover({ position: { x: 200, y: 100 } });
  await expect(figure.locator('.reading')).toContainText(/^At t\s=\s\d+\.\d\d\sms the potential is u\s=\s/);
});

test('what is read off two traces solves it, and the page is told once', async ({ page }) => {
  const figure = await open(page);
  await figure.evaluate((element) => {
    element.addEventListener('passed', (event) => {
      const { id } = (event as CustomEvent<{ id: string }>).detail;
      element.dataset['told'] = `${element.dataset['told'] ?? ''}${id};`;
    });
  });
  await measure(figure, '-2');
  const [E_L] = await read(figure, '10');
  const [level] = await read(figure, '199.9');
  const at63 = E_L! + 0.63 * (level! - E_L!);
  let [low, high] = [20, 200];
  while (high - low > 0.05) {
    const middle = (low + high) / 2;
    const [value] = await read(figure, middle.toFixed(2));
    if (value! > at63) low = middle;
    else high = middle;
  }
  await measure(figure, '20');
  const spike = Number(/at (\d+\.\d+)/.exec(await sentence(figure).innerText())![1]);
  const [peak, after] = await read(figure, String(spike));
  let end = spike + 0.1;
  while ((await read(figure, end.toFixed(2)))[0]! - after! < 0.05) end += 0.1;
  await enter(figure, {
    E_L: E_L!,
    R_m: Number(((level! - E_L!) / -2).toFixed(3)),
    tau: Number((low - 20).toFixed(2)),
    V_th: peak!,
    V_reset: after!,
    t_ref: Number((end - spike).toFixed(2)),
  });
  await button(figure, 'Check').click();
  for (const name of NAMES) await expect(reply(figure, name)).toContainText('Right.');
  await expect(summary(figure)).toHaveText(
    '6 of 6 within tolerance, after 3 measurements and 1 check. You have found the hidden neuron.',
  );
  await button(figure, 'Check').click();
  await expect(summary(figure)).toContainText('2 checks');
  expect(await figure.getAttribute('data-told')).toBe('hidden;');
  await expect(page.locator('[id][data-passed]')).toHaveId('hidden');
});

test('it can be solved by keyboard alone', async ({ page }) => {
  const figure = await open(page);
  const truth = truthOf(hiddenNeuron(SEED));
  await box(figure, 'read the trace at in ms').focus();
  await tabTo(page, box(figure, 'current in nA'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('5');
  await tabTo(page, button(figure, 'Measure'));
  await page.keyboard.press('Enter');
  await expect(sentence(figure)).toContainText('Measurement 2: 5\u00a0nA from 20 to 200\u00a0ms. It fires');
  for (const name of NAMES) {
    await tabTo(page, box(figure, BOXES[name]));
    await page.keyboard.type(String(truth[name]));
  }
  await page.keyboard.press('Enter');
  await expect(summary(figure)).toContainText('6 of 6 within tolerance, after 2 measurements and 1 check.');
});

test('a wrong estimate is too high or too low, with a hint that says more the second time', async ({
  page,
}) => {
  const figure = await open(page);
  const truth = truthOf(hiddenNeuron(SEED));
  await enter(figure, { ...truth, R_m: 1.05 * truth.R_m, V_th: truth.V_th - 1, t_ref: truth.t_ref + 0.3 });
  await button(figure, 'Check').click();
  await expect(reply(figure, 'R_m')).toContainText('Too high. Send a current too weak');
  await expect(reply(figure, 'V_th')).toContainText('Too low. Make it fire, and look where');
  await expect(reply(figure, 't_ref')).toContainText('Too high. Make it fire by a strong current');
  await expect(reply(figure, 'tau')).toHaveText(/Right\.\s*$/);
  await expect(summary(figure)).toHaveText('3 of 6 within tolerance, after 1 measurement and 1 check.');
  await button(figure, 'Check').click();
  await expect(reply(figure, 'R_m')).toContainText('Ohm’s law');
});

test('an entry that is no estimate is named and stays, and nothing is judged', async ({ page }) => {
  const figure = await open(page);
  await enter(figure, truthOf(hiddenNeuron(SEED)));
  await box(figure, BOXES.R_m).fill('lots');
  await box(figure, BOXES.tau).fill('');
  await button(figure, 'Check').click();
  await expect(reply(figure, 'R_m')).toHaveText(
    'Membrane resistance must be a number from 0 to 1000 MΩ, got "lots".',
  );
  await expect(reply(figure, 'tau')).toContainText(
    'Time constant must be a number from 0 to 1000 ms, got an empty box.',
  );
  await expect(box(figure, BOXES.R_m)).toHaveValue('lots');
  await expect(summary(figure)).toContainText('Nothing was judged');
  await expect(figure).not.toContainText('Right.');
});

test('a current that ends before it starts, or is too strong, is refused in a sentence', async ({ page }) => {
  const figure = await open(page);
  await box(figure, 'current in nA').fill('50');
  await expect(figure).toContainText('Current must be a number from −5 to 20 nA, got 50 nA.');
  await expect(button(figure, 'Measure')).toBeDisabled();
  await box(figure, 'current in nA').fill('5');
  await box(figure, 'it ends at in ms').fill('10');
  await expect(figure).toContainText('The current must end after it starts, at 20\u00a0ms; got 10\u00a0ms.');
  await expect(button(figure, 'Measure')).toBeDisabled();
  await box(figure, 'it starts at in ms').fill('5');
  await expect(button(figure, 'Measure')).toBeEnabled();
});

test('nothing of the neuron is in the page before the answer is asked for; then it counts as given up', async ({
  page,
}) => {
  const html = await (await page.request.get('/gallery/hidden/')).text();
  const neuron = hiddenNeuron(SEED);
  expect(html).not.toMatch(/&quot;(C_m|V_m)&quot;/);
  const figure = await open(page);
  await measure(figure, '0.5');
  const minus = (value: number) => String(value).replace('-', '\u2212');
  const secrets = [minus(neuron.V_th), `${neuron.R_m}\u00a0MΩ`, `${neuron.R_m} MΩ`];
  const before = `${await figure.innerText()}${await figure.ariaSnapshot()}`;
  for (const secret of secrets) expect(before).not.toContain(secret);
  await enter(figure, { ...truthOf(neuron), V_th: neuron.V_th + 3 });
  await button(figure, 'Show the answer').click();
  await expect(reply(figure, 'V_th')).toContainText(`It is ${minus(neuron.V_th)}\u00a0mV.`);
  await expect(reply(figure, 'R_m')).toContainText(`It is ${neuron.R_m}\u00a0MΩ.`);
  await expect(summary(figure)).toContainText('this neuron counts as given up');
  await expect(summary(figure)).toContainText(
    'The dashed line is what a neuron of your estimates would have done.',
  );
  await expect(button(figure, 'Check')).toHaveCount(0);
});

test('a link fixes the neuron, the same for everybody, and another number is another neuron', async ({
  page,
}) => {
  const figure = await open(page, '?hidden=17');
  await expect(figure).toContainText('Neuron number 17');
  await enter(figure, truthOf(hiddenNeuron(17)));
  await button(figure, 'Check').click();
  await expect(summary(figure)).toContainText('6 of 6');
  await button(figure, 'New neuron').click();
  await expect(figure).not.toContainText('Neuron number 17');
  await expect(box(figure, BOXES.R_m)).toHaveValue('');
  await expect(figure.locator('tbody tr')).toHaveCount(1);
});

test('Copy link gives the link to the neuron that is there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await open(page, '?hidden=18');
  await button(figure, 'Copy link').click();
  await expect(figure).toContainText('The link to this neuron is copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /\/gallery\/hidden\/\?hidden=18#hidden$/,
  );
});

test('a number that is none is refused in a sentence, and the page goes on with its own neuron', async ({
  page,
}) => {
  const figure = await open(page, '?hidden=12monkeys');
  await expect(figure).toContainText(
    'The link asks for the hidden neuron "12monkeys": its number must be a whole number from 0 to 4294967295. This is neuron 2026 instead.',
  );
  await enter(figure, truthOf(hiddenNeuron(SEED)));
  await button(figure, 'Check').click();
  await expect(summary(figure)).toContainText('6 of 6');
});

test('measurements are listed, shown again and compared; with noise alone the tolerances are wider', async ({
  page,
}) => {
  const figure = await open(page);
  await measure(figure, '5');
  await measure(figure, '-3');
  await expect(figure.locator('tbody tr')).toHaveCount(3);
  await figure.getByRole('radio', { name: /^show measurement 2, \d+ spikes$/ }).check();
  await expect(sentence(figure)).toContainText('Measurement 2: 5\u00a0nA');
  await figure.getByRole('checkbox', { name: 'compare with measurement 3' }).check();
  await expect(figure).not.toContainText('tolerances are wider');
  await figure.getByRole('checkbox', { name: /noise/ }).check();
  await button(figure, 'New neuron').click();
  await expect(sentence(figure)).toContainText('with noise');
  await expect(figure).toContainText('All measurements have noise, so the tolerances are wider.');
  const [first, second] = [await read(figure, '5'), await read(figure, '5.1')];
  expect(first).not.toEqual(second);
});

test('a figure whose program does not come says so', async ({ page }) => {
  await page.route('**/hidden-bench*', (route) => route.abort());
  const figure = await open(page);
  await button(figure, 'Measure').click();
  await expect(figure).toContainText('The neuron could not be loaded. Is there a connection?');
  await expect(sentence(figure)).toContainText('Measurement 1:');
});

test('the hidden neuron has no accessibility violations, at rest, judged, refused and given away', async ({
  page,
}) => {
  const figure = await open(page);
  const violations = async () =>
    (await new AxeBuilder({ page }).include('figure#hidden').analyze()).violations;
  expect(await violations()).toEqual([]);
  await measure(figure, '6');
  await enter(figure, { E_L: -70, R_m: 10, tau: 20, V_th: -50, V_reset: -70, t_ref: 2 });
  await button(figure, 'Check').click();
  await expect(summary(figure)).toContainText('of 6');
  expect(await violations()).toEqual([]);
  await box(figure, 'current in nA').fill('x');
  await box(figure, BOXES.tau).fill('x');
  await button(figure, 'Check').click();
  expect(await violations()).toEqual([]);
  await button(figure, 'Show the answer').click();
  expect(await violations()).toEqual([]);
});

test('on a narrow page nothing sticks out', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const figure = await open(page);
  await measure(figure, '20');
  await button(figure, 'Check').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

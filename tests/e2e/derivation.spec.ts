import { expect, test, type Page } from '@playwright/test';
import { wake } from './pages.ts';

const LESSON = '/lessons/02-from-kirchhoff-to-the-membrane-equation/';
const TITLES = [
  'What comes in goes out',
  'The current onto the capacitor changes u',
  'The leak is a resistor with a battery',
  'Put both into the first step',
  'Multiply by R and name the time constant',
];
const LAWS = [
  /Kirchhoff’s current law/,
  /Definition of capacitance/,
  /Kirchhoff’s voltage law.*Ohm’s law/,
  /Substitution/,
  /definition of the membrane time constant/,
];

const lit = (page: Page) => page.locator('lesson-derivation').getAttribute('data-lit');
const box = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Circuit' }).getByRole('textbox', { name });

async function ready(page: Page): Promise<void> {
  await page.goto(LESSON);
  await wake(page.locator('lesson-derivation'));
}

test('the arrow keys walk the five steps, and each lights its branch', async ({ page }) => {
  await ready(page);
  const lights = [
    'node source',
    'capacitor',
    'resistor battery',
    'source capacitor resistor battery',
    'source capacitor resistor battery',
  ];
  await page.getByRole('link', { name: TITLES[0] ?? '' }).focus();
  for (const [index, title] of TITLES.entries()) {
    const step = page.locator('.step').nth(index);
    await expect(page.getByRole('link', { name: title })).toBeFocused();
    await expect(step).toHaveAttribute('aria-current', 'step');
    await expect(page.locator('.step[aria-current]')).toHaveCount(1);
    expect(await lit(page)).toBe(lights[index]);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Home');
  await expect(page.getByRole('link', { name: TITLES[0] ?? '' })).toBeFocused();
  await page.keyboard.press('End');
  expect(await lit(page)).toBe(lights[4]);
});

test('a lit branch looks different, and so does its term in the equation', async ({ page }) => {
  await ready(page);
  const strength = () =>
    page.locator('.circuit .plate').evaluate((plate) => getComputedStyle(plate).strokeWidth);
  const outline = () =>
    page
      .locator('.goal .q-integrate')
      .first()
      .evaluate((term) => getComputedStyle(term).outlineStyle);
  expect([await strength(), await outline()]).toEqual(['3.5px', 'none']);
  await page.getByRole('link', { name: TITLES[1] ?? '' }).focus();
  await expect.poll(strength).toBe('5px');
  expect(await outline()).toBe('solid');
});

test('the pointer lights the step it is over', async ({ page }) => {
  await ready(page);
  await page.getByText('The voltages on the way add up').hover();
  expect(await lit(page)).toBe('resistor battery');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a tap lights the step, and the drawing stays in sight', async ({ page }) => {
    await ready(page);
    await page.getByText('Definition of capacitance, differentiated').tap();
    expect(await lit(page)).toBe('capacitor');
    await expect(page.locator('.board')).toBeInViewport({ ratio: 0.9 });
  });
});

test('the circuit divides 2 nA at −60 mV into 1 nA and 1 nA, and u rises by 0.5 mV/ms', async ({ page }) => {
  await ready(page);
  const circuit = page.getByRole('group', { name: 'Circuit' });
  await expect(circuit).toContainText('du/dt = 0.50\u00a0mV/ms');
  await expect(circuit.locator('.value.leak').first()).toContainText('1.00\u00a0nA');
  await expect(circuit.locator('.value.integrate').first()).toContainText('1.00\u00a0nA');
});

test('at −80 mV without input the leak lets 1 nA in and u rises; a pause, and it is announced', async ({
  page,
}) => {
  await ready(page);
  await box(page, 'membrane potential in mV').fill('-80');
  await box(page, 'injected current in nA').fill('0');
  const circuit = page.getByRole('group', { name: 'Circuit' });
  await expect(circuit.locator('.value.leak').first()).toContainText('\u22121.00\u00a0nA');
  await expect(circuit.getByRole('status')).toHaveText(/The leak lets 1\.00.nA in.*rises/);
});

test('a slider moves by keyboard and says its unit', async ({ page }) => {
  await ready(page);
  const slider = page.getByRole('slider', { name: 'membrane potential' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '\u221259.5 mV');
  await expect(page.getByRole('group', { name: 'Circuit' })).toContainText('inside, u = \u221259.5\u00a0mV');
});

for (const [typed, sentence] of [
  ['warm', 'Membrane potential must be a number from \u2212100 to \u221240 mV, got "warm".'],
  ['20', 'Membrane potential must be a number from \u2212100 to \u221240 mV, got 20 mV.'],
] as const) {
  test(`“${typed}” in the box is answered with a sentence, and the drawing keeps its last good state`, async ({
    page,
  }) => {
    await ready(page);
    await box(page, 'membrane potential in mV').fill(typed);
    const circuit = page.getByRole('group', { name: 'Circuit' });
    await expect(circuit.getByRole('alert').filter({ hasText: 'must be' })).toHaveText(sentence);
    await expect(circuit).toContainText('inside, u = \u221260.0\u00a0mV');
    await expect(box(page, 'membrane potential in mV')).toHaveValue(typed);
    await circuit.getByRole('button', { name: 'Reset' }).click();
    await expect(box(page, 'membrane potential in mV')).toHaveValue('\u221260');
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the drawing and all five steps are there, each with its law and its formula', async ({ page }) => {
    await page.goto(LESSON);
    await expect(page.getByRole('img', { name: 'The membrane as an electrical circuit' })).toBeVisible();
    const steps = page.locator('ol.steps > li');
    await expect(steps).toHaveCount(5);
    for (const [index, title] of TITLES.entries()) {
      await expect(steps.nth(index)).toContainText(title);
      await expect(steps.nth(index).locator('.law')).toHaveText(LAWS[index] ?? '');
      await expect(steps.nth(index).locator('.katex').first()).toBeVisible();
    }
  });
});

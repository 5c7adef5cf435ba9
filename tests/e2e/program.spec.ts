/** The program of a figure, a part of the tool Save: what the figure shows, as a program for the tools of the field. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { wake } from './pages.ts';

async function open(page: Page, address = '/gallery/trace/', id = 'trace') {
  await page.goto(address);
  const figure = page.locator(`figure[id="${id}"]`);
  await wake(figure);
  for (const name of ['Save', 'Program']) {
    await figure.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  }
  await expect(figure.getByRole('combobox', { name: 'This run as a program for' })).toBeVisible();
  return figure;
}

test('the program holds the values that the figure shows, and follows them', async ({ page }) => {
  const figure = await open(page, '/gallery/trace/?I=3&R_m=12');
  const text = figure.getByRole('region', { name: 'neuron.py' });
  await expect(text).toContainText('R_m = 12  # MOhm');
  await expect(text).toContainText('I += 3');
  await figure.getByRole('textbox', { name: 'current in nA' }).fill('2.75');
  await expect(text).toContainText('I += 2.75');
});

test('it is written for each tool, and what steps along a grid says so', async ({ page }) => {
  const figure = await open(page);
  const tool = figure.getByRole('combobox', { name: 'This run as a program for' });
  for (const [target, name, words] of [
    ['brian2', 'neuron_brian2.py', 'from brian2 import *'],
    ['nest', 'neuron_nest.py', 'nest.Create('],
    ['pynn', 'neuron_pynn.py', 'sim.IF_curr_exp('],
    ['neuroml', 'LEMS_neuron.xml', '<iafRefCell'],
  ] as const) {
    await tool.selectOption(target);
    await expect(figure.getByRole('region', { name })).toContainText(words);
    await expect(figure.locator('.tool')).toContainText(
      'steps along a grid. The file has the method “exact”',
    );
  }
});

test('the file is saved under its name, and copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const figure = await open(page);
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'Save neuron.py' }).click();
  expect((await download).suggestedFilename()).toBe('neuron.py');
  await expect(figure.locator('.tool').getByRole('status').last()).toHaveText(
    'neuron.py is in your downloads.',
  );
  await figure.getByRole('button', { name: 'Copy' }).click();
  const text = await figure.getByRole('region', { name: 'neuron.py' }).textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('with the keyboard alone another tool is chosen, its program read and saved', async ({ page }) => {
  const figure = await open(page);
  const tool = figure.getByRole('combobox', { name: 'This run as a program for' });
  const to = async (wanted: Locator) => {
    for (let i = 0; i < 20 && !(await wanted.evaluate((el) => el === document.activeElement)); i++)
      await page.keyboard.press('Tab');
    await expect(wanted).toBeFocused();
  };
  await to(tool);
  await page.keyboard.press('b');
  const text = figure.getByRole('region', { name: 'neuron_brian2.py' });
  await expect(text).toContainText('from brian2 import *');
  await to(figure.getByRole('button', { name: 'Save neuron_brian2.py' }));
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('neuron_brian2.py');
  // A region that scrolls can be reached, so that it can be scrolled.
  await to(text);
});

test('what a tool cannot do is said in a sentence that names what can', async ({ page }) => {
  const figure = await open(page, '/gallery/adaptation/', 'adaptation');
  await figure.getByRole('combobox', { name: 'This run as a program for' }).selectOption('pynn');
  await expect(figure.locator('.tool').getByRole('alert')).toContainText(
    'PyNN has no LIF neuron with an adaptation current',
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      test('axe finds nothing in the open tool, and the page does not scroll sideways', async ({ page }) => {
        await open(page);
        const { violations } = await new AxeBuilder({ page }).include('.tool').analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual(
          [],
        );
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      });
    });
  }
}

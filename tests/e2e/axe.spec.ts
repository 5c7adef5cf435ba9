/** Every page under axe: light in full, and dark for what colours can break, in the same visit. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PAGES, wakeFigures } from './pages.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of axe that ask for colours; all others see the same page in light and dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function findNothing(axe: AxeBuilder): Promise<number> {
  const { violations, passes } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
  return passes.length;
}

for (const width of [320, 1280]) {
  test.describe(`${width} px wide`, () => {
    test.use({ colorScheme: 'light', viewport: { width, height: 800 } });

    for (const path of PAGES) {
      test(`axe finds nothing on ${path}, light and dark, and it does not scroll sideways`, async ({
        page,
      }) => {
        await page.goto(path);
        await wakeFigures(page);
        expect(await findNothing(new AxeBuilder({ page }).withTags(RULES))).toBeGreaterThan(10);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);

        const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const light = await background();
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect.poll(background).not.toBe(light);
        expect(await findNothing(new AxeBuilder({ page }).withRules(COLOUR_RULES))).toBeGreaterThan(0);
      });
    }
  });
}

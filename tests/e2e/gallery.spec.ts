/** The gallery holds every lab of list.ts, live, with what can be changed about it, and each can stand in a frame. */
import { expect, test } from '@playwright/test';
import type { DemoDefinition } from '../../src/components/demos/definition.ts';
import { modelIn, parseValues, specIn, valueIn } from '../../src/components/demos/demo-values.ts';
import { DEMOS } from '../../src/components/demos/list.ts';
import { PAGES, wake } from './pages.ts';

const NAMES = Object.keys(DEMOS);

interface Row {
  readonly path: string;
  /** As its control is called. */
  readonly meaning: string;
  readonly start: string;
  /** What must stand among that which it may be. */
  readonly may: readonly string[];
}

/** One row for every control and every setting, from the records of the definition. */
function rowsOf(definition: DemoDefinition): Row[] {
  const { defaults, settings, choices } = definition;
  const values = parseValues(definition, defaults);
  const { switches } = modelIn(definition, values.experiment);
  const paths = new Set([...defaults.controls, ...Object.keys(settings).map((name) => `settings.${name}`)]);
  return Array.from(paths, (path) => {
    const value = valueIn(path, values);
    const choice = choices?.[path];
    if (typeof value !== 'number') {
      return {
        path,
        meaning: choice?.label ?? switches[path.replace('neuron.', '')]!.label,
        start: String(value),
        may: choice?.choices.map((each) => each.value) ?? ['true', 'false'],
      };
    }
    const spec = specIn(path, values, definition);
    const unit = spec.unit === '1' ? '' : ` ${spec.unit}`;
    return {
      path,
      meaning: choice?.label ?? spec.label,
      start: `${value}${unit}`,
      may: choice
        ? choice.choices.map((each) => `${each.value}: ${each.label}`)
        : [`${spec.min}`, `${spec.max}${unit}`],
    };
  });
}

test('there is a page for each lab, the network and the hidden neuron, a frame for each lab, and for nothing else', () => {
  const under = (folder: string) =>
    PAGES.flatMap((address) => new RegExp(`^/${folder}/(.+)/$`).exec(address)?.[1] ?? []).sort();
  expect(NAMES.length).toBeGreaterThan(10);
  expect(under('gallery')).toEqual([...NAMES, 'network', 'hidden'].sort());
  expect(under('embed')).toEqual([...NAMES].sort());
});

test('the list of labs leads to each, with its name and a picture', async ({ page }) => {
  await page.goto('/gallery/');
  for (const name of NAMES) {
    const { title } = (await DEMOS[name]?.())!;
    const card = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
    await expect(card.getByRole('link', { name: title, exact: true })).toHaveAttribute(
      'href',
      `/gallery/${name}/`,
    );
    await expect(card.locator('svg')).toBeVisible();
  }
});

for (const name of NAMES) {
  test(`the page of the ${name} lab holds it alive, and a table of its controls and settings`, async ({
    page,
  }) => {
    const definition = (await DEMOS[name]?.())!;
    const rows = rowsOf(definition);
    await page.goto(`/gallery/${name}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(definition.title);

    const figure = page.locator(`figure#${name}`);
    await wake(figure);
    await figure.locator('.demo').hover();
    const plots = await figure.locator('[role=img]').count();
    expect(plots).toBeGreaterThan(0);
    await expect(figure.locator('.live')).toHaveCount(plots);

    // The pages have no other table; a phrase of the lab's figure may hold one once it is asked for.
    const table = page.locator('main table');
    await expect(table).toHaveCount(1);
    const cells = await table
      .locator('tbody tr')
      .evaluateAll((trs) =>
        trs.map((tr) => Array.from(tr.children, (cell) => cell.textContent.replaceAll('−', '-').trim())),
      );
    expect(cells.map(([path]) => path)).toEqual(rows.map(({ path }) => path));
    rows.forEach(({ meaning, start, may }, i) => {
      const [, , shown, first, allowed] = cells[i]!;
      expect(shown).toBe(meaning);
      expect(first).toBe(start);
      for (const each of may) expect(allowed).toContain(each);
    });

    // What a reader is offered is called as in the table.
    const named = rows.filter(({ path }) => definition.defaults.controls.includes(path));
    const values = parseValues(definition, definition.defaults);
    for (const { path, meaning } of named) {
      if (!(definition.offers?.(path, values) ?? true)) continue;
      await expect(figure.getByLabel(meaning).first()).toBeVisible();
    }
  });

  test(`the frame of the ${name} lab holds it alone, with the same controls`, async ({ page }) => {
    const definition = (await DEMOS[name]?.())!;
    await page.goto(`/embed/${name}/`);
    await expect(page).toHaveTitle(`${definition.title} | Integrate & Fire`);
    const figures = page.locator('figure.experiment');
    await expect(figures).toHaveCount(1);
    await wake(figures);
    await expect(figures.locator('.sentence')).toHaveText(/\.$/);
    const values = parseValues(definition, definition.defaults);
    const sliders = definition.defaults.controls.filter(
      (path) =>
        typeof valueIn(path, values) === 'number' &&
        !definition.choices?.[path] &&
        (definition.offers?.(path, values) ?? true),
    );
    await expect(figures.locator('.controls input[type=range]')).toHaveCount(sliders.length);
  });
}

import { expect, test } from '@playwright/test';

test('a page with code offers itself as a notebook and as a Python file', async ({ page, request }) => {
  await page.goto('/contribute/python-cells/');
  const taken: Record<string, string> = {};
  for (const name of ['notebook (.ipynb)', 'Python file (.py)']) {
    const link = page.getByRole('link', { name, exact: true });
    const { height } = (await link.boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(24);
    const download = page.waitForEvent('download');
    await link.click();
    const file = (await download).suggestedFilename();
    const response = await request.get((await link.getAttribute('href'))!);
    expect(response.status()).toBe(200);
    taken[file] = await response.text();
  }
  expect(Object.keys(taken)).toEqual(['python-cells.ipynb', 'python-cells.py']);
  expect(JSON.parse(taken['python-cells.ipynb']!)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  expect(taken['python-cells.py']).toContain('\n# %%\nR = 10   # MΩ\n');
});

test('the lesson that builds the neuron can be taken along', async ({ page, request }) => {
  await page.goto('/lessons/05-build-it-in-python/');
  const link = page.getByRole('link', { name: 'notebook (.ipynb)', exact: true });
  const notebook = (await (await request.get((await link.getAttribute('href'))!)).json()) as {
    cells: { cell_type: string; id: string }[];
  };
  // The plot, seven steps with dots, seven solutions.
  const code = notebook.cells.filter(({ cell_type }) => cell_type === 'code').map(({ id }) => id);
  expect(code).toHaveLength(15);
  expect(code.filter((id) => id.endsWith('-solution'))).toHaveLength(7);
});

test('a page without code offers none', async ({ page }) => {
  await page.goto('/lessons/03-solving-it/');
  await expect(page.getByText('Take the code')).toHaveCount(0);
});

/** `npm run bench:python`: how long a reader waits for Python on a cell of the built site (`npm run build` first):
 *  from Run to the first output with an empty cache, after a reload, and after Stop of an endless loop; and 200 000
 *  Euler steps of the neuron of the course. Every round has a browser context of its own; all rounds are printed. */
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { chromium, type Locator, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.mjs';

const ROUNDS = 5;
const PORT = 24_611;
/** The course's limits, s. */
const LIMITS = { cold: 6, warm: 1.5, 'after Stop': 3, 'Euler steps': 0.5 };
type Wait = keyof typeof LIMITS;

const STEPS = `import time
R, C, dt, u, spikes = 10, 2, 0.1, -70, []
begun = time.perf_counter()
for k in range(200000):
    u = u + dt / (R * C) * (-(u + 70) + R * 2.5)
    if u >= -50:
        u = -65
        spikes.append(k * dt)
print(time.perf_counter() - begun)
`;

async function open(page: Page): Promise<Locator> {
  await page.goto(`http://127.0.0.1:${PORT}/contribute/python-cells/`);
  const cell = page.locator('#time-constant');
  await cell.locator('.alive').waitFor();
  return cell;
}
const press = (cell: Locator, name: string) => cell.getByRole('button', { name, exact: true }).click();
const write = async (cell: Locator, code: string) => {
  if ((await cell.locator('.cm-content').count()) === 0) await cell.locator('textarea').click();
  await cell.locator('.cm-content').fill(code);
};

/** @returns s until the cell shows what it should */
async function timed(cell: Locator, begin: () => Promise<void>, shown: RegExp): Promise<number> {
  const begun = performance.now();
  await begin();
  await cell.locator('.output', { hasText: shown }).waitFor({ timeout: 120_000 });
  return (performance.now() - begun) / 1000;
}

async function round(page: Page): Promise<Record<Wait, number>> {
  const run = (cell: Locator) => () => press(cell, 'Run');
  const first = await open(page);
  const cold = await timed(first, run(first), /^20$/);
  // The start is kept in the background.
  await page.waitForTimeout(2000);

  const cell = await open(page);
  const warm = await timed(cell, run(cell), /^20$/);
  await write(cell, STEPS);
  await timed(cell, run(cell), /^0\.\d+/);
  const steps = Number(await cell.locator('.output').innerText());

  await write(cell, 'print("begun")\nwhile True:\n    pass');
  await timed(cell, run(cell), /^begun/);
  await page.waitForTimeout(500);
  const again = async () => {
    await press(cell, 'Stop');
    await write(cell, '6 * 7');
    await press(cell, 'Run');
  };
  return { cold, warm, 'Euler steps': steps, 'after Stop': await timed(cell, again, /^42$/) };
}

const server = spawn('sirv', ['dist', '--port', String(PORT), '--host', '127.0.0.1', '--quiet'], {
  stdio: 'ignore',
});
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await new Promise((ready) => setTimeout(ready, 1000));
  console.log(
    `${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Chromium ${browser.version()}`,
  );
  const rounds: Record<Wait, number>[] = [];
  for (let k = 0; k < ROUNDS; k++) {
    const context = await browser.newContext();
    rounds.push(await round(await context.newPage()));
    await context.close();
  }
  for (const [wait, limit] of Object.entries(LIMITS) as [Wait, number][]) {
    const seconds = rounds.map((each) => each[wait]).sort((a, b) => a - b);
    console.log(`${wait.padEnd(12)} ${seconds.map((s) => s.toFixed(2)).join('  ')} s, limit ${limit} s`);
  }
} finally {
  await browser.close();
  server.kill();
}

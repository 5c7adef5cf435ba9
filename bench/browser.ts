/** `npm run bench:browser`: how long a reader waits from a slider's move to the painted chart, on a processor
 *  slowed down 4 times, for every live figure of the built site (`npm run build` first). Rounds go through all
 *  figures in turn; median and 95th percentile of each are printed, `-- --write` keeps them in
 *  bench/results-browser.md.
 *
 *  A move is dispatched at the start of a frame, where browsers deliver real ones, and ends when that frame has
 *  been painted: state, simulation, drawing, layout and paint of the main thread. Waiting for the screen's next
 *  refresh, at most 16.7 ms more, is no work of ours and not counted. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { spawn } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.mjs';
import { pagesOf } from '../scripts/budgets.mjs';

const SLOWED = 4;
const ROUNDS = 5;
/** Moves of one slider in one round. */
const MOVES = 30;
/** The course's limits, ms. */
const LIMITS = { median: 16, p95: 50 };

const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;

/** Moves the first slider of a figure through its range.
 *  @returns ms of each move */
function timeMoves(page: Page, figure: string, moves: number): Promise<number[]> {
  return page.evaluate(
    async ({ figure, moves }) => {
      const slider = document.querySelector<HTMLInputElement>(`#${CSS.escape(figure)} input[type=range]`);
      const canvas = document.querySelector<HTMLCanvasElement>(`#${CSS.escape(figure)} canvas`);
      if (!slider || !canvas) throw new Error(`the figure ${figure} has no slider or no canvas`);
      const [low, high] = [Number(slider.min), Number(slider.max)];
      const move = (part: number) =>
        new Promise<number>((done) => {
          requestAnimationFrame(() => {
            const start = performance.now();
            slider.value = String(low + (high - low) * part);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            // A message comes after this frame has been painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - start);
            port2.postMessage(0);
          });
        });
      // What is timed is the drawing only if it is done within the frame.
      const before = canvas.toDataURL();
      await move(0.9);
      const drawn = canvas.toDataURL();
      await move(0.1);
      if (before === drawn && drawn === canvas.toDataURL()) {
        throw new Error(`the figure ${figure} was not redrawn in the frame of its slider's move`);
      }
      const times: number[] = [];
      // Steps of the golden section: never the same value twice, no order that a reader's hand has.
      for (let k = 1; k <= moves; k++) times.push(await move((k * 0.381966) % 1));
      return times;
    },
    { figure, moves },
  );
}

/** A page with its figures awake, on the slowed processor. */
async function openPage(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const figures = page.locator('figure.experiment:has(input[type=range])');
  const ids: string[] = [];
  for (const figure of await figures.all()) {
    if (!(await figure.isVisible())) continue;
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('canvas').first().waitFor({ state: 'attached' });
    // A pointer that stood over a figure before it came to life is noticed when it moves.
    await figure.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
    await figure.hover();
    await figure.locator('.live:not([hidden]) canvas').first().waitFor();
    ids.push((await figure.getAttribute('id')) ?? '');
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  return ids;
}

const port = 20_000 + (process.pid % 20_000);
const server = spawn('node_modules/.bin/sirv', [
  'dist',
  '--port',
  String(port),
  '--host',
  '127.0.0.1',
  '--quiet',
]);
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const base = `http://127.0.0.1:${port}`;
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { address } of pagesOf('dist')) {
      // One page at a time: figures of other pages would draw along.
      const page = await browser.newPage();
      for (const id of await openPage(page, `${base}${address}`)) {
        const figure = `${address}#${id}`;
        times.set(figure, [...(times.get(figure) ?? []), ...(await timeMoves(page, id, MOVES))]);
      }
      await page.close();
    }
  }
  if (times.size === 0) throw new Error('No page has a live figure: build the site first (npm run build).');
  const rows = [...times].map(([figure, all]) => {
    const sorted = all.sort((a, b) => a - b);
    return { figure, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
  });
  const table = [
    '| figure | median, ms | 95th percentile, ms |',
    '| --- | ---: | ---: |',
    ...rows.map(({ figure, median, p95 }) => `| ${figure} | ${median.toFixed(1)} | ${p95.toFixed(1)} |`),
  ].join('\n');
  console.log(table);
  for (const { figure, median, p95 } of rows) {
    if (median <= LIMITS.median && p95 <= LIMITS.p95) continue;
    console.log(`${figure} is above ${LIMITS.median} ms (median) or ${LIMITS.p95} ms (95th percentile).`);
  }
  if (process.argv.includes('--write')) {
    const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores`;
    writeFileSync(
      new URL('results-browser.md', import.meta.url),
      `# From a slider's move to the painted chart\n\n${machine}, slowed ${SLOWED} times, Chromium ${browser.version()}, ` +
        `${new Date().toISOString().slice(0, 10)}. ${ROUNDS} interleaved rounds of ${MOVES} moves. ` +
        `Limits: median ${LIMITS.median} ms, 95th percentile ${LIMITS.p95} ms.\n\n${table}\n`,
    );
  }
} finally {
  await browser.close();
  server.kill();
}

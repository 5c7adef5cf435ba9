import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { wake } from './pages.ts';

const PAGE = '/contribute/live-figures/';
const TOOLS = ['Play', 'Zoom', 'Table', 'Sound', 'Save'];
/** Lesson 4, by hand: u∞ = −45 mV, so the first spike is at τ ln 5 and each interval is t_ref more. */
const FIRST = 20 * Math.log(5);
const INTERVAL = 2 + FIRST;

async function open(page: Page, id = 'first-neuron'): Promise<Locator> {
  await page.goto(PAGE);
  const figure = page.locator(`figure#${id}`);
  await wake(figure);
  return figure;
}
const tools = (figure: Locator) => figure.getByRole('group', { name: 'Tools of the figure' });
const panel = (figure: Locator) => figure.locator('.tool');
const reading = (figure: Locator) => figure.locator('.surface .reading');

async function use(figure: Locator, name: string): Promise<Locator> {
  await tools(figure).getByRole('button', { name, exact: true }).click();
  await expect(panel(figure)).toBeVisible();
  return panel(figure);
}

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let k = 0; k < 40; k++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('40 tabs did not lead there');
}

/** Walks from the start of the run until the read-out is there. */
async function onFigure(page: Page, figure: Locator): Promise<void> {
  await figure.locator('.surface').focus();
  await expect(figure.locator('.surface')).toHaveAttribute('aria-describedby', /keys/);
  await page.keyboard.press('Home');
  await expect(reading(figure)).toContainText('t = 0.0 ms');
}

test.describe('the tools of a figure', () => {
  test('are all operated by keyboard alone', async ({ page }) => {
    const figure = await open(page);
    const first = tools(figure).getByRole('button', { name: 'Play', exact: true });
    await figure.locator('.surface').focus();
    await tabTo(page, first);
    for (const name of TOOLS) {
      const button = tools(figure).getByRole('button', { name, exact: true });
      await tabTo(page, button);
      await expect(button).toHaveAttribute('aria-expanded', 'false');
      await page.keyboard.press('Enter');
      await expect(button).toHaveAttribute('aria-expanded', 'true');
      await expect(panel(figure)).toBeVisible();
      const inside = panel(figure).locator('button:enabled, [tabindex="0"]').first();
      await tabTo(page, inside);
      await page.keyboard.press('Escape');
      await expect(panel(figure)).toBeHidden();
      await expect(button).toBeFocused();
      await expect(button).toHaveAttribute('aria-expanded', 'false');
    }
  });

  test('load their code only when they are asked for', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    const figure = await open(page);
    await figure.getByRole('slider').first().focus();
    await expect(figure.locator('.live')).toBeVisible();
    expect(scripts.filter((url) => url.includes('/tools/'))).toEqual([]);
    await use(figure, 'Table');
    expect(scripts.filter((url) => url.includes('/tools/TableTool'))).toHaveLength(1);
    expect(scripts.filter((url) => url.includes('SoundTool'))).toEqual([]);
  });

  test('say so when they cannot be fetched', async ({ page }) => {
    const figure = await open(page);
    await page.route(/TableTool.*\.js/, (route) => route.abort());
    await tools(figure).getByRole('button', { name: 'Table' }).click();
    await expect(panel(figure).getByRole('alert')).toContainText('could not be loaded');
  });
});

test.describe('the cursor', () => {
  test('walks the samples and stops at every spike', async ({ page }) => {
    const figure = await open(page);
    await onFigure(page, figure);
    await page.keyboard.press('ArrowRight');
    await expect(reading(figure)).toHaveText('t = 0.1 ms, u = −69.9 mV, I = 2.5 nA');
    await page.keyboard.press('PageDown');
    await expect(reading(figure)).toHaveText('spike 1: t = 32.2 ms, u = −50.0 mV, I = 2.5 nA');
    // 44 px of axis, then 200 ms to the labels, which take 132 px; half the line's width on either side.
    const box = (await figure.locator('.surface').boundingBox())!;
    const line = (await figure.locator('.surface .line').boundingBox())!;
    expect(Math.abs(line.x - box.x - 44 - ((box.width - 44 - 132) * FIRST) / 200)).toBeLessThan(2);
    expect(line.height).toBeGreaterThan(250);
    await expect(figure.locator('.surface .dot')).toHaveCount(2);
    await page.keyboard.press('ArrowLeft');
    await expect(reading(figure)).toContainText('t = 32.1 ms');
    await page.keyboard.press('ArrowRight');
    await expect(reading(figure)).toContainText('spike 1: ');
    await page.keyboard.press('PageDown');
    await expect(reading(figure)).toContainText('spike 2: t = 66.4 ms');
    await page.keyboard.press('End');
    await expect(reading(figure)).toContainText('t = 200.0 ms');
    await page.keyboard.press('PageUp');
    await expect(reading(figure)).toContainText('spike 5: ');
    // Said aloud once the key rests.
    await expect(figure.locator('.surface [aria-live]')).toContainText('spike 5: t = 168.9 ms');
    await page.keyboard.press('Tab');
    await expect(reading(figure)).toHaveCount(0);
  });

  test('follows the pointer and takes hold of a spike nearby', async ({ page }) => {
    const figure = await open(page);
    const surface = figure.locator('.surface');
    const box = (await surface.boundingBox())!;
    await surface.hover({ position: { x: 60, y: 100 } });
    await expect(surface).toHaveAttribute('aria-describedby', /keys/);
    // 44 px of axis, then 200 ms to the labels, which take 132 px.
    const perMs = (box.width - 44 - 132) / 200;
    await surface.hover({ position: { x: 44 + 101.2 * perMs, y: 100 } });
    await expect(reading(figure)).toContainText('spike 3: t = 100.6 ms');
    await surface.hover({ position: { x: 44 + 84 * perMs, y: 120 } });
    await expect(reading(figure)).toContainText('t = 84.0 ms');
    await figure.locator('.sentence').hover();
    await expect(reading(figure)).toHaveCount(0);
  });

  test('reads the run that a slider has just changed', async ({ page }) => {
    const figure = await open(page);
    const zoom = await use(figure, 'Zoom');
    await zoom.getByRole('button', { name: 'Next spike' }).click();
    await expect(zoom.locator('.reading')).toContainText('spike 1: t = 32.2 ms');
    await figure.getByRole('textbox', { name: 'current in nA' }).fill('1');
    // u(32.2 ms) = −60 − 10 e^(−32.2/20) mV.
    await expect(zoom.locator('.reading')).toHaveText('t = 32.2 ms, u = −62.0 mV, I = 1 nA');
  });
});

test.describe('the window of time', () => {
  test('zooms and moves by keyboard, around the cursor', async ({ page }) => {
    const figure = await open(page);
    const zoom = await use(figure, 'Zoom');
    await onFigure(page, figure);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect(zoom).toContainText('Shown: 24.1 ms to 74.1 ms of 200 ms');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(zoom).toContainText('Shown: 36.6 ms to 86.6 ms of 200 ms');
    // The cursor takes the window along.
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect(zoom).toContainText('Shown: 50.6 ms to 100.6 ms of 200 ms');
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    await expect(zoom).toContainText('Shown: the whole run, 200 ms');
    await expect(zoom.getByRole('button', { name: 'Zoom out' })).toBeDisabled();
  });

  test('zooms with Ctrl and the wheel, is dragged, and leaves the plain wheel to the page', async ({
    page,
  }) => {
    const figure = await open(page);
    const zoom = await use(figure, 'Zoom');
    const surface = figure.locator('.surface');
    await surface.hover({ position: { x: 200, y: 100 } });
    await expect(surface).toHaveAttribute('aria-describedby', /keys/);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 40);
    await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(before);
    await expect(zoom).toContainText('the whole run');
    await surface.hover({ position: { x: 200, y: 100 } });
    const there = await page.evaluate(() => scrollY);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -480);
    await page.keyboard.up('Control');
    await expect(zoom).toContainText(/Shown: \d/);
    expect(await page.evaluate(() => scrollY)).toBe(there);
    const shown = await zoom.getByText(/^Shown:/).textContent();
    await page.mouse.down();
    await page.mouse.move((await surface.boundingBox())!.x + 120, (await surface.boundingBox())!.y + 100);
    await page.mouse.up();
    await expect(zoom.getByText(/^Shown:/)).not.toHaveText(shown ?? '');
  });
});

test.describe('play', () => {
  test('starts paused, sweeps to the end and stops there', async ({ page }) => {
    const figure = await open(page);
    const play = await use(figure, 'Play');
    const button = play.locator('.main');
    await expect(button).toHaveText('Play');
    await expect(figure.locator('.veil')).toBeVisible();
    await expect(play.locator('.reading')).toContainText('t = 0.0 ms');
    await play.getByRole('combobox', { name: 'speed' }).selectOption('real time');
    await button.click();
    await expect(play.locator('.reading')).toContainText('t = 200.0 ms');
    await expect(button).toHaveText('Play');
    await tools(figure).getByRole('button', { name: 'Play', exact: true }).click();
    await expect(figure.locator('.veil')).toHaveCount(0);
  });

  test('steps from spike to spike and from sample to sample', async ({ page }) => {
    const figure = await open(page);
    const play = await use(figure, 'Play');
    await play.getByRole('button', { name: 'Next spike' }).click();
    await expect(play.locator('.reading')).toContainText('spike 1: t = 32.2 ms');
    // What comes later is veiled, up to the labels at the right edge.
    const box = (await figure.locator('.surface').boundingBox())!;
    const veil = (await figure.locator('.veil').boundingBox())!;
    expect(Math.abs(veil.x - box.x - 44 - ((box.width - 44 - 132) * FIRST) / 200)).toBeLessThan(2);
    expect(Math.abs(veil.x + veil.width - box.x - box.width + 132)).toBeLessThan(3);
    await play.getByRole('button', { name: 'Next sample' }).click();
    await expect(play.locator('.reading')).toHaveText('t = 32.2 ms, u = −70.0 mV, I = 2.5 nA');
    await play.getByRole('button', { name: 'Next sample' }).click();
    await expect(play.locator('.reading')).toContainText('t = 32.3 ms');
    await play.getByRole('slider', { name: 'time' }).fill('100');
    await expect(play.locator('.reading')).toContainText('t = 100.0 ms');
    await play.getByRole('button', { name: 'Previous spike' }).click();
    await expect(play.locator('.reading')).toContainText('spike 2: ');
  });

  test.describe('for a reader who asked for less motion', () => {
    test.use({ contextOptions: { reducedMotion: 'reduce' } });
    test('only steps, and says so', async ({ page }) => {
      const figure = await open(page);
      const play = await use(figure, 'Play');
      await expect(play.locator('.main')).toBeDisabled();
      await expect(play).toContainText('asks for less motion');
      await play.getByRole('button', { name: 'Next spike' }).click();
      await expect(play.locator('.reading')).toContainText('spike 1: t = 32.2 ms');
    });
  });
});

test.describe('the table', () => {
  test('has the spikes of the closed form and a row for each in the course', async ({ page }) => {
    const figure = await open(page);
    const table = await use(figure, 'Table');
    const rows = table.getByRole('region', { name: 'Spikes' }).locator('tbody tr');
    await expect(rows).toHaveCount(5);
    for (let k = 0; k < 5; k++) {
      const cells = rows.nth(k).locator('td');
      await expect(cells.nth(0)).toHaveText(String(k + 1));
      await expect(cells.nth(1)).toHaveText((FIRST + k * INTERVAL).toFixed(2));
      await expect(cells.nth(2)).toHaveText(k === 0 ? '–' : '34.19');
    }
    const course = table.getByRole('region', { name: 'Course' });
    await expect(course.getByRole('columnheader')).toHaveText([
      'time (ms)',
      'membrane potential (mV)',
      'injected current (nA)',
      'event',
    ]);
    await expect(course.getByRole('cell', { name: 'spike', exact: true })).toHaveCount(5);
    await figure.getByRole('textbox', { name: 'current in nA' }).fill('1');
    await expect(table.getByRole('region', { name: 'Spikes' })).toContainText('No spike.');
  });
});

test.describe('sound', () => {
  /** Stands in for the loudspeaker: renders what is played and keeps the samples. */
  const offline = () => {
    const page = globalThis as unknown as { made: number; heard: number[]; AudioContext: unknown };
    page.made = 0;
    page.heard = [];
    page.AudioContext = class extends OfflineAudioContext {
      constructor() {
        super(1, 44_100 * 1.5, 44_100);
        page.made++;
        setTimeout(() => {
          void this.startRendering().then((buffer) => {
            page.heard = Array.from(buffer.getChannelData(0));
          });
        });
      }
      close() {}
    };
  };

  test('is off until it is asked for, then clicks once for each spike', async ({ page }) => {
    await page.addInitScript(offline);
    const figure = await open(page);
    const sound = await use(figure, 'Sound');
    const made = () => page.evaluate(() => (globalThis as unknown as { made: number }).made);
    expect(await made()).toBe(0);
    await sound.getByRole('combobox', { name: 'speed' }).selectOption('5 times slower');
    await expect(sound).toContainText('5 clicks in 1.0 s');
    await sound.getByRole('button', { name: 'Listen' }).click();
    expect(await made()).toBe(1);
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: number[] }).heard);
    await expect.poll(async () => (await heard()).length).toBeGreaterThan(0);
    const onsets: number[] = [];
    let loud = -Infinity;
    (await heard()).forEach((value, i) => {
      if (Math.abs(value) < 0.01) return;
      if (i - loud > 441) onsets.push(i / 44_100);
      loud = i;
    });
    expect(onsets).toHaveLength(5);
    onsets.forEach((seconds, k) => {
      const expected = ((FIRST + k * INTERVAL) * 5) / 1000;
      // The sound begins 80 ms after the click; one sample is 23 µs.
      expect(Math.abs(seconds - 0.08 - expected)).toBeLessThan(5e-5);
    });
  });

  test('stops when its panel is closed', async ({ page }) => {
    await page.addInitScript(() => {
      const made: AudioContext[] = [];
      Object.assign(globalThis, { made });
      const Real = AudioContext;
      globalThis.AudioContext = class extends Real {
        constructor() {
          super();
          made.push(this);
        }
      };
    });
    const figure = await open(page);
    const sound = await use(figure, 'Sound');
    await sound.getByRole('combobox', { name: 'speed' }).selectOption('20 times slower');
    await sound.getByRole('button', { name: 'Listen' }).click();
    await expect(sound.getByRole('button', { name: 'Stop' })).toBeVisible();
    await tools(figure).getByRole('button', { name: 'Sound' }).click();
    const states = () =>
      page.evaluate(() => (globalThis as unknown as { made: AudioContext[] }).made.map(({ state }) => state));
    await expect.poll(states).toEqual(['closed']);
  });
});

test.describe('saving', () => {
  /** Presses a button of the panel and reads the file it gives. */
  async function saved(page: Page, figure: Locator, name: string): Promise<{ name: string; data: Buffer }> {
    const download = page.waitForEvent('download');
    await panel(figure).getByRole('button', { name }).click();
    const file = await download;
    return { name: file.suggestedFilename(), data: await readFile(await file.path()) };
  }

  test('the data as CSV: a row for every sample, units in the header, no digit lost', async ({ page }) => {
    const figure = await open(page);
    await use(figure, 'Save');
    const { name, data } = await saved(page, figure, 'Data (CSV)');
    expect(name).toBe('integrate-and-fire-first-neuron.csv');
    const rows = data.toString().trimEnd().split('\n');
    expect(rows[0]).toBe('t (ms),V_m (mV),I_e (nA),spikes (ms)');
    expect(rows).toHaveLength(1 + 2001);
    const spikes = rows.slice(1, 6).map((row) => Number(row.split(',')[3]));
    // 1e-9 ms: rounding.
    spikes.forEach((time, k) => expect(time).toBeCloseTo(FIRST + k * INTERVAL, 9));
    await expect(panel(figure).getByRole('status')).toContainText('(2001 samples) is in your downloads');
  });

  test('the experiment as JSON: the one that is shown', async ({ page }) => {
    const figure = await open(page);
    await figure.getByRole('textbox', { name: 'current in nA' }).fill('3.25');
    await figure.getByRole('checkbox', { name: 'leak' }).uncheck();
    await use(figure, 'Save');
    const { name, data } = await saved(page, figure, 'Experiment (JSON)');
    expect(name).toBe('integrate-and-fire-first-neuron.json');
    const written: unknown = JSON.parse(data.toString());
    const experiment = parseExperiment(written);
    // Nothing was filled in: the file holds every field.
    expect(written).toEqual(JSON.parse(JSON.stringify(experiment)));
    expect(experiment.inputs[0]).toMatchObject({ type: 'step', amplitude: 3.25 });
    expect(experiment.neuron).toMatchObject({ model: 'lif', leak: false, R_m: 10 });
  });

  test('the picture as PNG: twice the pixels, with caption and link below', async ({ page }) => {
    const figure = await open(page);
    await use(figure, 'Save');
    const width = await figure.locator('.plots').evaluate((element) => element.clientWidth);
    const { name, data } = await saved(page, figure, 'Picture (PNG)');
    expect(name).toBe('integrate-and-fire-first-neuron.png');
    expect(data.subarray(1, 4).toString()).toBe('PNG');
    const size = [data.readUInt32BE(16), data.readUInt32BE(20)];
    // 20 px of margin on each side.
    expect(size[0]).toBe(2 * (width + 40));
    expect(size[1]).toBeGreaterThan(2 * 340);
    await expect(panel(figure).getByRole('status')).toContainText(`(${size[0]} × ${size[1]} pixels)`);
    // Something is drawn in the plot and in the words below it: neither is one colour.
    const colours = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      const count = (top: number, height: number) =>
        new Set(new Uint32Array(context.getImageData(0, top, image.width, height).data.buffer)).size;
      return [count(0, 680), count(760, image.height - 760)];
    }, data.toString('base64'));
    expect(Math.min(...colours)).toBeGreaterThan(8);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the drawing as SVG that stands alone, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const figure = await open(page);
      await use(figure, 'Save');
      // Drawn at build time from the same run.
      const still = await figure
        .locator('.still svg.wide path')
        .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
      const { name, data } = await saved(page, figure, 'Drawing (SVG)');
      expect(name).toBe('integrate-and-fire-first-neuron.svg');
      const text = data.toString();
      expect(text).not.toContain('var(');
      // The green of the potential in this theme (src/styles/tokens.css).
      expect(text).toContain(colorScheme === 'light' ? '#009371' : '#2ebd94');
      const read = await page.evaluate((svg) => {
        const file = new DOMParser().parseFromString(svg, 'image/svg+xml');
        return {
          error: file.querySelector('parsererror')?.textContent ?? '',
          root: file.documentElement.namespaceURI,
          words: file.documentElement.textContent ?? '',
          fonts: file.documentElement.getAttribute('font-family') ?? '',
          paths: Array.from(file.querySelectorAll('path'), (path) => path.getAttribute('d')),
        };
      }, text);
      expect(read.error).toBe('');
      expect(read.root).toBe('http://www.w3.org/2000/svg');
      expect(read.words).toContain('It fires 5 times in 200\u00a0ms');
      expect(read.words).toContain('/contribute/live-figures/#first-neuron');
      expect(read.fonts).toContain('sans-serif');
      expect(still.length).toBeGreaterThan(8);
      expect(read.paths).toEqual(still);
    });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1280]) {
    test(`no panel has an axe violation or makes the page scroll sideways, ${colorScheme}, ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const figure = await open(page, 'all-controls');
      await onFigure(page, figure);
      for (const name of TOOLS) {
        await use(figure, name);
        if (name === 'Save') await panel(figure).getByRole('button', { name: 'Data (CSV)' }).click();
        const { violations } = await new AxeBuilder({ page }).include('figure#all-controls').analyze();
        expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      }
    });
  }
}

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  test('two fingers zoom, one moves the cursor or the window', async ({ page }) => {
    const figure = await open(page);
    const zoom = await use(figure, 'Zoom');
    const surface = figure.locator('.surface');
    await surface.scrollIntoViewIfNeeded();
    const box = (await surface.boundingBox())!;
    const fingers = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      fingers.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: xs.map((x, id) => ({ x: box.x + x, y: box.y + 100, id })),
      });
    await touch('touchStart', 100);
    await touch('touchMove', 150);
    await touch('touchEnd');
    await expect(zoom.locator('.reading')).toContainText('t = ');
    await expect(zoom).toContainText('the whole run');
    await touch('touchStart', 140, 180);
    await touch('touchMove', 120, 200);
    await touch('touchMove', 100, 220);
    await touch('touchEnd');
    // From 40 to 120 px apart: a third of 200 ms.
    const width = async () => {
      const [from = NaN, to = NaN] = ((await zoom.getByText(/^Shown:/).textContent()) ?? '')
        .match(/[\d.]+/g)!
        .map(Number);
      return [from, to - from] as const;
    };
    const [from, span] = await width();
    // Two ends rounded to 0.1 ms.
    expect(Math.abs(span - 200 / 3)).toBeLessThan(0.2);
    await touch('touchStart', 150);
    await touch('touchMove', 130);
    await touch('touchMove', 110);
    await touch('touchEnd');
    const [later] = await width();
    expect(later).toBeGreaterThan(from);
  });

  test('every button is at least 44 px high and wide', async ({ page }) => {
    const figure = await open(page);
    for (const name of TOOLS) {
      await use(figure, name);
      for (const button of await figure.locator('.tools button, .tool button').all()) {
        const box = (await button.boundingBox())!;
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      }
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('no tool is offered that cannot answer', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator('figure#first-neuron svg:visible')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(0);
    await expect(page.locator('.surface:visible')).toHaveCount(0);
  });
});

test('a printed page leaves the tools out', async ({ page }) => {
  const figure = await open(page);
  await use(figure, 'Table');
  await page.emulateMedia({ media: 'print' });
  await expect(tools(figure)).toBeHidden();
  await expect(panel(figure)).toBeHidden();
});

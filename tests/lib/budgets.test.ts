import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { filesOf, importsOf, LIMITS, measure } from '../../scripts/budgets.mjs';

test('importsOf reads the imports of a minified module and keeps the later ones apart', () => {
  const code =
    'import{a as t,b}from"./one.js";import*as q from"./two.js";import"./three.js";import r,{s}from"./four.js";' +
    'export{x}from"./five.js";const l=()=>import("./six.js"),m=()=>import(`./seven.js`);var e="import x from y";';
  expect(importsOf(code)).toEqual({
    fixed: ['./one.js', './two.js', './three.js', './four.js', './five.js'],
    later: ['./six.js', './seven.js'],
  });
});

test('filesOf finds style sheets, scripts, preloads and islands, and no icon or print-only attribute', () => {
  const html =
    '<link rel="shortcut icon" href="/favicon.svg"><link rel="stylesheet" href="/a.css" media="print">' +
    '<link rel="modulepreload" href="/p.js"><script type="module" src="/m.js"></script><script>let x = 1</script>' +
    '<astro-island uid="1" component-url="/C.js" renderer-url="/svelte.js" client="visible">…</astro-island>' +
    '<astro-island uid="2" component-url="/D.js" client="near">…</astro-island>';
  expect(filesOf(html)).toEqual({
    css: ['/a.css'],
    js: ['/p.js', '/m.js'],
    inline: ['', 'let x = 1'],
    islands: [
      { near: false, modules: ['/C.js', '/svelte.js'] },
      { near: true, modules: ['/D.js'] },
    ],
  });
});

test('measure counts a shared module once, figures apart, and the chart only as a later load', () => {
  const noise = (bytes: number) => `//${randomBytes(bytes / 2).toString('hex')}`;
  const site: Record<string, string> = {
    '/s.js': `import"./shared.js";${noise(2000)}`,
    '/shared.js': noise(4000),
    '/C.js': `import"./shared.js";const c=()=>import("./chart.js");${noise(3000)}`,
    '/chart.js': noise(6000),
  };
  const sizes = measure(
    '<script type="module" src="/s.js"></script><astro-island component-url="/C.js" client="near"></astro-island>',
    '/',
    (address: string) => Buffer.from(site[address]!),
  );
  const start = sizes['JS until a figure is touched']!;
  const seen = sizes['JS with a figure awake']!;
  const live = sizes['JS with a live chart']!;
  // Random hexadecimal digits hold 4 bits each: gzip brings them to a little more than half.
  expect(start).toBeGreaterThan(6000 / 2);
  expect(start).toBeLessThan((6000 / 2) * 1.25);
  expect(seen - start).toBeGreaterThan(3000 / 2);
  expect(seen - start).toBeLessThan((3000 / 2) * 1.25);
  expect(live - seen).toBeGreaterThan(6000 / 2);
  expect(live - seen).toBeLessThan((6000 / 2) * 1.25);
});

test('measure counts a tool apart from the chart, without what the page has already, and takes the heaviest', () => {
  const noise = (bytes: number) => `//${randomBytes(bytes / 2).toString('hex')}`;
  const site: Record<string, string> = {
    '/C.js': `const c=()=>import("./tools/table.js"),d=()=>import("./chart.js");${noise(2000)}`,
    '/chart.js': noise(2000),
    '/tools/table.js': `import"../C.js";import"../rows.js";const s=()=>import("./sound.js");${noise(1000)}`,
    '/rows.js': noise(3000),
    '/tools/sound.js': noise(8000),
  };
  const sizes = measure(
    '<astro-island component-url="/C.js" client="near"></astro-island>',
    '/',
    (address: string) => Buffer.from(site[address]!),
  );
  expect(sizes['JS with a live chart']!).toBeGreaterThan(4000 / 2);
  expect(sizes['JS with a live chart']!).toBeLessThan((4000 / 2) * 1.25);
  // The sound is loaded by the table, but only later: it is a tool of its own, and heavier.
  expect(sizes['JS of the heaviest tool']!).toBeGreaterThan(8000 / 2);
  expect(sizes['JS of the heaviest tool']!).toBeLessThan((8000 / 2) * 1.25);
});

test('measure counts as a tool what a page without a figure loads later', () => {
  const site: Record<string, string> = {
    '/term.js': 'addEventListener("focusin",()=>import("./tools/card.js"));',
    '/tools/card.js': `//${randomBytes(4000).toString('hex')}`,
  };
  const sizes = measure('<script type="module" src="/term.js"></script>', '/', (address: string) =>
    Buffer.from(site[address]!),
  );
  expect(sizes['JS at the start']!).toBeLessThan(200);
  expect(sizes['JS of the heaviest tool']!).toBeGreaterThan(4000);
});

test('measure counts the editor of Python neither with the chart nor with the tools', () => {
  const site: Record<string, string> = {
    '/C.js': 'const e=()=>import("./editor/editor.js"),t=()=>import("./tools/table.js");',
    '/editor/editor.js': `//${randomBytes(4000).toString('hex')}`,
    '/tools/table.js': 'export{};',
  };
  const sizes = measure('<astro-island component-url="/C.js"></astro-island>', '/', (address: string) =>
    Buffer.from(site[address]!),
  );
  expect(sizes['JS of the Python editor']!).toBeGreaterThan(4000);
  expect(sizes['JS with a live chart']!).toBeLessThan(200);
  expect(sizes['JS of the heaviest tool']!).toBeLessThan(200);
});

test('measure counts one figure at a time, the heaviest, and at the start what does not wait for the reader', () => {
  const noise = (bytes: number) => `//${randomBytes(bytes / 2).toString('hex')}`;
  const site: Record<string, string> = { '/A.js': noise(2000), '/B.js': noise(6000), '/C.js': noise(4000) };
  const sizes = measure(
    '<astro-island component-url="/A.js" client="near"></astro-island>' +
      '<astro-island component-url="/B.js" client="near"></astro-island>' +
      '<astro-island component-url="/C.js" client="visible"></astro-island>',
    '/',
    (address: string) => Buffer.from(site[address]!),
  );
  expect(sizes['JS until a figure is touched']!).toBeGreaterThan(4000 / 2);
  expect(sizes['JS until a figure is touched']!).toBeLessThan((4000 / 2) * 1.25);
  expect(sizes['JS with a figure awake']!).toBeGreaterThan(10_000 / 2);
  expect(sizes['JS with a figure awake']!).toBeLessThan((10_000 / 2) * 1.25);
});

test('the limits are those of the design: 20 KB of script at the start, 20 KB of style, 30 KB of page', () => {
  expect(LIMITS).toMatchObject({ HTML: 30_000, CSS: 20_000, 'JS at the start': 20_000 });
});

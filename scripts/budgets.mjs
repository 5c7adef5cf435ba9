/** Holds every page of the built site to its budget of bytes, as a browser would count them: follows the
 *  tags of the HTML and the static imports of its modules, and adds up the gzipped sizes.
 *
 *  node scripts/budgets.mjs [FOLDER]     FOLDER is dist unless given; exits 1 and names page, kind, bytes
 *  and limit when a page is over. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const KB = 1000;

/** What a page may weigh. The scripts of a figure are counted apart: they come when the reader comes near it
 *  (client:near), one figure at a time, and the heaviest counts; what they import in turn (the chart) comes with
 *  them, a tool when its button is pressed. */
export const LIMITS = {
  HTML: 30 * KB,
  CSS: 20 * KB,
  'JS at the start': 20 * KB,
  // A page with figures or cells of Python, before the reader touches one.
  'JS until a figure is touched': 50 * KB,
  'JS with a figure awake': 50 * KB,
  'JS with a live chart': 85 * KB,
  // The page of one lab, and its frame: a reader who goes there wants that lab. In a lesson it counts as above.
  'JS of a lab awake': 60 * KB,
  'JS of a lab with its chart': 95 * KB,
  'JS of the heaviest tool': 60 * KB,
  'JS of the Python editor': 120 * KB,
  'HTML, CSS and JS before a figure is touched': 100 * KB,
};

/** What is loaded when a button is pressed: the folder where astro.config.mjs puts tools, and the search. */
const TOOL = /\/(tools\/|search-dialog\.)[^/]+$/;
/** What is loaded when a reader goes into the code of a cell; it too has a folder. */
const EDITOR = /\/editor\/[^/]+$/;

/** Pages of single labs. */
const LAB = /^\/(gallery|embed)\/./;

/** Modules a script names, `import … from "x"`, `import "x"` and `export … from "x"`, and those it may
 *  load later, `import("x")`. Made for minified modules, where an import is a statement of its own. */
export function importsOf(code) {
  const fixed = [
    ...code.matchAll(/(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w$*{][^"'();]*?from)?\s*["']([^"']+)["']/g),
  ];
  const later = [...code.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g)];
  return { fixed: fixed.map(([, path]) => path), later: later.map(([, path]) => path) };
}

const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** The files a page names in its tags, each as an address on the site.
 *  @param {string} html */
export function filesOf(html) {
  const links = [...html.matchAll(/<link\s[^>]*>/g)].map(([tag]) => tag);
  const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
  const islands = [...html.matchAll(/<astro-island\s[^>]*>/g)].map(([tag]) => ({
    near: attribute(tag, 'client') === 'near',
    modules: ['component-url', 'renderer-url', 'before-hydration-url']
      .map((name) => attribute(tag, name))
      .filter((url) => url !== undefined),
  }));
  return {
    css: links.filter((tag) => attribute(tag, 'rel') === 'stylesheet').map((tag) => attribute(tag, 'href')),
    js: [
      ...links
        .filter((tag) => attribute(tag, 'rel') === 'modulepreload')
        .map((tag) => attribute(tag, 'href')),
      ...scripts.map(([, attributes]) => attribute(attributes, 'src')).filter((src) => src !== undefined),
    ],
    inline: scripts.map(([, , code]) => code),
    islands,
  };
}

/** Measures one page.
 *  @param {string} html the page
 *  @param {string} page its address, such as /lessons/x/
 *  @param {(address: string) => Buffer} read contents of a file of the site
 *  @returns {Record<string, number>} gzipped bytes for each of LIMITS; kinds that do not apply are left out */
export function measure(html, page, read) {
  const size = (address) => gzipSync(read(address), { level: 9 }).length;
  const absolute = (path, from) => new URL(path, new URL(from, 'https://site')).pathname;
  const total = (addresses) => [...addresses].reduce((bytes, address) => bytes + size(address), 0);

  /** Everything that is loaded when these modules are; `eager: false` follows import() too, unless it is that
   *  of a tool: those go into `tools`, and the editor too. */
  const closure = (starts, eager, tools = new Set()) => {
    const seen = new Set();
    const visit = (address) => {
      if (seen.has(address)) return;
      seen.add(address);
      const { fixed, later } = importsOf(read(address).toString());
      for (const path of fixed) visit(absolute(path, address));
      for (const path of eager ? [] : later) {
        const target = absolute(path, address);
        if (TOOL.test(target) || EDITOR.test(target)) tools.add(target);
        else visit(target);
      }
    };
    starts.forEach(visit);
    return seen;
  };

  const files = filesOf(html);
  const inlineImports = files.inline.flatMap((code) => importsOf(code).fixed);
  const start = [...files.js, ...inlineImports].map((path) => absolute(path, page));
  const absoluteAll = (modules) => modules.map((path) => absolute(path, page));
  // Islands that do not wait until the reader comes near them.
  const eager = files.islands.filter(({ near }) => !near).flatMap(({ modules }) => absoluteAll(modules));
  const figures = files.islands.map(({ modules }) => absoluteAll(modules));

  const sizes = {
    HTML: gzipSync(html, { level: 9 }).length,
    CSS: total(new Set(absoluteAll(files.css))),
  };
  const atStart = total(closure([...start, ...eager], true));
  sizes[figures.length > 0 ? 'JS until a figure is touched' : 'JS at the start'] = atStart;
  sizes['HTML, CSS and JS before a figure is touched'] = sizes.HTML + sizes.CSS + atStart;
  const atMost = (kind, bytes) => (sizes[kind] = Math.max(sizes[kind] ?? 0, bytes));
  // What the page itself loads later, the search or the card of a term, without what its figures bring.
  const known = closure([...start, ...eager, ...figures.flat()], true);
  const ofPage = new Set();
  closure(start, false, ofPage);
  for (const tool of ofPage) {
    atMost('JS of the heaviest tool', total([...closure([tool], true)].filter((file) => !known.has(file))));
  }
  const lab = LAB.test(page);
  for (const figure of figures) {
    atMost(
      lab ? 'JS of a lab awake' : 'JS with a figure awake',
      total(closure([...start, ...eager, ...figure], true)),
    );
    const tools = new Set();
    const live = new Set([...closure([...start, ...eager], true), ...closure(figure, false, tools)]);
    atMost(lab ? 'JS of a lab with its chart' : 'JS with a live chart', total(live));
    // A tool may load another: the set grows while it is walked through.
    for (const tool of tools) {
      const own = [...closure([tool], false, tools)].filter((address) => !live.has(address));
      atMost(EDITOR.test(tool) ? 'JS of the Python editor' : 'JS of the heaviest tool', total(own));
    }
  }
  return sizes;
}

/** Pages of a built site, as addresses and files. */
export function pagesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.html') && statSync(join(folder, file)).isFile())
    .map((file) => ({
      file: join(folder, file),
      address: `/${file
        .split(sep)
        .join(posix.sep)
        .replace(/(^|\/)index\.html$/, '$1')}`,
    }))
    .sort((a, b) => a.address.localeCompare(b.address));
}

function main(folder) {
  const pages = pagesOf(folder);
  if (pages.length === 0) {
    console.error(
      `There is no page in ${relative('.', folder) || folder}: build the site first (npm run build).`,
    );
    return 1;
  }
  const cache = new Map();
  const read = (address) => {
    if (!cache.has(address)) cache.set(address, readFileSync(join(folder, decodeURIComponent(address))));
    return cache.get(address);
  };
  const worst = new Map();
  const over = [];
  for (const { file, address } of pages) {
    const sizes = measure(readFileSync(file, 'utf8'), address, read);
    for (const [kind, bytes] of Object.entries(sizes)) {
      if (bytes > LIMITS[kind]) {
        over.push(`${address} has ${bytes} bytes of ${kind} (gzip), the limit is ${LIMITS[kind]}.`);
      }
      if (bytes >= (worst.get(kind)?.bytes ?? 0)) worst.set(kind, { bytes, address });
    }
  }
  console.log(`${pages.length} pages; the heaviest of each kind, gzipped bytes:`);
  for (const [kind, { bytes, address }] of worst) {
    console.log(
      `  ${String(bytes).padStart(6)} of ${String(LIMITS[kind]).padStart(6)}  ${kind}  (${address})`,
    );
  }
  for (const sentence of over) console.error(sentence);
  return over.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv[2] ?? 'dist');

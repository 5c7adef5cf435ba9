/** A Vite plugin: of Chart.js only the parts that our figures use are bundled, 36 of 49 KB gzipped. */

/** Chart.js computes with colours in two places only: to fade one into another, and to darken what the
 *  pointer hovers over. Our figures do neither (`animation: false`, `events: []`), so its colour library
 *  is replaced by one that hands a colour back as it came. */
const COLOUR_LIBRARY = '@kurkle/color';
const SAME_COLOUR = `export class Color {
  constructor(value) { this.value = value; }
  saturate() { return this; }
  darken() { return this; }
  hexString() { return this.value; }
}`;

/** The scales that are not registered read properties in their static fields (`Ticks.formatters.numeric`),
 *  which a bundler must take for a side effect, so it keeps them. Here these reads are marked as pure, in
 *  Chart.js alone: in Svelte code a read can be a subscription. */
const STATIC_READS = /(?<=callback: |static defaults = )(?:Ticks\.formatters\.\w+|\w+\.defaults)\b/g;

/** What no figure of ours calls: pointers and hovering (`events: []`), animation, curved and stepped lines, the
 *  shapes of points, stacks, titles, ticks that a scale leaves out. Should one be called after all, it throws its
 *  name, and no test of a live figure passes. */
const NEVER_CALLED = [
  ...['_bezierCurveTo', '_bezierInterpolation', '_pointInLine', '_steppedInterpolation', '_steppedLineTo'],
  ...['_updateBezierControlPoints', 'autoSkip', 'createProxyAndListen', 'doSplitByStyles'],
  ...['drawBackdrop', 'drawPointLegend', 'evaluateInteractionItems', 'fastPathSegment', 'getAxisItems'],
  ...['getNearestItems', 'getRelativePosition', 'titleArgs', 'updateStacks'],
];

/** What is called, and need not do what it does. */
const INSTEAD = {
  // The data of a chart are replaced whole and never watched.
  listenArrayEvents: '',
  unlistenArrayEvents: '',
  // Every axis is given its ticks (chart-config.ts).
  generateTicks$1: 'return [];',
};

/** Tables that nobody looks into: courses of an animation, formats of ticks. */
const EMPTY = ['effects', 'formatters'];

const CUTS = [
  ...[...NEVER_CALLED.map((name) => [name, `throw Error('${name}');`]), ...Object.entries(INSTEAD)].map(
    ([name, body]) => ({
      name,
      find: new RegExp(`(?<=(?:^| )function ${name.replace('$', '\\$')}\\(.*\\) )\\{\n[^]*?\n\\}`, 'm'),
      put: `{ ${body} }`,
    }),
  ),
  ...EMPTY.map((name) => ({
    name,
    find: new RegExp(`(?<=(?:^| )const ${name} = )\\{\n[^]*?\n\\}`, 'm'),
    put: '{}',
  })),
  // A line is drawn on the canvas itself and not as a Path2D, which our drawing of SVG could not read.
  { name: 'Path2D', find: /(?<=const usePath2D = )typeof Path2D === 'function'/, put: 'false' },
];

export function chartJsParts() {
  const found = new Set();
  return {
    name: 'chart-js-parts',
    enforce: 'pre',
    resolveId(id, importer) {
      return id === COLOUR_LIBRARY && importer?.includes('/chart.js/') ? `\0${id}` : undefined;
    },
    load(id) {
      return id === `\0${COLOUR_LIBRARY}` ? SAME_COLOUR : undefined;
    },
    transform(code, id) {
      if (!/\/chart\.js\/dist\/(chart|chunks\/index)\.js$/.test(id)) return undefined;
      for (const { name, find, put } of CUTS) {
        if (!find.test(code)) continue;
        code = code.replace(find, () => put);
        found.add(name);
      }
      return code.replace(STATIC_READS, (read) => `/* @__PURE__ */ (() => ${read})()`);
    },
    buildEnd() {
      const lost = found.size > 0 && CUTS.find(({ name }) => !found.has(name));
      if (lost) throw new Error(`Chart.js has no ${lost.name} any more: see src/lib/chart-js-parts.mjs.`);
    },
  };
}

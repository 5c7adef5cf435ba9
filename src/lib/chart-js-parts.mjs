/** A Vite plugin: of Chart.js only the parts that our figures use are bundled, 40 of 49 KB gzipped. */

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

export function chartJsParts() {
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
      if (!id.endsWith('/chart.js/dist/chart.js')) return undefined;
      return code.replace(STATIC_READS, (read) => `/* @__PURE__ */ (() => ${read})()`);
    },
  };
}

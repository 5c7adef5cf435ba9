/** A Vite plugin: the scales of Chart.js that are not registered stay out of the bundle. Their static
 *  fields read properties (`Ticks.formatters.numeric`), which a bundler must take for a side effect, so it
 *  keeps all of them, 6 KB gzipped. Here the reads are marked as pure, in Chart.js alone: in Svelte code a
 *  read can be a subscription. */
export function chartJsParts() {
  return {
    name: 'chart-js-parts',
    transform(code, id) {
      if (!/\/chart\.js\/dist\/chart\.js$/.test(id)) return undefined;
      return code.replace(
        /(?<=callback: |static defaults = )(?:Ticks\.formatters\.\w+|\w+\.defaults)\b/g,
        (read) => `/* @__PURE__ */ (() => ${read})()`,
      );
    },
  };
}

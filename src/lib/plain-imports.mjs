/** A Vite plugin: `import()` in a page is the browser's own. Vite wraps each in 1.7 KB of code that first fetches
 *  the style sheets and modules beneath; our pages have linked the styles of their figures already, and what a
 *  figure imports later has next to nothing beneath it that is not there. */
const HELPER = '\0vite/preload-helper.js';
/** Where Vite writes the list of those files. */
const LIST = /,\s*__VITE_PRELOAD__/g;

export function plainImports() {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
    renderChunk: (code) => (code.includes('__VITE_PRELOAD__') ? code.replaceAll(LIST, '') : undefined),
  };
}

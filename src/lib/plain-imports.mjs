/** A Vite plugin: `import()` in a page is the browser's own. Vite wraps each in 1.7 KB of code that first fetches
 *  the style sheets and modules beneath; our pages have linked the styles of their figures already, and what a
 *  figure imports later has next to nothing beneath it that is not there. */
const HELPER = '\0vite/preload-helper.js';
const PLAIN = 'const __vitePreload = (load) => load();';
/** A script has the helper from another one. */
const FROM_ELSEWHERE = /import \{ \w+ as __vitePreload \} from "[^"]+";/;
/** An import that is wrapped and nothing else. */
const WRAPPED = /__vitePreload\(\(\) => (import\([^()]+\)),\s*__VITE_PRELOAD__\)/g;
/** Where Vite writes the list of the files beneath. */
const LIST = /,\s*__VITE_PRELOAD__/g;

export function plainImports() {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? `export ${PLAIN}` : undefined),
    renderChunk: (code) =>
      code.includes('__VITE_PRELOAD__')
        ? code.replaceAll(WRAPPED, '$1').replaceAll(LIST, '').replace(FROM_ELSEWHERE, PLAIN)
        : undefined,
  };
}

/** The content security policy of every page: this site and nothing else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Astro hashes its own inline scripts. Starlight's few stand verbatim in these components (the theme is
 *  set before the first paint, the sidebar keeps its place), so they are hashed from there; a test holds
 *  every inline script of the built pages against the policy. */
const STARLIGHT_INLINE = ['ThemeProvider', 'ThemeSelect', 'SidebarPersister'];

function inlineScriptHashes() {
  const require = createRequire(import.meta.url);
  return STARLIGHT_INLINE.flatMap((name) => {
    const source = readFileSync(require.resolve(`@astrojs/starlight/components/${name}.astro`), 'utf8');
    return [...source.matchAll(/<script is:inline[^>]*>(.*?)<\/script>/gs)].map(
      ([, script]) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
    );
  });
}

export const contentSecurityPolicy = {
  directives: [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ],
  scriptDirective: {
    // Pagefind's index is read by WebAssembly.
    resources: ["'self'", "'wasm-unsafe-eval'"],
    hashes: inlineScriptHashes(),
  },
  styleDirective: {
    // KaTeX and the highlighter place their boxes and colours with style attributes; no style sheet is
    // allowed that is not ours.
    resources: [
      { resource: "'self'", kind: 'element' },
      { resource: "'unsafe-inline'", kind: 'attribute' },
    ],
  },
};

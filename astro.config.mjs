import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import starlightLinksValidator from 'starlight-links-validator';
import { chartJsParts } from './src/lib/chart-js-parts.mjs';
import { clientNear } from './src/lib/client-near.mjs';
import { contentSecurityPolicy } from './src/lib/content-security-policy.mjs';
import { eagerModules } from './src/lib/eager-modules.mjs';
import { katexOptions } from './src/lib/katex-options.mjs';
import { katexWoff2Only, rehypeNoTexSource, remarkKatexStyles } from './src/lib/katex-styles.mjs';
import { plainImports } from './src/lib/plain-imports.mjs';
import rehypeRefuseFormulas from './src/lib/rehype-refuse-formulas.mjs';
import remarkCodeAsWritten from './src/lib/remark-code-as-written.mjs';
import remarkEquations from './src/lib/remark-equations.mjs';
import remarkLayoutField from './src/lib/remark-layout-field.mjs';
import remarkPlaces from './src/lib/remark-places.mjs';
import { pyodideFiles } from './src/lib/pyodide-files.mjs';
import { smallerScripts } from './src/lib/smaller-scripts.mjs';
import { stylesOnce } from './src/lib/styles-once.mjs';

const [TRACE, FI, SYNAPSE, ADEX, CIRCUIT] = [
  'trace/TraceLab',
  'fi/FiLab',
  'synapse/SynapseLab',
  'adex/AdexLab',
  'circuit/Circuit',
].map((island) => eagerModules(`src/components/demos/${island}.svelte`));
/** The module is one of an island and one of a second: both load it. */
const both = (first, second) => (id) => [first, second].every((island) => island.has(id.split('?')[0] ?? ''));
const LESSONS = fileURLToPath(new URL('src/content/docs/lessons', import.meta.url));

export default defineConfig({
  // Where the site is published, for canonical addresses and the sitemap: SITE=https://… npm run build
  ...(process.env.SITE ? { site: process.env.SITE } : {}),
  // The default, 'jsx', drops the white space between lines: "5" and "mV" would become "5mV".
  compressHTML: true,
  // A page is a tenth of a second away; fetching it on hover would cost every page 1 KB of JavaScript.
  prefetch: false,
  security: { csp: contentSecurityPolicy },
  // A style sheet inside the page would need its hash in the policy, and not all of them get one.
  build: { inlineStylesheets: 'never' },
  markdown: {
    syntaxHighlight: false, // Starlight's Expressive Code does it
    processor: unified({
      remarkPlugins: [
        remarkCodeAsWritten,
        remarkLayoutField,
        [remarkEquations, { folder: LESSONS }],
        remarkPlaces,
        remarkMath,
        remarkKatexStyles,
      ],
      rehypePlugins: [[rehypeKatex, katexOptions], rehypeRefuseFormulas, rehypeNoTexSource],
    }),
  },
  vite: {
    // A worker fetches the demo it runs.
    worker: { format: 'es' },
    plugins: [katexWoff2Only(), chartJsParts(), smallerScripts(), plainImports()],
    // A font inside a style sheet would be loaded by pages that never show it, and against the policy; a
    // script inside a page would come again with every page.
    build: { assetsInlineLimit: (file) => (/\.(woff2|js|mjs|ts)$/.test(file) ? false : undefined) },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // What every figure needs stays together, and so does what every lab needs, and every figure of
              // the plain neuron: else each new lab, which shares other parts of them, would cut them into more pieces,
              // and every page would pay for that.
              codeSplitting: {
                groups: [
                  { name: 'preload', test: /preload-helper/, priority: 5 },
                  // What binds a variable to a control serves the tools alone.
                  {
                    name: 'svelte',
                    test: /node_modules\/(svelte(?!.*bindings\/input)|esm-env|clsx|devalue)\//,
                    priority: 5,
                  },
                  // The scripts around every page, some 400 bytes each.
                  {
                    name: 'page',
                    test: /starlight\/dist\/components.*\.(astro\?.*type=script|js$)|components\/shell\/.*type=script/,
                  },
                  {
                    name: 'questions',
                    test: /components\/lesson\/(check|numeric|predict|question|lens)-element\.ts/,
                  },
                  { name: 'base', test: both(TRACE, CIRCUIT), priority: 4 },
                  { name: 'lab', test: both(TRACE, ADEX), priority: 3 },
                  { name: 'lif', test: both(TRACE, SYNAPSE), priority: 2 },
                  { name: 'membrane', test: both(TRACE, FI), priority: 1 },
                  { name: 'trace', test: both(TRACE, TRACE), priority: 0 },
                ],
              },
              // What is loaded when a tool, a figure, Run or Check is pressed has a folder, and so has the editor of
              // Python: scripts/budgets.mjs counts them apart.
              chunkFileNames: ({ facadeModuleId }) => {
                const folder =
                  /\/src\/components\/tools\/|\/click-spikes\.|\/hidden-bench\.|\/build-it\/check\.|\/keep-page\./.test(
                    facadeModuleId ?? '',
                  )
                    ? 'tools/'
                    : facadeModuleId?.endsWith('/src/components/python/editor.ts')
                      ? 'editor/'
                      : '';
                return `_astro/${folder}[name].[hash].js`;
              },
            },
          },
        },
      },
    },
  },
  integrations: [
    starlight({
      title: 'Integrate & Fire',
      disable404Route: true, // src/content/docs/404.mdx is ours
      description:
        'Learn how a neuron turns current into spikes: a live textbook of the integrate-and-fire neuron.',
      customCss: ['tokens', 'starlight', 'prose', 'terms', 'print'].map((name) => `./src/styles/${name}.css`),
      components: {
        Footer: './src/components/shell/Footer.astro',
        LanguageSelect: './src/components/shell/NoLanguageSelect.astro',
        Search: './src/components/shell/Search.astro',
        SiteTitle: './src/components/shell/SiteTitle.astro',
      },
      sidebar: [
        { label: 'Lessons', items: ['course', 'placement', { autogenerate: { directory: 'lessons' } }] },
        { label: 'Contribute', items: [{ autogenerate: { directory: 'contribute' } }] },
        { label: 'Reference', items: ['glossary', 'symbols', 'formulas', 'topics'] },
        { label: 'This site', items: ['gallery', 'take-it-along', 'teach', 'about'] },
      ],
      // Code is set plainly; what the course runs stands in an editor, not in a framed picture of one.
      expressiveCode: {
        // A listing that scrolls sideways would be a landmark, and two on a page have no name to tell them apart.
        defaultProps: { wrap: true },
        frames: false,
        textMarkers: false,
        styleOverrides: {
          codeBackground: 'var(--paper-raised)',
          borderColor: 'var(--rule)',
          borderRadius: '4px',
        },
      },
      plugins: [starlightLinksValidator()],
    }),
    mdx(),
    svelte(),
    clientNear(),
    stylesOnce(),
    pyodideFiles(),
  ],
});

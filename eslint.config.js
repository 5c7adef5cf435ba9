import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Chart.js has one door; everything else draws through src/components/charts. */
const chartImports = {
  patterns: [
    { regex: '^chart\\.js', message: 'Only src/components/charts and src/figures may import chart.js.' },
  ],
};

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // KaTeX markup made at build time from our own sources is the one exception; see katex-options.
      'svelte/no-at-html-tags': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,svelte,astro}'],
    ignores: ['src/components/charts/**', 'src/figures/**'],
    rules: { 'no-restricted-imports': ['error', chartImports] },
  },
  {
    // One place decides whether something moves, one whether something sounds.
    files: ['src/**/*.{ts,svelte,astro}'],
    ignores: ['src/lib/animation.ts', 'src/lib/audio.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'requestAnimationFrame', message: 'Only src/lib/animation.ts asks for frames.' },
        { name: 'AudioContext', message: 'Only src/lib/audio.ts makes sound.' },
      ],
    },
  },
  {
    // The models know nothing of the page, the clock or the machine (see also src/sim/tsconfig.json).
    files: ['src/sim/**/*.ts'],
    linterOptions: { noInlineConfig: true },
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\./)', message: 'src/sim imports only from itself.' }] },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness is an argument: pass a seeded generator.',
        },
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
      ],
      'no-restricted-globals': [
        'error',
        ...['Date', 'performance', 'setTimeout', 'setInterval', 'console', 'document', 'window', 'crypto'],
      ],
    },
  },
  {
    files: ['src/cli/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.{js,mjs,ts}', 'tests/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A test file that holds no test is a mistake, not a pass.
    passWithNoTests: false,
    projects: [
      {
        // Svelte's client build: its server build runs no effects, and a test inside $effect.root would not run.
        plugins: [svelte({ dynamicCompileOptions: () => ({ generate: 'client' }) })],
        ssr: { noExternal: ['svelte'], resolve: { conditions: ['browser'] } },
        test: {
          name: 'site',
          // No test measures time: a busy machine may take its own.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles: ['tests/setup.ts'],
          include: ['tests/{sim,figures,lib,islands,cli,export}/**/*.test.ts'],
        },
      },
      {
        // What is run when the site is built (MDX is read by packages that a browser has no room for), and Python.
        test: {
          name: 'python',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          setupFiles: ['tests/setup.ts'],
          include: ['tests/{content,python,notebook,build-it}/**/*.test.ts'],
        },
      },
    ],
  },
});

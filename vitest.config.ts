import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Svelte's client build: its server build runs no effects, and a test inside $effect.root would not run.
  plugins: [svelte({ dynamicCompileOptions: () => ({ generate: 'client' }) })],
  ssr: { noExternal: ['svelte'], resolve: { conditions: ['browser'] } },
  test: {
    // No test measures time: a busy machine may take its own.
    testTimeout: 120_000,
    setupFiles: ['tests/setup.ts'],
    include: ['tests/{sim,content,figures,lib,islands,cli}/**/*.test.ts'],
    // A test file that holds no test is a mistake, not a pass.
    passWithNoTests: false,
  },
});

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  test: {
    include: ['tests/{sim,content,figures,lib,islands,cli}/**/*.test.ts'],
    // A test file that holds no test is a mistake, not a pass.
    passWithNoTests: false,
  },
});

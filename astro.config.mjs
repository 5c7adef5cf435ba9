import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { katexOptions } from './src/lib/katex-options.mjs';
import remarkLayoutField from './src/lib/remark-layout-field.mjs';

export default defineConfig({
  // The default, 'jsx', drops the white space between lines: "5" and "mV" would become "5mV".
  compressHTML: true,
  markdown: {
    processor: unified({
      remarkPlugins: [remarkLayoutField, remarkMath],
      rehypePlugins: [[rehypeKatex, katexOptions]],
    }),
  },
  integrations: [
    starlight({
      title: 'Integrate & Fire',
      description: 'Learn how a neuron turns current into spikes.',
      customCss: ['./src/styles/tokens.css'],
      sidebar: [{ label: 'Lessons', items: [{ autogenerate: { directory: 'lessons' } }] }, 'topics'],
    }),
    mdx(),
    svelte(),
  ],
});

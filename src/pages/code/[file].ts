/** /code/‹page›.ipynb and /code/‹page›.py: a page with code, to take along. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { notebookText } from '../../lib/notebook/ipynb.ts';
import { notebooks } from '../../lib/notebook/pages.ts';
import { pythonTextOf } from '../../lib/notebook/py-file.ts';

const FORMS = {
  ipynb: { write: notebookText, type: 'application/x-ipynb+json' },
  py: { write: pythonTextOf, type: 'text/x-python; charset=utf-8' },
} as const;

export const getStaticPaths = (async () => {
  const site = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;
  return [...(await notebooks(site))].flatMap(([path, cells]) =>
    Object.entries(FORMS).map(([ending, { write, type }]) => ({
      params: { file: `${path.replace('code/', '')}.${ending}` },
      props: { text: write(cells), type },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string; type: string }> = ({ props: { text, type } }) =>
  new Response(text, { headers: { 'Content-Type': type } });

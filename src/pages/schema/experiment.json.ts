/** The format of an experiment as a JSON Schema, at /schema/experiment.json. */
import type { APIRoute } from 'astro';
import { experimentJsonSchema } from '../../sim/experiment-json-schema.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(experimentJsonSchema(), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json' },
  });

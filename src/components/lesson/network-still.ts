/** What NetworkFigure.astro hands to its island: where its controls start, and a still of the run they describe. A
 *  reader who presses Run at once gets the same run, and so the same sentence. */
import katex from 'katex';
import { networkPlot } from '../../figures/network-plot.ts';
import { rasterRows } from '../../figures/network-raster.ts';
import { katexOptions } from '../../lib/katex-options.mjs';
import type { Plot } from '../../figures/plot.ts';
import { drawStill } from '../charts/still.ts';
import type { NetworkPage } from '../demos/network/NetworkFigure.svelte';
import { networkResult } from '../demos/network/network-result.ts';
import type { NetworkResult } from '../demos/network/network-run.ts';
import {
  NETWORK_NUMBERS,
  sentenceOf,
  settingsAt,
  type NetworkSettings,
} from '../demos/network/network-settings.ts';

/** Width, neurons and milliseconds of the stills: every spike is a stroke, and a page has to carry them. */
const STILLS = {
  wide: { width: 688, rows: 30, ms: 100 },
  narrow: { width: 328, rows: 20, ms: 60 },
};

/** Runs take seconds, and pages share them. */
const runs = new Map<string, NetworkResult>();

function runOf(start: NetworkSettings): NetworkResult {
  const key = JSON.stringify(start);
  const run = runs.get(key) ?? networkResult(start, 0);
  runs.set(key, run);
  return run;
}

/** The end of a run, as much of it as a still can carry. */
function plotOf({ recording, activity }: NetworkResult, { width, rows, ms }: (typeof STILLS)['wide']): Plot {
  const window = [activity.to - ms, activity.to] as const;
  return networkPlot(rasterRows(recording, rows), activity, { window, width });
}

/** Its picture in a list. */
export function networkCover(): string {
  const plot = plotOf(runOf(settingsAt('AI', 4000)), STILLS.narrow);
  return drawStill(plot, STILLS.narrow.width, 'any');
}

/** @throws RangeError naming an id, state or size that is none: the build stops */
export function networkStill(id: string, state: string, size: number): { page: NetworkPage; still: string } {
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw new RangeError(`id "${id}" must be small letters, digits and hyphens`);
  const start = settingsAt(state, size);
  const run = runOf(start);
  const symbols = Object.fromEntries(
    Object.entries(NETWORK_NUMBERS).map(([name, { symbol }]) => [
      name,
      katex.renderToString(symbol, { ...katexOptions, output: 'html' }),
    ]),
  ) as NetworkPage['symbols'];
  const sentence = sentenceOf(run);
  const { title } = plotOf(run, STILLS.wide);
  const stills = Object.entries(STILLS).map(([name, form]) => drawStill(plotOf(run, form), form.width, name));
  return { page: { id, start, title, sentence, symbols }, still: stills.join('') };
}

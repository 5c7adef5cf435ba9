/** What HiddenNeuron.astro hands to its island: a seed, symbols, and a still of the first measurement. Nothing in it says
 *  what the neuron is. */
import katex from 'katex';
import { hiddenPlot } from '../../figures/hidden-plot.ts';
import { katexOptions } from '../../lib/katex-options.mjs';
import { showValue } from '../../sim/param-spec.ts';
import { drawStill } from '../charts/still.ts';
import type { HiddenPage } from '../demos/hidden/HiddenNeuron.svelte';
import { FIRST, LARGEST_SEED } from '../demos/hidden/hidden-kinds.ts';
import { measure, measurementInWords } from '../demos/hidden/hidden-measure.ts';
import { DRAWN, hiddenNeuron } from '../demos/hidden/hidden-neuron.ts';
import { HIDDEN_SPECS } from '../demos/hidden/hidden-specs.ts';

const WIDTHS = { wide: 688, narrow: 328 };

const first = (seed: number) => measure(hiddenNeuron(seed), FIRST, { seed, number: 1, noisy: false });

/** Its picture in a list. */
export function hiddenCover(): string {
  return drawStill(hiddenPlot(first(2026), { width: WIDTHS.narrow }), WIDTHS.narrow, 'any');
}

/** @throws RangeError naming an id or seed that is none: the build stops */
export function hiddenStill(id: string, seed: unknown): { page: HiddenPage; still: string } {
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    throw new RangeError(`id "${id}" must be small letters, digits and hyphens`);
  if (typeof seed !== 'number' || !Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED)
    throw new RangeError(`seed must be a whole number from 0 to ${LARGEST_SEED}, got ${showValue(seed)}`);
  const measurement = first(seed);
  const { injection, estimates, time } = HIDDEN_SPECS;
  const symbols = Object.fromEntries(
    Object.entries({ ...injection, ...estimates, t: time }).map(([name, { symbol }]) => [
      name,
      katex.renderToString(symbol, { ...katexOptions, output: 'html' }),
    ]),
  ) as HiddenPage['symbols'];
  const still = Object.entries(WIDTHS)
    .map(([name, width]) => drawStill(hiddenPlot(measurement, { width }), width, name))
    .join('');
  const { number, noisy, spikes } = measurement;
  return {
    page: {
      id,
      seed,
      sentence: measurementInWords(measurement),
      first: { number, injection: FIRST, noisy, spikes },
      specs: HIDDEN_SPECS,
      ranges: DRAWN,
      symbols,
    },
    still,
  };
}

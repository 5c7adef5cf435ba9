/** A measurement of the hidden neuron: a current goes in, the potential over time comes out, with noise of the electrode
 *  or without. Nothing else of the neuron leaves it. */
import { membranePoints } from '../../../figures/points.ts';
import type { Point } from '../../../figures/plot.ts';
import { heightAt } from '../../../figures/height-at.ts';
import { formatQuantity } from '../../../lib/quantity.ts';
import type { LifExperiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import { normal } from '../../../sim/normal.ts';
import { MAX_STREAMS, Random } from '../../../sim/random.ts';
import type { Recording } from '../../../sim/recording.ts';
import { injectionInWords, LENGTH_MS, NOISE_MV, type Injection, type Row } from './hidden-kinds.ts';

/** From sample to sample, ms. */
const SAMPLE_MS = 0.1;
export interface Measurement extends Row {
  readonly experiment: LifExperiment;
  readonly recording: Recording;
  /** The potential over time as it was measured: ms, mV; at a spike two points, one above the other. */
  readonly trace: readonly Point[];
}

/** @param seed of the neuron; with `number` it fixes the noise, so that measuring again gives other noise */
export function measure(
  neuron: LifNeuron,
  injection: Injection,
  { seed, number, noisy }: { readonly seed: number; readonly number: number; readonly noisy: boolean },
): Measurement {
  const experiment: LifExperiment = {
    version: 1,
    neuron,
    inputs: [{ type: 'step', ...injection }],
    duration: LENGTH_MS,
    method: 'precise',
    grid: 'nest',
    dt: SAMPLE_MS,
    seed,
  };
  const recording = LIF.simulate(experiment);
  // The first stream has drawn the neuron.
  const random = new Random(seed, 1 + (number % (MAX_STREAMS - 1)));
  const trace = membranePoints(experiment, recording).map(({ x, y }) => ({
    x,
    y: noisy ? y + NOISE_MV * normal(random) : y,
  }));
  return { number, injection, noisy, spikes: recording.spikes.length, experiment, recording, trace };
}

/** What the cursor finds: at a spike the potential it is fired from and the one it falls to. */
export type Reading =
  | { readonly time: number; readonly potential: number }
  | { readonly time: number; readonly peak: number; readonly after: number };

/** @param time ms, within the measurement
 *  @param reach ms; a spike that is no further away is read, and not the trace beside it */
export function readTrace({ trace, recording }: Measurement, time: number, reach = 0): Reading {
  const spike = recording.spikes.reduce(
    (best, each) => (Math.abs(each - time) < Math.abs(best - time) ? each : best),
    Infinity,
  );
  if (Math.abs(spike - time) > reach) return { time, potential: heightAt(trace, time) };
  const at = trace.findIndex(({ x }) => x === spike);
  return { time: spike, peak: trace[at]?.y ?? NaN, after: trace[at + 1]?.y ?? NaN };
}

const mV = (value: number) => formatQuantity(value, 'mV', 2);
const ms = (value: number) => formatQuantity(value, 'ms', 2);

export function readingInWords(reading: Reading): string {
  const at = `At t\u00a0=\u00a0${ms(reading.time)}`;
  return 'peak' in reading
    ? `${at} it fires: from u\u00a0=\u00a0${mV(reading.peak)} the potential falls to ${mV(reading.after)}.`
    : `${at} the potential is u\u00a0=\u00a0${mV(reading.potential)}.`;
}

/** Most spikes that are told one by one. */
const TOLD = 6;

/** "It does not fire", "It fires 12 times: at 31.24, …" */
export function spikesInWords({ recording: { spikes } }: Measurement): string {
  if (spikes.length === 0) return 'It does not fire.';
  const told = Array.from(spikes.slice(0, TOLD), (time) => formatQuantity(time, '', 2)).join(', ');
  const times = spikes.length === 1 ? 'once' : `${spikes.length} times`;
  return `It fires ${times}: at ${told}${spikes.length > TOLD ? ', …' : ''}\u00a0ms.`;
}

export const measurementInWords = (measurement: Measurement) =>
  `Measurement ${measurement.number}: ${injectionInWords(measurement.injection)}` +
  `${measurement.noisy ? ', with noise' : ''}. ${spikesInWords(measurement)}`;

/** What a run of a network says about its activity as a whole: counts, rate, irregularity, synchrony. */
import { coefficientOfVariation } from '../sim/analysis.ts';
import { intervalsMs } from '../sim/intervals.ts';
import type { NetworkRecording } from '../sim/network.ts';

/** Width of a bin of the population's activity, ms. */
export const BIN_MS = 1;

export interface NetworkActivity {
  readonly neurons: number;
  /** What was measured, ms: from the end of the settling to the end of the run. */
  readonly from: number;
  readonly to: number;
  /** Spikes per neuron and second, Hz. */
  readonly rate: number;
  /** Mean CV of the intervals; null where no neuron has two of them. */
  readonly cv: number | null;
  /** Neurons with two intervals or more, and how many intervals they have on average. */
  readonly counted: number;
  readonly intervals: number;
  /** Synchrony χ of the spike counts in bins, from 1/√neurons (each for itself) to 1 (all alike); null without
   *  spikes. */
  readonly synchrony: number | null;
  /** Spikes of all neurons in each bin of the whole run. */
  readonly counts: Uint32Array;
}

/** Spikes of all neurons in bins of BIN_MS. A spike is stamped at the end of its step: one at 2.0 ms belongs to the
 *  bin that ends there. */
function binned(spikes: Float64Array, duration: number): Uint32Array {
  const counts = new Uint32Array(Math.ceil(duration / BIN_MS));
  // 1e-6 of a bin: 0.1·30 is 3.0000000000000004.
  for (const time of spikes) counts[Math.min(counts.length, Math.ceil(time / BIN_MS - 1e-6)) - 1]!++;
  return counts;
}

/** χ² = variance over time of the mean of all neurons, over the mean of the variances of each (Golomb 2007,
 *  Scholarpedia 2(1):1347, with a spike train in bins for the potential). A bin holds one spike of a neuron or none:
 *  refractoriness sees to it.
 *  @param counts spikes of all neurons in each bin
 *  @param trains spikes of each neuron */
function synchrony(counts: Uint32Array, trains: readonly { readonly length: number }[]): number | null {
  const bins = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / bins;
  const together = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / bins / trains.length ** 2;
  const alone = trains.reduce((sum, { length }) => sum + (length / bins) * (1 - length / bins), 0);
  return alone > 0 ? Math.sqrt((together * trains.length) / alone) : null;
}

/** Spikes of each neuron, ascending. */
function trains({ spikes, senders }: NetworkRecording, neurons: number, from: number): number[][] {
  const lists: number[][] = Array.from({ length: neurons }, () => []);
  spikes.forEach((time, s) => {
    if (time > from) lists[senders[s]!]!.push(time);
  });
  return lists;
}

/** @param recording a run with whole bins
 *  @param duration of the run, ms
 *  @param settling what is left out of the measures, ms: a whole number of bins, less than `duration` */
export function networkActivity(
  recording: NetworkRecording,
  duration: number,
  settling: number,
): NetworkActivity {
  const neurons = recording.populations.reduce((sum, { size }) => sum + size, 0);
  const counts = binned(recording.spikes, duration);
  const measured = counts.subarray(settling / BIN_MS);
  let [sum, counted, intervals] = [0, 0, 0];
  const lists = trains(recording, neurons, settling);
  for (const train of lists) {
    const between = intervalsMs(train);
    const cv = coefficientOfVariation(between);
    if (cv === null) continue;
    sum += cv;
    counted++;
    intervals += between.length;
  }
  const spikes = measured.reduce((all, count) => all + count, 0);
  return {
    neurons,
    from: settling,
    to: duration,
    rate: (1000 * spikes) / neurons / (duration - settling),
    cv: counted > 0 ? sum / counted : null,
    counted,
    intervals: counted > 0 ? intervals / counted : 0,
    synchrony: synchrony(measured, lists),
    counts,
  };
}

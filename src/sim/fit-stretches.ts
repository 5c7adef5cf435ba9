/** Which samples of a trace are relaxation, which are held at reset, and which are neither. */
import type { Stretches } from './fit-relaxation.ts';
import type { TraceSpikes } from './trace-spikes.ts';

export interface Split extends Stretches {
  /** Spikes before each stretch; a stretch without samples is none. */
  readonly spikesBefore: readonly number[];
  /** Stretch of each sample. */
  readonly stretch: Int32Array;
  /** Places of the samples in the trace, in strides. */
  readonly place: Int32Array;
  /** How many samples are held at reset, their mean in mV and the sum of squares about it in mV². */
  readonly held: { readonly count: number; readonly mean: number; readonly square: number };
}

/** A spike lies between the samples `before` and `after`, and so does the end of the hold, `hold` ms later: a sample
 *  there belongs to neither side.
 *  @param hold ms  @param stride every so many samples */
export function splitAt(
  t: Float64Array,
  V: Float64Array,
  { before, after }: TraceSpikes,
  hold: number,
  stride: number,
): Split {
  const most = Math.ceil(t.length / stride);
  const place = new Int32Array(most);
  const stretch = new Int32Array(most);
  const times = new Float64Array(most);
  const potentials = new Float64Array(most);
  const from: number[] = [];
  const spikesBefore: number[] = [];
  let n = 0;
  let [count, mean, square] = [0, 0, 0];
  let spikes = 0;
  for (let k = 0; k < t.length; k += stride) {
    while (spikes < after.length && k >= (after[spikes] as number)) spikes++;
    if (spikes < before.length && k > (before[spikes] as number)) continue;
    const time = t[k] as number;
    const last = spikes - 1;
    if (last < 0 || time >= (t[after[last] as number] as number) + hold) {
      if (spikesBefore.at(-1) !== spikes) {
        from.push(n);
        spikesBefore.push(spikes);
      }
      place[n] = k / stride;
      stretch[n] = from.length - 1;
      times[n] = time;
      potentials[n++] = V[k] as number;
    } else if (time <= (t[before[last] as number] as number) + hold) {
      // Mean and squares in one pass (Welford 1962).
      const off = (V[k] as number) - mean;
      mean += off / ++count;
      square += off * ((V[k] as number) - mean);
    }
  }
  return {
    t: times.subarray(0, n),
    V: potentials.subarray(0, n),
    from,
    spikesBefore,
    stretch: stretch.subarray(0, n),
    place: place.subarray(0, n),
    held: { count, mean, square },
  };
}

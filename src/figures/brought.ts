/** What a reader brings to a figure, spike times or a trace of the potential, laid beside the run: how far apart both
 *  are, and the marks that show it. Pure. */
import type { Experiment } from '../sim/experiment.ts';
import type { MeasuredData } from '../sim/measured-data.ts';
import type { Recording } from '../sim/recording.ts';
import { victorPurpuraDistance } from '../sim/spike-distance.ts';
import { membranePoints } from './points.ts';

/** Data with its spikes, ms: given, or found in the trace. */
export interface Brought {
  readonly data: MeasuredData;
  readonly spikes: Float64Array;
}

/** Spikes so far apart at most are the same spike, ms. */
export const SAME_SPIKE = 1;
/** Victor and Purpura's q, 1/ms: to move a spike so far costs as much as to take it away and add another. */
export const COST_PER_MS = 2 / SAME_SPIKE;
/** Most pairs of spikes that a distance is computed of: some 20 ms of work. */
const MOST_PAIRS = 4e6;

export interface TraceDistance {
  /** Root mean square of the differences, mV, and of how many samples. */
  readonly rms: number;
  readonly samples: number;
  /** The largest: data minus run in mV, and when, ms. */
  readonly by: number;
  readonly at: number;
}

export interface SpikeDistance {
  readonly data: number;
  readonly run: number;
  /** Only so much of the run counts as the trace covers. */
  readonly partly: boolean;
  /** Pairs within SAME_SPIKE, and how much later those of the data are on average, ms. */
  readonly same: number;
  readonly later: number;
  /** Undefined where there are too many spikes. */
  readonly victorPurpura: number | undefined;
}

export interface Distance {
  /** Only of what lies within the run. */
  readonly trace: TraceDistance | undefined;
  readonly spikes: SpikeDistance;
  /** Samples, or spikes, after the end of the run. */
  readonly beyond: number;
}

/** @param t ms, ascending  @param end of the run, ms */
function traceDistance(
  t: Float64Array,
  V: Float64Array,
  end: number,
  run: { readonly experiment: Experiment; readonly recording: Recording },
): TraceDistance | undefined {
  const points = membranePoints(run.experiment, run.recording);
  let [next, square, samples, by, at] = [0, 0, 0, 0, 0];
  for (let k = 0; k < t.length; k++) {
    const time = t[k] as number;
    if (time > end) break;
    // Of two potentials at one time, before and after a reset, the later one counts.
    while (next < points.length - 1 && (points[next + 1]?.x as number) <= time) next++;
    const [a, b] = [points[next], points[next + 1]];
    if (!a) return undefined;
    const own = b && time > a.x ? a.y + ((b.y - a.y) * (time - a.x)) / (b.x - a.x) : a.y;
    const apart = (V[k] as number) - own;
    square += apart * apart;
    samples++;
    if (Math.abs(apart) > Math.abs(by)) [by, at] = [apart, time];
  }
  return samples === 0 ? undefined : { rms: Math.sqrt(square / samples), samples, by, at };
}

function spikeDistance(data: Float64Array, run: Float64Array, partly: boolean): SpikeDistance {
  let [i, j, same, later] = [0, 0, 0, 0];
  while (i < data.length && j < run.length) {
    const apart = (data[i] as number) - (run[j] as number);
    if (Math.abs(apart) <= SAME_SPIKE) {
      same++;
      later += apart;
      i++;
      j++;
    } else if (apart < 0) i++;
    else j++;
  }
  const few = data.length * run.length <= MOST_PAIRS;
  return {
    data: data.length,
    run: run.length,
    partly,
    same,
    later: same === 0 ? 0 : later / same,
    victorPurpura: few ? victorPurpuraDistance(data, run, COST_PER_MS) : undefined,
  };
}

/** How far what was brought is from the run. */
export function distanceTo(
  { data, spikes }: Brought,
  run: { readonly experiment: Experiment; readonly recording: Recording },
): Distance {
  const end = run.experiment.duration;
  const times = data.kind === 'trace' ? data.t : data.times;
  // Files round their times.
  const past = end * (1 + 1e-9);
  const inside = (time: number) => time <= past;
  // Where there is no trace, nothing is known of spikes; a list of spikes has no end of its own.
  const [from, to] =
    data.kind === 'trace'
      ? [(data.t[0] as number) - SAME_SPIKE, (data.t.at(-1) as number) + SAME_SPIKE]
      : [0, past];
  const { spikes: own } = run.recording;
  const seen = own.filter((time) => time >= from && time <= to);
  return {
    trace: data.kind === 'trace' ? traceDistance(data.t, data.V, past, run) : undefined,
    spikes: spikeDistance(spikes.filter(inside), seen, seen.length < own.length),
    beyond: times.length - times.filter(inside).length,
  };
}

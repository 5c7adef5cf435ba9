/** Threshold, reset and refractory period, from the fitted courses between the spikes: followed on to the spike that
 *  ends them, and back to the hold that they began with. */
import type { Estimates } from './fit-lif.ts';
import type { FitData, Found } from './fit-search.ts';
import { filteredCurrent } from './filtered-current.ts';
import { timesOf } from './trace-spikes.ts';

export interface Firing {
  readonly values: Estimates;
  /** ms. */
  readonly spikes: Float64Array;
}

/** A course at the two ends of a span of time. */
interface Chord {
  readonly from: number;
  readonly to: number;
  /** mV. */
  readonly low: number;
  readonly high: number;
  /** Standard error of both, mV. */
  readonly error: number;
}

const mean = (x: readonly number[]) => x.reduce((sum, v) => sum + v, 0) / x.length;
const spread = (x: readonly number[]) => {
  const m = mean(x);
  return Math.sqrt(x.reduce((sum, v) => sum + (v - m) ** 2, 0) / Math.max(1, x.length - 1));
};
const present = <T>(x: readonly (T | undefined)[]): T[] => x.filter((one) => one !== undefined);

/** When a straight course passes a level, ms; also beyond its ends. */
const passes = ({ from, to, low, high }: Chord, level: number) =>
  from + ((to - from) * (level - low)) / (high - low);
const slope = ({ from, to, low, high }: Chord) => (high - low) / (to - from);

/** Reset and refractory period as seen from two places of the spikes: on a grid of steps the spike is where the
 *  potential first falls, otherwise where it passes threshold. Whichever gives the steadier answer is right; the error
 *  of an answer that both give is what lies between them. */
function steadier(exact: readonly number[], onGrid: readonly number[]): { value: number; error: number } {
  const [a, b] = [spread(exact), spread(onGrid)];
  const apart = Math.abs(mean(exact) - mean(onGrid));
  const told = exact.length > 2 && Math.max(a, b) > 0.1 * apart;
  const value = told && b < a ? mean(onGrid) : mean(exact);
  const own = Math.min(a, b) / Math.sqrt(exact.length);
  return { value, error: told ? own : Math.hypot(own, apart / Math.sqrt(3)) };
}

/** Whole spikes of a recording: where they begin, how deep they end and how long that takes. */
function ofPeaks({ t, V, spikes: { before, after } }: FitData): Firing {
  const at = (x: Float64Array, places: readonly number[]) => places.map((k) => x[k] as number);
  const estimate = (x: readonly number[]) => ({ value: mean(x), error: spread(x) / Math.sqrt(x.length) });
  const ends = at(t, after);
  const onsets = at(t, before);
  return {
    values: {
      V_th: estimate(at(V, before)),
      V_reset: estimate(at(V, after)),
      t_ref: estimate(ends.map((end, i) => end - (onsets[i] as number))),
    },
    spikes: Float64Array.from(onsets),
  };
}

/** @param variance of the samples, mV² */
export function fitFiring(data: FitData, found: Found, variance: number): Firing {
  const { t, inputs, spikes } = data;
  if (spikes.before.length === 0) return { values: {}, spikes: new Float64Array() };
  if (spikes.kind === 'peak') return ofPeaks(data);
  const { split, fit, hold } = found;
  const before = spikes.before.map((k) => t[k] as number);
  const after = spikes.after.map((k) => t[k] as number);

  /** The course of the stretch that begins after so many spikes, over a span near each spike. */
  const chords = (later: 0 | 1, shift: number): (Chord | undefined)[] => {
    const ends = Float64Array.from(before.flatMap((from, i) => [from + shift, (after[i] as number) + shift]));
    const J = filteredCurrent(inputs, ends, fit.tau);
    return before.map((_, n) => {
      const i = split.spikesBefore.indexOf(n + later);
      if (i === -1) return undefined;
      const first = split.t[split.from[i] as number] as number;
      const at = (k: number) =>
        fit.E_L +
        fit.R_m * (J[k] as number) +
        (fit.c[i] as number) * Math.exp((first - (ends[k] as number)) / fit.tau);
      return {
        from: ends[2 * n] as number,
        to: ends[2 * n + 1] as number,
        low: at(2 * n),
        high: at(2 * n + 1),
        error: Math.sqrt(variance / (fit.weight[i] as number)),
      };
    });
  };

  const rising = chords(0, 0).map((chord) => (chord && chord.high > chord.low ? chord : undefined));
  const usable = present(rising);
  const values: Estimates = {};
  let times = timesOf(spikes, t);
  /** How far spikes may be off because threshold is not known better, ms. */
  let offBy = 0;
  if (usable.length > 0) {
    // Threshold lies between the potential before each spike and the one that the course would have had after it;
    // with the spikes at many places between their samples, little room is left.
    const least = Math.max(...usable.map(({ low }) => low));
    const most = Math.min(...usable.map(({ high }) => high));
    const threshold = (least + most) / 2;
    const noise = Math.max(...usable.map(({ error }) => error));
    const room = Math.abs(most - least) / Math.sqrt(12);
    values.V_th = { value: threshold, error: Math.hypot(room, noise) };
    offBy = room / mean(usable.map(slope));
    times = times.map((time, i) => {
      const chord = rising[i];
      return chord ? Math.max(chord.from, Math.min(chord.to, passes(chord, threshold))) : time;
    });
  }

  const { count, mean: held } = split.held;
  const leaving = chords(1, hold);
  if (count >= spikes.before.length) {
    values.V_reset = { value: held, error: Math.sqrt(variance / count) };
    // A course that hardly rises says little of when it began.
    const steepest = Math.max(...present(leaving).map((chord) => Math.abs(slope(chord))));
    const pairs = leaving.flatMap((chord, i) =>
      chord && Math.abs(slope(chord)) > 0.1 * steepest ? [{ chord, end: passes(chord, held), i }] : [],
    );
    if (pairs.length > 0) {
      const { value, error } = steadier(
        pairs.map(({ end, i }) => end - (times[i] as number)),
        pairs.map(({ end, i }) => end - (after[i] as number)),
      );
      const noise = mean(pairs.map(({ chord }) => chord.error / Math.abs(slope(chord))));
      values.t_ref = {
        value: Math.max(0, value),
        error: Math.hypot(error, offBy, noise / Math.sqrt(pairs.length)),
      };
    }
  } else {
    // No sample is held: reset is where the courses come from, and its time is shorter than the samples show.
    const pairs = chords(1, 0).flatMap((chord, i) => (chord ? [{ chord, i }] : []));
    if (pairs.length > 0) {
      const { value, error } = steadier(
        pairs.map(({ chord, i }) => chord.low + slope(chord) * ((times[i] as number) - chord.from)),
        pairs.map(({ chord }) => chord.high),
      );
      const noise = mean(pairs.map(({ chord }) => chord.error)) / Math.sqrt(pairs.length);
      const moved = offBy * mean(pairs.map(({ chord }) => Math.abs(slope(chord))));
      values.V_reset = { value, error: Math.hypot(error, noise, moved) };
    }
    values.t_ref = { value: 0, error: mean(after.map((time, i) => time - (before[i] as number))) };
  }
  return { values, spikes: times };
}

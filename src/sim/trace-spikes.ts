/** Spikes in a voltage trace. A model's trace falls from threshold to reset within one or two samples; a recorded one
 *  shows the spike itself, which rises through −20 mV, far above any threshold and below any peak. */

export interface TraceSpikes {
  /** `reset`: falls of a model; `peak`: whole spikes of a recording. */
  readonly kind: 'reset' | 'peak';
  /** Last sample that the membrane equation still holds for, one per spike. */
  readonly before: readonly number[];
  /** First sample that it, or the hold at reset, holds for again; above `before`. */
  readonly after: readonly number[];
}

/** mV. */
const PEAK = -20;
/** Where a spike begins: the slope that no synaptic potential reaches, mV/ms (Azouz & Gray 2000, PNAS 97:8110). */
const ONSET = 10;
/** A fall is at least this many times the usual step, so that noise makes none, and this high in mV. */
const USUAL_STEPS = 10;
const LEAST_FALL = 1;
/** How long after a spike its lowest potential may come, ms. */
const AFTER = 10;

/** When they were, ms: where a recorded spike begins; of a model's, in the middle of the two samples it is between. */
export function timesOf({ kind, before, after }: TraceSpikes, t: Float64Array): Float64Array {
  return Float64Array.from(before, (k, i) => {
    const from = t[k] as number;
    return kind === 'peak' ? from : (from + (t[after[i] as number] as number)) / 2;
  });
}

export function spikesOfTrace(t: Float64Array, V: Float64Array): TraceSpikes {
  return V.some((v) => v > PEAK) ? peaks(t, V) : falls(V);
}

function falls(V: Float64Array): TraceSpikes {
  const steps = V.subarray(1).map((v, k) => Math.abs(v - (V[k] as number)));
  const usual = steps.sort()[steps.length >> 1] ?? 0;
  const least = Math.max(LEAST_FALL, USUAL_STEPS * usual);
  const before: number[] = [];
  const after: number[] = [];
  for (let k = 1; k < V.length; k++) {
    const [top, foot] = [V[k - 1] as number, V[k] as number];
    const next = V[k + 1] ?? foot;
    if (top - Math.min(foot, next) <= least || top - foot < least / 2) continue;
    // A sample on the way down belongs to neither side.
    const end = foot - next > least / 4 ? k + 1 : k;
    before.push(k - 1);
    after.push(end);
    k = end;
  }
  return { kind: 'reset', before, after };
}

function peaks(t: Float64Array, V: Float64Array): TraceSpikes {
  const slope = (k: number) =>
    ((V[k + 1] as number) - (V[k] as number)) / ((t[k + 1] as number) - (t[k] as number));
  const crossings: number[] = [];
  for (let k = 1; k < V.length; k++) {
    if ((V[k] as number) > PEAK && (V[k - 1] as number) <= PEAK) crossings.push(k - 1);
  }
  const before: number[] = [];
  const after: number[] = [];
  crossings.forEach((crossing, i) => {
    let onset = crossing;
    while (onset > (after.at(-1) ?? 0) && slope(onset - 1) > ONSET) onset--;
    const last = crossings[i + 1] ?? V.length - 1;
    let lowest = crossing + 1;
    for (let k = lowest; k <= last && (t[k] as number) <= (t[crossing] as number) + AFTER; k++) {
      if ((V[k] as number) < (V[lowest] as number)) lowest = k;
    }
    before.push(onset);
    after.push(lowest);
  });
  return { kind: 'peak', before, after };
}

/** Spikes that arrive at the neuron's synapses, all inputs together, in time order. Synapses with equal
 *  time constants are one: their currents add up and decay alike. */

/** What one arriving spike does. */
export interface Arrival {
  /** ms, off the grid as a rule. */
  readonly time: number;
  /** Jump of the potential in mV (delta synapse). */
  readonly jump: number;
  /** Exponential current added, nA. */
  readonly p: number;
  /** Rate of rise of an alpha current, nA/ms: i(h) = q·h·e^{−kh}. */
  readonly q: number;
  /** Time constant of the current, ms; 0 for a jump. */
  readonly tau: number;
}

export interface Arrivals {
  readonly times: Float64Array;
  readonly jump: Float64Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** Index into `rates`; −1 for a jump. */
  readonly group: Int32Array;
  /** Decay rate 1/tau of each group, 1/ms. */
  readonly rates: Float64Array;
  /** Whether a group holds inhibitory spikes; with groups not split by sign always false. */
  readonly inhibits: readonly boolean[];
}

/** Sorts arrivals and groups their time constants; equal times keep the order of the inputs.
 *  @param duration arrivals at or after it are left out, ms
 *  @param bySign true keeps excitation and inhibition apart, for conductances */
export function compileArrivals(all: readonly Arrival[], duration: number, bySign = false): Arrivals {
  const events = all.filter(({ time }) => time < duration).sort((a, b) => a.time - b.time);
  const groups = new Map<number, number>();
  const group = Int32Array.from(events, ({ tau, p, q }) => {
    if (tau === 0) return -1;
    const key = bySign && p + q < 0 ? -tau : tau;
    if (!groups.has(key)) groups.set(key, groups.size);
    return groups.get(key) ?? -1;
  });
  return {
    times: Float64Array.from(events, ({ time }) => time),
    jump: Float64Array.from(events, ({ jump }) => jump),
    p: Float64Array.from(events, ({ p }) => p),
    q: Float64Array.from(events, ({ q }) => q),
    group,
    rates: Float64Array.from(groups.keys(), (tau) => 1 / Math.abs(tau)),
    inhibits: Array.from(groups.keys(), (tau) => tau < 0),
  };
}

/** Writes the synaptic current (or conductance) at the samples k·dt into `out`; an arrival within 1e-9 of a
 *  step of a sample is at it.
 *  @param only the groups to add up; all when not given */
export function sampleArrivals(
  { times, p, q, group, rates }: Arrivals,
  dt: number,
  out: Float64Array,
  only: (group: number) => boolean = () => true,
): void {
  out.fill(0);
  rates.forEach((rate, g) => {
    if (!only(g)) return;
    let level = 0;
    let rise = 0;
    let since = 0;
    let next = 0;
    for (let k = 0; k < out.length; k++) {
      const t = k * dt;
      for (; (times[next] ?? Infinity) <= t + 1e-9 * dt; next++) {
        if (group[next] !== g) continue;
        const time = times[next] ?? 0;
        const kept = Math.exp(-rate * (time - since));
        level = (level + rise * (time - since)) * kept + (p[next] ?? 0);
        rise = rise * kept + (q[next] ?? 0);
        since = time;
      }
      if (level === 0 && rise === 0) continue;
      const h = Math.max(0, t - since);
      out[k] = (out[k] ?? 0) + (level + rise * h) * Math.exp(-rate * h);
    }
  });
}

/** Upper bound of |p + q·h|e^{−kh}, all groups together, at any time of the run. */
export function levelBound({ times, p, q, group, rates }: Arrivals): number {
  const highest = new Float64Array(rates.length);
  const level = new Float64Array(rates.length);
  const rise = new Float64Array(rates.length);
  const since = new Float64Array(rates.length);
  times.forEach((time, i) => {
    const g = group[i] ?? -1;
    const k = rates[g];
    if (k === undefined) return;
    const h = time - (since[g] as number);
    const kept = Math.exp(-k * h);
    level[g] = ((level[g] as number) + (rise[g] as number) * h) * kept + Math.abs(p[i] ?? 0);
    rise[g] = (rise[g] as number) * kept + Math.abs(q[i] ?? 0);
    since[g] = time;
    // h·e^{−kh} is at most 1/(k·e).
    highest[g] = Math.max(highest[g] as number, (level[g] as number) + (rise[g] as number) / (k * Math.E));
  });
  return highest.reduce((sum, value) => sum + value, 0);
}

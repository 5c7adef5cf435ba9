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
}

/** Sorts arrivals and groups their time constants; equal times keep the order of the inputs.
 *  @param duration arrivals at or after it are left out, ms */
export function compileArrivals(all: readonly Arrival[], duration: number): Arrivals {
  const events = all.filter(({ time }) => time < duration).sort((a, b) => a.time - b.time);
  const groups = new Map<number, number>();
  const group = Int32Array.from(events, ({ tau }) => {
    if (tau === 0) return -1;
    if (!groups.has(tau)) groups.set(tau, groups.size);
    return groups.get(tau) ?? -1;
  });
  return {
    times: Float64Array.from(events, ({ time }) => time),
    jump: Float64Array.from(events, ({ jump }) => jump),
    p: Float64Array.from(events, ({ p }) => p),
    q: Float64Array.from(events, ({ q }) => q),
    group,
    rates: Float64Array.from(groups.keys(), (tau) => 1 / tau),
  };
}

/** Writes the synaptic current in nA at the samples k·dt into `out`; an arrival within 1e-9 of a step of a
 *  sample is at it. */
export function sampleArrivals({ times, p, q, group, rates }: Arrivals, dt: number, out: Float64Array): void {
  out.fill(0);
  rates.forEach((rate, g) => {
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

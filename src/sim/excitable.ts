/** What the two ways of integrating a nonlinear neuron (excitable-grid.ts, excitable-adaptive.ts) need to know
 *  of it. y[0] is its membrane potential in mV. */
import type { OdeSystem } from './ode.ts';
import type { Stimulus } from './stimulus.ts';
import { column, type Recording } from './recording.ts';
import type { Experiment, Neuron } from './experiment.ts';
import { stepCount, timeGrid } from './time-grid.ts';

export interface Excitable extends OdeSystem {
  readonly stimulus: Stimulus;
  /** Names of y[1], y[2], … in a recording. */
  readonly states: readonly string[];
  /** State at time 0. */
  readonly start: Float64Array;
  /** A box that the exact solution never leaves. A step of fixed width that does is put back on its face,
   *  so that too long a step gives a wrong potential and never NaN (projection: Hairer, Lubich & Wanner 2006,
   *  Geometric Numerical Integration, §IV.4); an accurate step never meets it. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Absolute tolerance of each variable for the adaptive method. */
  readonly tolerance: Float64Array;
  /** A spike is y[0] rising through this, mV. */
  readonly V_fire: number;
  /** The reset rule; null where the spike and what follows are part of the solution. */
  readonly reset: ((y: Float64Array) => void) | null;
  /** How long after a spike the potential is held, ms; `held` is true meanwhile. */
  readonly t_ref: number;
  held: boolean;
}

/** A recording being written: V_m and one column per further state. */
export interface Columns {
  readonly t: Float64Array;
  readonly states: readonly Float64Array[];
  readonly signals: Readonly<Record<string, Float64Array>>;
}

export function columnsFor(
  { states, stimulus }: Excitable,
  { duration, dt }: Experiment<Neuron>,
  reuse?: Recording,
): Columns {
  const samples = stepCount(duration, dt) + 1;
  const t = timeGrid(samples - 1, dt, reuse?.t);
  const named = Object.fromEntries(states.map((name) => [name, column(samples, reuse?.signals[name])]));
  return {
    t,
    states: [column(samples, reuse?.V_m), ...Object.values(named)],
    signals: { ...named, ...stimulus.signals(dt, samples, reuse?.signals) },
  };
}

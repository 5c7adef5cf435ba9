/** The exact method for a current that is held over every step of the grid, as noise is: one propagator for the
 *  whole run (Rotter & Diesmann 1999),
 *    u ← u + (R·I − u)(1 − e^{−dt/τ}),
 *  threshold and clamping as in lif-grid.ts, whose general walk from event to event it shortens by 50 times. */
import { compileDrive, sampleDrive } from './drive.ts';
import { usedValues } from './drive-samples.ts';
import type { Experiment, LifNeuron, SamplesInput } from './experiment.ts';
import { Membrane } from './membrane.ts';
import { column, type Recording } from './recording.ts';
import { stepCount, stepsIn, timeGrid } from './time-grid.ts';

/** Adds the values of a recording whose samples are the steps of the grid.
 *  @returns false, with nothing added, when they are not */
function addHeld(I_e: Float64Array, input: SamplesInput, dt: number, duration: number): boolean {
  const { values, start, stop, interpolation } = input;
  const onGrid = (time: number): boolean => stepsIn(time, dt) * dt === time;
  if (interpolation !== 'hold' || input.dt !== dt || !onGrid(start)) return false;
  const end = Math.min(stop, start + values.length * dt);
  if (end < duration && !onGrid(end)) return false;
  const used = usedValues(input, duration);
  const first = stepsIn(start, dt);
  for (let k = 0; k < used && first + k < I_e.length; k++) I_e[first + k]! += values[k] as number;
  // What flows until the end of the run also shows in its last sample.
  if (end >= duration && used > 0)
    for (let k = first + used; k < I_e.length; k++) I_e[k]! += values[used - 1]!;
  return true;
}

/** The injected current in nA during each step, when it is constant there; undefined where the general walk is
 *  needed, or as fast: without recorded or noisy values a current has few edges. */
function heldCurrent(
  { neuron, inputs, dt, duration }: Experiment<LifNeuron>,
  samples: number,
  reuse?: Float64Array,
): Float64Array | undefined {
  if (!neuron.leak || !inputs.some(({ type }) => type === 'samples')) return undefined;
  const others = inputs.filter(({ type }) => type !== 'samples');
  if (!others.every(({ type }) => type === 'step' || type === 'pulse')) return undefined;
  const drive = compileDrive(others, duration);
  if (!drive.starts.every((start) => stepsIn(start, dt) * dt === start)) return undefined;
  const I_e = column(samples, reuse);
  sampleDrive(drive, dt, I_e);
  for (const input of inputs) {
    if (input.type === 'samples' && !addHeld(I_e, input, dt, duration)) return undefined;
  }
  return I_e;
}

/** @returns undefined when the current is not held over the steps of the grid */
export function simulateLifHeld(experiment: Experiment<LifNeuron>, reuse?: Recording): Recording | undefined {
  const { neuron, duration, dt, grid } = experiment;
  const steps = stepCount(duration, dt);
  const I_e = heldCurrent(experiment, steps + 1, reuse?.signals['I_e']);
  if (!I_e) return undefined;
  const membrane = new Membrane(neuron, compileDrive([], duration));
  const { E_L, R_m, V_reset, t_ref } = neuron;
  const t = timeGrid(steps, dt, reuse?.t);
  const V_m = column(steps + 1, reuse?.V_m);
  const spikes: number[] = [];
  const early = grid === 'brian2' ? 1 : 0;
  const clampSteps = Math.max(0, stepsIn(t_ref, dt) - early);
  const way = -Math.expm1(-dt / membrane.tau);
  const fires = membrane.theta + membrane.noise;
  const reset = V_reset - E_L;

  let { u } = membrane;
  V_m[0] = E_L + u;
  for (let k = 1; k <= steps; k++) {
    u += (R_m * (I_e[k - 1] as number) - u) * way;
    V_m[k] = E_L + u;
    if (u <= fires) continue;
    spikes.push((k - early) * dt);
    const end = Math.min(steps, k + clampSteps);
    V_m.fill(V_reset, k, end + 1);
    u = reset;
    k = end;
  }
  return { t, V_m, spikes: Float64Array.from(spikes), signals: { I_e } };
}

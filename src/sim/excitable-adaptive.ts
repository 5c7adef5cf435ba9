/** A nonlinear neuron with the adaptive method: DOP853 from event to event (edges of the input, arriving spikes,
 *  spikes, the end of refractoriness), sampled by its continuous output.
 *  A step in which V rises through V_fire is taken again with its width changed until it ends on V_fire, so that a
 *  spike time is as good as the method itself; the run goes on from there, at that time and not on the grid. */
import { Dop853 } from './dop853.ts';
import { columnsFor, type Columns, type Excitable } from './excitable.ts';
import type { Experiment, Neuron } from './experiment.ts';
import { isReported, type Progress } from './progress.ts';
import type { Recording } from './recording.ts';

/** Tolerance of one step, relative to the size of each variable, and in ms for one that moves fast: spike times of
 *  the reference data come out within 1e-9 ms. A hundred times less would take two thirds of the steps. */
const RELATIVE_TOLERANCE = 1e-12;
const TIMING_TOLERANCE = 1e-12;

/** Where V is highest inside a step that begins rising and ends falling, as a part of the step. Golden section
 *  on the continuous output (Kiefer 1953); 40 cuts leave 5e-9 of it, and a maximum is flat. */
function peakOf(solver: Dop853): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0;
  let high = 1;
  for (let i = 0; i < 40; i++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (solver.at(0, left) > solver.at(0, right)) high = right;
    else low = left;
  }
  return low + (high - low) / 2;
}

/** Shortens the last step, which ends at or above V_fire, to end where V reaches it: Newton on the step itself, kept
 *  in its bracket. It ends at or just above V_fire, never below. */
function endOnSpike(solver: Dop853, V_fire: number): void {
  let low = 0;
  let high = solver.width;
  let width = high;
  for (let i = 0; i < 100; i++) {
    const above = (solver.to[0] as number) - V_fire;
    if (above >= 0) high = width;
    else low = width;
    let next = width - above / (solver.slopeTo[0] as number);
    if (!(next > low && next < high)) next = low + (high - low) / 2;
    const settled = Math.abs(next - width) <= Number.EPSILON * (solver.h + width);
    if (settled || next <= low || next >= high) break;
    solver.retry((width = next));
  }
  if ((solver.to[0] as number) < V_fire) solver.retry(high);
}

/** Shortens the last step to the first time V reaches V_fire in it, also when it is below again at the end.
 *  @returns false when it does not */
function endsOnSpike(solver: Dop853, V_fire: number): boolean {
  const { from, to } = solver;
  if ((from[0] as number) >= V_fire) return false;
  if ((to[0] as number) < V_fire) {
    const hump = (solver.slopeFrom[0] as number) > 0 && (solver.slopeTo[0] as number) < 0;
    const x = hump ? peakOf(solver) : 1;
    if (!hump || solver.at(0, x) < V_fire) return false;
    solver.retry(x * solver.width);
    if ((to[0] as number) < V_fire) return false;
  }
  endOnSpike(solver, V_fire);
  return true;
}

class AdaptiveRun {
  readonly spikes: number[] = [];
  readonly #neuron: Excitable;
  readonly #solver: Dop853;
  readonly #columns: Columns;
  readonly #slack: number;
  readonly #progress: Progress | undefined;
  readonly #y: Float64Array;
  /** Next sample to be written. */
  #sample = 0;
  /** When refractoriness ends. */
  #release = Infinity;

  constructor(neuron: Excitable, columns: Columns, dt: number, progress?: Progress) {
    this.#progress = progress;
    this.#neuron = neuron;
    this.#solver = new Dop853(neuron, RELATIVE_TOLERANCE, neuron.tolerance, TIMING_TOLERANCE);
    this.#columns = columns;
    // An event within 1e-9 of a step of a sample is on it, and the sample shows what came of it.
    this.#slack = 1e-9 * dt;
    this.#y = Float64Array.from(neuron.start);
  }

  run(duration: number): void {
    let time = 0;
    for (;;) {
      this.#meet(time);
      if (time >= duration) break;
      time = this.#integrate(time, Math.min(this.#neuron.stimulus.next, this.#release, duration));
    }
    // The rounding of k·dt may put the last sample behind the end.
    const { t, states } = this.#columns;
    for (let k = this.#sample; k < t.length; k++) {
      for (let i = 0; i < states.length; i++) (states[i] as Float64Array)[k] = this.#y[i] as number;
    }
  }

  /** Lets what is due at `time` happen: the end of refractoriness, arriving spikes, a spike and its reset. */
  #meet(time: number): void {
    const neuron = this.#neuron;
    const y = this.#y;
    if (this.#release <= time) {
      neuron.held = false;
      this.#release = Infinity;
    }
    const jump = neuron.stimulus.meet(time);
    if (neuron.held) return;
    const before = y[0] as number;
    if (jump !== 0) {
      y[0] = Math.min(Math.max(before + jump, neuron.low[0] as number), neuron.high[0] as number);
    }
    if ((y[0] as number) < neuron.V_fire) return;
    if (!neuron.reset) {
      if (before < neuron.V_fire) this.spikes.push(time);
      return;
    }
    this.spikes.push(time);
    neuron.reset(y);
    if (neuron.t_ref === 0) return;
    neuron.held = true;
    this.#release = time + neuron.t_ref;
  }

  /** From the event at `anchor` to `end`, or to the first spike that a reset follows.
   *  @returns the time reached */
  #integrate(anchor: number, end: number): number {
    const { reset, held, V_fire } = this.#neuron;
    const solver = this.#solver;
    solver.begin(this.#y, anchor);
    for (;;) {
      const wideEnough = solver.advance(end - anchor);
      // Nothing but an upstroke asks for steps narrower than the rounding of time: the spike is now.
      const sudden = !wideEnough && reset !== null && !held && (solver.slopeFrom[0] as number) > 0;
      const fired = sudden || (!held && endsOnSpike(solver, V_fire));
      const reached = sudden ? solver.h : solver.h + solver.width;
      const time = reached >= end - anchor ? end : anchor + reached;
      this.#write(anchor, time);
      this.#y.set(sudden ? solver.from : solver.to);
      if (fired) {
        if (reset) {
          this.#y[0] = V_fire;
          return time;
        }
        this.spikes.push(time);
      }
      if (time === end) return end;
    }
  }

  /** Writes the samples of the last step that lie before `time`. */
  #write(anchor: number, time: number): void {
    const solver = this.#solver;
    const { t, states } = this.#columns;
    let k = this.#sample;
    for (; k < t.length && (t[k] as number) < time - this.#slack; k++) {
      const x = Math.max(0, ((t[k] as number) - anchor - solver.h) / solver.width);
      for (let i = 0; i < states.length; i++) (states[i] as Float64Array)[k] = solver.at(i, x);
      if (isReported(k)) this.#progress?.(k);
    }
    this.#sample = k;
  }
}

/** Runs an experiment with method adaptive. */
export function simulateAdaptively(
  neuron: Excitable,
  experiment: Experiment<Neuron>,
  reuse?: Recording,
  progress?: Progress,
): Recording {
  const columns = columnsFor(neuron, experiment, reuse);
  const run = new AdaptiveRun(neuron, columns, experiment.dt, progress);
  run.run(experiment.duration);
  const { t, states, signals } = columns;
  return { t, V_m: states[0] as Float64Array, spikes: Float64Array.from(run.spikes), signals };
}

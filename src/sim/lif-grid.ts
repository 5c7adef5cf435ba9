/** Leaky integrate-and-fire neuron on the grid: threshold is looked at once a step, at the samples t_k = k·dt.
 *  Where a spike is stamped is a convention, and it decides agreement between tools more than the integrator
 *  does. For the step that ends at t_k with V ≥ V_th, V[k] = V_reset and
 *    "nest":   the spike is stamped t_k, and round(t_ref/dt) further steps are clamped;
 *    "brian2": the spike is stamped t_{k−1}, and round(t_ref/dt) − 1 further steps are clamped.
 *  Edges of the input and arriving spikes keep their own times; a step that holds one is cut there. */
import { Course } from './course.ts';
import type { Experiment, MembraneNeuron } from './experiment.ts';
import type { Membrane } from './membrane.ts';
import type { Progress } from './progress.ts';
import { column, type Recording } from './recording.ts';
import { stepCount, stepsIn, timeGrid } from './time-grid.ts';

/** Carries u from event to event. `run` writes samples; it never changes the membrane's anchor. */
export interface Integrator {
  /** Writes V at samples first … last (times up to the next event), starting from the membrane's anchor.
   *  @returns index of the first sample at or above threshold, or −1 */
  run(first: number, last: number, anchor: number): number;
  /** u at `h` ms after the anchor, after `run` found no spike. */
  finish(h: number): number;
}

/** Makes an integrator for one run.
 *  @param V_m where samples go, mV
 *  @param progress told of samples inside a stretch that takes long */
export type MakeIntegrator = (
  membrane: Membrane,
  experiment: Experiment<MembraneNeuron>,
  V_m: Float64Array,
  progress?: Progress,
) => Integrator;

/** Last sample before `time`, at most `steps`; within 1e-9 of a step counts as at it. */
function lastSampleBefore(time: number, dt: number, steps: number): number {
  return Math.min(steps, Math.ceil(time / dt - 1e-9) - 1);
}

export function simulateLifGrid(
  experiment: Experiment<MembraneNeuron>,
  makeIntegrator: MakeIntegrator,
  reuse?: Recording,
  progress?: Progress,
): Recording {
  const { neuron, duration, dt, grid } = experiment;
  const steps = stepCount(duration, dt);
  const t = timeGrid(steps, dt, reuse?.t);
  const V_m = column(steps + 1, reuse?.V_m);
  const spikes: number[] = [];
  const course = new Course(experiment);
  const { membrane } = course;
  const integrator = makeIntegrator(membrane, experiment, V_m, progress);
  const early = grid === 'brian2' ? 1 : 0;
  const clampSteps = Math.max(0, stepsIn(neuron.t_ref, dt) - early);

  membrane.put(membrane.u + course.meet(0));
  V_m[0] = neuron.E_L + membrane.u;
  let anchor = 0;
  /** Last sample the refractory period holds. */
  let held = 0;
  let sample = 1;
  /** Sample of the last spike since the current last changed; 0 when there is none. */
  let before = 0;
  while (sample <= steps) {
    course.anchor(anchor);
    const next = course.next;
    const last = lastSampleBefore(next, dt, steps);
    let time = next;
    let fired = false;
    if (sample <= held) {
      const end = Math.min(last, held);
      if (sample <= end) V_m.fill(neuron.V_reset, sample, end + 1);
      sample = Math.max(sample, end + 1);
      if (held <= last) time = held * dt;
    } else {
      let spike = integrator.run(sample, last, anchor);
      sample = last + 1;
      if (spike >= 0) {
        V_m[spike] = neuron.V_reset;
        spikes.push((spike - early) * dt);
        if (before > 0 && course.steady) {
          // A constant current repeats itself from reset to reset.
          const period = spike - before;
          const end = spike + Math.floor((last - spike) / period) * period;
          for (let k = spike, n = period; k < end; k += n, n *= 2) {
            V_m.copyWithin(k + 1, before + 1, before + 1 + Math.min(n, end - k));
          }
          for (; spike < end; spike += period) spikes.push((spike + period - early) * dt);
        }
        before = spike;
        sample = spike + 1;
        held = spike + clampSteps;
        time = spike * dt;
        fired = true;
      } else if (sample <= steps) {
        const u = integrator.finish(time - anchor);
        // Within rounding of threshold is below it: at rheobase it is approached and never reached.
        membrane.put(u >= membrane.theta && u <= membrane.theta + membrane.noise ? membrane.justBelow : u);
      }
    }
    if (sample > steps && !fired) break;
    membrane.decay(time - anchor);
    anchor = time;
    if (fired) course.reset(time);
    if (time === next) {
      before = 0;
      const jump = course.meet(next);
      if (sample > held) membrane.put(membrane.u + jump);
    }
  }
  return {
    t,
    V_m,
    spikes: Float64Array.from(spikes),
    signals: course.signals(dt, steps + 1, reuse?.signals),
  };
}

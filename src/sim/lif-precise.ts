/** Event-driven leaky integrate-and-fire neuron: between events (edges of the input, arriving spikes, its
 *  own spikes, ends of refractoriness) the potential is closed form; the grid only says where the run is
 *  sampled. A sample at the time of an event shows its outcome.
 *
 *  Times are kept as an unevaluated sum of two doubles, so that the errors of a thousand spikes do not add
 *  up; spike times agree with 50-digit arithmetic to 1e-12 ms (tests/sim/lif-precise.test.ts). */
import { sumError } from './compensated.ts';
import { Course } from './course.ts';
import { firstCrossing } from './crossing.ts';
import type { Experiment, MembraneNeuron } from './experiment.ts';
import { isReported, type Progress } from './progress.ts';
import { column, type Recording } from './recording.ts';
import { Relaxation } from './relaxation.ts';
import { stepCount, timeGrid } from './time-grid.ts';

export function simulateLifPrecise(
  experiment: Experiment<MembraneNeuron>,
  reuse?: Recording,
  progress?: Progress,
): Recording {
  const { neuron, duration, dt } = experiment;
  const steps = stepCount(duration, dt);
  const t = timeGrid(steps, dt, reuse?.t);
  const V_m = column(steps + 1, reuse?.V_m);
  const spikes: number[] = [];
  const course = new Course(experiment);
  const { membrane } = course;

  // The anchor, the time of the last event, and the end of refractoriness: each high + low.
  let high = 0;
  let low = 0;
  let releaseHigh = -Infinity;
  let releaseLow = 0;
  let sample = 0;
  const relaxation = new Relaxation(membrane, neuron, dt);

  /** First sample at or after high + low. */
  function firstSampleFrom(time: number, rest: number): number {
    let k = Math.min(steps + 1, Math.max(0, Math.ceil(time / dt) - 1));
    while (k <= steps && k * dt - time < rest) k++;
    return k;
  }

  membrane.put(membrane.u + course.meet(0));
  let atThreshold = membrane.u >= membrane.theta;

  for (;;) {
    course.anchor(high, low);
    const toEvent = course.next - high - low;
    const toEnd = duration - high - low;
    const toRelease = releaseHigh - high + (releaseLow - low);
    const clamped = toRelease > 0;
    let h = Math.min(toEvent, toEnd, clamped ? toRelease : Infinity);

    const crossing = clamped ? Infinity : atThreshold ? 0 : firstCrossing(membrane, h);
    const fires = crossing <= h;
    if (fires) h = crossing;
    const last = !fires && h === toEnd;

    const end = last ? steps + 1 : firstSampleFrom(high + h, low);
    if (clamped) {
      V_m.fill(neuron.V_reset, sample, end);
    } else if (membrane.constant) {
      relaxation.write(V_m, sample, end - 1, sample * dt - high - low);
    } else {
      for (let k = sample; k < end; k++) {
        V_m[k] = neuron.E_L + membrane.at(Math.max(0, k * dt - high - low));
        if (isReported(k)) progress?.(k);
      }
    }
    sample = Math.max(sample, end);
    if (last) break;

    if (fires) {
      membrane.decay(h);
      const time = high + h;
      low += sumError(high, h, time);
      high = time;
      spikes.push(high + low);
      course.reset(high + low);
      atThreshold = false;
      releaseHigh = high + neuron.t_ref;
      releaseLow = low + sumError(high, neuron.t_ref, releaseHigh);
      continue;
    }
    if (!clamped) membrane.advance(h);
    membrane.decay(h);
    if (h === toEvent) {
      high = course.next;
      low = 0;
      const jump = course.meet(high);
      if (!clamped && jump !== 0) {
        membrane.put(membrane.u + jump);
        atThreshold = membrane.u >= membrane.theta;
      }
    } else {
      high = releaseHigh;
      low = releaseLow;
    }
  }
  return {
    t,
    V_m,
    spikes: Float64Array.from(spikes),
    signals: course.signals(dt, steps + 1, reuse?.signals),
  };
}

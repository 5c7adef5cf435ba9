/** How wrong a run on a grid is, for one width of its step: Euler's method and the exact update, each against the
 *  closed form. With a threshold the time from spike to spike is compared, without one the potential. */
import { constantCurrent } from '../constant-current.ts';
import type { Experiment, LifNeuron, Method } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import { interspikeIntervalMs, stepResponseMv, timeConstantMs } from '../../../sim/theory.ts';

export interface StepErrors {
  readonly dtMs: number;
  /** Simulated minus true interval in ms, or the largest distance of the potential in mV, not negative; NaN where
   *  there is no interval. */
  readonly euler: number;
  readonly exact: number;
}

/** After so many time constants without a spike there comes none. */
const SILENCE = 10;

/** Time from spike to spike that a method on a grid gives, ms; Infinity where it does not fire. */
export function gridIntervalMs(experiment: Experiment<LifNeuron>, method: Method): number {
  const { neuron, dt } = experiment;
  const truth = interspikeIntervalMs(neuron, constantCurrent(experiment));
  // From the reset two spikes take at most two intervals; each may come a step late, and be held for one more.
  const duration = truth < Infinity ? 2 * truth + 4 * dt : SILENCE * timeConstantMs(neuron);
  const { spikes } = LIF.simulate({
    ...experiment,
    neuron: { ...neuron, V_m: neuron.V_reset },
    inputs: experiment.inputs.map((step) => ({ ...step, stop: duration })),
    method,
    duration,
  });
  return (spikes[1] ?? Infinity) - (spikes[0] ?? 0);
}

/** A step shorter than τ is most wrong at about τ (dt-regime.ts); after so many τ no more is looked at. */
const WORST_IS_PAST = 3;

/** Largest distance of the samples of a passive run from the closed form, mV. */
function largestDistances(experiment: Experiment<LifNeuron>): Omit<StepErrors, 'dtMs'> {
  const { neuron, dt } = experiment;
  const current = constantCurrent(experiment);
  const tau = timeConstantMs(neuron);
  const duration = dt < tau ? Math.min(experiment.duration, WORST_IS_PAST * tau) : experiment.duration;
  const run = (method: Method) => LIF.simulate({ ...experiment, duration, method });
  const [euler, exact] = [run('euler').V_m, run('exact').V_m];
  const most = { euler: 0, exact: 0 };
  for (let k = 0; k < exact.length; k++) {
    const truth = stepResponseMv(neuron, current, k * dt);
    most.exact = Math.max(most.exact, Math.abs((exact[k] ?? NaN) - truth));
    most.euler = Math.max(most.euler, Math.abs((euler[k] ?? NaN) - truth));
  }
  // A potential that has left the numbers is infinitely far away.
  return Number.isNaN(most.euler) ? { ...most, euler: Infinity } : most;
}

export function errorsAt(experiment: Experiment<LifNeuron>, dt: number): StepErrors {
  const run = { ...experiment, dt };
  if (!experiment.neuron.threshold) return { dtMs: dt, ...largestDistances(run) };
  const truth = interspikeIntervalMs(experiment.neuron, constantCurrent(experiment));
  const apart = (method: Method) => (truth < Infinity ? gridIntervalMs(run, method) - truth : NaN);
  return { dtMs: dt, euler: apart('euler'), exact: apart('exact') };
}

/** Widths of the steps that are compared, ms: ten to a decade, rounded to what the slider stops at. */
export const STEP_WIDTHS: readonly number[] = Array.from({ length: 37 }, (_, k) =>
  Number((10 ** (k / 10 - 2)).toPrecision(2)),
);

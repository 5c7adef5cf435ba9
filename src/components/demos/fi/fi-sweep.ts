/** The rate of a neuron at many constant currents, each from a run of its own: the dots over the closed form. */
import { intervalRateHz } from '../../../sim/intervals.ts';
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import { firstSpikeMs, interspikeIntervalMs, timeConstantMs } from '../../../sim/theory.ts';

export interface RatePoint {
  readonly currentNa: number;
  /** From the intervals between spikes; 0 where none came, NaN where the run saw only one. */
  readonly rateHz: number;
}

/** Runs of one sweep. */
const RUNS = 30;
/** So many time constants without a spike are called silence: what is left of the way is below 5e-5. */
const SILENCE = 10;
/** Most grid steps of a sweep: some 20 ms of work. */
const MOST_STEPS = 4_000_000;

/** How long a run is to last, ms: two or three spikes, or silence. */
function runLengthMs({ neuron, method, dt }: Experiment<LifNeuron>, currentNa: number): number {
  const interval = interspikeIntervalMs(neuron, currentNa);
  if (interval < Infinity) {
    // On a grid the first spike and each interval may come a step late.
    return 1.2 * (firstSpikeMs(neuron, currentNa) + interval) + (method === 'precise' ? 0 : 4 * dt);
  }
  const tau = timeConstantMs(neuron);
  return tau < Infinity ? SILENCE * tau : 1;
}

/** The currents of a sweep from 0 to `to` nA. */
export function sweepCurrents(to: number): number[] {
  return Array.from({ length: RUNS + 1 }, (_, k) => (k * to) / RUNS);
}

/** @throws RangeError when the sweep would take longer than a slider may wait */
export function assertSweep(experiment: Experiment<LifNeuron>, to: number): void {
  if (experiment.method === 'precise') return;
  const { dt } = experiment;
  const steps = sweepCurrents(to).reduce((sum, current) => sum + runLengthMs(experiment, current) / dt, 0);
  if (steps <= MOST_STEPS) return;
  throw new RangeError(
    `dt ${dt} ms makes ${steps.toExponential(1)} steps of the whole curve; it may have at most ${MOST_STEPS}: raise dt`,
  );
}

/** The rate at one constant current, from rest, by the method of the experiment. */
export function simulatedRate(experiment: Experiment<LifNeuron>, currentNa: number): RatePoint {
  const duration = runLengthMs(experiment, currentNa);
  const { spikes } = LIF.simulate({
    ...experiment,
    inputs: [{ type: 'step', amplitude: currentNa, start: 0, stop: duration }],
    duration,
    // A precise run only samples at dt, and no sample is looked at.
    dt: experiment.method === 'precise' ? duration : experiment.dt,
  });
  return { currentNa, rateHz: spikes.length === 0 ? 0 : (intervalRateHz(spikes) ?? NaN) };
}

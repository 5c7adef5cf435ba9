/** Bounds that are known before a run: how strong its current can be, how close together its spikes, and how many
 *  steps the adaptive method may need. With them every experiment that validates also ends. */
import type { Experiment, Input, Neuron, SpikesInput } from './experiment.ts';
import { arrivalsOf, piecesOf } from './inputs.ts';

/** Most steps of one adaptive run: about a second, at some 2 µs each. */
export const MAX_ADAPTIVE_STEPS = 300_000;
/** Steps after an edge of the input or an arriving spike. */
const STEPS_PER_EVENT = 10;

/** What the inputs of a run can do at most. */
export interface DriveBounds {
  /** Most negative and most positive current, at most and at least 0. */
  readonly low: number;
  readonly high: number;
  /** Fastest angular frequency or synaptic rate, 1/ms. */
  readonly rate: number;
  /** Edges and arrivals. */
  readonly events: number;
  /** All jumps of the potential down and up, mV, at least 0; how many go up. */
  readonly fall: number;
  readonly rise: number;
  readonly jumps: number;
}

/** Largest size of a synaptic current, all arrivals of one input together. */
function synapticPeak(input: SpikesInput): number {
  let [p, q, peak, since] = [0, 0, 0, 0];
  for (const arrival of arrivalsOf(input)) {
    if (arrival.tau === 0) return 0;
    const kept = Math.exp((since - arrival.time) / arrival.tau);
    p = (p + q * (arrival.time - since)) * kept + arrival.p;
    q = q * kept + arrival.q;
    since = arrival.time;
    // (p + q·h)e^{−h/τ} ≤ p + q·τ/e
    peak = Math.max(peak, Math.abs(p) + (Math.abs(q) * arrival.tau) / Math.E);
  }
  return peak;
}

export function driveBounds(inputs: readonly Input[]): DriveBounds {
  let [low, high, rate, events, fall, rise, jumps] = [0, 0, 0, 0, 0, 0, 0];
  for (const input of inputs) {
    let [least, most] = [0, 0];
    if (input.type === 'ramp') [least, most] = [Math.min(0, input.to), Math.max(0, input.to)];
    for (const { value, size, omega } of piecesOf(input)) {
      least = Math.min(least, value - Math.abs(size));
      most = Math.max(most, value + Math.abs(size));
      rate = Math.max(rate, omega);
      events += 2;
    }
    if (input.type === 'samples') {
      for (let k = 0; k < input.values.length; k++) {
        least = Math.min(least, input.values[k] as number);
        most = Math.max(most, input.values[k] as number);
      }
      events += input.values.length + 1;
    }
    if (input.type === 'spikes') {
      const { weight, times } = input;
      events += times.length;
      if (input.synapse === 'delta') {
        rise += Math.max(0, weight) * times.length;
        fall += Math.max(0, -weight) * times.length;
        if (weight > 0) jumps += times.length;
      } else {
        rate = Math.max(rate, 1 / input.tau_syn);
        if (weight > 0) most = synapticPeak(input);
        else least = -synapticPeak(input);
      }
    }
    low += least;
    high += most;
  }
  return { low, high, rate, events, fall, rise, jumps };
}

/** A lower bound of the time the potential takes from one value up to another, ms.
 *  @param speed upper bound of dV/dt in mV/ms, a convex function of V: between two points it is below the higher */
export function shortestRise(speed: (V: number) => number, from: number, to: number): number {
  const pieces = 400;
  let time = 0;
  let before = Math.max(0, speed(from));
  for (let i = 1; i <= pieces; i++) {
    const after = Math.max(0, speed(from + ((to - from) * i) / pieces));
    time += (to - from) / pieces / Math.max(before, after, Number.MIN_VALUE);
    before = after;
  }
  return time;
}

/** How fast a model can change at most, for the number of steps. */
export interface Pace {
  /** Fastest rate of decay outside an upstroke, 1/ms: order 8 is stable up to a width of about 5/decay. */
  readonly decay: number;
  /** Fastest angular frequency of its own, rad/ms: the tolerance asks for about a quarter of a radian. */
  readonly oscillation: number;
  /** Lower bound of the time between two spikes, ms; Infinity where spikes are part of the solution. */
  readonly interval: number;
  /** Steps of one spike with its upstroke and the search for its end. */
  readonly stepsPerSpike: number;
}

/** @throws RangeError when an adaptive run could need too many steps or spikes */
export function assertAdaptiveEnds(
  { duration }: Experiment<Neuron>,
  { decay, oscillation, interval, stepsPerSpike }: Pace,
  drive: DriveBounds,
): void {
  const spikes = duration / interval + drive.jumps;
  const rate = decay / 3 + 4 * (oscillation + drive.rate);
  const steps = duration * rate + stepsPerSpike * spikes + STEPS_PER_EVENT * drive.events;
  if (steps <= MAX_ADAPTIVE_STEPS) return;
  throw new RangeError(
    `duration ${duration} ms could need ${steps.toExponential(1)} adaptive steps; a run may take at most ${MAX_ADAPTIVE_STEPS}: ` +
      'shorten duration, slow or weaken the input, or choose a fixed step',
  );
}

/** Izhikevich's simple model of spiking (Izhikevich 2003):
 *    dV/dt = 0.04·V² + 5·V + 140 − u + I(t),   du/dt = a(bV − u);
 *    V ≥ V_peak: spike, then V = c, u = u + d.
 *  V in mV, t in ms. The paper gives no other units; since u and I are added to dV/dt they are in mV/ms, 0.04 in
 *  1/(mV·ms), 5 in 1/ms and 140 in mV/ms. There is no capacitance: I is a current divided by one.
 *  The paper's own code takes V in two half steps of 0.5 ms and u in one of 1 ms; here both are integrated alike.
 *  Left out: the shape of the spike after its upstroke, channels, noise, space. */
import { simulateAdaptively } from './excitable-adaptive.ts';
import { simulateOnGrid } from './excitable-grid.ts';
import { assertAdaptiveEnds, driveBounds, shortestRise, type DriveBounds } from './excitable-limits.ts';
import type { Excitable } from './excitable.ts';
import type { Experiment, IzhikevichNeuron } from './experiment.ts';
import { IZHIKEVICH_PARAMS } from './izhikevich-params.ts';
import type { ModelDefinition } from './model.ts';
import type { Progress } from './progress.ts';
import type { Recording } from './recording.ts';
import { Stimulus } from './stimulus.ts';
import { WITH_PLAIN_INPUTS } from './plain-inputs.ts';

/** 0.04·V² + 5·V + 140 in mV/ms: the fit of eq. 1 to the beginning of a cortical cell's spike; convex. */
export function izhikevichCurve(V: number): number {
  return (0.04 * V + 5) * V + 140;
}

interface Box {
  readonly V: number;
  readonly u: readonly [low: number, high: number];
}

/** Bounds of V from below and of u, as for AdEx: a spike passes c rising, where u is less than the rest of dV/dt,
 *  or comes of a jump. V turns where the parabola outweighs the largest u, which for b < 0 grows with −V. */
function boxOf({ b, c, d, V_peak, V_m, u }: IzhikevichNeuron, drive: DriveBounds): Box {
  const jumps = d * (1 + drive.jumps);
  const most = Math.max(u, izhikevichCurve(c) + drive.high, b * V_peak, 0) + jumps;
  // The lower root of 0.04V² + (5 + max(−b, 0))V + 140 − most + I = 0, where it has one.
  const slope = 5 + Math.max(0, -b);
  const discriminant = slope * slope - 0.16 * (140 - most - jumps + drive.low);
  const turn = -(slope + Math.sqrt(Math.max(0, discriminant))) / 0.08;
  const V = Math.min(V_m, c, turn) - drive.fall;
  const ends = [b * V, b * V_peak];
  return { V, u: [Math.min(u, ...ends), Math.max(most, ...ends) + jumps] };
}

export class Izhikevich implements Excitable {
  readonly size = 2;
  readonly states = ['u'];
  readonly start: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly tolerance = Float64Array.of(1e-11, 1e-12);
  readonly V_fire: number;
  readonly t_ref = 0;
  held = false;
  h = 0;
  readonly stimulus: Stimulus;
  readonly #neuron: IzhikevichNeuron;

  constructor({ neuron, inputs, duration }: Experiment<IzhikevichNeuron>) {
    const { V, u } = boxOf(neuron, driveBounds(inputs));
    this.stimulus = new Stimulus(inputs, duration);
    this.start = Float64Array.of(neuron.V_m, neuron.u);
    this.low = Float64Array.of(V, u[0]);
    this.high = Float64Array.of(neuron.V_peak, u[1]);
    this.V_fire = neuron.V_peak;
    this.#neuron = neuron;
  }

  slope(y: Float64Array, out: Float64Array): void {
    const { a, b } = this.#neuron;
    const V = y[0] as number;
    const u = y[1] as number;
    out[0] = izhikevichCurve(V) - u + this.stimulus.at(this.h);
    out[1] = a * (b * V - u);
  }

  readonly reset = (y: Float64Array): void => {
    y[0] = this.#neuron.c;
    y[1] = (y[1] as number) + this.#neuron.d;
  };
}

function assertConsistent(experiment: Experiment<IzhikevichNeuron>): void {
  const { neuron, inputs, method } = experiment;
  const { a, b, c, V_peak, V_m } = neuron;
  for (const [name, value] of Object.entries({ c, V_m })) {
    if (value < V_peak) continue;
    throw new RangeError(`neuron.${name} must be below neuron.V_peak (${V_peak} mV), got ${value} mV`);
  }
  if (method !== 'adaptive') return;
  const drive = driveBounds(inputs);
  const { V, u } = boxOf(neuron, drive);
  const pace = {
    decay: Math.abs(0.08 * V + 5) + a,
    oscillation: Math.sqrt(Math.abs(a * b)),
    interval: shortestRise((v) => izhikevichCurve(v) + drive.high - u[0], c, V_peak),
    stepsPerSpike: 60,
  };
  assertAdaptiveEnds(experiment, pace, drive);
}

function simulate(
  experiment: Experiment<IzhikevichNeuron>,
  reuse?: Recording,
  progress?: Progress,
): Recording {
  const { method } = experiment;
  const system = new Izhikevich(experiment);
  if (method === 'euler' || method === 'rk2' || method === 'rk4') {
    return simulateOnGrid(system, experiment, method, reuse, progress);
  }
  return simulateAdaptively(system, experiment, reuse, progress);
}

export const IZHIKEVICH: ModelDefinition<IzhikevichNeuron> = {
  ...WITH_PLAIN_INPUTS,
  name: 'izhikevich',
  title: 'Izhikevich’s simple model',
  currentUnit: 'mV/ms',
  params: IZHIKEVICH_PARAMS,
  switches: {},
  methods: ['adaptive', 'rk4', 'rk2', 'euler'],
  assertConsistent,
  simulate,
};

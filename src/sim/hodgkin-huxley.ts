/** Hodgkin–Huxley membrane of the squid giant axon at 6.3 °C (Hodgkin & Huxley 1952; Gerstner et al. 2014, §2.2):
 *    C dV/dt = −g_Na·m³h(V − E_Na) − g_K·n⁴(V − E_K) − g_L(V − E_L) + I(t)
 *    dx/dt = α_x(V)(1 − x) − β_x(V)·x   for x = m, h, n (rates in hh-rates.ts).
 *  All per square centimetre: input amplitudes are µA/cm². Nothing is reset: the spike is part of the solution,
 *  and a spike time is when V rises through 0 mV.
 *  Left out: temperature other than 6.3 °C, space, noise, every other channel. */
import { simulateAdaptively } from './excitable-adaptive.ts';
import { simulateOnGrid } from './excitable-grid.ts';
import { assertAdaptiveEnds, driveBounds } from './excitable-limits.ts';
import type { Excitable } from './excitable.ts';
import type { Experiment, HodgkinHuxleyNeuron } from './experiment.ts';
import { FASTEST_GATE, gatesAt, writeRates } from './hh-rates.ts';
import { HODGKIN_HUXLEY_PARAMS } from './hodgkin-huxley-params.ts';
import type { ModelDefinition } from './model.ts';
import type { Progress } from './progress.ts';
import { column, type Recording } from './recording.ts';
import { Stimulus } from './stimulus.ts';
import { WITH_PLAIN_INPUTS } from './plain-inputs.ts';

/** The potential whose upward crossing is a spike, mV. */
export const SPIKE_LEVEL = 0;

/** Longest fixed step, ms. At a tenth of it the gates already fail to follow a spike. */
const MAX_DT = 1;

export class HodgkinHuxley implements Excitable {
  readonly size = 4;
  readonly states = ['m', 'h', 'n'];
  readonly start: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly tolerance = Float64Array.of(1e-11, 1e-13, 1e-13, 1e-13);
  readonly V_fire = SPIKE_LEVEL;
  readonly reset = null;
  readonly t_ref = 0;
  held = false;
  h = 0;
  readonly stimulus: Stimulus;
  readonly #neuron: HodgkinHuxleyNeuron;
  readonly #perCapacity: number;
  readonly #rates = new Float64Array(6);

  constructor({ neuron, inputs, duration }: Experiment<HodgkinHuxleyNeuron>) {
    const { V_m, E_Na, E_K, E_L, g_L, C_m } = neuron;
    const { low, high, rise, fall } = driveBounds(inputs);
    const { m, h, n } = gatesAt(V_m);
    this.stimulus = new Stimulus(inputs, duration);
    this.start = Float64Array.of(V_m, m.settled, h.settled, n.settled);
    // Beyond every battery, and what the input drives through the leak alone, all currents point back.
    this.low = Float64Array.of(Math.min(V_m, E_Na, E_K, E_L) + low / g_L - fall, 0, 0, 0);
    this.high = Float64Array.of(Math.max(V_m, E_Na, E_K, E_L) + high / g_L + rise, 1, 1, 1);
    this.#neuron = neuron;
    this.#perCapacity = 1 / C_m;
  }

  slope(y: Float64Array, out: Float64Array): void {
    const { g_Na, g_K, g_L, E_Na, E_K, E_L } = this.#neuron;
    const rates = this.#rates;
    const V = y[0] as number;
    const m = y[1] as number;
    const h = y[2] as number;
    const n = y[3] as number;
    const sodium = g_Na * m * m * m * h * (E_Na - V);
    const potassium = g_K * (n * n) * (n * n) * (E_K - V);
    writeRates(V, rates);
    out[0] = (sodium + potassium + g_L * (E_L - V) + this.stimulus.at(this.h)) * this.#perCapacity;
    out[1] = (rates[0] as number) * (1 - m) - (rates[1] as number) * m;
    out[2] = (rates[2] as number) * (1 - h) - (rates[3] as number) * h;
    out[3] = (rates[4] as number) * (1 - n) - (rates[5] as number) * n;
  }
}

/** Adds the three channel currents, outward positive, to a recording. */
function withCurrents(neuron: HodgkinHuxleyNeuron, recording: Recording, reuse?: Recording): Recording {
  const { g_Na, g_K, g_L, E_Na, E_K, E_L } = neuron;
  const { V_m, signals } = recording;
  const { m, h, n } = signals as Readonly<Record<'m' | 'h' | 'n', Float64Array>>;
  const samples = V_m.length;
  const I_Na = column(samples, reuse?.signals['I_Na']);
  const I_K = column(samples, reuse?.signals['I_K']);
  const I_L = column(samples, reuse?.signals['I_L']);
  for (let k = 0; k < samples; k++) {
    const V = V_m[k] as number;
    I_Na[k] = g_Na * (m[k] as number) ** 3 * (h[k] as number) * (V - E_Na);
    I_K[k] = g_K * (n[k] as number) ** 4 * (V - E_K);
    I_L[k] = g_L * (V - E_L);
  }
  return { ...recording, signals: { ...signals, I_Na, I_K, I_L } };
}

function assertConsistent(experiment: Experiment<HodgkinHuxleyNeuron>): void {
  const { neuron, inputs, method, dt } = experiment;
  if (method !== 'adaptive') {
    if (dt <= MAX_DT) return;
    throw new RangeError(
      `dt must be at most ${MAX_DT} ms with method "${method}" for the Hodgkin–Huxley neuron, got ${dt} ms`,
    );
  }
  const conductance = neuron.g_Na + neuron.g_K + neuron.g_L;
  const pace = {
    decay: conductance / neuron.C_m + FASTEST_GATE,
    oscillation: 0,
    interval: Infinity,
    stepsPerSpike: 0,
  };
  assertAdaptiveEnds(experiment, pace, driveBounds(inputs));
}

function simulate(
  experiment: Experiment<HodgkinHuxleyNeuron>,
  reuse?: Recording,
  progress?: Progress,
): Recording {
  const { neuron, method } = experiment;
  const system = new HodgkinHuxley(experiment);
  const recording =
    method === 'euler' || method === 'rk2' || method === 'rk4'
      ? simulateOnGrid(system, experiment, method, reuse, progress)
      : simulateAdaptively(system, experiment, reuse, progress);
  return withCurrents(neuron, recording, reuse);
}

export const HODGKIN_HUXLEY: ModelDefinition<HodgkinHuxleyNeuron> = {
  ...WITH_PLAIN_INPUTS,
  name: 'hodgkin_huxley',
  title: 'Hodgkin–Huxley',
  currentUnit: 'µA/cm²',
  params: HODGKIN_HUXLEY_PARAMS,
  switches: {},
  methods: ['adaptive', 'rk4', 'rk2', 'euler'],
  assertConsistent,
  simulate,
};

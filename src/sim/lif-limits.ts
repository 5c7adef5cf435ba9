/** What no single record can check about a leaky integrate-and-fire run: that its reset lies below its
 *  threshold, that its numbers stay numbers, and that it ends in seconds. */
import { MAX_SPIKES } from './experiment-params.ts';
import type { Experiment, Input, LifNeuron } from './experiment.ts';
import { chargeBound } from './inputs.ts';
import { stabilityFactor } from './lif-stepped.ts';
import { stepCount } from './time-grid.ts';

/** Most terms (the membrane, sines, synapses) that a run may evaluate; some 20 ns each. */
const MAX_WORK = 1e8;

/** Most spikes a run can hold: each takes t_ref and a charge of C(V_th − V_reset), which only depolarising
 *  input and, below E_L, the leak can bring. */
function spikeBound({ neuron, inputs, duration }: Experiment<LifNeuron>): number {
  if (!neuron.threshold) return 0;
  const leak = neuron.leak ? (Math.max(0, neuron.E_L - neuron.V_reset) / neuron.R_m) * duration : 0;
  const charge = inputs.reduce((sum, input) => sum + chargeBound(input, duration, neuron.C_m), leak);
  return 1 + Math.min(duration / neuron.t_ref, charge / (neuron.C_m * (neuron.V_th - neuron.V_reset)));
}

/** Evaluations a root search between two events takes, generously; a constant current needs none. */
const SEARCH = 100;

/** Cycles of a sine within the run: each is searched for crossings. */
function cycles(input: Input, duration: number): number {
  if (input.type !== 'sine') return 0;
  return (Math.max(0, Math.min(input.stop, duration) - input.start) * input.frequency) / 1000;
}

/** @throws RangeError when the run would take much longer than seconds */
function assertWork({ inputs, duration, dt, method }: Experiment<LifNeuron>, spikes: number): void {
  const synapses = new Set(inputs.map((input) => (input.type === 'spikes' ? input.tau_syn : 0)));
  const terms = synapses.size + inputs.filter(({ type }) => type === 'sine').length;
  let events = spikes;
  for (const input of inputs) {
    events += cycles(input, duration);
    if (input.type === 'spikes') events += input.times.length;
  }
  const search = inputs.every(({ type }) => type === 'step' || type === 'pulse') ? 1 : SEARCH;
  const evaluations = stepCount(duration, dt) + (method === 'precise' ? search * events : 0);
  if (evaluations * terms <= MAX_WORK) return;
  throw new RangeError(
    `duration ${duration} ms with these inputs needs ${(evaluations * terms).toExponential(1)} evaluations; ` +
      `a run may need at most ${MAX_WORK}: shorten duration, raise dt, or give fewer or slower inputs`,
  );
}

/** Most times at which an input begins, ends or arrives. */
function edgeCount(input: Input): number {
  if (input.type === 'spikes') return input.times.length;
  return input.type === 'pulse' ? 2 * input.count : 2;
}

/** A one-step method whose step is too long for tau_m multiplies deviations; the course shows that, but no
 *  further than numbers go: e^600 of them are left.
 *  @throws RangeError naming dt, tau_m and the number of steps */
function assertStable({ neuron, inputs, method, dt, duration }: Experiment<LifNeuron>): void {
  if (method === 'exact' || !neuron.leak) return;
  const tau = neuron.R_m * neuron.C_m;
  const growth = Math.log(Math.abs(stabilityFactor(method, -dt / tau)));
  // An edge or an arriving spike cuts its step in two.
  const steps = stepCount(duration, dt) + inputs.reduce((sum, input) => sum + edgeCount(input), 0);
  if (growth * steps <= 600) return;
  throw new RangeError(
    `dt ${dt} ms with method "${method}" and tau_m ${tau} ms grows without bound over ${steps} steps: lower dt or shorten duration`,
  );
}

/** @throws RangeError naming field, value, unit and range */
export function assertLifConsistent(experiment: Experiment<LifNeuron>): void {
  const { neuron, method, duration } = experiment;
  if (neuron.threshold && neuron.V_reset >= neuron.V_th) {
    throw new RangeError(
      `neuron.V_reset must be below neuron.V_th (${neuron.V_th} mV), got ${neuron.V_reset} mV`,
    );
  }
  const spikes = method === 'precise' ? spikeBound(experiment) : 0;
  if (spikes > MAX_SPIKES) {
    throw new RangeError(
      `duration ${duration} ms with this input could hold ${spikes.toExponential(1)} spikes; ` +
        `a precise run may hold at most ${MAX_SPIKES}: shorten duration, weaken the input or raise neuron.t_ref`,
    );
  }
  assertWork(experiment, spikes);
  if (method !== 'precise') assertStable(experiment);
}

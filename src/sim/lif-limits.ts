/** What no single record can check about a leaky integrate-and-fire run: that its reset lies below its
 *  threshold, that its numbers stay numbers, and that it ends in seconds. */
import { chirpPieceCount } from './chirp.ts';
import { MAX_SPIKES } from './experiment-params.ts';
import type { Experiment, Input, MembraneNeuron } from './experiment.ts';
import { chargeBound } from './inputs.ts';
import { stabilityFactor } from './lif-stepped.ts';
import { stepCount } from './time-grid.ts';

/** Most terms (the membrane, sines, synapses) that a run may evaluate; some 20 ns each. */
const MAX_WORK = 1e8;

/** Most spikes a run can hold: each takes t_ref and a charge of C(V_th − V_reset), which only depolarising
 *  input and, below E_L, the leak can bring. */
function spikeBound({ neuron, inputs, duration }: Experiment<MembraneNeuron>): number {
  if (!neuron.threshold) return 0;
  const leak = neuron.leak ? (Math.max(0, neuron.E_L - neuron.V_reset) / neuron.R_m) * duration : 0;
  // A negative adaptation current depolarises until it has decayed.
  const adaptation = neuron.model === 'alif' ? Math.max(0, -neuron.w) * neuron.tau_w : 0;
  const charge = inputs.reduce(
    (sum, input) => sum + chargeBound(input, duration, neuron.C_m),
    leak + adaptation,
  );
  return 1 + Math.min(duration / neuron.t_ref, charge / (neuron.C_m * (neuron.V_th - neuron.V_reset)));
}

/** Evaluations a root search between two events takes, generously; a constant current needs none. */
const SEARCH = 100;

/** Cycles of a sine within the run: each is searched for crossings. */
function cycles(input: Input, duration: number): number {
  if (input.type === 'chirp') return chirpPieceCount(input);
  if (input.type !== 'sine') return 0;
  return (Math.max(0, Math.min(input.stop, duration) - input.start) * input.frequency) / 1000;
}

/** @throws RangeError when the run would take much longer than seconds */
function assertWork(
  { neuron, inputs, duration, dt, method }: Experiment<MembraneNeuron>,
  spikes: number,
): void {
  const synapses = new Set(inputs.map((input) => (input.type === 'spikes' ? input.tau_syn : 0)));
  const terms = 1 + synapses.size + inputs.filter(({ type }) => type === 'sine' || type === 'chirp').length;
  let events = spikes;
  for (const input of inputs) {
    events += cycles(input, duration);
    if (input.type === 'spikes' || input.type === 'samples') events += edgeCount(input);
  }
  const held = (input: Input) =>
    input.type === 'step' ||
    input.type === 'pulse' ||
    (input.type === 'samples' && input.interpolation === 'hold');
  const steady = neuron.model !== 'alif' && inputs.every(held);
  const search = steady ? 1 : SEARCH;
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
  if (input.type === 'samples') return input.values.length + 1;
  if (input.type === 'chirp') return chirpPieceCount(input) + 1;
  return input.type === 'pulse' ? 2 * input.count : 2;
}

/** A one-step method whose step is too long for tau_m multiplies deviations; the course shows that, but no
 *  further than numbers go: e^600 of them are left.
 *  @param conductance most synaptic conductance of the run, µS
 *  @throws RangeError naming dt, tau_m and the number of steps */
export function assertStable(
  { neuron, inputs, method, dt, duration }: Experiment<MembraneNeuron>,
  conductance = 0,
): void {
  if (method === 'precise' || method === 'exact') return;
  const leak = neuron.leak ? 1 / neuron.R_m : 0;
  // The factor of a step is convex in its rate: it is largest at one end.
  const growths = [leak, leak + conductance].map((open) =>
    Math.log(Math.abs(stabilityFactor(method, (-dt * open) / neuron.C_m))),
  );
  const growth = Math.max(...growths);
  // An edge or an arriving spike cuts its step in two.
  const steps = stepCount(duration, dt) + inputs.reduce((sum, input) => sum + edgeCount(input), 0);
  if (growth * steps <= 600) return;
  const tau = neuron.C_m / (leak + conductance);
  throw new RangeError(
    `dt ${dt} ms with method "${method}" and a time constant of ${Number(tau.toPrecision(3))} ms grows without bound over ${steps} steps: lower dt or shorten duration`,
  );
}

/** @throws RangeError naming field, value, unit and range */
export function assertLifConsistent(experiment: Experiment<MembraneNeuron>): void {
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
  assertStable(experiment);
}

/** Leaky integrate-and-fire neuron with an absolute refractory period (Lapicque 1907; Gerstner et al. 2014,
 *  §1.3):
 *    τ dV/dt = −(V − E_L) + R·I(t);   V ≥ V_th: spike, then V = V_reset for t_ref.
 *  The switches take a part away: without leak C dV/dt = I, without threshold it never fires.
 *  Left out: the shape of the spike, channels, adaptation, noise, space. */
import { MAX_SPIKES } from './experiment-params.ts';
import type { Experiment, LifNeuron } from './experiment.ts';
import { chargeBound } from './inputs.ts';
import { exactIntegrator } from './lif-exact.ts';
import { simulateLifGrid } from './lif-grid.ts';
import { LIF_PARAMS, LIF_SWITCHES } from './lif-params.ts';
import { simulateLifPrecise } from './lif-precise.ts';
import { stabilityFactor, steppedIntegrator } from './lif-stepped.ts';
import type { ModelDefinition } from './model.ts';
import type { Recording } from './recording.ts';
import { stepCount } from './time-grid.ts';

/** Most spikes a run can hold: each takes t_ref and a charge of C(V_th − V_reset), which only depolarising
 *  input and, below E_L, the leak can bring. */
function spikeBound({ neuron, inputs, duration }: Experiment<LifNeuron>): number {
  if (!neuron.threshold) return 0;
  const leak = neuron.leak ? (Math.max(0, neuron.E_L - neuron.V_reset) / neuron.R_m) * duration : 0;
  const charge = inputs.reduce((sum, input) => sum + chargeBound(input, duration), leak);
  return 1 + Math.min(duration / neuron.t_ref, charge / (neuron.C_m * (neuron.V_th - neuron.V_reset)));
}

/** A one-step method whose step is too long for tau_m multiplies deviations; the course shows that, but no
 *  further than numbers go: e^600 of them are left.
 *  @throws RangeError naming dt, tau_m and the number of steps */
function assertStable({ neuron, method, dt, duration }: Experiment<LifNeuron>): void {
  if (method === 'exact' || !neuron.leak) return;
  const tau = neuron.R_m * neuron.C_m;
  const growth = Math.log(Math.abs(stabilityFactor(method, -dt / tau)));
  const steps = stepCount(duration, dt);
  if (growth * steps <= 600) return;
  throw new RangeError(
    `dt ${dt} ms with method "${method}" and tau_m ${tau} ms grows without bound over ${steps} steps: lower dt or shorten duration`,
  );
}

function assertConsistent(experiment: Experiment<LifNeuron>): void {
  const { neuron, method, duration } = experiment;
  if (neuron.threshold && neuron.V_reset >= neuron.V_th) {
    throw new RangeError(
      `neuron.V_reset must be below neuron.V_th (${neuron.V_th} mV), got ${neuron.V_reset} mV`,
    );
  }
  if (method !== 'precise') {
    assertStable(experiment);
    return;
  }
  const bound = spikeBound(experiment);
  if (bound > MAX_SPIKES) {
    throw new RangeError(
      `duration ${duration} ms with this input could hold ${bound.toExponential(1)} spikes; a precise run may hold at most ${MAX_SPIKES}: ` +
        'shorten duration, weaken the input or raise neuron.t_ref',
    );
  }
}

function simulate(experiment: Experiment<LifNeuron>, reuse?: Recording): Recording {
  const { method } = experiment;
  if (method === 'precise') return simulateLifPrecise(experiment, reuse);
  const integrator = method === 'exact' ? exactIntegrator : steppedIntegrator(method);
  return simulateLifGrid(experiment, integrator, reuse);
}

export const LIF: ModelDefinition<LifNeuron> = {
  name: 'lif',
  title: 'leaky integrate-and-fire',
  params: LIF_PARAMS,
  switches: LIF_SWITCHES,
  methods: ['precise', 'exact', 'euler', 'rk2', 'rk4'],
  assertConsistent,
  simulate,
};

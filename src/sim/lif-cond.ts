/** Leaky integrate-and-fire neuron with conductance-based synapses (Brette et al. 2007; Destexhe et al. 1998):
 *    C dV/dt = −(V − E_L)/R + g_ex(t)·(E_ex − V) + g_in(t)·(E_in − V) + I(t);
 *  threshold, reset and refractoriness as in lif.ts. A spike of weight w > 0 opens an excitatory, one of
 *  w < 0 an inhibitory conductance whose peak is |w| µS; exp and alpha courses as for currents.
 *  The conductances are closed form; the potential, whose time constant they change, is not, so that only
 *  one-step methods integrate it. Left out: voltage-dependent (NMDA) and saturating synapses. */
import { compileArrivals, levelBound, sampleArrivals, type Arrivals } from './arrivals.ts';
import type { Experiment, LifCondNeuron } from './experiment.ts';
import { arrivalsOf } from './inputs.ts';
import { simulateLifGrid } from './lif-grid.ts';
import { assertLifConsistent, assertStable } from './lif-limits.ts';
import { LIF_PARAMS, LIF_SWITCHES, type NumericFields } from './lif-params.ts';
import { steppedIntegrator, type Slope } from './lif-stepped.ts';
import type { Membrane } from './membrane.ts';
import type { ModelDefinition } from './model.ts';
import type { ParamSpec, ParamSpecs } from './param-spec.ts';
import type { Progress } from './progress.ts';
import { column, type Recording } from './recording.ts';
import { WITH_PLAIN_INPUTS } from './plain-inputs.ts';

const BRETTE = 'Brette et al. 2007, J. Comput. Neurosci. 23, benchmark 1';

export const LIF_COND_PARAMS: ParamSpecs<NumericFields<LifCondNeuron>> = {
  ...LIF_PARAMS,
  E_ex: {
    symbol: 'E_e',
    label: 'excitatory reversal potential',
    unit: 'mV',
    default: 0,
    min: -1e6,
    max: 1e6,
    slider: [-40, 60],
    step: 1,
    doc: 'The potential that open excitatory channels draw the membrane to.',
    source: BRETTE,
  },
  E_in: {
    symbol: 'E_i',
    label: 'inhibitory reversal potential',
    unit: 'mV',
    default: -80,
    min: -1e6,
    max: 1e6,
    slider: [-100, -50],
    step: 1,
    doc: 'The same for inhibition; near rest it does not hyperpolarise but shunts.',
    source: BRETTE,
  },
};

const WEIGHT: ParamSpec = {
  symbol: 'w',
  label: 'peak conductance',
  unit: 'µS',
  default: 0.006,
  min: -1e3,
  max: 1e3,
  slider: [-0.1, 0.1],
  step: 0.001,
  doc: 'The peak of the conductance one spike opens; positive is excitatory, negative inhibitory.',
  source: BRETTE,
};

function conductancesOf({ inputs, duration }: Experiment<LifCondNeuron>): Arrivals {
  return compileArrivals(inputs.flatMap(arrivalsOf), duration, true);
}

/** The membrane equation above, u = V − E_L. */
function slopeOf({ E_ex, E_in, E_L, C_m }: LifCondNeuron, { inhibits }: Arrivals) {
  const reversal = Float64Array.from(inhibits, (inhibitory) => (inhibitory ? E_in : E_ex) - E_L);
  return (membrane: Membrane): Slope => {
    const { rates, p, q, lambda } = membrane;
    return (h, u) => {
      let current = membrane.injectedCurrent(h);
      for (let j = 0; j < rates.length; j++) {
        const level = Math.abs((p[j] as number) + (q[j] as number) * h);
        if (level === 0) continue;
        current += level * Math.exp(-(rates[j] as number) * h) * ((reversal[j] as number) - u);
      }
      return current / C_m - lambda * u;
    };
  };
}

function assertConsistent(experiment: Experiment<LifCondNeuron>): void {
  assertLifConsistent(experiment);
  experiment.inputs.forEach((input, i) => {
    if (input.type !== 'spikes' || input.synapse !== 'delta') return;
    throw new RangeError(
      `inputs.${i}.synapse must be "exp" or "alpha" where synapses are conductances, got "delta"`,
    );
  });
  assertStable(experiment, levelBound(conductancesOf(experiment)));
}

function simulate(experiment: Experiment<LifCondNeuron>, reuse?: Recording, progress?: Progress): Recording {
  const { neuron, method, dt } = experiment;
  const arrivals = conductancesOf(experiment);
  const integrator = steppedIntegrator(method, slopeOf(neuron, arrivals));
  const { t, V_m, spikes, signals } = simulateLifGrid(experiment, integrator, reuse, progress);
  const g_ex = column(t.length, reuse?.signals['g_ex']);
  const g_in = column(t.length, reuse?.signals['g_in']);
  sampleArrivals(arrivals, dt, g_ex, (group) => !arrivals.inhibits[group]);
  sampleArrivals(arrivals, dt, g_in, (group) => arrivals.inhibits[group] === true);
  const I_syn = signals['I_syn'] ?? column(t.length, reuse?.signals['I_syn']);
  for (let k = 0; k < I_syn.length; k++) {
    const v = V_m[k] as number;
    g_in[k] = Math.abs(g_in[k] as number);
    I_syn[k] = (g_ex[k] as number) * (neuron.E_ex - v) + (g_in[k] as number) * (neuron.E_in - v);
  }
  return { t, V_m, spikes, signals: { ...signals, I_syn, g_ex, g_in } };
}

export const LIF_COND: ModelDefinition<LifCondNeuron> = {
  ...WITH_PLAIN_INPUTS,
  name: 'lif_cond',
  title: 'conductance-based leaky integrate-and-fire',
  currentUnit: 'nA',
  params: LIF_COND_PARAMS,
  weight: WEIGHT,
  switches: LIF_SWITCHES,
  methods: ['rk4', 'rk2', 'euler'],
  assertConsistent,
  simulate,
};

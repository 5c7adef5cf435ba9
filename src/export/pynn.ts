/** An experiment with one neuron as a PyNN script, which runs on the simulator that is named when it is started. */
import type { Experiment } from '../sim/experiment.ts';
import { heldSteps } from './held-steps.ts';
import type { ExportedFile } from './index.ts';
import { modelNote } from './notes.ts';
import { assertOnGrid, offGrid } from './on-grid.ts';
import { INSTEAD, oneSynapse, type OneSynapse } from './one-synapse.ts';
import { hasCurrent, hasNoise, trainTimes } from './python-inputs.ts';
import { number } from './text.ts';

interface Cell {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly start: Readonly<Record<string, number>>;
}

/** A threshold that is never met, mV. */
export const NEVER_MV = 1e6;

/** A time constant beside that of the membrane: the closed form of PyNN's Brian2 divides by their difference. */
function apart(tau: number, tau_m: number): string {
  return Math.abs(tau / tau_m - 1) < 1e-5 ? `${number(tau)} * (1 + 1e-5)` : number(tau);
}

/** @throws RangeError where PyNN has no such neuron */
function cellOf(experiment: Experiment, { kind, trains, tauEx, tauIn }: OneSynapse): Cell {
  const { neuron, method } = experiment;
  const refuse = (what: string): never => {
    throw new RangeError(`PyNN ${what}; ${INSTEAD}`);
  };
  switch (neuron.model) {
    case 'lif':
    case 'lif_cond': {
      if (!neuron.leak) refuse('has no neuron without leak');
      if (neuron.model === 'lif' && method !== 'exact')
        refuse(`has no method "${method}" for this neuron, "exact" alone`);
      const tau_m = neuron.R_m * neuron.C_m;
      const conductance = neuron.model === 'lif_cond';
      return {
        name: `IF_${conductance ? 'cond' : 'curr'}_${kind}`,
        parameters: {
          cm: number(neuron.C_m),
          tau_m: number(tau_m),
          v_rest: number(neuron.E_L),
          v_reset: number(neuron.V_reset),
          v_thresh: number(neuron.threshold ? neuron.V_th : NEVER_MV),
          tau_refrac: `${number(neuron.t_ref)} + late`,
          ...(kind === 'delta' ? {} : { tau_syn_E: apart(tauEx, tau_m), tau_syn_I: apart(tauIn, tau_m) }),
          ...(conductance ? { e_rev_E: number(neuron.E_ex), e_rev_I: number(neuron.E_in) } : {}),
        },
        start: { v: neuron.V_m },
      };
    }
    case 'adex':
      if (trains.length > 0) refuse('has conductances at this neuron, no synaptic currents and no jumps');
      return {
        name: 'EIF_cond_exp_isfa_ista',
        parameters: {
          cm: number(neuron.C_m),
          tau_m: `${number(neuron.C_m)} / ${number(neuron.g_L)}`,
          v_rest: number(neuron.E_L),
          v_thresh: number(neuron.V_th),
          delta_T: number(neuron.Delta_T),
          v_spike: number(neuron.V_peak),
          v_reset: number(neuron.V_reset),
          tau_refrac: `${number(neuron.t_ref)} + late`,
          a: `${number(neuron.a)} * 1000`,
          b: number(neuron.b),
          tau_w: number(neuron.tau_w),
        },
        start: { v: neuron.V_m, w: neuron.w },
      };
    case 'alif':
      return refuse('has no LIF neuron with an adaptation current');
    case 'izhikevich':
      return refuse('takes currents in nA, and this neuron’s are in mV/ms');
    case 'hodgkin_huxley':
      return refuse('has another Hodgkin–Huxley neuron than the squid’s');
  }
}

function synapses({ neuron, duration, dt }: Experiment, { trains }: OneSynapse): string[] {
  if (trains.length === 0) return [];
  return [
    '',
    '# Synapses. A weight is in nA for IF_curr, in uS for IF_cond, in mV for IF_curr_delta; its sign says excitation or',
    '# inhibition at IF_curr, and receptor_type does at IF_cond. What is sent at t with a delay acts at t + delay in NEST',
    '# and a step later in Brian2, which lets spikes arrive at the end of the step, after it has looked at the threshold: whom',
    '# a jump fires fires a step later there. That stays different.',
    ...trains.flatMap((train, i) => {
      const inhibits = train.weight < 0;
      const weight = neuron.model === 'lif_cond' ? Math.abs(train.weight) : train.weight;
      const made =
        train.type === 'poisson'
          ? [
              `source_${i} = sim.Population(1, sim.SpikeSourcePoisson(rate=${number(train.rate)}, start=${number(train.start)}, duration=${number(train.stop - train.start)}))`,
            ]
          : [
              ...[
                offGrid(
                  train.times.map((t) => t + train.delay).filter((t) => t < duration),
                  dt,
                ),
              ]
                .filter(Boolean)
                .map((moved) => `# ${moved}.`),
              trainTimes(train, `times_${i}`),
              `arrivals = [dt * round((t + ${number(train.delay)}) / dt) for t in times_${i}]`,
              '# One source for each spike: two of them may arrive together.',
              `source_${i} = sim.Population(max(1, len(arrivals)), sim.SpikeSourceArray(spike_times=[Sequence([max(dt, t - dt - later)]) for t in arrivals] or [Sequence([])]))`,
            ];
      const delay = train.type === 'poisson' ? Math.max(dt, train.delay) : dt;
      return [
        ...made,
        `sim.Projection(source_${i}, neuron, sim.AllToAllConnector(), sim.StaticSynapse(weight=${number(weight)}, delay=${number(delay)}), receptor_type='${inhibits ? 'inhibitory' : 'excitatory'}')`,
      ];
    }),
  ];
}

/** @throws RangeError where PyNN cannot do it */
export function toPynn(experiment: Experiment): ExportedFile[] {
  assertOnGrid(experiment, 'PyNN');
  const { neuron, duration, dt, grid } = experiment;
  const synapse = oneSynapse(experiment, 'PyNN');
  const cell = cellOf(experiment, synapse);
  const parameters = Object.entries(cell.parameters).map(([name, value]) => `        ${name}=${value},`);
  const start = Object.entries(cell.start).map(([name, value]) => `${name}=${number(value)}`);
  const late = grid === 'nest' ? "{'brian2': dt}.get(backend, 0.0)" : "{'nest': -dt}.get(backend, 0.0)";
  const exact = neuron.model === 'lif';
  const text = `"""${modelNote(neuron)}

For PyNN (https://neuralensemble.org/docs/PyNN) and a simulator below it. Its units are those of the site: ms, mV, nF,
nA and uS; a is in nS.
Run it:  python3 neuron_pynn.py brian2            on Brian2; prints the spike times
         python3 neuron_pynn.py nest              on NEST
         python3 neuron_pynn.py brian2 --plot     draws the membrane potential
${exact ? 'Between spikes both simulators have the closed form of this neuron.' : 'How this neuron is integrated is the choice of the simulator: Euler’s method in Brian2, an adaptive one in NEST.'}
"""
import importlib
import math
${hasNoise(experiment) ? 'import random\n' : ''}import sys

from pyNN.parameters import Sequence

backend = sys.argv[1] if len(sys.argv) > 1 and not sys.argv[1].startswith('--') else 'brian2'
sim = importlib.import_module('pyNN.' + backend)

duration, dt = ${number(duration)}, ${number(dt)}  # ms
${experiment.inputs.some(({ type }) => type === 'white') && 'R_m' in neuron ? `R_m, C_m, E_L = ${number(neuron.R_m)}, ${number(neuron.C_m)}, ${number(neuron.E_L)}  # MOhm, nF, mV\n` : ''}sim.setup(timestep=dt, min_delay=dt)

# The grid. NEST stamps a spike with the end of the step that crosses threshold and clamps tau_refrac / dt further steps;
# Brian2 stamps the start of the step and clamps one step fewer. This experiment is on the grid of ${grid === 'nest' ? 'NEST' : 'Brian2'}: what the other
# one does differently is made good by one step.
late = ${late}
later = dt if backend == 'brian2' else 0.0

neuron = sim.Population(
    1,
    sim.${cell.name}(
${parameters.join('\n')}
    ),
)
neuron.initialize(${start.join(', ')})
${
  hasCurrent(experiment)
    ? `
${heldSteps(experiment)}
source = sim.StepCurrentSource(times=[k * dt for k in changes] or [0.0], amplitudes=[held[k] for k in changes] or [0.0])
source.inject_into(neuron)
`
    : ''
}${synapses(experiment, synapse).join('\n')}

neuron.record(['spikes', 'v'])
sim.run(duration)
data = neuron.get_data().segments[0]  # a Neo segment: spike trains and analogue signals with units
sim.end()

times = [float(t) + late for t in data.spiketrains[0].rescale('ms').magnitude]
print("spikes (ms):", times)
if '--plot' in sys.argv:
    import matplotlib.pyplot as plt

    v = data.filter(name='v')[0]
    plt.plot(v.times.rescale('ms').magnitude, v.magnitude[:, 0])
    plt.xlabel('time (ms)')
    plt.ylabel('membrane potential (mV)')
    plt.show()
`;
  return [{ name: 'neuron_pynn.py', text: text.replace(/\n{4,}/g, '\n\n\n').replaceAll('’', "'") }];
}

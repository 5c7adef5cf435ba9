/** A network as a PyNN script. */
import type { Network, NetworkExperiment, Population, Projection } from '../sim/network.ts';
import type { ExportedFile } from './index.ts';
import { assertListed, kindOf, networkNote, pairs, printSpikes, variable } from './network-parts.ts';
import { number, numberList, pythonString } from './text.ts';

function population(network: Network, p: Population, i: number): string {
  const { neuron } = p;
  const kind = kindOf(network, p, 'PyNN');
  const tau_m = neuron.R_m * neuron.C_m;
  const V_m =
    typeof neuron.V_m === 'number'
      ? number(neuron.V_m)
      : 'distribution' in neuron.V_m
        ? `RandomDistribution('uniform', low=${number(neuron.V_m.low)}, high=${number(neuron.V_m.high)}, rng=rng)`
        : numberList(neuron.V_m);
  const tau = (value: number) =>
    Math.abs(value / tau_m - 1) < 1e-5 ? `${number(value)} * (1 + 1e-5)` : number(value);
  return `pop_${i} = sim.Population(
    ${p.size},
    sim.IF_curr_${kind}(
        cm=${number(neuron.C_m)}, tau_m=${number(tau_m)}, v_rest=${number(neuron.E_L)}, v_reset=${number(neuron.V_reset)},
        v_thresh=${number(neuron.V_th)}, tau_refrac=${number(neuron.t_ref)} + late, i_offset=${number(neuron.I_e)},${
          kind === 'exp'
            ? `
        tau_syn_E=${tau(neuron.tau_syn_ex)}, tau_syn_I=${tau(neuron.tau_syn_in)},`
            : ''
        }
    ),
    label=${pythonString(p.name)},
)
pop_${i}.initialize(v=${V_m})
pop_${i}.record('spikes')
`;
}

function connector({ from, to, rule }: Projection): string {
  if (rule.type === 'fixed_probability') {
    return `sim.FixedProbabilityConnector(${number(rule.p)}, allow_self_connections=False, rng=rng)`;
  }
  if (rule.type === 'fixed_indegree') {
    return `sim.FixedNumberPreConnector(${rule.k}, allow_self_connections=${from === to ? 'False' : 'True'}, with_replacement=False, rng=rng)`;
  }
  const { sources, targets } = pairs(rule);
  return `sim.FromListConnector(list(zip(${numberList(sources)}, ${numberList(targets)})))`;
}

/** @throws RangeError where PyNN cannot do it */
export function networkToPynn(experiment: NetworkExperiment): ExportedFile[] {
  const { network, duration, dt, grid, seed } = experiment;
  assertListed(network);
  const sign = (weight: number) => (weight < 0 ? 'inhibitory' : 'excitatory');
  const projections = network.projections.map(
    (p, i) => `proj_${i} = sim.Projection(
    ${variable(network, p.from)}, ${variable(network, p.to)}, ${connector(p)},
    sim.StaticSynapse(weight=${number(p.weight)}, delay=max(least, ${number(p.delay)})), receptor_type='${sign(p.weight)}',
)
`,
  );
  const drives = network.drive.map(({ to, rate, weight }, i) => {
    const target = variable(network, to);
    return `drive_${i} = sim.Population(${target}.size, sim.SpikeSourcePoisson(rate=${number(rate)}))
sim.Projection(
    drive_${i}, ${target}, sim.OneToOneConnector(), sim.StaticSynapse(weight=${number(weight)}, delay=dt), receptor_type='${sign(weight)}',
)
`;
  });
  const late = grid === 'nest' ? "{'brian2': dt}.get(backend, 0.0)" : "{'nest': -dt}.get(backend, 0.0)";
  const text = `"""${networkNote(experiment)}

For PyNN (https://neuralensemble.org/docs/PyNN) and a simulator below it. Units: ms, mV, nF, nA.
Run it:  python3 network_pynn.py brian2              prints how often each population fires
         python3 network_pynn.py brian2 --spikes     and every spike
         mpirun -n 4 python3 network_pynn.py nest    on four processes
"""
import importlib
import sys

from pyNN.random import NumpyRNG, RandomDistribution

backend = sys.argv[1] if len(sys.argv) > 1 and not sys.argv[1].startswith('--') else 'brian2'
sim = importlib.import_module('pyNN.' + backend)

duration, dt = ${number(duration)}, ${number(dt)}  # ms
sim.setup(timestep=dt, min_delay=dt)
rng = NumpyRNG(seed=${number(seed)}, parallel_safe=True)  # the same network on any number of processes

# NEST stamps a spike with the end of its step and clamps tau_refrac / dt further steps; Brian2 stamps the start and clamps
# one step fewer. This experiment is on the grid of ${grid === 'nest' ? 'NEST' : 'Brian2'}; the other one is made good by one step.
# NEST looks at threshold after spikes have arrived, Brian2 before: whom a jump fires fires a step later. That stays different.
late = ${late}
# NEST has no delay below one step; in Brian2 a delay of 0 is the end of the same step.
least = 0.0 if backend == 'brian2' else dt

${network.populations.map((p, i) => population(network, p, i)).join('\n')}
# Projections. A weight is in nA, in mV for IF_curr_delta; below 0 it inhibits.
${projections.join('\n')}
# Drives: to each neuron a Poisson train of its own.
${drives.join('')}
sim.run(duration)
populations = [${network.populations.map((_, i) => `pop_${i}`).join(', ')}]
spikes = [
    [(float(t) + late, i) for i, train in enumerate(p.get_data('spikes').segments[0].spiketrains) for t in train.rescale('ms').magnitude]
    for p in populations
]
root = sim.rank() == 0  # under MPI get_data gathers on the first process
sim.end()
if not root:
    sys.exit()
${printSpikes(experiment, pythonString)}
`;
  return [{ name: 'network_pynn.py', text: text.replace(/\n{4,}/g, '\n\n\n') }];
}

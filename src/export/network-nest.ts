/** A network as a PyNEST script. */
import type { Network, NetworkExperiment, Population, Projection } from '../sim/network.ts';
import type { ExportedFile } from './index.ts';
import { assertListed, kindOf, networkNote, pairs, printSpikes, variable } from './network-parts.ts';
import { number, numberList, pythonString } from './text.ts';

/** A number that NEST takes for a real one. */
export function real(value: number): string {
  const text = number(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function population(network: Network, p: Population, i: number): string {
  const { neuron } = p;
  const kind = kindOf(network, p, 'NEST');
  const V_m =
    typeof neuron.V_m === 'number'
      ? real(neuron.V_m)
      : 'distribution' in neuron.V_m
        ? `nest.random.uniform(min=${real(neuron.V_m.low)}, max=${real(neuron.V_m.high)})`
        : numberList(neuron.V_m);
  return `pop_${i} = nest.Create(
    'iaf_psc_${kind}',
    ${p.size},
    params={
        'C_m': ${real(neuron.C_m)} * 1000, 'tau_m': ${real(neuron.R_m)} * ${real(neuron.C_m)}, 'E_L': ${real(neuron.E_L)}, 'V_th': ${real(neuron.V_th)},
        'V_reset': ${real(neuron.V_reset)}, 't_ref': max(0.0, ${real(neuron.t_ref)} - early), 'I_e': ${real(neuron.I_e)} * 1000,${
          kind === 'exp'
            ? `
        'tau_syn_ex': ${real(neuron.tau_syn_ex)}, 'tau_syn_in': ${real(neuron.tau_syn_in)},`
            : ''
        }
    },
)
pop_${i}.V_m = ${V_m}
`;
}

function weightOf({ synapse, weight }: { readonly synapse: string; readonly weight: number }): string {
  return synapse === 'delta' ? real(weight) : `${real(weight)} * 1000`;
}

function projection(network: Network, p: Projection, dt: number): string {
  const [source, target] = [variable(network, p.from), variable(network, p.to)];
  const { rule } = p;
  const synapse = `{'weight': ${weightOf(p)}, 'delay': ${real(p.delay)}}`;
  if (p.delay < dt) {
    throw new RangeError(
      `NEST has no delay below one step (${number(dt)} ms), got ${number(p.delay)} ms from ${p.from} to ${p.to}; Brian2 can`,
    );
  }
  if (rule.type === 'csr') {
    const { sources, targets } = pairs(rule);
    return `# A given list, one entry for each connection.
sources = numpy.array(${source}.tolist())[numpy.array(${numberList(sources)}, dtype=int)]
targets = numpy.array(${target}.tolist())[numpy.array(${numberList(targets)}, dtype=int)]
nest.Connect(sources, targets, 'one_to_one', {'weight': numpy.full(len(sources), ${weightOf(p)}), 'delay': numpy.full(len(sources), ${real(p.delay)})})
`;
  }
  const words =
    rule.type === 'fixed_probability'
      ? `'rule': 'pairwise_bernoulli', 'p': ${number(rule.p)}`
      : `'rule': 'fixed_indegree', 'indegree': ${rule.k}, 'allow_multapses': False`;
  return `nest.Connect(
    ${source}, ${target},
    {${words}, 'allow_autapses': False},
    ${synapse},
)
`;
}

/** @throws RangeError where NEST cannot do it */
export function networkToNest(experiment: NetworkExperiment): ExportedFile[] {
  const { network, duration, dt, grid, seed } = experiment;
  assertListed(network);
  const projections = network.projections.map((p) => projection(network, p, dt));
  const drives = network.drive.map(
    (d, i) => `drive_${i} = nest.Create('poisson_generator', params={'rate': ${real(d.rate)}})
nest.Connect(drive_${i}, ${variable(network, d.to)}, syn_spec={'weight': ${weightOf(d)}, 'delay': dt})
`,
  );
  const text = `"""${networkNote(experiment)}

For NEST 3 (https://nest-simulator.readthedocs.io):  conda install -c conda-forge nest-simulator
Run it:  python3 network_nest.py                 prints how often each population fires
         python3 network_nest.py --spikes        and every spike
         mpirun -n 4 python3 network_nest.py     on four processes: each prints the spikes of its own neurons
NEST's units are ms, mV, pA, pF: a thousandth of the site's nA and nF.
"""
import sys

import nest
import numpy

duration, dt = ${number(duration)}, ${real(dt)}  # ms
nest.ResetKernel()
nest.SetKernelStatus({'resolution': dt, 'rng_seed': ${number(Math.max(1, seed % 2 ** 32))}})

# NEST moves the states, lets spikes arrive, looks at threshold; a spike is stamped with the end of its step, and t_ref / dt
# further steps are clamped.${
    grid === 'brian2'
      ? ` This experiment is on Brian2's grid: one step fewer is clamped, and dt is taken from the
# times below. Brian2 looks at threshold before spikes have arrived, NEST after: that stays different.`
      : ''
  }
early = ${grid === 'brian2' ? 'dt' : '0.0'}

${network.populations.map((p, i) => population(network, p, i)).join('\n')}
# Projections. weight is in pA (the peak of an exponential current) or in mV (iaf_psc_delta); below 0 it inhibits.
${projections.join('\n')}
# Drives: a poisson_generator sends each neuron a train of its own.
${drives.join('')}
populations = [${network.populations.map((_, i) => `pop_${i}`).join(', ')}]
recorders = [nest.Create('spike_recorder') for _ in populations]
for neurons, recorder in zip(populations, recorders):
    nest.Connect(neurons, recorder)
nest.Simulate(${real(Math.round(duration / dt))} * dt)

spikes = []
for neurons, recorder in zip(populations, recorders):
    first = neurons.tolist()[0]
    events = recorder.get('events')
    spikes.append([(float(t) - early, int(s) - first) for t, s in zip(events['times'], events['senders'])])
${printSpikes(experiment, pythonString)}
`;
  return [{ name: 'network_nest.py', text: text.replace(/\n{4,}/g, '\n\n\n') }];
}

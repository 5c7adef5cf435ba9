/** A network as a Brian2 script. */
import type { Network, NetworkExperiment, NetworkSynapse, Population, Projection } from '../sim/network.ts';
import type { ExportedFile } from './index.ts';
import { assertListed, networkNote, pairs, printSpikes, variable } from './network-parts.ts';
import { number, numberList, pythonString } from './text.ts';

/** What a spike does to its target. */
function effect(synapse: NetworkSynapse, weight: number): string {
  if (synapse === 'delta') return `v += ${number(weight)}*mV`;
  return `${weight < 0 ? 'I_in' : 'I_ex'} += ${number(weight)}*nA`;
}

/** A time constant that is not that of the membrane: Brian2's closed form divides by their difference. */
function apart(tau: number, tau_m: number): string {
  return Math.abs(tau / tau_m - 1) < 1e-5 ? `${number(tau)}*(1 + 1e-5)*ms` : `${number(tau)}*ms`;
}

function population(network: Network, p: Population, i: number, late: number, dt: number): string {
  const { neuron } = p;
  const tau_m = neuron.R_m * neuron.C_m;
  const V_m =
    typeof neuron.V_m === 'number'
      ? `${number(neuron.V_m)}*mV`
      : 'distribution' in neuron.V_m
        ? `'${number(neuron.V_m.low)}*mV + rand()*${number(neuron.V_m.high - neuron.V_m.low)}*mV'`
        : `${numberList(neuron.V_m)}*mV`;
  const exp = [...network.projections, ...network.drive].some(
    ({ to, synapse }) => to === p.name && synapse === 'exp',
  );
  return `pop_${i} = NeuronGroup(
    ${p.size},
    '''
    dv/dt = (E_L - v)/tau_m + (I_e${exp ? ' + I_ex + I_in' : ''})/C_m : volt (unless refractory)${
      exp
        ? `
    dI_ex/dt = -I_ex/tau_ex : amp
    dI_in/dt = -I_in/tau_in : amp`
        : ''
    }
    ''',
    method='exact',
    threshold='v >= V_th',
    reset='v = V_reset',
    refractory=${number(Math.round(neuron.t_ref / dt) + late)}*defaultclock.dt,
    namespace=dict(
        tau_m=${number(tau_m)}*ms, C_m=${number(neuron.C_m)}*nF, E_L=${number(neuron.E_L)}*mV, I_e=${number(neuron.I_e)}*nA,
        V_th=${number(neuron.V_th)}*mV, V_reset=${number(neuron.V_reset)}*mV,
        tau_ex=${apart(neuron.tau_syn_ex, tau_m)}, tau_in=${apart(neuron.tau_syn_in, tau_m)},
    ),
)
pop_${i}.v = ${V_m}
`;
}

function projection(
  network: Network,
  { from, to, rule, synapse, weight, delay }: Projection,
  i: number,
): string {
  const [source, target] = [variable(network, from), variable(network, to)];
  const same = source === target;
  const made = `syn_${i} = Synapses(${source}, ${target}, on_pre='${effect(synapse, weight)}', delay=${number(delay)}*ms)`;
  if (rule.type === 'fixed_probability') {
    return `${made}\nsyn_${i}.connect(${same ? "condition='i != j', " : ''}p=${number(rule.p)})\n`;
  }
  if (rule.type === 'csr') {
    const { sources, targets } = pairs(rule);
    if (sources.length === 0) return `${made}\nsyn_${i}.connect(False)\n`;
    return `${made}\nsyn_${i}.connect(i=${numberList(sources)}, j=${numberList(targets)})\n`;
  }
  return `# ${rule.k} different sources for every target${same ? ', never itself' : ''}.
${made}
chosen = [random.sample([i for i in range(len(${source}))${same ? ' if i != j' : ''}], ${rule.k}) for j in range(len(${target}))]
syn_${i}.connect(
    i=[i for sources in chosen for i in sources],
    j=[j for j, sources in enumerate(chosen) for _ in sources],
)
`;
}

/** @throws RangeError where the file would not be readable */
export function networkToBrian2(experiment: NetworkExperiment): ExportedFile[] {
  const { network, duration, dt, grid, seed, record } = experiment;
  assertListed(network);
  const late = grid === 'nest' ? 1 : 0;
  const drives = network.drive.map(({ to, rate, synapse, weight }, i) => {
    const target = variable(network, to);
    const current = synapse === 'delta' ? 'v' : weight < 0 ? 'I_in' : 'I_ex';
    // One source fires at most once a step; many slow ones together are a Poisson process to within their number.
    const sources = Math.max(1, Math.ceil((rate * dt) / 1000 / 0.001));
    return `drive_${i} = PoissonInput(${target}, '${current}', N=${sources}, rate=${number(rate / sources)}*Hz, weight=${number(weight)}*${synapse === 'delta' ? 'mV' : 'nA'})\n`;
  });
  const traces = record.V_m.map(
    ({ population: name, index }, i) =>
      `trace_${i} = StateMonitor(${variable(network, name)}, 'v', record=${index}, when='start')\n`,
  );
  const text = `"""${networkNote(experiment)}

For Brian2 (https://brian2.readthedocs.io):  pip install brian2, or apt-get install python3-brian
Run it:  python3 network_brian2.py              prints how often each population fires
         python3 network_brian2.py --spikes     and every spike
         python3 network_brian2.py --plot       draws the spikes
"""
from brian2 import *

# After brian2, which brings names of its own.
import random
import sys

# prefs.codegen.target = 'cython' is faster where a compiler is installed; set_device('cpp_standalone') faster still.
prefs.codegen.target = 'numpy'
defaultclock.dt = ${number(dt)}*ms
duration = ${number(duration)}  # ms
seed(${number(seed)})
random.seed(${number(seed)})

# In every step Brian2 moves the states, looks at threshold, lets spikes arrive, resets; a spike is stamped with the start
# of its step, and t_ref/dt - 1 further steps are clamped.${
    late
      ? ` This experiment is on NEST's grid: one more step is clamped and dt is
# added to the times below. NEST looks at threshold after spikes have arrived, Brian2 before: that stays different.`
      : ''
  }
${network.populations.map((p, i) => population(network, p, i, late, dt)).join('\n')}
# Projections. A jump of v is lost in a refractory neuron, since v is "unless refractory"; currents are not.
${network.projections.map((p, i) => projection(network, p, i)).join('\n')}
# Drives: to each neuron a Poisson train of its own.
${drives.join('')}${traces.join('')}
monitors = [SpikeMonitor(p) for p in (${network.populations.map((_, i) => `pop_${i}`).join(', ')},)]
net = Network(collect(), *monitors)
net.run(duration*ms)

spikes = [[(float(t/ms)${late ? ` + ${number(dt)}` : ''}, int(i)) for t, i in zip(m.t, m.i)] for m in monitors]
${printSpikes(experiment, pythonString)}
if '--plot' in sys.argv:
    first = 0
    for size, m in zip(sizes, monitors):
        plot(m.t/ms, m.i + first, '.', markersize=1)
        first += size
    xlabel('time (ms)')
    ylabel('neuron')
    show()
`;
  return [{ name: 'network_brian2.py', text: text.replace(/\n{4,}/g, '\n\n\n') }];
}

"""delta_network.json: a small network with delta synapses in Brian2: what a jump does, and when.

60 neurons above their rheobase, 48 excitatory and 12 inhibitory, with random wiring and start potentials; four
delays, 0 among them; t_ref 2 ms. Jumps into a refractory neuron are lost: Brian2 writes no variable that is
"unless refractory". V is that at the end of every step, of the first neuron.
Usage: delta_network.py OUTPUT_FOLDER
"""
import json
import os
import sys

import numpy as np
from brian2 import Network, NeuronGroup, SpikeMonitor, StateMonitor, Synapses, defaultclock, ms, mV, prefs, start_scope

prefs.codegen.target = 'numpy'
EXCITATORY, NEURONS, DT_MS, T_MS = 48, 60, 0.1, 300
J_E_MV, J_I_MV, P, RI_MV = 0.4, -1.2, 0.2, 21.0
DELAYS_MS = (0, 0.1, 1.5, 7.3)


def simulate(delay):
    rng = np.random.RandomState(20)
    wired = rng.uniform(size=(NEURONS, NEURONS)) < P
    np.fill_diagonal(wired, False)
    sources, targets = np.nonzero(wired)
    V_0 = np.round(rng.uniform(-70, -50, NEURONS), 6)
    start_scope()
    defaultclock.dt = DT_MS * ms
    namespace = {
        'tau': 20 * ms, 'E_L': -70 * mV, 'RI': RI_MV * mV, 'V_th': -50 * mV, 'V_r': -65 * mV,
        'J_E': J_E_MV * mV, 'J_I': J_I_MV * mV,
    }
    neurons = NeuronGroup(
        NEURONS, 'dv/dt = (-(v - E_L) + RI)/tau : volt (unless refractory)', threshold='v >= V_th',
        reset='v = V_r', refractory=2 * ms, method='exact', namespace=namespace,
    )
    neurons.v = V_0 * mV
    synapses = []
    for chosen, effect in ((sources < EXCITATORY, 'v += J_E'), (sources >= EXCITATORY, 'v += J_I')):
        made = Synapses(neurons, neurons, on_pre=effect, delay=delay * ms, namespace=namespace)
        made.connect(i=sources[chosen], j=targets[chosen])
        synapses.append(made)
    spikes = SpikeMonitor(neurons)
    trace = StateMonitor(neurons, 'v', record=0, when='end')
    Network(neurons, *synapses, spikes, trace).run(T_MS * ms)
    steps = np.rint(np.asarray(spikes.t / ms) / DT_MS).astype(int)
    order = np.lexsort((np.asarray(spikes.i), steps))
    return {
        'delay_ms': delay,
        'rowptr': [0] + np.cumsum(wired.sum(axis=1)).tolist(),
        'targets': targets.tolist(),
        'V_0_mV': V_0.tolist(),
        'spike_steps': steps[order].tolist(),
        'senders': np.asarray(spikes.i)[order].tolist(),
        'V_end_of_step_mV': [float(v) for v in trace.v[0] / mV],
    }


def main(folder):
    params = {
        'excitatory': EXCITATORY, 'neurons': NEURONS, 'dt_ms': DT_MS, 'T_ms': T_MS, 'tau_m_ms': 20, 'E_L_mV': -70,
        'RI_mV': RI_MV, 'V_th_mV': -50, 'V_reset_mV': -65, 't_ref_ms': 2, 'J_E_mV': J_E_MV, 'J_I_mV': J_I_MV,
    }
    with open(os.path.join(folder, 'delta_network.json'), 'w', encoding='utf-8') as file:
        json.dump({'params': params, 'runs': [simulate(delay) for delay in DELAYS_MS]}, file)


if __name__ == '__main__':
    main(sys.argv[1])

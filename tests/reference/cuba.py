"""cuba/: spike lists of the CUBA network (Brette et al. 2007, benchmark 2) in Brian2's exact linear update.

Given: the wiring as compressed sparse rows (rowptr.i32, col.i32) and the start potentials (v0.f64, mV), read from
the folder beside this script. Made: brian2_delay0.i32, every spike of one second as int32 pairs (step, neuron),
sorted; and delayed.json, for longer runs with delays the number of spikes, the sha256 of the same kind of list
and its first 1000 pairs.
Usage: cuba.py OUTPUT_FOLDER
"""
import hashlib
import json
import os
import sys

import numpy as np
from brian2 import Network, NeuronGroup, SpikeMonitor, Synapses, defaultclock, ms, mV, prefs, start_scope

prefs.codegen.target = 'numpy'
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'cuba')
EXCITATORY, NEURONS, DT_MS = 3200, 4000, 0.1
EQUATIONS = '''
dv/dt = (ge + gi - (v - E_L))/tau_m : volt (unless refractory)
dge/dt = -ge/tau_e : volt
dgi/dt = -gi/tau_i : volt
'''
# delay and duration in ms
DELAYED = [(0.1, 1000), (1.5, 2000), (5, 1000)]
FIRST = 1000


def simulate(delay, duration):
    """Spikes as an array of (step, neuron), sorted."""
    rowptr = np.fromfile(os.path.join(HERE, 'rowptr.i32'), '<i4')
    targets = np.fromfile(os.path.join(HERE, 'col.i32'), '<i4')
    sources = np.repeat(np.arange(NEURONS), np.diff(rowptr))
    start_scope()
    defaultclock.dt = DT_MS * ms
    namespace = {
        'tau_m': 20 * ms, 'tau_e': 5 * ms, 'tau_i': 10 * ms, 'E_L': -49 * mV, 'V_th': -50 * mV, 'V_r': -60 * mV,
        'w_e': 1.62 * mV, 'w_i': -9 * mV,
    }
    neurons = NeuronGroup(
        NEURONS, EQUATIONS, threshold='v > V_th', reset='v = V_r', refractory=5 * ms, method='exact',
        namespace=namespace,
    )
    neurons.v = np.fromfile(os.path.join(HERE, 'v0.f64'), '<f8') * mV
    excites = sources < EXCITATORY
    synapses = []
    for chosen, effect in ((excites, 'ge += w_e'), (~excites, 'gi += w_i')):
        wired = Synapses(neurons, neurons, on_pre=effect, delay=delay * ms, namespace=namespace)
        wired.connect(i=sources[chosen], j=targets[chosen])
        synapses.append(wired)
    monitor = SpikeMonitor(neurons)
    Network(neurons, *synapses, monitor).run(duration * ms)
    steps = np.rint(np.asarray(monitor.t / ms) / DT_MS).astype('<i4')
    senders = np.asarray(monitor.i).astype('<i4')
    order = np.lexsort((senders, steps))
    return np.stack([steps[order], senders[order]], axis=1).astype('<i4')


def main(folder):
    os.makedirs(os.path.join(folder, 'cuba'), exist_ok=True)
    simulate(0, 1000).tofile(os.path.join(folder, 'cuba', 'brian2_delay0.i32'))
    runs = []
    for delay, duration in DELAYED:
        spikes = simulate(delay, duration)
        runs.append({
            'delay_ms': delay,
            'T_ms': duration,
            'spikes': len(spikes),
            'sha256': hashlib.sha256(spikes.tobytes()).hexdigest(),
            'first': spikes[:FIRST].ravel().tolist(),
        })
    with open(os.path.join(folder, 'cuba', 'delayed.json'), 'w', encoding='utf-8') as file:
        json.dump(runs, file)


if __name__ == '__main__':
    main(sys.argv[1])

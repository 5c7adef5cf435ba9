"""brunel.json: mean rates of Brunel's sparse network (Brunel 2000) in Brian2, four states, several seeds.

N_E = 4000, N_I = 1000, 400 + 100 inputs per neuron (fixed in-degree, no autapses, no multapses),
J = 0.2 mV, delay 1.5 ms, dt 0.1 ms, 600 ms from V = 0; the rate is that of all neurons over 150-600 ms.
Usage: brunel.py OUTPUT_FOLDER
"""
import json
import os
import sys

import numpy as np
from brian2 import (
    NeuronGroup, PoissonInput, SpikeMonitor, Synapses, defaultclock, ms, mV, prefs, run, seed, start_scope, Hz,
)

prefs.codegen.target = 'numpy'
N_E, N_I, J, TAU_MS, THETA_MV = 4000, 1000, 0.2, 20.0, 20.0
K_E, K_I = N_E // 10, N_I // 10
STATES = {'SR': (3, 2), 'SI-fast': (6, 4), 'AI': (5, 2), 'SI-slow': (4.5, 0.9)}
SEEDS = (1, 2, 3)
BEGIN_MS, END_MS = 150, 600


def wiring(rng, first, size, k):
    """k different sources of [first, first + size) for every one of the N_E + N_I targets, never itself."""
    sources = np.empty((N_E + N_I, k), dtype=int)
    for target in range(N_E + N_I):
        candidates = np.arange(first, first + size)
        candidates = candidates[candidates != target]
        sources[target] = rng.choice(candidates, k, replace=False)
    return sources.ravel(), np.repeat(np.arange(N_E + N_I), k)


def rate(g, eta, number):
    start_scope()
    seed(number)
    rng = np.random.RandomState(1000 + number)
    defaultclock.dt = 0.1 * ms
    tau, theta, V_r, w = TAU_MS * ms, THETA_MV * mV, 10 * mV, J * mV
    neurons = NeuronGroup(
        N_E + N_I,
        'dv/dt = -v/tau : volt (unless refractory)',
        threshold='v >= theta',
        reset='v = V_r',
        refractory=2 * ms,
        method='exact',
        namespace={'tau': tau, 'theta': theta, 'V_r': V_r},
    )
    synapses = []
    for first, size, k, weight in ((0, N_E, K_E, w), (N_E, N_I, K_I, -g * w)):
        wired = Synapses(neurons, neurons, on_pre='v += weight', delay=1.5 * ms, namespace={'weight': weight})
        i, j = wiring(rng, first, size, k)
        wired.connect(i=i, j=j)
        synapses.append(wired)
    threshold_rate_hz = 1000 * THETA_MV / (J * K_E * TAU_MS)
    drive = PoissonInput(neurons, 'v', N=K_E, rate=eta * threshold_rate_hz * Hz, weight=w)
    spikes = SpikeMonitor(neurons)
    from brian2 import Network

    Network(neurons, *synapses, drive, spikes).run(END_MS * ms)
    counted = np.count_nonzero(np.asarray(spikes.t / ms) >= BEGIN_MS)
    return counted / (N_E + N_I) / (END_MS - BEGIN_MS) * 1000


def main(folder):
    states = {
        name: {'g': g, 'eta': eta, 'rates_hz': [round(rate(g, eta, number), 6) for number in SEEDS]}
        for name, (g, eta) in STATES.items()
    }
    result = {'N_E': N_E, 'N_I': N_I, 'J_mV': J, 'begin_ms': BEGIN_MS, 'end_ms': END_MS, 'states': states}
    with open(os.path.join(folder, 'brunel.json'), 'w', encoding='utf-8') as file:
        json.dump(result, file, indent=1)
        file.write('\n')


if __name__ == '__main__':
    main(sys.argv[1])

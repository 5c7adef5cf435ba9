"""brian2_lif.json: the leaky integrate-and-fire neuron in Brian2, exact, Euler, RK2 and RK4, at several steps.

V is that at the end of every step (after a reset); spikes are stamped at the start of theirs, as Brian2 does.
The closed form beside it is t = tau ln(RI/(RI - theta)) and, between spikes, with the reset and t_ref.
Usage: brian2_lif.py OUTPUT_FOLDER
"""
import json
import math
import os
import sys

from brian2 import (
    Network, NeuronGroup, SpikeMonitor, StateMonitor, defaultclock, ms, mV, prefs, start_scope,
)

prefs.codegen.target = 'numpy'


def parameters(C_m, tau_m, V_th, V_reset, t_ref, I_e):
    return {
        'C_m_pF': C_m, 'tau_m_ms': tau_m, 'E_L_mV': -70, 'V_th_mV': V_th, 'V_reset_mV': V_reset,
        't_ref_ms': t_ref, 'I_e_pA': I_e, 'V_m_init_mV': -70,
    }


NEST_1000 = parameters(250, 10, -55, -70, 2, 1000)
PASSIVE = parameters(250, 10, 1e6, -70, 2, 1000)
# name, parameters, dt in ms, duration in ms, method
CASES = [
    ('nest_default_1000pA', NEST_1000, 0.1, 100, 'exact'),
    ('nest_default_1000pA', NEST_1000, 0.01, 100, 'exact'),
    ('nest_default_1450pA', parameters(250, 10, -55, -70, 2, 1450), 0.1, 50, 'exact'),
    ('no_refractory_grid_check', parameters(250, 10, -55, -70, 0, 1000), 0.1, 100, 'exact'),
    ('neurodynex_2nA', parameters(800, 8, -50, -65, 2, 2100), 0.1, 200, 'exact'),
] + [
    (f'order_{method}', PASSIVE, dt, 20, method)
    for method in ('euler', 'rk2', 'rk4', 'exact')
    for dt in (0.4, 0.2, 0.1, 0.05, 0.025)
]


def closed_form(p):
    """First spike and interval in ms, by the formula; None where the threshold is out of reach."""
    drive = p['I_e_pA'] * p['tau_m_ms'] / p['C_m_pF']
    threshold, reset = p['V_th_mV'] - p['E_L_mV'], p['V_reset_mV'] - p['E_L_mV']
    if drive <= threshold:
        return {'first_spike_ms': None, 'isi_ms': None}
    return {
        'first_spike_ms': p['tau_m_ms'] * math.log(drive / (drive - threshold)),
        'isi_ms': p['t_ref_ms'] + p['tau_m_ms'] * math.log((drive - reset) / (drive - threshold)),
    }


def simulate(name, p, dt, duration, method):
    start_scope()
    defaultclock.dt = dt * ms
    namespace = {
        'tau': p['tau_m_ms'] * ms, 'E_L': p['E_L_mV'] * mV, 'V_th': p['V_th_mV'] * mV,
        'V_r': p['V_reset_mV'] * mV, 'RI': p['I_e_pA'] * p['tau_m_ms'] / p['C_m_pF'] * mV,
    }
    neuron = NeuronGroup(
        1,
        'dv/dt = (-(v - E_L) + RI)/tau : volt (unless refractory)',
        threshold='v >= V_th',
        reset='v = V_r',
        refractory=p['t_ref_ms'] * ms,
        method=method,
        namespace=namespace,
    )
    neuron.v = p['V_m_init_mV'] * mV
    trace = StateMonitor(neuron, 'v', record=0, when='end')
    spikes = SpikeMonitor(neuron)
    Network(neuron, trace, spikes).run(duration * ms)
    return {
        'name': name,
        'params': p,
        'dt_ms': dt,
        'T_ms': duration,
        'method': method,
        'spike_times_ms': [round(float(t), 6) for t in spikes.t / ms],
        'closed_form': closed_form(p),
        'V_end_of_step_mV': [float(v) for v in trace.v[0] / mV],
    }


def main(folder):
    with open(os.path.join(folder, 'brian2_lif.json'), 'w', encoding='utf-8') as file:
        json.dump([simulate(*case) for case in CASES], file)


if __name__ == '__main__':
    main(sys.argv[1])

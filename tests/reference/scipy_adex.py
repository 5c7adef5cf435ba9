"""scipy_adex.json: the adaptive exponential neuron, four firing patterns of Naud et al. 2008, by scipy's DOP853.

  C dV/dt = -g_L (V - E_L) + g_L Delta_T e^{(V - V_th)/Delta_T} - w + I,   tau_w dw/dt = a (V - E_L) - w
A spike is the event V = V_peak, located by the integrator; then V = V_reset, w += b.
pF, nS, mV, ms, pA. Usage: scipy_adex.py OUTPUT_FOLDER
"""
import json
import os
import sys

import numpy as np
from scipy.integrate import solve_ivp

T_MS, SAMPLE_MS = 500.0, 0.5
NAMES = ('C_m', 'g_L', 'E_L', 'V_th', 'Delta_T', 'a', 'tau_w', 'b', 'V_reset', 'I_e', 't_ref', 'V_peak', 'V_m')
CASES = {
    'adex_tonic': (200.0, 10.0, -70.0, -50.0, 2.0, 2.0, 30.0, 0.0, -58.0, 500.0, 0.0, 0.0, -70.0),
    'adex_adapting': (200.0, 12.0, -70.0, -50.0, 2.0, 2.0, 300.0, 60.0, -58.0, 500.0, 0.0, 0.0, -70.0),
    'adex_init_burst': (130.0, 18.0, -58.0, -50.0, 2.0, 4.0, 150.0, 120.0, -50.0, 400.0, 0.0, 0.0, -58.0),
    'adex_bursting': (200.0, 10.0, -58.0, -50.0, 2.0, 2.0, 120.0, 100.0, -46.0, 210.0, 0.0, 0.0, -58.0),
}


def simulate(name):
    p = dict(zip(NAMES, CASES[name]))

    def slope(_, state):
        V, w = state
        rise = p['g_L'] * p['Delta_T'] * np.exp((V - p['V_th']) / p['Delta_T'])
        return [
            (-p['g_L'] * (V - p['E_L']) + rise - w + p['I_e']) / p['C_m'],
            (p['a'] * (V - p['E_L']) - w) / p['tau_w'],
        ]

    def peak(_, state):
        return state[0] - p['V_peak']

    peak.terminal, peak.direction = True, 1
    samples = np.arange(0, T_MS + SAMPLE_MS / 2, SAMPLE_MS)
    V, w = np.empty_like(samples), np.empty_like(samples)
    t, state, spikes = 0.0, [p['V_m'], 0.0], []
    while t < T_MS:
        run = solve_ivp(
            slope, (t, T_MS), state, method='DOP853', rtol=1e-13, atol=1e-12, events=peak, dense_output=True
        )
        inside = (samples >= t) & (samples <= run.t[-1])
        V[inside], w[inside] = run.sol(samples[inside])
        if run.status != 1:
            break
        t = float(run.t_events[0][0])
        spikes.append(t)
        state = [p['V_reset'], float(run.y_events[0][0][1]) + p['b']]
    return {
        'name': name, 'params': p, 'spikes_ms': spikes,
        't_ms': samples.tolist(), 'V_mV': V.tolist(), 'w_pA': w.tolist(),
    }


def main(folder):
    method = 'scipy DOP853 rtol 1e-13 atol 1e-12, terminal event V = V_peak = 0 mV, reset V_reset, w += b'
    with open(os.path.join(folder, 'scipy_adex.json'), 'w', encoding='utf-8') as file:
        json.dump({'method': method, 'cases': [simulate(name) for name in CASES]}, file)


if __name__ == '__main__':
    main(sys.argv[1])

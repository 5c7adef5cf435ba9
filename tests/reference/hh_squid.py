"""hh_squid.json: the squid axon of Hodgkin & Huxley 1952 (V_rest = -65 mV), a step from 5 ms on, twice.

NEURON's own hh mechanism with CVODE (skipped where python3-neuron is not installed: then only the scipy
columns are written), and the same equations by scipy's DOP853, started in NEURON's steady state at -65 mV.
mS/cm2, uF/cm2, uA/cm2, mV, ms. Usage: hh_squid.py OUTPUT_FOLDER
"""
import json
import os
import sys

import numpy as np
from scipy.integrate import solve_ivp

G_NA, G_K, G_L, E_NA, E_K, E_L, C_M = 120, 36, 0.3, 50, -77, -54.3, 1
ONSET_MS, T_MS, V_0 = 5.0, 60.0, -65.0
CURRENTS = (5.0, 10.0, 20.0)
SAMPLES_MS = np.round(np.arange(0, T_MS, 0.1), 10)


def vtrap(x, y):
    """x/(e^{x/y} - 1), y at x = 0."""
    return y if x == 0 else x / np.expm1(x / y)


def rates(V):
    """(alpha, beta) of m, h, n in 1/ms at 6.3 degrees."""
    return (
        (0.1 * vtrap(-(V + 40), 10), 4 * np.exp(-(V + 65) / 18)),
        (0.07 * np.exp(-(V + 65) / 20), 1 / (np.exp(-(V + 35) / 10) + 1)),
        (0.01 * vtrap(-(V + 55), 10), 0.125 * np.exp(-(V + 65) / 80)),
    )


def slope(_, state, current):
    V, *gates = state
    m, h, n = gates
    ionic = G_NA * m**3 * h * (V - E_NA) + G_K * n**4 * (V - E_K) + G_L * (V - E_L)
    return [(current - ionic) / C_M] + [a * (1 - x) - b * x for x, (a, b) in zip(gates, rates(V))]


def by_scipy(current):
    state = [V_0] + [a / (a + b) for a, b in rates(V_0)]
    samples, crossings = np.empty((4, len(SAMPLES_MS))), []

    def zero(_, state, __):
        return state[0]

    zero.direction = 1
    # Two runs, so that no step straddles the jump of the current.
    for begin, end, amplitude in ((0, ONSET_MS, 0.0), (ONSET_MS, T_MS, current)):
        run = solve_ivp(
            slope, (begin, end), state, method='DOP853', rtol=1e-13, atol=1e-13, events=zero,
            dense_output=True, args=(amplitude,),
        )
        inside = (SAMPLES_MS >= begin) & (SAMPLES_MS <= end)
        samples[:, inside] = run.sol(SAMPLES_MS[inside])
        crossings += run.t_events[0].tolist()
        state = run.y[:, -1]
    return samples, crossings


def by_neuron(h, current):
    h.celsius = 6.3
    h.usetable_hh = 0
    section = h.Section(name='axon')
    section.L = section.diam = 100
    section.cm = C_M
    section.insert('hh')
    for segment in section:
        segment.hh.gnabar, segment.hh.gkbar, segment.hh.gl, segment.hh.el = G_NA / 1e3, G_K / 1e3, G_L / 1e3, E_L
    section.ena, section.ek = E_NA, E_K
    clamp = h.IClamp(section(0.5))
    # uA/cm2 times cm2, in nA
    clamp.delay, clamp.dur, clamp.amp = ONSET_MS, 1e9, current * section(0.5).area() * 1e-8 * 1e3
    solver = h.CVode()
    solver.active(True)
    solver.rtol(1e-12)
    solver.atol(1e-12)
    times = h.Vector(SAMPLES_MS)
    V = h.Vector()
    V.record(section(0.5)._ref_v, times)
    # NEURON's own spike detector: the first solver step at or above the threshold.
    detector = h.APCount(section(0.5))
    detector.thresh = 0
    crossings = h.Vector()
    detector.record(crossings)
    h.finitialize(V_0)
    solver.solve(T_MS)
    return V.to_python(), crossings.to_python()


def case(h, current):
    (V, m, gate_h, n), crossings = by_scipy(current)
    result = {
        'I_uA_cm2': current, 'onset_ms': ONSET_MS, 'T_ms': T_MS, 'V_init_mV': V_0, 't_ms': SAMPLES_MS.tolist(),
    }
    if h is not None:
        result['V_neuron_mV'], result['crossings_0mV_neuron_ms'] = by_neuron(h, current)
    result.update(
        V_scipy_mV=V.tolist(), m=m.tolist(), h=gate_h.tolist(), n=n.tolist(), crossings_0mV_scipy_ms=crossings
    )
    return result


def main(folder):
    try:
        from neuron import h
    except ImportError:
        h = None
    simulators = ['scipy DOP853 rtol=atol=1e-13']
    if h is not None:
        simulators.insert(0, f'NEURON {h.nrnversion(5)} hh, CVODE rtol/atol 1e-12, usetable_hh=0')
    params = {
        'gna_mS_cm2': G_NA, 'gk_mS_cm2': G_K, 'gl_mS_cm2': G_L, 'ENa': E_NA, 'EK': E_K, 'EL': E_L,
        'cm_uF_cm2': C_M, 'celsius': 6.3,
    }
    result = {'simulators': simulators, 'params': params, 'cases': [case(h, current) for current in CURRENTS]}
    with open(os.path.join(folder, 'hh_squid.json'), 'w', encoding='utf-8') as file:
        json.dump(result, file)


if __name__ == '__main__':
    main(sys.argv[1])

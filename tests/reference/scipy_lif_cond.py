"""Conductance-based leaky integrate-and-fire neuron: the potential at given times and the spike times, by
scipy's DOP853 at rtol 1e-13, cut at every arriving spike, crossings by its event location.

Usage: scipy_lif_cond.py OUTPUT_FOLDER
"""
import json
import os
import sys
from math import exp, e

from scipy.integrate import solve_ivp

NEURON = dict(model="lif_cond", R_m=10, C_m=2, E_L=-70, V_th=-50, V_reset=-65, t_ref=2.5, V_m=-70, E_ex=0, E_in=-80)


def run(x, samples):
    n, end = x["neuron"], x["duration"]
    current = sum(i["amplitude"] for i in x["inputs"] if i["type"] == "step")
    arrivals = sorted(
        (t + i["delay"], i["weight"], i["tau_syn"], i["synapse"])
        for i in x["inputs"] if i["type"] == "spikes" for t in i["times"]
    )

    def conductance(t, sign):
        g = 0.0
        for t0, w, tau, kind in arrivals:
            # An interval begins at an arrival: that spike counts from there on.
            if t0 <= start and w * sign > 0:
                s = (t - t0) / tau
                g += abs(w) * (exp(-s) if kind == "exp" else s * exp(1 - s))
        return g

    def rhs(t, y):
        v = y[0]
        i = (n["E_L"] - v) / n["R_m"] + current
        return [(i + conductance(t, 1) * (n["E_ex"] - v) + conductance(t, -1) * (n["E_in"] - v)) / n["C_m"]]

    def crossing(t, y):
        return y[0] - n["V_th"]

    crossing.terminal, crossing.direction = True, 1
    v, t, release, spikes, values = n["V_m"], 0.0, -1.0, [], {}
    stops = sorted({a[0] for a in arrivals} | {end})
    while t < end:
        start = t
        stop = min([s for s in stops if s > t] + ([release] if release > t else []))
        inside = [s for s in samples if t <= s <= stop]
        if release > t:
            values.update({s: n["V_reset"] for s in inside})
            t, v = stop, n["V_reset"]
            continue
        got = solve_ivp(rhs, (t, stop), [v], "DOP853", events=crossing, dense_output=True, rtol=1e-13, atol=1e-13, max_step=0.5)
        reached = got.t[-1]
        values.update({s: float(got.sol(s)[0]) for s in inside if s <= reached})
        t, v = reached, float(got.y[0, -1])
        if len(got.t_events[0]):
            t = float(got.t_events[0][0])
            spikes.append(t)
            v, release = n["V_reset"], t + n["t_ref"]
    return [values[s] for s in samples], spikes


def spikes(times, weight, synapse, tau):
    return dict(type="spikes", times=times, weight=weight, synapse=synapse, tau_syn=tau, delay=0)


def cases():
    step = dict(type="step", amplitude=0.8, start=0, stop=200)
    excite = [10.0, 31.25, 40.5, 41.0, 90.75, 120.0, 121.5]
    inhibit = [35.0, 100.25, 150.0]
    for name, inputs, threshold in [
        ("excitation and inhibition below threshold", [step, spikes(excite, 0.02, "exp", 5), spikes(inhibit, -0.05, "exp", 10)], False),
        ("alpha conductances", [step, spikes(excite, 0.01, "alpha", 4), spikes(inhibit, -0.03, "alpha", 7)], False),
        ("firing", [step, spikes(excite, 0.12, "exp", 5), spikes(inhibit, -0.05, "exp", 10)], True),
    ]:
        yield name, dict(version=1, neuron={**NEURON, "threshold": threshold}, inputs=inputs, duration=200, method="rk4")


if __name__ == "__main__":
    samples = [2.5 * k for k in range(81)]
    result = []
    for name, x in cases():
        if not x["neuron"]["threshold"]:
            V_th, x["neuron"]["V_th"] = x["neuron"]["V_th"], 1e6
        values, times = run(x, samples)
        if not x["neuron"]["threshold"]:
            x["neuron"]["V_th"] = V_th
        result.append(dict(name=name, experiment=x, times=samples, V_m=values, spikes=times))
    with open(os.path.join(sys.argv[1], 'scipy_lif_cond.json'), 'w', encoding='utf-8') as file:
        json.dump(result, file, indent=0)

"""Spike times of the leaky integrate-and-fire neuron in 50-digit arithmetic, for constant, sinusoidal and
ramped current, for exponential, alpha and delta synapses whose spikes arrive off the grid, and with adaptation.

Between two events the membrane equation  C du/dt = -u/R + I(t)  is solved by its textbook closed form; the
first crossing is bracketed by a scan in steps of 0.05 ms that also climbs every local maximum, and found by
bisection. Every parameter is the double that the experiment in the file holds.

Usage: mpmath_synapses.py OUTPUT_FOLDER
"""
import json
import os
import random
import sys

from mpmath import cos, e, exp, mp, mpf, nstr, pi, sin

mp.dps = 50
INF = mpf("inf")
LIF = dict(model="lif", R_m=10, C_m=2, E_L=-70, V_th=-50, V_reset=-70, t_ref=2, V_m=-70, leak=True)


class Response:
    """u(h) for a start u0 and the currents of one stretch between events."""

    def __init__(self, n, u0, a, b, sines, syn):
        self.C, self.u0, self.a, self.b, self.sines, self.syn = mpf(n["C_m"]), u0, a, b, sines, syn
        self.lam = 1 / (mpf(n["R_m"]) * mpf(n["C_m"])) if n["leak"] else mpf(0)

    def u(self, h):
        l, decay = self.lam, exp(-self.lam * h)
        q = self.a * h if l == 0 else self.a * (1 - decay) / l
        q += self.b * (h * h / 2 if l == 0 else (h - (1 - decay) / l) / l)
        for s, w, f in self.sines:
            # particular solution minus its decayed start
            part = lambda x: (l * sin(w * x + f) - w * cos(w * x + f)) / (l * l + w * w)
            q += s * (part(h) - decay * part(mpf(0)))
        for k, (p, r) in self.syn.items():
            d, syn = k - l, exp(-k * h)
            if d == 0:
                q += decay * (p * h + r * h * h / 2)
            else:
                q += p * (decay - syn) / d + r * ((decay - syn) / d**2 - h * syn / d)
        return self.u0 * decay + q / self.C

    def current(self, h):
        i = self.a + self.b * h + sum(s * sin(w * h + f) for s, w, f in self.sines)
        return i + sum((p + r * h) * exp(-k * h) for k, (p, r) in self.syn.items())

    def rise(self, h):
        return self.current(h) / self.C - self.lam * self.u(h)


def bisect(f, low, high):
    for _ in range(170):
        mid = (low + high) / 2
        if f(mid) > 0:
            high = mid
        else:
            low = mid
    return high


def first_crossing(r, theta, end):
    step, h, u = mpf("0.05"), mpf(0), r.u(mpf(0))
    while h < end:
        g = min(end, h + step)
        v = r.u(g)
        if v > theta:
            return bisect(lambda x: r.u(x) - theta, h, g)
        if r.rise(h) > 0 and r.rise(g) < 0:
            top = bisect(lambda x: -r.rise(x), h, g)
            if r.u(top) > theta:
                return bisect(lambda x: r.u(x) - theta, h, top)
        h, u = g, v
    return INF


def spikes_of(x):
    n, end = x["neuron"], mpf(x["duration"])
    theta, reset = mpf(n["V_th"]) - mpf(n["E_L"]), mpf(n["V_reset"]) - mpf(n["E_L"])
    edges, arrivals = {mpf(0)}, []
    for i in x["inputs"]:
        if i["type"] == "spikes":
            k = 1 / mpf(i["tau_syn"])
            for t in i["times"]:
                arrivals.append((mpf(t) + mpf(i["delay"]), i["synapse"], mpf(i["weight"]), k))
        else:
            edges |= {mpf(i["start"]), mpf(i["stop"])}
    events = sorted({t for t in edges | {a[0] for a in arrivals} if t < end}) + [end]
    t, u, release, syn, out = mpf(0), mpf(n["V_m"]) - mpf(n["E_L"]), mpf(-1), {}, []
    if n["model"] == "alif":
        # adaptation is the decaying current -w
        k_w = 1 / mpf(n["tau_w"])
        syn[k_w] = (-mpf(n["w"]), mpf(0))
    for nxt in events:
        while t < nxt:
            a, b, sines = mpf(0), mpf(0), []
            for i in x["inputs"]:
                if i["type"] == "spikes" or not (i["start"] <= t < i["stop"]):
                    continue
                since = t - mpf(i["start"])
                if i["type"] == "step":
                    a += mpf(i["amplitude"])
                elif i["type"] == "ramp":
                    slope = (mpf(i["to"]) - mpf(i["from"])) / (mpf(i["stop"]) - mpf(i["start"]))
                    a, b = a + mpf(i["from"]) + slope * since, b + slope
                else:
                    w = 2 * pi * mpf(i["frequency"]) / 1000
                    a += mpf(i["offset"])
                    sines.append((mpf(i["amplitude"]), w, w * since + mpf(i["phase"])))
            r = Response(n, u, a, b, sines, syn)
            clamped = release > t
            span = min(nxt, release) - t if clamped else nxt - t
            cross = INF if clamped else (mpf(0) if u >= theta else first_crossing(r, theta, span))
            h = min(span, cross)
            syn = {k: ((p + q * h) * exp(-k * h), q * exp(-k * h)) for k, (p, q) in syn.items()}
            if cross <= span:
                t, u = t + h, reset
                out.append(t)
                if n["model"] == "alif":
                    p, q = syn[k_w]
                    syn[k_w] = (p - mpf(n["b"]), q)
                release = t + mpf(n["t_ref"])
            else:
                u = reset if clamped else r.u(h)
                # the release and the next event are met exactly
                t = release if clamped and release < nxt else nxt
        for when, kind, w, k in arrivals:
            if when != nxt or nxt == end:
                continue
            p, q = syn.get(k, (mpf(0), mpf(0)))
            if kind == "delta":
                u += 0 if release > t else w
            elif kind == "exp":
                syn[k] = (p + w, q)
            else:
                syn[k] = (p, q + w * e * k)
    return out


def step(amplitude, start=0, stop=1000):
    return dict(type="step", amplitude=amplitude, start=start, stop=stop)


def train(rng, count, end, weight, synapse, tau, delay=0.0):
    times = sorted(rng.uniform(0, end) for _ in range(count))
    return dict(type="spikes", times=times, weight=weight, synapse=synapse, tau_syn=tau, delay=delay)


def cases():
    rng = random.Random(1907)
    make = lambda name, inputs, duration=1000, **n: dict(
        name=name,
        experiment=dict(version=1, neuron={**LIF, **n}, inputs=inputs, duration=duration, method="precise"),
    )
    yield make("constant 2.5 nA", [step(2.5)])
    yield make("constant, hardly above rheobase", [step(2.0000001)])
    yield make("constant, 300 spikes", [step(12.3)], t_ref=1.7)
    yield make("constant, odd numbers", [step(1.37)], R_m=17.3, C_m=0.61, E_L=-68.3, V_th=-51.9, V_reset=-63.7, t_ref=0.37, V_m=-68.3)
    yield make("no refractory period", [step(3.3)], t_ref=0)
    yield make("no leak", [step(1.1)], leak=False)
    yield make("a step with edges off the grid", [step(3.1, 10.0371, 400.0123), step(-1.2, 100.77, 300.123)])
    yield make("ramp", [dict([("type", "ramp"), ("from", 0), ("to", 5), ("start", 3.3), ("stop", 900)])])
    yield make("sine", [dict(type="sine", amplitude=1.5, frequency=7, phase=0.3, offset=1.4, start=1.23, stop=1000)])
    yield make("sine without leak", [dict(type="sine", amplitude=1.5, frequency=40, phase=0, offset=0.4, start=0, stop=1000)], leak=False)
    yield make("exponential", [step(1.5), train(rng, 200, 990, 1.1, "exp", 5)])
    yield make("exponential, tau_syn = tau_m", [step(1.2), train(rng, 100, 990, 0.5, "exp", 20)])
    yield make("exponential, tau_syn within 1e-9 of tau_m", [step(1.2), train(rng, 100, 990, 0.5, "exp", 20.000000001)])
    yield make("exponential, slower than the membrane", [step(0.4), train(rng, 100, 990, 0.4, "exp", 61.7)])
    yield make("exponential, fast", [train(rng, 300, 990, 9, "exp", 0.7, 1.5)])
    yield make("alpha", [step(1.2), train(rng, 200, 990, 0.6, "alpha", 5)])
    yield make("alpha, tau_syn = tau_m", [step(1), train(rng, 80, 990, 0.3, "alpha", 20)])
    yield make("alpha, tau_syn within 1e-6 of tau_m", [step(1), train(rng, 80, 990, 0.3, "alpha", 19.999999)])
    yield make("alpha, slower than the membrane", [train(rng, 80, 990, 0.3, "alpha", 33.3)])
    yield make("alpha without leak", [train(rng, 60, 990, 0.4, "alpha", 5)], leak=False)
    yield make("excitation and inhibition", [step(1.4), train(rng, 200, 990, 1.5, "exp", 3), train(rng, 80, 990, -1.2, "exp", 9), train(rng, 60, 990, -0.4, "alpha", 4)])
    yield make("delta", [step(1.7), train(rng, 300, 990, 1.9, "delta", 5)])
    yield make("all together", [step(0.9), dict(type="sine", amplitude=0.8, frequency=11, phase=0, offset=0.2, start=0, stop=1000), train(rng, 150, 990, 1.2, "exp", 2.5), train(rng, 50, 990, 0.5, "alpha", 8), train(rng, 50, 990, 2.5, "delta", 5), train(rng, 50, 990, -2, "exp", 10)])
    yield make("adaptation", [step(3)], model="alif", w=0, b=0.3, tau_w=100)
    yield make("adaptation and synapses", [step(1.9), train(rng, 150, 990, 1.6, "exp", 3), train(rng, 50, 990, -0.4, "alpha", 8)], model="alif", w=0.2, b=0.11, tau_w=37.5)


if __name__ == "__main__":
    result = [{**case, "spikes": [nstr(t, 22) for t in spikes_of(case["experiment"])]} for case in cases()]
    with open(os.path.join(sys.argv[1], "mpmath_synapses.json"), "w", encoding="utf-8") as file:
        json.dump(result, file, indent=0)

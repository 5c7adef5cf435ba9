"""Truth for src/sim/spike-distance.ts by brute force.

van Rossum (2001): the integral of the squared difference of the filtered trains, term by term in 40-digit
arithmetic: D^2 = (1/tau) * sum over all pairs of signs * int exp(-(2t - s - s')/tau) dt from max(s, s').
Victor & Purpura (1996): the least cost over every way to pair spikes of one train with spikes of the other, in or
out of order, in exact fractions.

    /usr/bin/python3 tests/reference/spike_distance.py FOLDER
"""
import itertools
import json
import os
import random
import sys
from fractions import Fraction

from mpmath import exp, mp, mpf, nstr, quad, sqrt

mp.dps = 40


def van_rossum(a, b, tau):
    signed = [(mpf(t), 1) for t in a] + [(mpf(t), -1) for t in b]
    tau = mpf(tau)
    total = mpf(0)
    for (s, p), (r, q) in itertools.product(signed, signed):
        # int_{max}^{inf} e^{-(2t - s - r)/tau} dt / tau
        total += p * q * exp(-(2 * max(s, r) - s - r) / tau) / 2
    return sqrt(max(total, mpf(0)))


def van_rossum_by_quadrature(a, b, tau):
    """The definition itself, for one check."""
    events = sorted(map(mpf, a + b))
    tau = mpf(tau)

    def square(t):
        f = sum(exp(-(t - s) / tau) for s in a if s <= t) - sum(exp(-(t - s) / tau) for s in b if s <= t)
        return f * f

    edges = events + [events[-1] + 60 * tau]
    return sqrt(sum(quad(square, [lo, (lo + hi) / 2, hi]) for lo, hi in zip(edges, edges[1:]) if hi > lo) / tau)


def victor_purpura(a, b, q):
    a, b, q = [Fraction(t) for t in a], [Fraction(t) for t in b], Fraction(q)
    best = Fraction(len(a) + len(b))
    for k in range(1, min(len(a), len(b)) + 1):
        for left in itertools.combinations(a, k):
            for right in itertools.permutations(b, k):
                cost = len(a) + len(b) - 2 * k + q * sum(abs(s - t) for s, t in zip(left, right))
                best = min(best, cost)
    return best


rng = random.Random(11)
cases = []
for i in range(40):
    train = lambda: sorted(round(rng.uniform(0, 60), rng.choice([0, 1, 9])) for _ in range(rng.randint(0, 5)))
    a, b = train(), train()
    if i % 4 == 0 and a:
        b = sorted(b[:2] + a[:2])  # some spikes coincide
    tau, q = rng.choice([0.01, 1, 7.5, 20, 300]), rng.choice([0, 0.01, 0.1, 0.5, 3])
    d = van_rossum(a, b, tau)
    if i in (1, 5) and a + b:
        assert abs(d - van_rossum_by_quadrature(a, b, tau)) < mpf(10) ** -12
    cases.append(dict(a=a, b=b, tau=tau, van_rossum=nstr(d, 18), q=q, victor_purpura=float(victor_purpura(a, b, q))))
with open(os.path.join(sys.argv[1], 'spike_distance.json'), 'w', encoding='utf-8') as file:
    json.dump(cases, file, indent=0)

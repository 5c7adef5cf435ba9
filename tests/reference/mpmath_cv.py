"""Rate and irregularity of the leaky integrate-and-fire neuron under white noise, in 40-digit arithmetic: mean
and coefficient of variation of its intervals. Not by the double integral of Brunel (2000) but from the
differential equations of the moments of the passage time of the Ornstein-Uhlenbeck process from x to b
(Tuckwell 1988, ch. 9), in units of tau and sigma, the mean at 0:

    T1'' - 2x T1' = -2,   T2'' - 2x T2' = -4 T1,   T1(b) = T2(b) = 0, both tame at -infinity.

With f = -T1' and F its integral, T1(x) = F(b) - F(x), T2' = -2 F(b) f + g:
    f' = 2x f + 2,   g' = 2x g + 4F,   F' = f,   G' = g,
solved from 12 below by Taylor series of order 60 in steps of 1/8; what the start leaves open is damped by
e^{-144}. CV = tau sqrt(T2 - T1^2) / (t_ref + tau T1).

    /usr/bin/python3 tests/reference/mpmath_cv.py FOLDER
"""
import json
import os
import sys

from mpmath import erfc, exp, mp, mpf, nstr, pi, sqrt

mp.dps = 60
ORDER = 60


def advance(x, h, f, F, g, G):
    """Taylor coefficients about x by recurrence, summed at h."""
    fs, Fs, gs, Gs = [f], [F], [g], [G]
    for n in range(ORDER):
        below_f, below_g = (fs[n - 1], gs[n - 1]) if n else (mpf(0), mpf(0))
        fs.append((2 * x * fs[n] + 2 * below_f + (2 if n == 0 else 0)) / (n + 1))
        gs.append((2 * x * gs[n] + 2 * below_g + 4 * Fs[n]) / (n + 1))
        Fs.append(fs[n] / (n + 1))
        Gs.append(gs[n] / (n + 1))
    total = lambda c: sum(c_n * h**n for n, c_n in enumerate(c))
    return total(fs), total(Fs), total(gs), total(Gs)


def moments(a, b):
    x = min(a, mpf(0)) - 12
    state = (sqrt(pi) * exp(x * x) * erfc(-x), mpf(0), mpf(0), mpf(0))
    at = {}
    for end in (a, b):
        while x < end:
            h = min(mpf(1) / 8, end - x)
            state, x = advance(x, h, *state), x + h
        at[end] = state
    F = lambda y: at[y][1]
    t1 = F(b) - F(a)
    return t1, 2 * F(b) * t1 - (at[b][3] - at[a][3])


rows = []
for tau, t_ref, th, reset, mu, sigma in [
    (20, 2, -50, -70, -55, 5), (20, 2, -50, -70, -50, 4), (20, 2, -50, -70, -45, 4), (20, 2, -50, -70, -60, 8),
    (10, 0, 15, 0, 10, 5), (10, 2, 15, 0, 20, 2), (10, 2, 15, 10, 13, 1), (10, 2, 15, 12, 5, 4), (10, 0, 15, 5, 2, 2),
    (20, 2, 20, 10, 30, 1), (10, 2, 15, 0, 5, 2), (20, 0, 20, 0, 60, 1), (20, 1, 20, 0, 15, 50), (5, 3, 1, 0.5, 0, 1),
]:
    t1, t2 = moments((mpf(reset) - mu) / sigma, (mpf(th) - mu) / sigma)
    rows.append(dict(tau_m=tau, t_ref=t_ref, V_th=th, V_reset=reset, mu=mu, sigma=sigma,
                     rate_hz=nstr(1000 / (t_ref + tau * t1), 18), cv=nstr(tau * sqrt(t2 - t1**2) / (t_ref + tau * t1), 18)))
with open(os.path.join(sys.argv[1], 'mpmath_cv.json'), 'w', encoding='utf-8') as file:
    json.dump(rows, file, indent=0)

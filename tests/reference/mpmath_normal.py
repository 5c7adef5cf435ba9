"""Truth for src/sim/normal.ts and src/sim/portable.ts in 50-digit arithmetic: where the tail of a 256-layer
ziggurat begins (Marsaglia & Tsang 2000), by bisection on the condition that the top layer meets the peak of
the density; the normal distribution function; exp, expm1 and log of doubles.

    /usr/bin/python3 tests/reference/mpmath_normal.py FOLDER
"""
import json
import os
import random
import sys

from mpmath import erfc, exp, expm1, log, mp, mpf, nstr, pi, sqrt

mp.dps = 50
LAYERS = 256


def density(x):
    return exp(-x * x / 2)


def tail_area(r):
    return sqrt(pi / 2) * erfc(r / sqrt(mpf(2)))


def too_high(r):
    """The layers stacked on the tail at r reach the peak too early."""
    area, x = r * density(r) + tail_area(r), r
    for _ in range(LAYERS - 2):
        y = density(x) + area / x
        if y >= 1:
            return True
        x = sqrt(-2 * log(y))
    return density(x) + area / x > 1


low, high = mpf(3), mpf(4)
for _ in range(170):
    middle = (low + high) / 2
    low, high = (middle, high) if too_high(middle) else (low, middle)

rng = random.Random(7)
points = [rng.uniform(-30, 30) for _ in range(40)] + [rng.uniform(-1, 1) * 10.0**-k for k in range(20)]
points += [0.0, -745.0, -708.5, -700.25, 700.25, 709.7, 0.35, -0.35, 0.5, 1.0]
positive = [rng.uniform(0, 2) for _ in range(30)] + [10.0 ** rng.uniform(-300, 300) for _ in range(30)]
positive += [1 + rng.uniform(-1, 1) * 10.0**-k for k in range(1, 15)] + [2.0**-53, 5e-324, 1.0, 2.0, 0.5]
cdf = [x / 4 for x in range(-32, 33)]
digits = lambda x: nstr(x, 20)
with open(os.path.join(sys.argv[1], 'mpmath_normal.json'), 'w', encoding='utf-8') as file:
    json.dump(dict(
        tail=digits(low), tail_area=digits(tail_area(low)),
        exp=[[x, digits(exp(mpf(x))), digits(expm1(mpf(x)))] for x in points],
        log=[[x, digits(log(mpf(x)))] for x in positive],
        cdf=[[x, digits(erfc(-mpf(x) / sqrt(mpf(2))) / 2)] for x in cdf],
    ), file, indent=0)

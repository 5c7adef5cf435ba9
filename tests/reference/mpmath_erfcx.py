"""Truth for src/sim/erfcx.ts: e^{x^2} erfc(x) and erfc(x) of doubles, 60-digit arithmetic.

    /usr/bin/python3 tests/reference/mpmath_erfcx.py FOLDER
"""
import json
import os
import random
import sys

from mpmath import erfc, exp, mp, mpf, nstr

mp.dps = 60
rng = random.Random(3)
xs = [k / 8 for k in range(-200, 320)] + [rng.uniform(-26, 26) for _ in range(150)]
xs += [s * 10.0**-k for k in range(1, 17) for s in (-1, 1)] + [10.0**k for k in (1.5, 2, 2.5)] + [6.2831853, 6.2831854]


def scaled(x):
    # mpmath's erfc keeps its relative precision in the far tail; raise it where e^{x^2} is large
    with mp.workdps(60 + int(x * x / 2.3) if abs(x) < 60 else 60):
        return exp(x * x) * erfc(x)


rows = []
for x in xs:
    m = mpf(x)
    rows.append([x, nstr(scaled(m), 20), nstr(erfc(m), 20)])
with open(os.path.join(sys.argv[1], 'mpmath_erfcx.json'), 'w', encoding='utf-8') as file:
    json.dump(rows, file, indent=0)

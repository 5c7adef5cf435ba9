"""Truth for src/sim/random.ts, from the definitions in Blackman & Vigna (2021), "Scrambled linear
pseudorandom number generators", and Steele et al. (2014), on Python's whole numbers of any size.

The jump is not taken from the published polynomial: the linear engine is written as a 128 by 128 matrix over
GF(2), raised to the power 2**64 by squaring, and applied to the state.

    /usr/bin/python3 tests/reference/xoshiro128.py FOLDER
"""
import json
import os
import sys

M32, M64 = (1 << 32) - 1, (1 << 64) - 1


def rotl(x, k):
    return ((x << k) | (x >> (32 - k))) & M32


def engine(state):
    """The linear engine: one step of four words."""
    a, b, c, d = state
    t = (b << 9) & M32
    c, d = c ^ a, d ^ b
    b, a = b ^ c, a ^ d
    return [a, b, c ^ t, rotl(d, 11)]


def draw(state, n):
    """n outputs of the scrambler **, and the state after them."""
    out = []
    for _ in range(n):
        out.append((rotl((state[1] * 5) & M32, 7) * 9) & M32)
        state = engine(state)
    return out, state


def seeded(seed):
    """Four words, low word first, from two outputs of SplitMix64."""
    words, s = [], seed
    for _ in range(2):
        s = (s + 0x9E3779B97F4A7C15) & M64
        z = s
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M64
        z ^= z >> 31
        words += [z & M32, z >> 32]
    return words


def pack(state):
    return sum(w << (32 * i) for i, w in enumerate(state))


def unpack(x):
    return [(x >> (32 * i)) & M32 for i in range(4)]


def apply(columns, x):
    y, i = 0, 0
    while x:
        if x & 1:
            y ^= columns[i]
        x, i = x >> 1, i + 1
    return y


STEP = [pack(engine(unpack(1 << i))) for i in range(128)]
JUMP = STEP
for _ in range(64):
    JUMP = [apply(JUMP, column) for column in JUMP]


def case(seed, state):
    outputs, after = draw(state, 12)
    words, _ = draw(state, 12)
    uniform = [((words[i] >> 5) * 2**26 + (words[i + 1] >> 6)) for i in range(0, 12, 2)]
    streams, x = [], pack(state)
    for _ in range(3):
        x = apply(JUMP, x)
        streams.append(unpack(x))
    return dict(seed=seed, state=state, outputs=outputs, after=after, uniform_times_2_53=uniform, jumps=streams)


cases = [case(None, [1, 2, 3, 4]), case(None, [0, 0, 0, 1]), case(None, [M32] * 4)]
cases += [case(seed, seeded(seed)) for seed in (0, 1, 42, 2**31, 2**32 - 1, 2**53 - 1)]
with open(os.path.join(sys.argv[1], 'xoshiro128.json'), 'w', encoding='utf-8') as file:
    json.dump(dict(cases=cases), file, indent=1)

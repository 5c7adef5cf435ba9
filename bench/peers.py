"""What a reader would otherwise run: the same leaky integrate-and-fire neuron, the same step of 0.1 ms,
the same exact update, V recorded at every step. Started by peers.ts with the name of a peer; every line on
standard input asks for one run, whose nanoseconds per step are answered on standard output."""

import math
import sys
import time

DT, TAU, E_L, V_TH, V_RESET, R, I, T_REF = 0.1, 20.0, -70.0, -50.0, -70.0, 10.0, 2.5, 2.0
CLAMPED = round(T_REF / DT)
V_INF = E_L + R * I


def plain_python(steps):
    decay = math.exp(-DT / TAU)
    start = time.perf_counter_ns()
    v, clamp, spikes, trace = E_L, 0, [], [0.0] * (steps + 1)
    for k in range(steps):
        if clamp > 0:
            clamp -= 1
        else:
            v = V_INF + (v - V_INF) * decay
            if v >= V_TH:
                spikes.append((k + 1) * DT)
                v, clamp = V_RESET, CLAMPED
        trace[k + 1] = v
    return time.perf_counter_ns() - start, len(spikes)


def numpy_scalar(steps):
    """The loop of many tutorials: one neuron, element by element in NumPy arrays."""
    import numpy as np

    start = time.perf_counter_ns()
    t = np.arange(steps + 1) * DT
    v = np.zeros(steps + 1)
    current = np.full(steps + 1, I)
    decay = np.exp(-DT / TAU)
    v[0], clamp, spikes = E_L, 0, []
    for k in range(steps):
        if clamp > 0:
            clamp -= 1
            v[k + 1] = v[k]
        else:
            v_inf = E_L + R * current[k]
            v[k + 1] = v_inf + (v[k] - v_inf) * decay
            if v[k + 1] >= V_TH:
                spikes.append(t[k + 1])
                v[k + 1] = V_RESET
                clamp = CLAMPED
    return time.perf_counter_ns() - start, len(spikes)


def brian2_runtime(target):
    import brian2 as b2

    b2.BrianLogger.log_level_error()
    b2.prefs.codegen.target = target
    net, spikes = brian2_network(b2)
    net.store()

    def run(steps):
        net.restore()
        start = time.perf_counter_ns()
        net.run(steps * DT * b2.ms)
        return time.perf_counter_ns() - start, spikes.num_spikes

    return run


def brian2_standalone(steps_fixed):
    import tempfile

    import brian2 as b2

    b2.BrianLogger.log_level_error()
    folder = tempfile.mkdtemp()
    b2.set_device("cpp_standalone", directory=folder, build_on_run=False)
    net, spikes = brian2_network(b2)
    net.run(steps_fixed * DT * b2.ms)
    b2.device.build(directory=folder, compile=True, run=False, debug=False)

    def run(steps):
        assert steps == steps_fixed
        b2.device.run(directory=folder, with_output=False, run_args=[])
        # Brian2's own clock around the loop: starting the program is not counted.
        return round(b2.device._last_run_time * 1e9), spikes.num_spikes

    return run


def brian2_network(b2):
    ns = dict(tau=TAU * b2.ms, E_L=E_L * b2.mV, RI=R * I * b2.mV, V_th=V_TH * b2.mV, V_reset=V_RESET * b2.mV)
    group = b2.NeuronGroup(
        1,
        "dv/dt = (E_L - v + RI)/tau : volt (unless refractory)",
        threshold="v >= V_th",
        reset="v = V_reset",
        refractory=T_REF * b2.ms,
        method="exact",
        namespace=ns,
        dt=DT * b2.ms,
    )
    group.v = E_L * b2.mV
    trace = b2.StateMonitor(group, "v", record=True)
    spikes = b2.SpikeMonitor(group)
    return b2.Network(group, trace, spikes), spikes


def main():
    peer, steps = sys.argv[1], int(sys.argv[2])
    run = {
        "python": lambda: plain_python,
        "numpy": lambda: numpy_scalar,
        "brian2_numpy": lambda: brian2_runtime("numpy"),
        "brian2_cython": lambda: brian2_runtime("cython"),
        "brian2_cpp_standalone": lambda: brian2_standalone(steps),
    }[peer]()
    for _ in sys.stdin:
        ns, spikes = run(steps)
        print(ns / steps, spikes, flush=True)


main()

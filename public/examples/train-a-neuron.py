"""A neuron with twenty inputs learns to fire ten times, with a surrogate gradient. Needs numpy."""

import numpy as np

rng = np.random.default_rng(3)
steps, inputs, beta = 200, 20, 0.95
spikes_in = (rng.random((steps, inputs)) < 0.05).astype(float)
w = np.full(inputs, 0.05)
wanted = 10

for epoch in range(200):
    U, slope = 0.0, np.zeros(inputs)
    count, count_slope = 0, np.zeros(inputs)
    for x in spikes_in:
        U = beta * U + w @ x
        slope = beta * slope + x  # dU/dw, a leaky sum of the input
        surrogate = 1 / (1 + 10 * abs(U - 1)) ** 2
        count_slope += surrogate * slope  # for the slope of the spike
        if U >= 1:
            count += 1
            U -= 1
    error = count - wanted
    w -= 2e-4 * error * count_slope
    if error == 0:
        break

print(f"{count} spikes after {epoch} rounds")
assert count == wanted

/** Step 6: the exact update in the place of Euler's step. */
import type { NumberName } from '../answers.ts';
import { judgeRun } from '../judge-run.ts';
import { casesOf, type Step } from '../step.ts';
import { trialsOf } from '../trials.ts';

const USES: readonly NumberName[] = ['R', 'C', 'u_rest', 'I', 'dt', 'duration', 'theta', 'u_reset', 't_ref'];
const LOOP = `
t = [0]
u = [u_rest]
spikes = []
wait = 0
for k in range(steps):
    if wait > 0:
        u_next = u_reset
        wait = wait - 1
    else:`;
const TAIL = `        if u_next >= theta:
            spikes.append((k + 1) * dt)
            u_next = u_reset
            wait = round(t_ref / dt)
    u.append(u_next)
    t.append((k + 1) * dt)

print("spikes at", spikes, "ms")
plot(t, u, label="u", xlabel="time in ms", ylabel="potential in mV")`;

export const EXACT_UPDATE: Step = {
  id: 'exact-update',
  title: 'The exact update',
  starter: `
import math

u_inf = ...  # where it would end, in mV
left = ...  # part of the way left after one step
${LOOP}
        u_next = ...  # one step on from u[-1]
${TAIL}
`,
  hints: [
    'The solution of the membrane equation goes from any start to u_inf, and after the time dt the part e^(−dt/tau) of the way is left. Here the start is u[-1]. Python writes e to the power of x as math.exp(x).',
    'u_inf = u_rest + R * I, left = math.exp(-dt / tau), and u_next = u_inf + (u[-1] - u_inf) * left.',
  ],
  solution: `
import math

u_inf = u_rest + R * I  # where it would end, in mV
left = math.exp(-dt / tau)  # part of the way left after one step
${LOOP}
        u_next = u_inf + (u[-1] - u_inf) * left
${TAIL}
`,
  names: [...USES, 'tau', 'u', 'spikes'],
  // A wide step, so that Euler's method is far off.
  cases: (seed) =>
    casesOf(USES, [{ dt: 1 }, { C: 0.5, dt: 0.5, u_reset: -60, I: 3 }, { I: 1.9 }], 'refractoriness', seed),
  judge(cases, answers) {
    const trials = trialsOf(cases, answers, USES, true);
    return Array.isArray(trials) ? judgeRun(trials, 'refractoriness', ['exact']) : trials;
  },
};

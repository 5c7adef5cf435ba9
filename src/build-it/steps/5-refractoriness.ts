/** Step 5: the refractory period. */
import type { NumberName } from '../answers.ts';
import { judgeRun } from '../judge-run.ts';
import { casesOf, type Step } from '../step.ts';
import { trialsOf } from '../trials.ts';

const USES: readonly NumberName[] = ['R', 'C', 'u_rest', 'I', 'dt', 'duration', 'theta', 'u_reset', 't_ref'];
const HEAD = `t_ref = 2  # refractory period, in ms

t = [0]
u = [u_rest]
spikes = []`;
const TAIL = `    u.append(u_next)
    t.append((k + 1) * dt)

print("spikes at", spikes, "ms")
plot(t, u, label="u", xlabel="time in ms", ylabel="potential in mV")`;

export const REFRACTORINESS: Step = {
  id: 'refractoriness',
  title: 'Refractoriness',
  starter: `
${HEAD}
wait = 0  # steps that are still to be waited
for k in range(steps):
    if wait > 0:
        u_next = ...  # it is held
        wait = ...  # one step less to wait
    else:
        u_next = u[-1] + dt * (-(u[-1] - u_rest) + R * I) / tau
        if u_next >= theta:
            spikes.append((k + 1) * dt)
            u_next = u_reset
            wait = ...  # how many steps are t_ref?
${TAIL}
`,
  hints: [
    'While it waits the potential is at u_reset, whatever comes in, and wait grows smaller by one in each step. At a spike wait becomes the number of steps in t_ref.',
    'Held: u_next = u_reset and wait = wait - 1. At a spike: wait = round(t_ref / dt). Counting whole steps is safer than comparing times: 0.1 added twenty times is not quite 2.',
  ],
  solution: `
${HEAD}
wait = 0  # steps that are still to be waited
for k in range(steps):
    if wait > 0:
        u_next = u_reset
        wait = wait - 1
    else:
        u_next = u[-1] + dt * (-(u[-1] - u_rest) + R * I) / tau
        if u_next >= theta:
            spikes.append((k + 1) * dt)
            u_next = u_reset
            wait = round(t_ref / dt)
${TAIL}
`,
  names: [...USES, 'tau', 'u', 'spikes'],
  cases: (seed) =>
    casesOf(
      USES,
      [
        { u_reset: -60, I: 3 },
        // It would be above the threshold before the wait is over.
        { u_reset: -75, I: 10, dt: 0.5, t_ref: 8 },
        { u_reset: -60, dt: 0.05, t_ref: 0.05 },
        { I: 1.9 },
      ],
      'refractoriness',
      seed,
    ),
  judge(cases, answers) {
    const trials = trialsOf(cases, answers, USES, true);
    return Array.isArray(trials) ? judgeRun(trials, 'refractoriness', ['euler', 'exact']) : trials;
  },
};

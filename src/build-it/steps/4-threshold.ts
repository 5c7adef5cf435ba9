/** Step 4: threshold and reset. */
import type { NumberName, Numbers } from '../answers.ts';
import { judgeRun } from '../judge-run.ts';
import { casesOf, type Step } from '../step.ts';
import { trialsOf } from '../trials.ts';

const USES: readonly NumberName[] = ['R', 'C', 'u_rest', 'I', 'dt', 'duration', 'theta', 'u_reset'];
const HEAD = `theta = -50  # threshold, in mV
u_reset = -70  # reset potential, in mV

t = [0]
u = [u_rest]
spikes = []  # times of the spikes, in ms
for k in range(steps):
    u_next = u[-1] + dt * (-(u[-1] - u_rest) + R * I) / tau`;
const TAIL = `    u.append(u_next)
    t.append((k + 1) * dt)

print("spikes at", spikes, "ms")
plot(t, u, label="u", xlabel="time in ms", ylabel="potential in mV")`;

/** One step takes it exactly to the threshold: 20 mV of 40, with dt half of tau. */
const JUST_THERE: Partial<Numbers> = { R: 10, C: 0.4, I: 4, dt: 2, duration: 20, u_reset: -75 };

export const THRESHOLD: Step = {
  id: 'threshold',
  title: 'Threshold and reset',
  starter: `
${HEAD}
    if ...:  # the potential has reached the threshold
        ...  # note the time, and reset
${TAIL}
`,
  hints: [
    'When is u_next as high as the threshold, or higher? Two things have to happen then: a time is appended to spikes, and u_next gets another value. The time is the one at which this step ends.',
    'if u_next >= theta: and below it, indented, spikes.append((k + 1) * dt) and u_next = u_reset.',
  ],
  solution: `
${HEAD}
    if u_next >= theta:
        spikes.append((k + 1) * dt)
        u_next = u_reset
${TAIL}
`,
  names: [...USES, 'tau', 'u', 'spikes'],
  cases: (seed) =>
    casesOf(USES, [JUST_THERE, { u_reset: -60, I: 3 }, { I: 1.9 }, { I: 0, dt: 0.5 }], 'threshold', seed),
  judge(cases, answers) {
    const trials = trialsOf(cases, answers, USES, true);
    return Array.isArray(trials) ? judgeRun(trials, 'threshold', ['euler', 'exact']) : trials;
  },
};

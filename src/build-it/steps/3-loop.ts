/** Step 3: the loop. */
import type { NumberName } from '../answers.ts';
import { judgeRun } from '../judge-run.ts';
import { casesOf, type Step } from '../step.ts';
import { trialsOf } from '../trials.ts';

const USES: readonly NumberName[] = ['R', 'C', 'u_rest', 'I', 'dt', 'duration'];
const HEAD = `duration = 100  # in ms
steps = round(duration / dt)

t = [0]  # times, in ms
u = [u_rest]  # potentials at these times, in mV`;
const PLOT = `plot(t, u, label="u", xlabel="time in ms", ylabel="potential in mV")`;

export const LOOP: Step = {
  id: 'loop',
  title: 'Step after step',
  starter: `
${HEAD}
for k in range(steps):
    u_next = ...  # one step on from u[-1]
    u.append(u_next)
    t.append(...)  # the time at the end of this step

${PLOT}
`,
  hints: [
    'It is step 2 over and over: each round begins at the latest potential, which Python calls u[-1]. Round number k begins at the time k · dt. When does it end?',
    'u_next = u[-1] + dt * (-(u[-1] - u_rest) + R * I) / tau, and the round ends at (k + 1) * dt.',
  ],
  solution: `
${HEAD}
for k in range(steps):
    u_next = u[-1] + dt * (-(u[-1] - u_rest) + R * I) / tau
    u.append(u_next)
    t.append((k + 1) * dt)

${PLOT}
`,
  names: [...USES, 'tau', 't', 'u'],
  cases: (seed) =>
    casesOf(
      USES,
      [
        { I: -1, dt: 0.5, duration: 50 },
        { R: 4, C: 3, u_rest: -65, I: 5, dt: 0.25, duration: 30 },
      ],
      'membrane',
      seed,
    ),
  judge(cases, answers) {
    const trials = trialsOf(cases, answers, USES, true);
    return Array.isArray(trials) ? judgeRun(trials, 'membrane', ['euler', 'exact']) : trials;
  },
};

/** Step 2: one step of Euler's method. */
import type { NumberName, Numbers } from '../answers.ts';
import { judgeNumber } from '../judge-number.ts';
import { EULER_MISTAKES } from '../mistakes-euler.ts';
import { casesOf, type Step } from '../step.ts';
import { trialsOf } from '../trials.ts';
import { simulated } from '../truth.ts';
import { exactStep } from '../ways.ts';

const USES: readonly NumberName[] = ['R', 'C', 'u_rest', 'I', 'dt', 'u_now'];
const NUMBERS = `u_rest = -70  # resting potential, in mV
I = 2.5       # input current, in nA
dt = 0.1      # length of a step, in ms
u_now = -60   # the potential now, in mV`;
const PRINT = `print("slope:", slope, "mV/ms")
print("next: ", u_next, "mV")`;

/** The simulator, for a single step. */
const oneStep = (numbers: Numbers) =>
  simulated({ ...numbers, duration: numbers.dt }, 'euler', 'membrane', numbers.u_now).u[1]!;

export const ONE_STEP: Step = {
  id: 'one-step',
  title: 'One step',
  starter: `
${NUMBERS}

slope = ...   # how fast it changes now, in mV/ms
u_next = ...  # the potential one step later, in mV
${PRINT}
`,
  hints: [
    'The slope du/dt is the right-hand side of the membrane equation, divided by the time constant. In one step the potential changes by slope times dt.',
    'slope = (-(u_now - u_rest) + …) / tau, with the drive R · I in place of the dots. Then u_next = u_now + dt * slope.',
  ],
  solution: `
${NUMBERS}

slope = (-(u_now - u_rest) + R * I) / tau  # how fast it changes now, in mV/ms
u_next = u_now + dt * slope                # the potential one step later, in mV
${PRINT}
`,
  names: [...USES, 'tau', 'u_next'],
  cases: (seed) =>
    casesOf(
      USES,
      [
        { u_now: -80, I: 0, dt: 1 },
        { R: 4, C: 3, u_rest: -65, u_now: -52, I: -1, dt: 0.5 },
      ],
      'membrane',
      seed,
    ),
  judge(cases, answers) {
    const trials = trialsOf(cases, answers, USES, true);
    if (!Array.isArray(trials)) return trials;
    const mistakes = EULER_MISTAKES.map(({ id, say, ways }) => ({
      id,
      say,
      values: ways.flatMap(({ step }) =>
        step ? [(numbers: Numbers) => step(numbers.u_now, numbers, 1, numbers.u_now)] : [],
      ),
    }));
    const alternatives = [
      {
        value: (numbers: Numbers) => exactStep(numbers.u_now, numbers),
        note: 'Yours is already the exact update of step 6.',
      },
    ];
    return judgeNumber({ name: 'u_next', unit: 'mV', expected: oneStep, alternatives, mistakes }, trials);
  },
};

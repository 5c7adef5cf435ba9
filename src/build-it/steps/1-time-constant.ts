/** Step 1: tau = R * C. */
import type { NumberName } from '../answers.ts';
import { judgeNumber } from '../judge-number.ts';
import { casesOf, type Step } from '../step.ts';
import { trialsOf } from '../trials.ts';
import { asNeuron } from '../truth.ts';
import { timeConstantMs } from '../../sim/theory.ts';

const USES: readonly NumberName[] = ['R', 'C'];

export const TIME_CONSTANT: Step = {
  id: 'time-constant',
  title: 'The time constant',
  starter: `
R = 10     # resistance, in MΩ
C = 2      # capacitance, in nF
tau = ...  # time constant, in ms
print("tau is", tau, "ms")
`,
  hints: [
    'What is the time constant of a membrane, in a formula? The units take care of themselves: MΩ times nF are ms.',
    'It is the product of R and C. In Python the sign for “times” is *.',
  ],
  solution: `
R = 10     # resistance, in MΩ
C = 2      # capacitance, in nF
tau = R * C  # time constant, in ms
print("tau is", tau, "ms")
`,
  names: [...USES, 'tau'],
  cases: (seed) =>
    casesOf(
      USES,
      [
        { R: 4, C: 3 },
        { R: 25, C: 0.5 },
      ],
      'membrane',
      seed,
    ),
  judge(cases, answers) {
    const trials = trialsOf(cases, answers, USES, false);
    if (!Array.isArray(trials)) return trials;
    const question = {
      name: 'tau',
      unit: 'ms',
      expected: (numbers) => timeConstantMs(asNeuron(numbers)),
      mistakes: [
        {
          id: 'divided',
          say: 'R and C are divided, and have to be multiplied.',
          values: [({ R, C }) => R / C, ({ R, C }) => C / R],
        },
        {
          id: 'added',
          say: 'R and C are added. A resistance and a capacitance have different units; only their product is a time.',
          values: [({ R, C }) => R + C],
        },
        { id: 'one-of-two', say: 'Both R and C are needed.', values: [({ R }) => R, ({ C }) => C] },
        {
          id: 'inverted',
          say: 'That is 1 / tau, a rate. The time constant is R · C itself.',
          values: [({ R, C }) => 1 / (R * C)],
        },
        {
          id: 'off-by-1000',
          say: 'The units are off. Milliseconds are wanted, and MΩ times nF are ms already: no factor is needed.',
          values: [1e-9, 1e-6, 1e-3, 1e3, 1e6, 1e9].map(
            (factor) =>
              ({ R, C }) =>
                R * C * factor,
          ),
        },
      ],
    } satisfies Parameters<typeof judgeNumber>[0];
    return judgeNumber(question, trials);
  },
};

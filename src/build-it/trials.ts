/** The hidden runs of a check, ready to be judged: what every step asks of them before it looks at its own values. */
import type { Answer, Case, Mistake, NumberName, Numbers, Verdict } from './answers.ts';
import { COURSE, inWords, UNITS } from './numbers.ts';
import { apart, given, numberOf, wrongKind } from './say.ts';

export interface Trial {
  /** What the numbers of the program were in this run. */
  readonly numbers: Numbers;
  readonly answer: Answer;
  /** Words for the numbers; empty for the program as it stands. */
  readonly words: string;
}

export const wrong = (text: string, trial?: Pick<Trial, 'words'>, mistake?: Mistake): Verdict => ({
  ok: false,
  text,
  ...(trial?.words && { numbers: trial.words }),
  ...(mistake && { mistake: { id: mistake.id, say: mistake.say } }),
});

export const right = (trials: readonly Trial[], note = ''): Verdict => ({
  ok: true,
  text: `That is right, as it stands and with ${trials.length - 1} other sets of numbers.${note && ` ${note}`}`,
});

/** Numbers so far from the course's that the unit must be another. */
const FAR = 90;

function unitsOf(name: NumberName, value: number): Mistake | undefined {
  const ratio = Math.abs(value / COURSE[name]);
  if (value === 0 || (ratio < FAR && ratio > 1 / FAR)) return undefined;
  return {
    id: 'off-by-1000',
    say: `Here ${name} is in ${UNITS[name]}, so the course’s neuron has ${name} = ${given(COURSE[name], '').trim()}. With MΩ, nF, nA, mV and ms nothing has to be converted.`,
  };
}

function errorIn({ answer, words }: Trial): Verdict | undefined {
  const { error } = answer;
  if (!error) return undefined;
  const line = error.frames.findLast(({ file }) => file.startsWith('cell:'))?.line;
  const where = line ? ` in line ${line}` : '';
  return wrong(
    `The program ends with an error${where}: ${error.type}${error.message && `, ${error.message}`}.`,
    { words },
  );
}

/** @param uses the numbers that the program has names for by now
 *  @param tau the program is past step 1
 *  @returns the trials, or what keeps them from being judged */
export function trialsOf(
  cases: readonly Case[],
  answers: readonly Answer[],
  uses: readonly NumberName[],
  tau: boolean,
): Trial[] | Verdict {
  const trials: Trial[] = [];
  for (const [i, { set }] of cases.entries()) {
    const answer = answers[i] ?? { values: {}, calls: [] };
    const words = inWords(set, given);
    const numbers: Record<NumberName, number> = { ...COURSE };
    const trial = { numbers, answer, words };
    const failed = errorIn(trial);
    if (failed) return failed;
    for (const name of uses) {
      const kind = wrongKind(name, answer.values[name], 'number');
      if (kind) return wrong(kind, trial);
      const value = (numbers[name] = numberOf(answer.values[name]));
      const asked = set[name];
      if (asked !== undefined && asked !== value)
        return wrong(
          `The check puts other numbers in place of yours, and ${name} stayed ${given(value, UNITS[name])}. Keep the line ${name} = … with a plain number, outside of any loop or function.`,
        );
      const units = asked === undefined && unitsOf(name, value);
      if (units) return wrong(`${name} is ${given(value, UNITS[name])}.`, trial, units);
    }
    if (tau) {
      const kind = wrongKind('tau', answer.values['tau'], 'number');
      const got = numberOf(answer.values['tau']);
      const expected = numbers.R * numbers.C;
      if (kind) return wrong(kind, trial);
      if (!isNear(got, expected)) {
        const [is, ought] = apart(got, expected, 'ms');
        return wrong(`tau is ${is}, and R · C is ${ought}. Go back to step 1 first.`, trial);
      }
    }
    trials.push(trial);
  }
  return trials;
}

/** The same but for the rounding of a few thousand operations in another order. */
export function isNear(got: number, expected: number): boolean {
  if (!Number.isFinite(got) || !Number.isFinite(expected)) return Object.is(got, expected);
  return Math.abs(got - expected) <= 1e-7 + 1e-9 * Math.abs(expected);
}

export const areNear = (got: readonly number[], expected: readonly number[]): boolean =>
  got.length === expected.length && got.every((value, k) => isNear(value, expected[k]!));

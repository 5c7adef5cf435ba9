/** Judges a step that makes one number. */
import type { Mistake, Numbers, Verdict } from './answers.ts';
import { apart, numberOf, wrongKind } from './say.ts';
import { isNear, right, wrong, type Trial } from './trials.ts';

export interface NumberMistake extends Mistake {
  readonly values: readonly ((numbers: Numbers) => number)[];
}

export interface NumberQuestion {
  readonly name: string;
  readonly unit: string;
  readonly expected: (numbers: Numbers) => number;
  /** As right, with what is to be said about it. */
  readonly alternatives?: readonly { readonly value: (numbers: Numbers) => number; readonly note: string }[];
  readonly mistakes: readonly NumberMistake[];
}

export function judgeNumber(question: NumberQuestion, trials: readonly Trial[]): Verdict {
  const { name, unit, expected, alternatives = [], mistakes } = question;
  for (const trial of trials) {
    const kind = wrongKind(name, trial.answer.values[name], 'number');
    if (kind) return wrong(kind, trial);
  }
  const valueOf = ({ answer }: Trial) => numberOf(answer.values[name]);
  const fits = (of: (numbers: Numbers) => number) =>
    trials.every((trial) => isNear(valueOf(trial), of(trial.numbers)));

  const other = trials.find((trial) => !isNear(valueOf(trial), expected(trial.numbers)));
  if (!other) return right(trials);
  const alternative = alternatives.find(({ value }) => fits(value));
  if (alternative) return right(trials, alternative.note);

  const [got, ought] = apart(valueOf(other), expected(other.numbers), unit);
  const mistake =
    mistakes.find(({ values }) => values.some(fits)) ??
    (trials.every((trial) => isNear(valueOf(trial), valueOf(trials[0]!)))
      ? {
          id: 'typed-in',
          say: `${name} is the same whatever the other numbers are. Compute it from their names, so that it follows when they change.`,
        }
      : undefined);
  return wrong(`Your ${name} is ${got}, expected ${ought}.`, other, mistake);
}

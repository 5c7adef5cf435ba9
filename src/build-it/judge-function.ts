/** Judges step 7: the function lif(I, dt), called with currents and steps that the learner has not seen. */
import type { Answer, Mistake, Numbers, Read, Verdict } from './answers.ts';
import {
  callIn,
  FUNCTION_MISTAKES,
  spikesOf,
  type Call,
  type Calls,
  type WrongFunction,
} from './mistakes-function.ts';
import { sameSpikes, wrongWays, type Method } from './judge-run.ts';
import { differenceOfSpikes } from './run-differences.ts';
import { count, numberOf, numbersOf, wrongKind } from './say.ts';
import { areNear, isNear, wrong, type Trial } from './trials.ts';
import { simulated, type Run } from './truth.ts';
import { gone } from './ways.ts';

export const METHODS: readonly Method[] = ['exact', 'euler'];

/** Spike times of a call, or what came instead. */
function badReturn(read: Read, expected: Run, words: string): Verdict | undefined {
  const says = (text: string, mistake?: Mistake) => wrong(`${words} ${text}`, undefined, mistake);
  if (read.kind === 'none')
    return read.printed
      ? says('prints something and returns nothing.', {
          id: 'prints-not-returns',
          say: 'print shows a value to the reader; return hands it to whoever called. Only what is returned can be used further.',
        })
      : says('returns nothing.', {
          id: 'no-return',
          say: 'A function without return gives None. It ends with return spikes.',
        });
  if (read.kind === 'number')
    return says(
      `returns one number, ${read.value}, expected a list of spike times.`,
      isNear(numberOf(read), expected.spikes.length)
        ? {
            id: 'count-not-times',
            say: 'A count says how many spikes there were, not when. Return the list itself.',
          }
        : undefined,
    );
  if (read.kind === 'dots') return says('returns three dots: write your own in their place.');
  return read.kind === 'other' ? says(`returns ${read.words}, expected a list of spike times.`) : undefined;
}

const found = (answer: Answer): Calls => answer.calls.map(numbersOf);
const areSame = (got: Calls, expected: Calls) =>
  got.length === expected.length && got.every((list, i) => areNear(list, expected[i]!));

function named(trials: readonly Trial[], calls: readonly Call[]): Mistake | undefined {
  for (const method of METHODS) {
    const fits = (of: WrongFunction['of']) =>
      trials.every((trial) => areSame(found(trial.answer), of(trial, calls, method)));
    const mistake = FUNCTION_MISTAKES.find(({ of }) => fits(of));
    if (mistake) return mistake;
    const way = wrongWays('refractoriness', method).find(({ way }) =>
      fits((trial) => calls.map((call) => gone(way, callIn(trial, call), 'refractoriness').spikes)),
    );
    if (way) return way.mistake;
  }
  return undefined;
}

/** How wide the grid's rounding of every crossing may spread, in parts of a step. */
const LINEAR = 0.02;

/** Spike times without a grid, by interpolation, with a climb that goes on from between the samples. */
function arePrecise(got: readonly number[], numbers: Numbers): boolean {
  const precise = spikesOf(numbers, 'precise');
  return (
    got.length === precise.length &&
    got.every((time, i) => Math.abs(time - precise[i]!) < LINEAR * numbers.dt * (i + 1))
  );
}

/** A call that comes twice must give the same twice. */
function remembers({ answer }: Trial, calls: readonly Call[]): Verdict | undefined {
  const [first, last] = [answer.calls[0], answer.calls[calls.length - 1]];
  if (areNear(numbersOf(first), numbersOf(last))) return undefined;
  const [I, dt] = calls[0]!;
  const text = `lif(${I}, ${dt}) returns ${count(numbersOf(first).length, 'spike')} when it is called first, and ${numbersOf(last).length} when it is called again.`;
  return wrong(text, undefined, {
    id: 'list-outside',
    say: 'It remembers what went before. Everything that changes, the list spikes too, has to be made anew inside the function.',
  });
}

/** What the function follows: a method, on the grid or with its spikes between the samples. */
export interface Followed {
  readonly method: Method | 'precise';
  /** How far its intervals may be from those of the method, relative. */
  readonly tolerance: number;
}

/** @returns the method that the function follows, or what is wrong */
export function judgeFunction(trials: readonly Trial[], calls: readonly Call[]): Followed | Verdict {
  for (const trial of trials) {
    const lif = trial.answer.values['lif'];
    if (lif?.kind !== 'other' || lif.words !== 'a function')
      return lif
        ? wrong(wrongKind('lif', lif, 'numbers')!.replace('a list of numbers', 'a function'))
        : wrong('There is no function lif. It begins with def lif(I, dt):');
    for (const [i, read] of trial.answer.calls.entries()) {
      const [I, dt] = calls[i]!;
      const bad = badReturn(
        read,
        simulated(callIn(trial, calls[i]!), 'exact', 'refractoriness'),
        `lif(${I}, ${dt})`,
      );
      if (bad) return bad;
    }
    const again = remembers(trial, calls);
    if (again) return again;
  }
  const isRight = (trial: Trial, i: number, method: Method) => {
    const numbers = callIn(trial, calls[i]!);
    const spikes = numbersOf(trial.answer.calls[i]);
    return sameSpikes({ u: [], spikes }, simulated(numbers, method, 'refractoriness'), { ...trial, numbers });
  };
  const everywhere = (test: (trial: Trial, i: number) => boolean) =>
    trials.every((trial) => calls.every((_, i) => test(trial, i)));
  for (const method of METHODS)
    if (everywhere((trial, i) => isRight(trial, i, method))) {
      const isOnGrid = trials.every((trial) =>
        calls.every((call, i) =>
          areNear(numbersOf(trial.answer.calls[i]), spikesOf(callIn(trial, call), method)),
        ),
      );
      return { method, tolerance: isOnGrid ? 1e-9 : 0.01 };
    }
  if (everywhere((trial, i) => arePrecise(numbersOf(trial.answer.calls[i]), callIn(trial, calls[i]!))))
    return { method: 'precise', tolerance: 1e-3 };

  const mistake = named(trials, calls);
  for (const trial of trials)
    for (const [i, call] of calls.entries()) {
      if (METHODS.some((method) => isRight(trial, i, method))) continue;
      const numbers = callIn(trial, call);
      const text = differenceOfSpikes(
        numbersOf(trial.answer.calls[i]),
        simulated(numbers, 'exact', 'refractoriness').spikes,
      );
      return wrong(`In lif(${call.join(', ')}): ${text}`, trial, mistake);
    }
  return wrong('Some of the calls follow one method, some another.');
}

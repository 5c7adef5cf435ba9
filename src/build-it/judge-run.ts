/** Judges a step that makes a run: the list of potentials, and from step 4 on the list of spike times. */
import type { Mistake, Verdict } from './answers.ts';
import type { Wrong } from './mistake.ts';
import { EULER_MISTAKES } from './mistakes-euler.ts';
import { EXACT_MISTAKES } from './mistakes-exact.ts';
import { REFRACTORY_MISTAKES, THRESHOLD_MISTAKES } from './mistakes-spikes.ts';
import { numbersOf, wrongKind } from './say.ts';
import {
  differenceOfLengths,
  differenceOfPotentials,
  differenceOfSpikes,
  differenceOfTimes,
} from './run-differences.ts';
import { areNear, isNear, right, wrong, type Trial } from './trials.ts';
import { isClearCut, simulated, type Part, type Run } from './truth.ts';
import { eulerStep, exactStep, gone, stepsOf, type Way } from './ways.ts';

export type Method = 'euler' | 'exact';

/** What the program made of one trial. */
type Found = Pick<Run, 'u' | 'spikes'>;
const found = ({ answer }: Trial): Found => ({
  u: numbersOf(answer.values['u']),
  spikes: numbersOf(answer.values['spikes']),
});

/** The potential of a step with a spike may be noted before or after the reset. */
function samePotentials({ u }: Found, run: Run, theta: number): boolean {
  const fired = new Set(run.fired);
  return (
    u.length === run.u.length &&
    u.every((value, k) => isNear(value, run.u[k]!) || (fired.has(k) && value >= theta))
  );
}

/** Spike times between the samples, where the potential crosses the threshold; the reset stays on the grid. */
function areInterpolated({ spikes }: Found, run: Run, { numbers }: Trial): boolean {
  const { R, C, u_rest, I, theta, dt } = numbers;
  const end = u_rest + R * I;
  return (
    spikes.length === run.spikes.length &&
    spikes.every((time, i) => {
      const k = run.fired[i]!;
      const crossing = (k - 1) * dt + R * C * Math.log((end - run.u[k - 1]!) / (end - theta));
      return Math.abs(time - crossing) < 0.02 * dt;
    })
  );
}

export const sameSpikes = (got: Found, run: Run, trial: Trial) =>
  areNear(got.spikes, run.spikes) || areInterpolated(got, run, trial);

/** Mistakes of a part of the neuron, with the step that the program takes. */
export function wrongWays(part: Part, method: Method): { mistake: Wrong; way: Way }[] {
  const step = method === 'euler' ? eulerStep : exactStep;
  const rules = [
    ...(part === 'membrane' ? [] : THRESHOLD_MISTAKES),
    ...(part === 'refractoriness' ? REFRACTORY_MISTAKES : []),
  ];
  // What the step is about comes first: the same run can come of mistakes in several places.
  const ordered = method === 'euler' ? [...rules, ...EULER_MISTAKES] : [...EXACT_MISTAKES, ...rules];
  return ordered.flatMap((mistake) => mistake.ways.map((way) => ({ mistake, way: { step, ...way } })));
}

function named(trials: readonly Trial[], part: Part, methods: readonly Method[]): Mistake | undefined {
  const ways = methods.flatMap((method) => wrongWays(part, method));
  const all = (same: (trial: Trial, run: Run) => boolean) =>
    ways.find(({ way }) => trials.every((trial) => same(trial, gone(way, trial.numbers, part))))?.mistake;
  const sameTimes = (trial: Trial, run: Run) => areNear(found(trial).spikes, run.spikes);
  return (
    all((trial, run) => sameTimes(trial, run) && areNear(found(trial).u, run.u)) ??
    all((trial, run) => sameTimes(trial, run) && samePotentials(found(trial), run, trial.numbers.theta)) ??
    // Potentials may be kept in another way than expected; the spikes say the same.
    (part === 'membrane' ? undefined : all(sameTimes))
  );
}

const NOTES: Readonly<Record<Method, string>> = {
  euler: '',
  exact: 'Yours is already the exact update of step 6.',
};

/** Numbers that a learner chose to play with may hang on the last bit; then the hidden cases decide alone. */
const isFair = ({ words, numbers }: Trial, part: Part) =>
  words !== '' || (['euler', 'exact'] as const).every((method) => isClearCut(numbers, method, part));

/** @param methods what is accepted; the first is what the step asks for */
export function judgeRun(all: readonly Trial[], part: Part, methods: readonly Method[]): Verdict {
  const trials = all.filter((trial) => isFair(trial, part));
  for (const trial of trials) {
    const { values } = trial.answer;
    const kind =
      wrongKind('u', values['u'], 'numbers') ??
      (part === 'membrane' && wrongKind('t', values['t'], 'numbers'));
    if (kind) return wrong(kind, trial);
    const { spikes } = values;
    if (part !== 'membrane' && spikes?.kind === 'number')
      return wrong(`spikes is one number, ${spikes.value}. It should be a list of times.`, trial, {
        id: 'count-not-times',
        say: 'A count says how many spikes there were, not when. Begin with an empty list, and append the time at every spike.',
      });
    const list = part !== 'membrane' && wrongKind('spikes', spikes, 'numbers');
    if (list) return wrong(list, trial);
    const length = differenceOfLengths(found(trial).u, stepsOf(trial.numbers) + 1, trial);
    if (length) return length;
  }
  const truths = (trial: Trial) => methods.map((method) => simulated(trial.numbers, method, part));
  const isRight = (trial: Trial, run: Run) =>
    sameSpikes(found(trial), run, trial) && samePotentials(found(trial), run, trial.numbers.theta);
  const method = methods.findIndex((_, m) => trials.every((trial) => isRight(trial, truths(trial)[m]!)));
  if (method >= 0) {
    const times = part === 'membrane' ? trials.map(differenceOfTimes).find((verdict) => verdict) : undefined;
    return times ?? right(trials, method > 0 ? NOTES[methods[method]!] : '');
  }
  const mistake = named(trials, part, methods);
  // The program as it stands says it best, if it shows it.
  for (const trial of trials) {
    const got = found(trial);
    const run = truths(trial)[0]!;
    if (truths(trial).some((truth) => isRight(trial, truth))) continue;
    const text =
      (part !== 'membrane' && !sameSpikes(got, run, trial) && differenceOfSpikes(got.spikes, run.spikes)) ||
      differenceOfPotentials(got.u, run, trial.numbers.dt);
    return wrong(text, trial, mistake);
  }
  return wrong('Some of the runs follow one method, some another.');
}

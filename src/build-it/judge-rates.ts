/** Judges the f–I curve of step 7: one firing rate for each current. */
import type { Mistake, Verdict } from './answers.ts';
import type { Followed } from './judge-function.ts';
import { apart, count, given, numbersOf, wrongKind } from './say.ts';
import { isNear, wrong, type Trial } from './trials.ts';
import { simulated } from './truth.ts';

type Spikes = readonly number[];
const lastInterval = (spikes: Spikes) => spikes.at(-1)! - spikes.at(-2)!;
const rate = (spikes: Spikes) => (spikes.length < 2 ? 0 : 1000 / lastInterval(spikes));
/** A mistake about the rate gives 0, as is right, where there are too few spikes for any. */
const fromTwo = (of: (spikes: Spikes, duration: number) => number) => (spikes: Spikes, duration: number) =>
  spikes.length < 2 ? 0 : of(spikes, duration);

interface WrongRate extends Mistake {
  readonly ways: readonly ((spikes: Spikes, duration: number) => number)[];
}
const both = (of: (spikes: Spikes, duration: number) => number) => [
  of,
  (spikes: Spikes, duration: number) => (spikes.length === 0 ? 0 : of(spikes, duration)),
  fromTwo(of),
];

const WRONG: readonly WrongRate[] = [
  {
    id: 'per-millisecond',
    say: 'That is per millisecond. Hertz counts per second: 1000 / interval.',
    ways: [
      ...both((spikes) => 1 / lastInterval(spikes)),
      ...both((spikes, duration) => spikes.length / duration),
    ],
  },
  {
    id: 'count-over-duration',
    say: 'That is the number of spikes over the length of the run. The first interval is of another length and the last one is cut off: take 1000 / interval, with the interval between the last two spikes.',
    ways: both((spikes, duration) => (1000 * spikes.length) / duration),
  },
  {
    id: 'first-from-zero',
    say: 'You count the time to the first spike as an interval. No wait comes before it: take the interval between two spikes.',
    ways: [
      ...both((spikes) => 1000 / spikes[0]!),
      ...both((spikes) => (1000 * spikes.length) / spikes.at(-1)!),
    ],
  },
  {
    id: 'interval-not-rate',
    say: 'That is the interval. The rate is how many of them fit into a second: 1000 / interval.',
    ways: both(lastInterval),
  },
  {
    id: 'count-not-rate',
    say: 'That is the number of spikes. The rate is 1000 / interval.',
    ways: both(({ length }) => length),
  },
];

export function judgeRates(trials: readonly Trial[], { method, tolerance }: Followed): Verdict | undefined {
  for (const trial of trials) {
    const { values } = trial.answer;
    const kind =
      wrongKind('currents', values['currents'], 'numbers') ?? wrongKind('rates', values['rates'], 'numbers');
    if (kind) return wrong(`lif is right. ${kind}`, trial);
    const [currents, rates] = [numbersOf(values['currents']), numbersOf(values['rates'])];
    if (currents.length !== rates.length || currents.length === 0)
      return wrong(
        `lif is right, but rates has ${count(rates.length, 'value')} and currents ${currents.length}: each current needs its rate, 0 where the neuron is silent.`,
        trial,
      );
  }
  const runs = trials.map((trial) => {
    const { numbers, answer } = trial;
    const currents = numbersOf(answer.values['currents']);
    const spikes = currents.map((I) => simulated({ ...numbers, I }, method, 'refractoriness').spikes);
    return { trial, currents, spikes, rates: numbersOf(answer.values['rates']) };
  });
  const same = (got: number, expected: number) =>
    isNear(got, expected) || Math.abs(got - expected) <= tolerance * Math.abs(expected);
  for (const { trial, currents, spikes, rates } of runs) {
    const i = rates.findIndex((got, at) => !same(got, rate(spikes[at]!)));
    if (i < 0) continue;
    const [got, expected] = apart(rates[i]!, rate(spikes[i]!), 'Hz');
    const mistake = WRONG.find(({ ways }) =>
      ways.some((way) =>
        runs.every((run) =>
          run.rates.every((value, at) => isNear(value, way(run.spikes[at]!, run.trial.numbers.duration))),
        ),
      ),
    );
    return wrong(
      `lif is right. The rate at ${given(currents[i]!, 'nA')} is ${got}, expected ${expected}.`,
      trial,
      mistake,
    );
  }
  return undefined;
}

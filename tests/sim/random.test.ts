/** xoshiro128** against its definition on Python's whole numbers (tests/reference/xoshiro128.py), whose first
 *  case is the vector published with the rand_xoshiro package from the authors' C. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../src/sim/random.ts';

interface Case {
  seed: number | null;
  state: number[];
  outputs: number[];
  after: number[];
  uniform_times_2_53: number[];
  jumps: number[][];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../reference/xoshiro128.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

function at(state: readonly number[]): Random {
  const random = new Random(0);
  random.state = state;
  return random;
}

test('from the state 1, 2, 3, 4 come the ten numbers that rand_xoshiro publishes', () => {
  const random = at([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, () => random.bits() >>> 0)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test('the reference holds 9 cases', () => expect(cases).toHaveLength(9));

test.each(cases)('seed $seed, state $state: outputs, state after them and 53-bit numbers', (truth) => {
  const random = at(truth.state);
  expect(truth.outputs.map(() => random.bits() >>> 0)).toEqual(truth.outputs);
  expect(random.state).toEqual(truth.after);
  random.state = truth.state;
  expect(truth.uniform_times_2_53.map(() => random.uniform() * 2 ** 53)).toEqual(truth.uniform_times_2_53);
});

test.each(cases.filter(({ seed }) => seed !== null))('seed $seed is spread by SplitMix64', (truth) => {
  expect(new Random(truth.seed as number).state).toEqual(truth.state);
});

test.each(cases)('a jump from $state is 2^64 steps of the generator’s matrix', ({ seed, state, jumps }) => {
  const random = at(state);
  jumps.forEach((jumped, n) => {
    random.jump();
    expect(random.state).toEqual(jumped);
    if (seed !== null) expect(new Random(seed, n + 1).state).toEqual(jumped);
  });
});

describe('uniform', () => {
  test('a million numbers fill 1000 bins evenly (chi-squared within 5 of its standard deviations)', () => {
    const random = new Random(2);
    const bins = new Float64Array(1000);
    const n = 1e6;
    for (let i = 0; i < n; i++) {
      const j = Math.floor(random.uniform() * 1000);
      bins[j] = (bins[j] ?? 0) + 1;
    }
    const chi2 = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(Math.abs(chi2 - 999)).toBeLessThan(5 * Math.sqrt(2 * 999));
  });

  test('neighbours are uncorrelated, and so are two streams of one seed', () => {
    const n = 1e5;
    const [random, other] = [new Random(3), new Random(3, 1)];
    let before = random.uniform();
    let [lag, cross] = [0, 0];
    for (let i = 0; i < n; i++) {
      const u = random.uniform();
      lag += 12 * (u - 0.5) * (before - 0.5);
      cross += 12 * (u - 0.5) * (other.uniform() - 0.5);
      before = u;
    }
    // A correlation of independent numbers has standard deviation 1/√n.
    expect(Math.abs(lag / n)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(cross / n)).toBeLessThan(5 / Math.sqrt(n));
  });

  test('for any seed and stream: in [0, 1), and the same again', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.nat(50), (seed, stream) => {
        const [one, two] = [new Random(seed, stream), new Random(seed, stream)];
        for (let i = 0; i < 20; i++) {
          const u = one.uniform();
          expect(u).toBe(two.uniform());
          expect(u >= 0 && u < 1).toBe(true);
        }
      }),
    );
  });
});

describe('refusals', () => {
  test.each([
    [-1, 0, 'seed must be a whole number from 0 to 9007199254740991, got -1'],
    [NaN, 0, 'seed must be a whole number from 0 to 9007199254740991, got NaN'],
    [0.5, 0, 'seed must be a whole number from 0 to 9007199254740991, got 0.5'],
    [2 ** 53, 0, 'seed must be a whole number from 0 to 9007199254740991, got 9007199254740992'],
    [1, -1, 'stream must be a whole number from 0 to 65535, got -1'],
    [1, 65536, 'stream must be a whole number from 0 to 65535, got 65536'],
  ])('seed %f, stream %f', (seed, stream, message) => {
    expect(() => new Random(seed, stream)).toThrow(new RangeError(message));
  });
  test.each([
    [[0, 0, 0, 0], 'state must be four 32-bit words that are not all 0, got [0,0,0,0]'],
    [[1, 2, 3], 'state must be four 32-bit words that are not all 0, got [1,2,3]'],
    [[1, 2, 3, 2 ** 32], 'state[3] must be a whole number from 0 to 4294967295, got 4294967296'],
  ])('state %j', (state, message) => {
    expect(() => at(state)).toThrow(new RangeError(message));
  });
});

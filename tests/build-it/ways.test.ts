import { describe, expect, test } from 'vitest';
import { COURSE, randomNumbers } from '../../src/build-it/numbers.ts';
import { STEPS } from '../../src/build-it/steps.ts';
import { isClearCut, simulated } from '../../src/build-it/truth.ts';
import { exactStep, gone } from '../../src/build-it/ways.ts';

describe('the loop whose parts can be exchanged', () => {
  const seeds = [...Array(40).keys()].filter((seed) =>
    isClearCut(randomNumbers(seed), 'euler', 'refractoriness'),
  );
  test('does what the simulator does when none is, by either method', () => {
    expect(seeds.length).toBeGreaterThan(30);
    for (const numbers of [COURSE, ...seeds.map(randomNumbers)])
      for (const part of ['membrane', 'threshold', 'refractoriness'] as const)
        for (const [method, way] of [
          ['euler', {}],
          ['exact', { step: exactStep }],
        ] as const) {
          if (!isClearCut(numbers, method, part)) continue;
          const [mine, theirs] = [gone(way, numbers, part), simulated(numbers, method, part)];
          expect(mine.fired).toEqual(theirs.fired);
          theirs.u.forEach((u, k) => expect(mine.u[k]).toBeCloseTo(u, 9));
          theirs.spikes.forEach((time, i) => expect(mine.spikes[i]).toBeCloseTo(time, 9));
        }
  });
});

describe('the numbers of the course', () => {
  // From the outline of the course: first spike at 32.19 ms, interval 34.19 ms.
  test('give the first spike at 32.2 ms on the grid, and every interval is 34.2 ms', () => {
    const { spikes } = simulated({ ...COURSE, duration: 200 }, 'exact', 'refractoriness');
    expect(spikes[0]).toBeCloseTo(32.2, 9);
    expect(spikes.length).toBeGreaterThan(4);
    spikes.slice(1).forEach((time, i) => expect(time - spikes[i]!).toBeCloseTo(34.2, 9));
  });
  test('give 29 spikes in 1000 ms, although the rate is 29.25 Hz', () => {
    expect(simulated({ ...COURSE, duration: 1000 }, 'exact', 'refractoriness').spikes).toHaveLength(29);
  });
  test('at dt = 1 ms give an interval of 34 ms by Euler’s method and of 35 ms by the exact update', () => {
    const interval = (method: 'euler' | 'exact') => {
      const { spikes } = simulated({ ...COURSE, dt: 1 }, method, 'refractoriness');
      return spikes[1]! - spikes[0]!;
    };
    expect([interval('euler'), interval('exact')]).toEqual([34, 35]);
  });
});

describe('hidden cases', () => {
  test('begin with the program as it stands, and go on with others, the random ones by their seed', () => {
    for (const step of STEPS) {
      const [first, ...others] = step.cases(1);
      expect(first!.set).toEqual({});
      expect(others.length).toBeGreaterThanOrEqual(2);
      expect(step.cases(1)).toEqual(step.cases(1));
      expect(step.cases(2)).not.toEqual(step.cases(1));
    }
  });
  test('hang on no last bit, but for the one in which a step ends exactly at the threshold', () => {
    const PARTS = {
      loop: 'membrane',
      threshold: 'threshold',
      refractoriness: 'refractoriness',
      'exact-update': 'refractoriness',
    } as const;
    const unclear: string[] = [];
    for (const [id, part] of Object.entries(PARTS))
      for (const { set } of STEPS.find((step) => step.id === id)!.cases(1))
        for (const method of ['euler', 'exact'] as const)
          if (!isClearCut({ ...COURSE, ...set }, method, part)) unclear.push(`${id} ${method} dt ${set.dt}`);
    expect(unclear).toEqual(['threshold euler dt 2']);
  });
});

/** Wiring against the distributions its rules name, and the drive's Poisson numbers against theirs. */
import { describe, expect, test, vi } from 'vitest';
import { connect, type Csr } from '../../src/sim/connectivity.ts';
import { drawPoisson, poissonTable } from '../../src/sim/network-poisson.ts';
import { networkStreams } from '../../src/sim/network-streams.ts';
import type { ConnectionRule } from '../../src/sim/network.ts';

/** For a busy machine; alone, no test takes 2 s. */
vi.setConfig({ testTimeout: 120_000 });

const uniformOf = (seed: number) => networkStreams(seed).projection(0);

function rows({ rowptr, targets }: Csr): number[][] {
  return Array.from({ length: rowptr.length - 1 }, (_, i) =>
    Array.from(targets.subarray(rowptr[i], rowptr[i + 1])),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const m = mean(values);
  return values.reduce((sum, x) => sum + (x - m) ** 2, 0) / (values.length - 1);
}

function degreesIn(csr: Csr, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const target of csr.targets) counts[target]! += 1;
  return counts;
}

describe.each([
  { name: 'fixed_probability', rule: { type: 'fixed_probability', p: 0.05 } },
  { name: 'fixed_indegree', rule: { type: 'fixed_indegree', k: 40 } },
] satisfies { name: string; rule: ConnectionRule }[])('$name', ({ rule }) => {
  test.each([true, false])('wires no pair twice, in ascending rows (same population: %s)', (same) => {
    const wired = rows(connect(rule, 800, 800, same, uniformOf(1)));
    expect(wired).toHaveLength(800);
    const ascending = wired.filter((row) => row.every((target, j) => j === 0 || target > row[j - 1]!));
    expect(ascending).toHaveLength(800);
    expect(wired.flat().every((target) => target >= 0 && target < 800)).toBe(true);
  });

  test('wires no neuron to itself within one population, and does between two', () => {
    const selves = (same: boolean) =>
      rows(connect(rule, 800, 800, same, uniformOf(2))).filter((row, i) => row.includes(i)).length;
    expect(selves(true)).toBe(0);
    // Of 800 pairs (i, i) one in twenty: 40 ± 5 · 6.2.
    expect(Math.abs(selves(false) - 40)).toBeLessThan(31);
  });

  test('gives the same wiring for the same stream and another for another', () => {
    const wired = (seed: number) => connect(rule, 300, 200, false, uniformOf(seed)).targets;
    expect(wired(5)).toEqual(wired(5));
    expect(wired(6)).not.toEqual(wired(5));
  });

  test('chooses 16-bit targets exactly where they fit', () => {
    expect(connect(rule, 100, 65_536, false, uniformOf(3)).targets).toBeInstanceOf(Uint16Array);
    expect(connect(rule, 100, 65_537, false, uniformOf(3)).targets).toBeInstanceOf(Uint32Array);
  });
});

describe('fixed_probability', () => {
  const [N, p] = [2000, 0.1];
  const csr = connect({ type: 'fixed_probability', p }, N, N, true, uniformOf(11));
  const trials = N - 1;
  const sd = Math.sqrt(trials * p * (1 - p));

  test('makes a binomial number of synapses', () => {
    const pairs = N * trials;
    expect(Math.abs(csr.targets.length - pairs * p)).toBeLessThan(5 * Math.sqrt(pairs * p * (1 - p)));
  });

  test.each([
    ['out', rows(csr).map((row) => row.length)],
    ['in', degreesIn(csr, N)],
  ] as const)('gives binomial %s-degrees: their mean and variance', (_, degrees) => {
    expect(degrees).toHaveLength(N);
    expect(Math.abs(mean(degrees) - trials * p)).toBeLessThan((5 * sd) / Math.sqrt(N));
    // The standard error of a variance, near enough normal for 200 ± 13.
    expect(Math.abs(variance(degrees) / sd ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / N));
  });

  test('wires each column alike, the first and the last too', () => {
    // Gaps run on from row to row: a fault there would show at the edges.
    const degrees = degreesIn(csr, N);
    for (const target of [0, 1, N - 2, N - 1]) {
      expect(Math.abs(degrees[target]! - trials * p)).toBeLessThan(5 * sd);
    }
  });

  test('makes none at 0, all at 1', () => {
    expect(connect({ type: 'fixed_probability', p: 0 }, 50, 50, true, uniformOf(1)).targets).toHaveLength(0);
    const all = rows(connect({ type: 'fixed_probability', p: 1 }, 50, 50, true, uniformOf(1)));
    expect(all).toEqual(
      Array.from({ length: 50 }, (_, i) => Array.from({ length: 50 }, (_, j) => j).filter((j) => j !== i)),
    );
    expect(connect({ type: 'fixed_probability', p: 1 }, 3, 7, false, uniformOf(1)).targets).toHaveLength(21);
  });

  test('a lone neuron has nobody to be wired to', () => {
    expect(connect({ type: 'fixed_probability', p: 1 }, 1, 1, true, uniformOf(1)).targets).toHaveLength(0);
  });

  test('does not round the smallest probabilities away', () => {
    // 10⁸ pairs, 100 synapses expected.
    const { targets } = connect({ type: 'fixed_probability', p: 1e-6 }, 10_000, 10_000, false, uniformOf(4));
    expect(Math.abs(targets.length - 100)).toBeLessThan(50);
  });
});

describe('fixed_indegree', () => {
  test.each([0, 1, 40, 399, 400, 700, 799])('gives every target exactly %i sources', (k) => {
    const csr = connect({ type: 'fixed_indegree', k }, 800, 800, true, uniformOf(21));
    expect(new Set(degreesIn(csr, 800))).toEqual(new Set([k]));
  });

  test.each([100, 1500])('draws sources evenly: out-degrees of %i inputs are binomial', (k) => {
    const [N, size] = [2000, 3000];
    const degrees = rows(connect({ type: 'fixed_indegree', k }, N, size, false, uniformOf(22))).map(
      (row) => row.length,
    );
    // Each target holds a given source with probability k/N, independently: the hypergeometric draw's margin.
    const [m, v] = [(size * k) / N, size * (k / N) * (1 - k / N)];
    expect(mean(degrees)).toBe(m);
    expect(Math.abs(variance(degrees) / v - 1)).toBeLessThan(5 * Math.sqrt(2 / N));
  });

  test('two targets share as many sources as two hands from one deck', () => {
    const [N, k] = [1000, 100];
    const csr = connect({ type: 'fixed_indegree', k }, N, 400, false, uniformOf(23));
    const sources: Set<number>[] = Array.from({ length: 400 }, () => new Set());
    rows(csr).forEach((row, source) => row.forEach((target) => sources[target]!.add(source)));
    const shared = Array.from({ length: 200 }, (_, n) => {
      const other = sources[2 * n + 1]!;
      return [...sources[2 * n]!].filter((source) => other.has(source)).length;
    });
    // Hypergeometric: mean k²/N = 10, variance k·(k/N)(1 − k/N)(N − k)/(N − 1) = 8.1.
    const v = (k * (k / N) * (1 - k / N) * (N - k)) / (N - 1);
    expect(Math.abs(mean(shared) - (k * k) / N)).toBeLessThan(5 * Math.sqrt(v / 200));
    expect(Math.abs(variance(shared) / v - 1)).toBeLessThan(5 * Math.sqrt(2 / 200));
  });
});

test('a given list is kept as it is, autapses and repeats included', () => {
  const csr = connect({ type: 'csr', rowptr: [0, 3, 3, 4], targets: [0, 2, 2, 1] }, 3, 3, true, uniformOf(1));
  expect(rows(csr)).toEqual([[0, 2, 2], [], [1]]);
});

describe('a Poisson number', () => {
  test.each([0.001, 0.3, 2, 20, 500])('of mean %f has the probabilities of Poisson’s law', (lambda) => {
    const draws = 200_000;
    const uniform = networkStreams(31).drive(0);
    const table = poissonTable(lambda);
    const counts = new Map<number, number>();
    for (let d = 0; d < draws; d++) {
      const n = drawPoisson(table, uniform);
      counts.set(n, (counts.get(n) ?? 0) + 1);
    }
    // χ² over all classes that expect at least 10 draws; n! by its logarithm.
    let [chi, classes, logFactorial] = [0, 0, 0];
    for (let n = 0; n < 1000; n++) {
      if (n > 0) logFactorial += Math.log(n);
      const expected = draws * Math.exp(n * Math.log(lambda) - lambda - logFactorial);
      if (expected < 10) continue;
      chi += ((counts.get(n) ?? 0) - expected) ** 2 / expected;
      classes++;
    }
    expect(classes).toBeGreaterThan(1);
    // χ² has mean and half its variance equal to its degrees of freedom.
    expect(chi).toBeLessThan(classes + 5 * Math.sqrt(2 * classes));
  });

  test('of mean 0 is 0', () => {
    const uniform = networkStreams(32).drive(0);
    const draws = Array.from({ length: 1000 }, () => drawPoisson(poissonTable(0), uniform));
    expect(new Set(draws)).toEqual(new Set([0]));
  });
});

test('the streams of one seed differ from each other and from those of another', () => {
  const first = (seed: number) => {
    const streams = networkStreams(seed);
    return [
      streams.projection(0),
      streams.projection(1),
      streams.start(0),
      streams.drive(0),
      streams.drive(1),
    ].map((uniform) => [uniform(), uniform()].join());
  };
  expect(new Set([...first(1), ...first(2), ...first(0)]).size).toBe(15);
});

/** The stopwatch: cases are run in turn, round after round, so that a busy moment of the machine meets all
 *  of them; medians are reported, and the first call of each apart. */

/** One thing to time. */
export interface Case {
  readonly name: string;
  /** Steps that one call of `run` makes. */
  readonly steps: number;
  /** Does the work and returns a number that depends on all of it. */
  run(): number;
}

export interface Result {
  readonly name: string;
  readonly steps: number;
  /** ns per step of the first call, compilation and fresh memory included. */
  readonly cold: number;
  /** ns per step, median and fastest of the rounds after it. */
  readonly median: number;
  readonly fastest: number;
}

/** Keeps results alive, so that no compiler may leave the work out. */
let sink = 0;

function nsPerStep({ steps, run }: Case, calls: number): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < calls; i++) sink += run();
  return Number(process.hrtime.bigint() - start) / (steps * calls);
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** @param rounds how often every case is timed, at least 5 */
export function measure(cases: readonly Case[], rounds = 9): Result[] {
  const cold = cases.map((one) => nsPerStep(one, 1));
  // A round of one case lasts about 20 ms: long beside the clock, short beside a busy moment.
  const calls = cases.map((one) => Math.max(1, Math.round(2e7 / (nsPerStep(one, 3) * one.steps))));
  const times = cases.map(() => [] as number[]);
  for (let round = 0; round < Math.max(5, rounds); round++) {
    cases.forEach((one, i) => times[i]?.push(nsPerStep(one, calls[i] ?? 1)));
  }
  if (!Number.isFinite(sink)) throw new RangeError('a case returned no number');
  return cases.map(({ name, steps }, i) => {
    const sorted = (times[i] ?? []).sort((a, b) => a - b);
    return { name, steps, cold: cold[i] ?? NaN, median: median(sorted), fastest: sorted[0] ?? NaN };
  });
}

/** The distance lab against closed forms: distances of shifted copies, their limits, and what is moved. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISTANCE } from '../../src/components/demos/distance/distance.ts';
import type { DistanceRecording } from '../../src/components/demos/distance/distance-run.ts';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import type { DemoRun } from '../../src/components/demos/definition.ts';
import { victorPurpuraDistance, victorPurpuraPairs } from '../../src/sim/spike-distance.ts';

function runWith(settings: object, current = 2.5): DemoRun & { recording: DistanceRecording } {
  const experiment = { inputs: [{ type: 'step', amplitude: current }], duration: 300 };
  const values = parseValues(DISTANCE, { experiment, settings: { other: 2.5, ...settings } });
  return runOf(DISTANCE, values) as never;
}
const sentenceOf = (run: ReturnType<typeof runWith>) =>
  DISTANCE.describe(run as never).replaceAll('\u00a0', ' ');

/** Spikes at 2.5 nA: the first after 20 ln 5 ms, then every 2 + 20 ln 5 ms; 8 of them in 300 ms. */
const SPIKES = 8;

describe('the distance lab', () => {
  it('compares a train with itself: 0, whatever the scale', () => {
    expect(runWith({}).recording.distance).toBe(0);
    expect(runWith({ measure: 1 }).recording.distance).toBe(0);
    expect(runWith({}).recording.curve.every(({ distance }) => distance === 0)).toBe(true);
  });

  it('moves every spike of a shifted copy, as long as that is cheaper than 2', () => {
    const { recording } = runWith({ shift: 5, q: 0.1 });
    expect(recording.spikes).toHaveLength(SPIKES);
    expect(recording.distance).toBeCloseTo(SPIKES * 5 * 0.1, 10);
    expect(recording.pairs).toEqual(Array.from({ length: SPIKES }, (_, k) => [k, k]));
    expect(sentenceOf(runWith({ shift: 5, q: 0.1 }))).toContain(
      'moves 8 spikes by 40.00 ms in all, for 4.00: a distance of 4.00. A spike is moved by at most 2/q = 20 ms',
    );
  });

  it('takes all away and adds all where moving costs more', () => {
    const { recording } = runWith({ shift: 5, q: 1 });
    expect(recording.distance).toBe(2 * SPIKES);
    expect(recording.pairs).toEqual([]);
  });

  it('has the limits of van Rossum: √n for spikes apart, the numbers alone for long traces', () => {
    // Traces of 0.1 ms and spikes 5 ms apart: e^(−50) of a spike is left.
    const short = runWith({ shift: 5, measure: 1, tau: 0.1 }).recording.distance;
    expect(short).toBeCloseTo(Math.sqrt(SPIKES), 12);
    // One pair Δ apart adds 1 − e^(−Δ/τ); with traces of 1 ms neighbours 34 ms apart do not meet.
    const one = runWith({ shift: 0.5, measure: 1, tau: 1 }).recording.distance;
    expect(one ** 2).toBeCloseTo(SPIKES * (1 - Math.exp(-0.5)), 10);
  });

  it('says what each current brings, and refuses trains that are too long to compare', () => {
    // At 2 nA, the rheobase, B never fires: all of A is taken away.
    expect(sentenceOf(runWith({ other: 2 }))).toContain(
      'A fires 8 times, B 0 times. The cheapest way from A to B takes 8 spikes away, for 8: a distance of 8.00.',
    );
    // 1/(t_ref + τ ln(1000/998)), 490 Hz.
    expect(() =>
      parseValues(DISTANCE, {
        experiment: { inputs: [{ type: 'step', amplitude: 2.5 }], duration: 1000 },
        settings: { other: 1000 },
      }),
    ).toThrow('settings.other 1000 nA brings some 490 spikes in 1000 ms; the lab compares at most 300');
    expect(() =>
      parseValues(DISTANCE, { experiment: { inputs: [{ type: 'sine' }], duration: 300 }, settings: {} }),
    ).toThrow('inputs must be one step over the whole run');
  });
});

describe('what Victor and Purpura move', () => {
  const train = fc
    .array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 7 })
    .map((times) => Float64Array.from(times).sort());
  const q = fc.double({ min: 0, max: 2, noNaN: true });

  it('costs what the distance is, in order, each spike at most once', () => {
    fc.assert(
      fc.property(train, train, q, (a, b, cost) => {
        const pairs = victorPurpuraPairs(a, b, cost);
        const moving = pairs.reduce((sum, [i, j]) => sum + cost * Math.abs(a[i]! - b[j]!), 0);
        const whole = moving + a.length + b.length - 2 * pairs.length;
        expect(whole).toBeCloseTo(victorPurpuraDistance(a, b, cost), 10);
        for (let k = 1; k < pairs.length; k++) {
          expect(pairs[k]![0]).toBeGreaterThan(pairs[k - 1]![0]);
          expect(pairs[k]![1]).toBeGreaterThan(pairs[k - 1]![1]);
        }
      }),
    );
  });
  it('is the cheapest of all ways, each spike moved onto any other or none', () => {
    // Every matching of the spikes of a from the i-th on with those of b that are left.
    const cheapest = (a: Float64Array, b: readonly number[], cost: number, i = 0): number => {
      if (i === a.length) return b.length;
      const moved = b.map(
        (time, j) =>
          cost * Math.abs(a[i]! - time) +
          cheapest(
            a,
            b.filter((_, k) => k !== j),
            cost,
            i + 1,
          ),
      );
      return Math.min(1 + cheapest(a, b, cost, i + 1), ...moved);
    };
    const short = fc
      .array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 4 })
      .map((times) => Float64Array.from(times).sort());
    fc.assert(
      fc.property(short, short, q, (a, b, cost) => {
        const pairs = victorPurpuraPairs(a, b, cost);
        const moving = pairs.reduce((sum, [i, j]) => sum + cost * Math.abs(a[i]! - b[j]!), 0);
        expect(moving + a.length + b.length - 2 * pairs.length).toBeCloseTo(
          cheapest(a, Array.from(b), cost),
          10,
        );
      }),
    );
  });
  it('refuses trains and costs as the distance does', () => {
    expect(() => victorPurpuraPairs([2, 1], [], 1)).toThrow('a[1] must be at or after the spike before it');
    expect(() => victorPurpuraPairs([], [], -1)).toThrow('q must be a finite number >= 0 per ms');
  });
});

import { describe, expect, it } from 'vitest';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import { FI, type FiRecording } from '../../src/components/demos/fi/fi.ts';
import type { Settings } from '../../src/components/demos/definition.ts';

const valuesOf = (experiment: object, settings: Settings = {}) => parseValues(FI, { experiment, settings });
const run = (experiment: object, settings?: Settings) =>
  runOf<FiRecording>(FI, valuesOf(experiment, settings));
const step = (amplitude: number) => ({ inputs: [{ type: 'step', amplitude }] });
const sentence = (experiment: object) => FI.describe(run(experiment) as Parameters<typeof FI.describe>[0]);
/** t_ref + τ ln(I/(I − 2 nA)) of the course's neuron, written out. */
const interval = (current: number) => 2 + 20 * Math.log(current / (current - 2));

describe('the f–I lab', () => {
  it('finds the rates of the course by simulation, to the digits it prints', () => {
    for (const [current, rate] of [
      [3, 41.7],
      [4, 63.0],
      [6, 98.9],
      [20, 243],
      [50, 355],
    ] as const) {
      const { here } = run(step(current)).recording;
      expect(here.rateHz).toBeCloseTo(rate, current < 10 ? 1 : 0);
    }
  });

  it('lays every simulated rate of the event-driven method on the formula', () => {
    const { sweep } = run(step(3)).recording;
    expect(sweep).toHaveLength(31);
    for (const { currentNa, rateHz } of sweep) {
      // A billionth: rounding of times of some 100 ms.
      const truth = currentNa > 2 + 1e-9 ? 1000 / interval(currentNa) : 0;
      expect(Math.abs(rateHz - truth)).toBeLessThan(1e-7);
    }
  });

  it('shows the bias of the grid: at 1 ms Euler has intervals of 34 ms, the exact step of 35 ms, the truth is 34.19', () => {
    const rate = (method: string) => run({ ...step(2.5), method, dt: 1 }).recording.here.rateHz;
    expect(1000 / rate('euler')).toBeCloseTo(34, 9);
    expect(1000 / rate('exact')).toBeCloseTo(35, 9);
    expect(1000 / rate('precise')).toBeCloseTo(34.19, 2);
  });

  it('never lets an exact step on a grid fire faster than the formula', () => {
    const { sweep } = run({ ...step(3), method: 'exact', dt: 0.5 }).recording;
    const firing = sweep.filter(({ currentNa }) => currentNa > 2 + 1e-9);
    expect(firing.length).toBe(20);
    // 1e-9: a sum of steps of 0.5 ms is exact, the formula rounds.
    for (const { currentNa, rateHz } of firing)
      expect(rateHz).toBeLessThanOrEqual(1000 / interval(currentNa) + 1e-9);
  });

  it('says rate, interval and ceiling in words', () => {
    expect(sentence(step(3))).toBe(
      'At 3\u00a0nA it fires every 23.97\u00a0ms, 41.7\u00a0Hz, as the formula says. However strong the current, the ' +
        'refractory period of 2\u00a0ms allows no more than 500\u00a0Hz.',
    );
    expect(sentence(step(2))).toContain(
      'At 2\u00a0nA it never fires: the rheobase, 2.00\u00a0nA, has to be exceeded.',
    );
    expect(sentence({ ...step(2.5), method: 'exact', dt: 1 })).toContain(
      'on a grid of 1\u00a0ms it fires every 35.00\u00a0ms, 28.6\u00a0Hz; the formula says 34.19\u00a0ms, 29.2\u00a0Hz: a difference of −0.68\u00a0Hz',
    );
    expect(sentence({ ...step(3), neuron: { t_ref: 0 } })).toContain('the rate has no ceiling');
  });

  it('keeps its axes while the current moves and widens them where a rate leaves them', () => {
    const plotOf = (experiment: object, settings?: Settings) => {
      const start = run(step(3)) as Parameters<typeof FI.plots>[0];
      const frame = FI.frame(start, FI.defaults.controls);
      const view = { frame, width: 600, lens: 'plain', formula: false } as const;
      return FI.plots(run(experiment, settings) as Parameters<typeof FI.plots>[0], view)[0]!;
    };
    const ranges = (plot: ReturnType<typeof plotOf>) => plot.panels.map(({ axis }) => axis.range);
    expect(ranges(plotOf(step(5)))).toEqual(ranges(plotOf(step(3))));
    expect(ranges(plotOf(step(3), { to: 50 }))[0]?.[1]).toBeGreaterThanOrEqual(355);
  });

  it('refuses what has no rate, and a grid too fine to wait for', () => {
    expect(() => valuesOf({ inputs: [{ type: 'pulse' }] })).toThrow('inputs must be one step');
    expect(() => valuesOf({ ...step(3), neuron: { threshold: false } })).toThrow(
      'neuron.threshold must be true',
    );
    expect(() => valuesOf({ ...step(3), method: 'euler', dt: 1e-5, duration: 10 })).toThrow(
      /^dt 0.00001 ms makes .* steps of the whole curve; it may have at most 4000000: raise dt$/,
    );
    expect(() => valuesOf(step(3), { to: 0 })).toThrow(
      'settings.to (largest current of the curve) must be a number from 0.1 to 1000 nA, got 0 nA',
    );
  });
});

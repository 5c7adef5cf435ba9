import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedFormPoints } from '../../src/figures/closed-form.ts';
import { decimate } from '../../src/figures/decimate.ts';
import { currentPoints, membranePoints } from '../../src/figures/points.ts';
import { LIF } from '../../src/sim/lif.ts';
import { parseLifExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const driven = (data: object = {}) =>
  parseLifExperiment({ version: 1, inputs: [{ type: 'step', amplitude: 2.5 }], ...data });

describe('membranePoints', () => {
  it('reaches the threshold and falls to the reset at the very time of each spike', () => {
    const experiment = driven({ neuron: { V_reset: -65 } });
    const points = membranePoints(experiment, simulate(experiment));
    // Lesson 4: first spike τ ln 5 = 32.19 ms, off the 0.1 ms grid.
    const first = 20 * Math.log(5);
    const at = points.findIndex(({ y }) => y === -50);
    // 1e-9 ms: far above rounding, far below the grid.
    expect(points[at]?.x).toBeCloseTo(first, 9);
    expect(points[at + 1]).toEqual({ x: points[at]?.x, y: -65 });
    expect(points.filter(({ y }) => y === -50)).toHaveLength(6);
  });
  it('is in order of time and never above the threshold', () => {
    for (const method of ['precise', 'exact']) {
      const experiment = driven({ method });
      const points = membranePoints(experiment, simulate(experiment));
      // Two points for each of the 5 spikes; the precise run also ends each refractory period off the grid.
      expect(points).toHaveLength(2001 + (method === 'precise' ? 3 : 2) * 5);
      points.forEach(({ x, y }, k) => {
        expect(x).toBeGreaterThanOrEqual(points[k - 1]?.x ?? 0);
        expect(y).toBeLessThanOrEqual(-50);
      });
    }
  });
  it('leaves samples out of a long run, but none that stands out in its pixel column, and no spike', () => {
    const experiment = driven({ duration: 20_000, inputs: [{ type: 'sine', amplitude: 3, frequency: 7 }] });
    const recording = simulate(experiment);
    const columns = 300;
    const all = membranePoints(experiment, recording);
    const some = membranePoints(experiment, recording, columns);
    expect(some.length).toBeLessThan(all.length / 10);
    const known = new Set(all.map(({ x, y }) => `${x} ${y}`));
    expect(some.every(({ x, y }) => known.has(`${x} ${y}`))).toBe(true);
    expect(some.filter(({ y }) => y === -50)).toHaveLength(recording.spikes.length);
    expect([some[0], some.at(-1)]).toEqual([all[0], all.at(-1)]);
    // Extremes of each column: an edge of a column may fall within a stretch, a quarter of a column.
    const extremes = (points: typeof all, column: number, slack: number) => {
      const [from, to] = [column - slack, column + 1 + slack].map((edge) => (edge * 20_000) / columns) as [
        number,
        number,
      ];
      const inside = points.filter(({ x }) => x >= from && x <= to).map(({ y }) => y);
      return [Math.min(...inside), Math.max(...inside)] as const;
    };
    for (let column = 0; column < columns; column += 7) {
      const [low, high] = extremes(all, column, 0);
      const [lowest, highest] = extremes(some, column, 0.26);
      expect(lowest).toBeLessThanOrEqual(low);
      expect(highest).toBeGreaterThanOrEqual(high);
    }
  });
});

describe('currentPoints', () => {
  it('has its edges where they are, also between samples', () => {
    const experiment = driven({ inputs: [{ type: 'step', amplitude: 2, start: 10.123, stop: 50.456 }] });
    expect(currentPoints(LIF.realise(experiment))).toEqual([
      { x: 0, y: 0 },
      { x: 10.123, y: 0 },
      { x: 10.123, y: 2 },
      { x: 50.456, y: 2 },
      { x: 50.456, y: 0 },
      { x: 200, y: 0 },
    ]);
  });
  it('adds up what flows at the same time', () => {
    const inputs = [
      { type: 'step', amplitude: 1, start: 0, stop: 100 },
      { type: 'ramp', from: 0, to: 2, start: 0, stop: 200 },
    ];
    const points = currentPoints(LIF.realise(driven({ inputs })));
    expect(points).toEqual([
      { x: 0, y: 1 },
      { x: 100, y: 2 },
      { x: 100, y: 1 },
      { x: 200, y: 2 },
    ]);
  });
  it('draws a sine through its crests', () => {
    const experiment = driven({ inputs: [{ type: 'sine', amplitude: 2, frequency: 10, offset: 1 }] });
    const values = currentPoints(LIF.realise(experiment)).map(({ y }) => y);
    // 96 points a cycle: a crest is missed by at most 1 − cos(π/96) = 0.05 % of 2 nA.
    expect(Math.max(...values)).toBeGreaterThan(3 - 0.0011);
    expect(Math.min(...values)).toBeLessThan(-1 + 0.0011);
  });
});

describe('closedFormPoints', () => {
  it.each([
    ['a constant current', {}],
    ['a reset above rest', { neuron: { V_reset: -65 } }],
    ['no leak', { neuron: { leak: false } }],
    ['no threshold', { neuron: { threshold: false } }],
    ['a current that stops', { inputs: [{ type: 'step', amplitude: 3, start: 20, stop: 120 }] }],
    ['pulses', { inputs: [{ type: 'pulse', amplitude: 12, width: 4, period: 25, count: 6 }] }],
    ['no current', { inputs: [], neuron: { V_m: -85 } }],
  ])('runs through the event-driven simulation with %s', (_, data) => {
    const experiment = driven(data);
    const recording = simulate(experiment);
    const formula = closedFormPoints(experiment) ?? [];
    const simulated = membranePoints(experiment, recording);
    let compared = 0;
    for (const { x, y } of formula) {
      if (Number.isNaN(y)) continue;
      const k = simulated.findIndex((point) => point.x >= x);
      const [a, b] = [simulated[k - 1], simulated[k]];
      // A jump has two values at its time.
      if (!a || !b || b.x === a.x || recording.spikes.some((spike) => Math.abs(spike - x) < 0.2)) continue;
      const between = a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
      // Between samples 0.1 ms apart a chord is off by at most Δt²·u''/8 < 1e-3 mV (u'' < 0.3 mV/ms²).
      expect(Math.abs(between - y)).toBeLessThan(1e-3);
      compared++;
    }
    expect(compared).toBeGreaterThan(300);
  });
  it('breaks off at a jump instead of drawing it', () => {
    const gaps = (closedFormPoints(driven()) ?? []).filter(({ y }) => Number.isNaN(y));
    expect(gaps).toHaveLength(5);
  });
  it('is the same whichever method the simulation beside it uses', () => {
    expect(closedFormPoints(driven({ method: 'euler', dt: 5 }))).toEqual(closedFormPoints(driven()));
  });
  it('is absent where the current is not constant between its edges', () => {
    expect(closedFormPoints(driven({ inputs: [{ type: 'sine' }] }))).toBeUndefined();
    expect(closedFormPoints(driven({ inputs: [{ type: 'ramp' }] }))).toBeUndefined();
  });
});

describe('decimate', () => {
  const curve = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 50, maxLength: 3000 });
  it('keeps the lowest and the highest point of every pixel column, and at most two of each', () => {
    fc.assert(
      fc.property(curve, fc.integer({ min: 5, max: 400 }), (values, columns) => {
        const points = values.map((y, x) => ({ x, y }));
        const kept = decimate(points, columns);
        if (points.length <= 2 * columns) {
          expect(kept).toBe(points);
          return;
        }
        expect(kept.length).toBeLessThanOrEqual(2 * (columns + 1) + 2);
        kept.forEach(({ x }, k) => expect(x).toBeGreaterThan(kept[k - 1]?.x ?? -1));
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        const column = (x: number) => Math.floor((x * columns) / (points.length - 1));
        for (let c = 0; c <= columns; c++) {
          const here = points.filter(({ x }) => column(x) === c).map(({ y }) => y);
          const drawn = kept.filter(({ x }) => column(x) === c).map(({ y }) => y);
          if (here.length === 0) continue;
          expect(Math.max(...drawn)).toBe(Math.max(...here));
          expect(Math.min(...drawn)).toBe(Math.min(...here));
        }
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});

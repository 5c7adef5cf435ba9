import { describe, expect, it } from 'vitest';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import type { Settings } from '../../src/components/demos/definition.ts';
import { intervalParts } from '../../src/components/demos/reset/interval-parts.ts';
import { RESET } from '../../src/components/demos/reset/reset.ts';
import type { Plot } from '../../src/figures/plot.ts';

type Run = Parameters<typeof RESET.plots>[0];
const step = (amplitude: number) => [{ type: 'step', amplitude }];
const parse = (experiment: object, settings: Settings = {}) => parseValues(RESET, { experiment, settings });
const run = (amplitude: number, neuron = {}, settings: Settings = {}) =>
  runOf(RESET, parse({ inputs: step(amplitude), duration: 120, neuron }, settings)) as Run;
const sentence = (of: Run) => RESET.describe(of);
const atStart = run(2.5);
const plotsOf = (of: Run) =>
  RESET.plots(of, {
    frame: RESET.frame(atStart, RESET.defaults.controls),
    width: 330,
    lens: 'plain',
    formula: true,
  }) as [Plot, Plot];
const markOf = ({ marks }: Plot, id: string) => marks.find((mark) => mark.id === id);
const pointsOf = (plot: Plot, id: string) => {
  const mark = markOf(plot, id);
  return mark && 'points' in mark ? (mark.points as readonly { x: number; y: number }[]) : [];
};
const barsOf = (plot: Plot, id: string) => {
  const mark = markOf(plot, id);
  return mark?.kind === 'bars' ? mark.bars : [];
};

describe('the reset lab', () => {
  it('takes the interval of the course apart: 34.19 ms are 2 ms held and 20 ln 5 ms of climb', () => {
    expect(sentence(atStart)).toBe(
      'At 2.5\u00a0nA the neuron fires every 34.19\u00a0ms, 29.25\u00a0Hz: 2.00\u00a0ms held, then 32.19\u00a0ms for the climb ' +
        'from −70\u00a0mV to −50\u00a0mV, τ ln(25/5) with τ = 20\u00a0ms and the distances to u∞ in mV. The first spike comes ' +
        'after 32.19\u00a0ms: the same climb, with no refractory period before it. No current takes the rate past ' +
        '500\u00a0Hz, one over the refractory period.',
    );
  });

  it('has the course’s 29.73 ms and 33.64 Hz with a reset of −65 mV, and the same first spike', () => {
    const text = sentence(run(2.5, { V_reset: -65 }));
    expect(text).toContain('every 29.73\u00a0ms, 33.64\u00a0Hz');
    expect(text).toContain('27.73\u00a0ms for the climb from −65\u00a0mV to −50\u00a0mV, τ ln(20/5)');
    expect(text).toContain('The first spike comes after 32.19\u00a0ms: a climb from −70\u00a0mV');
  });

  it('never fires at exactly 2 nA, where u reaches the threshold only in the end, nor below', () => {
    expect(sentence(run(2))).toBe(
      'At 2\u00a0nA the neuron never fires: u heads for −50\u00a0mV, which is the threshold: it is reached only as t → ∞.',
    );
    expect(sentence(run(1.5))).toContain('u heads for −55\u00a0mV, below the threshold.');
    expect(sentence(run(2.01))).toContain('fires every');
    const [trace, rates] = plotsOf(run(2));
    expect(barsOf(trace, 'climbs')).toEqual([]);
    expect(pointsOf(rates, 'run')).toEqual([]);
  });

  it('knows no ceiling and no held part without a refractory period', () => {
    const tireless = run(5, { t_ref: 0 });
    // 20 ln(50/30) ms.
    expect(sentence(tireless)).toContain(
      'every 10.22\u00a0ms, 97.88\u00a0Hz: all of it the climb from −70\u00a0mV',
    );
    expect(sentence(tireless)).toContain('The first spike comes after 10.22\u00a0ms too.');
    const [trace, rates] = plotsOf(tireless);
    expect(barsOf(trace, 'held')).toEqual([]);
    expect(pointsOf(rates, 'ceiling')).toEqual([]);
    expect(pointsOf(rates, 'without refractory period')).toEqual([]);
  });

  it('lays the parts end to end, from the start of the run to the last spike', () => {
    const { neuron } = atStart.experiment;
    expect(intervalParts(neuron, [10, 25], 26)).toEqual({
      held: [
        { from: 10, to: 12 },
        { from: 25, to: 26 },
      ],
      climbs: [
        { from: 0, to: 10 },
        { from: 12, to: 25 },
      ],
    });
    expect(intervalParts(neuron, [], 100)).toEqual({ held: [], climbs: [] });
    const [trace] = plotsOf(atStart);
    const climbs = barsOf(trace, 'climbs');
    // 120 ms hold three spikes: at 32.19, 66.38 and 100.57 ms.
    expect(climbs).toHaveLength(3);
    const climb = 20 * Math.log(5);
    // 1e-9 ms: differences of spike times of 100 ms.
    for (const { from, to } of climbs) expect(to - from).toBeCloseTo(climb, 9);
    expect(climbs.map(({ from }) => from)).toEqual([
      0,
      ...barsOf(trace, 'held')
        .slice(0, 2)
        .map(({ to }) => to),
    ]);
  });

  it('draws the rate by the formula, with its refractory period below and without it above', () => {
    const [, rates] = plotsOf(run(2.5, { t_ref: 4 }));
    const interval = (current: number) => 20 * Math.log(current / (current - 2));
    const heldTo = (extra: number) => (x: number) => (x > 2 ? 1000 / (extra + interval(x)) : 0);
    for (const [id, rate] of [
      ['formula', heldTo(4)],
      ['without refractory period', heldTo(0)],
    ] as const) {
      const points = pointsOf(rates, id);
      expect(points.length).toBeGreaterThan(10);
      for (const { x, y } of points) expect(Math.abs(y - rate(x))).toBeLessThan(1e-6);
    }
    expect(pointsOf(rates, 'ceiling').map(({ y }) => y)).toEqual([250, 250]);
    const [run4] = pointsOf(rates, 'run');
    expect(run4!.x).toBe(2.5);
    expect(run4!.y).toBeCloseTo(1000 / (4 + interval(2.5)), 9);
  });

  it('keeps its axes while sliders move, and cuts off the curve without a refractory period', () => {
    const ranges = (of: Run) =>
      plotsOf(of).map(({ x, panels }) => [x.range, panels.map(({ axis }) => axis.range)]);
    for (const other of [
      run(5),
      run(0),
      run(2.5, { t_ref: 10 }),
      run(2.5, { V_reset: -60 }),
      run(4, { V_th: -41 }),
    ])
      expect(ranges(other)).toEqual(ranges(atStart));
    const [, rates] = plotsOf(run(2.5, { C_m: 1 }));
    const [, top] = rates.panels[0]!.axis.range;
    const without = pointsOf(rates, 'without refractory period').filter(({ y }) => !Number.isNaN(y));
    // 10 ms · ln(20/18) at 20 nA are 949 Hz.
    expect(top).toBeLessThan(949);
    expect(Math.max(...without.map(({ y }) => y))).toBeCloseTo(top, 9);
  });

  it('refuses what has no such interval', () => {
    expect(() => parse({ inputs: [{ type: 'sine' }] })).toThrow('inputs must be one step over the whole run');
    expect(() => parse({ inputs: step(3), neuron: { leak: false } })).toThrow('must be true');
    expect(() => parse({ inputs: step(3), neuron: { threshold: false } })).toThrow('must be true');
    expect(() => parse({ inputs: step(3), neuron: { V_m: -49 } })).toThrow(
      'neuron.V_m must be below V_th, -50 mV, got -49 mV',
    );
    expect(() => parse({ inputs: step(3), neuron: { V_reset: -50 } })).toThrow(
      'neuron.V_reset must be below',
    );
    expect(() => parse({ inputs: step(3) }, { to: 0 })).toThrow(
      'settings.to (largest current of the curve) must be a number from 0.1 to 1000 nA, got 0 nA',
    );
  });
});

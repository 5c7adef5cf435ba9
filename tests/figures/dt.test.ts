import { describe, expect, it } from 'vitest';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import { DT, type DtRecording } from '../../src/components/demos/dt/dt.ts';
import { errorsAt } from '../../src/components/demos/dt/dt-errors.ts';
import { firstOrderErrorMv, regimeOf } from '../../src/components/demos/dt/dt-regime.ts';
import type { Plot } from '../../src/figures/plot.ts';

type Run = Parameters<typeof DT.plots>[0];
const run = (experiment: object) =>
  runOf<DtRecording>(DT, parseValues(DT, { experiment: { method: 'euler', ...experiment } })) as Run;
const step = (amplitude: number) => [{ type: 'step', amplitude }];
const spiking = (dt: number, amplitude = 2.5, neuron = {}) => run({ inputs: step(amplitude), dt, neuron });
/** The course's neuron without a threshold: τ = 20 ms, at 1.5 nA from −70 mV towards −55 mV. */
const passive = (dt: number, amplitude = 1.5) =>
  run({ inputs: step(amplitude), dt, neuron: { threshold: false } });
const sentence = (of: Run) => DT.describe(of);
const atStart = spiking(1);
const plotsOf = (of: Run) =>
  DT.plots(of, {
    frame: DT.frame(atStart, DT.defaults.controls),
    width: 330,
    lens: 'plain',
    formula: false,
  }) as [Plot, Plot];
const pointsOf = ({ marks }: Plot, id: string) =>
  marks.flatMap((mark) =>
    mark.id === id && (mark.kind === 'line' || mark.kind === 'dots') ? mark.points : [],
  );

describe('the time-step lab', () => {
  it('takes Euler’s steps: each leaves 1 − dt/τ of the distance to the steady state', () => {
    for (const dt of [0.5, 5, 20, 30, 40, 45]) {
      const { V_m } = passive(dt).recording;
      expect(V_m.length).toBe(Math.floor(200 / dt) + 1);
      // 1e-11 mV: a rounding for each of 400 steps, 1.4e-14 mV at most, grown 1.25 times in each of the last.
      V_m.forEach((u, n) => expect(Math.abs(u - (-55 - 15 * (1 - dt / 20) ** n))).toBeLessThan(1e-11));
    }
  });

  it('takes exact steps: they lie on the formula at every width, to rounding', () => {
    for (const dt of [0.01, 0.3, 1, 20, 45]) {
      const { recording } = passive(dt);
      const { t, V_m } = recording.exact;
      expect(V_m.length).toBe(Math.floor(200 / dt + 1e-9) + 1);
      // Four roundings of a number of 70 mV.
      V_m.forEach((u, n) => expect(Math.abs(u - (-55 - 15 * Math.exp(-t[n]! / 20)))).toBeLessThan(6e-14));
      expect(recording.here.exact).toBeLessThan(6e-14);
    }
  });

  it('has the three intervals of the course at 1 ms and 2.5 nA: Euler 34, exact update 35, truth 34.19 ms', () => {
    const truth = 2 + 20 * Math.log(5);
    expect(truth).toBeCloseTo(34.19, 2);
    const { here, spikes, exact, precise } = spiking(1).recording;
    const interval = (times: Float64Array) => times[2]! - times[1]!;
    expect(interval(spikes)).toBe(34);
    expect(interval(exact.spikes)).toBe(35);
    // 1e-12 ms: a sum of two rounded numbers of 34.
    expect(Math.abs(interval(precise.spikes) - truth)).toBeLessThan(1e-12);
    expect(here.euler).toBeCloseTo(34 - truth, 11);
    expect(here.exact).toBeCloseTo(35 - truth, 11);
    expect(sentence(spiking(1))).toContain(
      'the interval is 34.19\u00a0ms; with a step of 1\u00a0ms Euler makes it 34.00\u00a0ms, the exact update 35.00\u00a0ms',
    );
  });

  it('finds Euler to be of order 1: ten times shorter steps are ten times less wrong, by what theory says', () => {
    const { sweep } = passive(1).recording;
    expect(sweep).toHaveLength(37);
    const at = (dt: number) => sweep.find(({ dtMs }) => dtMs === dt)!.euler;
    // The next order is dt/τ of it: 0.005 at 0.1 ms.
    expect(at(0.1) / at(0.01)).toBeCloseTo(10, 1);
    expect(at(1) / at(0.1)).toBeCloseTo(10, 0);
    const written = (15 * 0.01) / (2 * Math.E * 20);
    expect(firstOrderErrorMv(15, 0.01, 20)).toBeCloseTo(written, 15);
    expect(at(0.01) / written).toBeCloseTo(1, 3);
    // The exact update has no order: nowhere more than rounding.
    for (const { exact } of sweep) expect(exact).toBeLessThan(6e-14);
  });

  it('is wrong about the interval by at most a step and what the grid does to the refractory period', () => {
    let count = 0;
    for (const { dtMs, exact } of spiking(1).recording.sweep) {
      const held = Math.round(2 / dtMs) * dtMs - 2;
      expect(exact).toBeGreaterThanOrEqual(held - 1e-9);
      expect(exact).toBeLessThanOrEqual(held + dtMs + 1e-9);
      count++;
    }
    expect(count).toBe(37);
  });

  it('compares with the run’s own step, and Euler is never later than the exact update', () => {
    for (const dt of [0.01, 0.13, 1, 7.9, 45]) {
      const { euler, exact } = errorsAt(spiking(dt).experiment, dt);
      expect(spiking(dt).recording.here).toEqual({ dtMs: dt, euler, exact });
      expect(euler).toBeLessThanOrEqual(exact + 1e-9);
    }
  });

  it('names what Euler does on either side of τ and 2τ, and at just these', () => {
    const regimes = [0.01, 19.9, 20, 20.1, 39.9, 40, 40.1, 45].map((dt) => regimeOf(dt, 20));
    expect(regimes).toEqual([
      'monotone',
      'monotone',
      'at once',
      'oscillating',
      'oscillating',
      'for ever',
      'diverging',
      'diverging',
    ]);
    // 0.1 MΩ · 3 nF is 0.30000000000000004 ms.
    expect(regimeOf(0.3, 0.1 * 3)).toBe('at once');
    expect(sentence(passive(19))).toContain('never goes past −55.0\u00a0mV');
    expect(sentence(passive(20))).toContain('just τ: Euler jumps to −55.0\u00a0mV in a single step');
    // 1 − 30/20 and e^(−1.5).
    expect(sentence(passive(30))).toContain('between τ and 2τ');
    expect(sentence(passive(30))).toContain('1 − dt/τ = −0.500, the exact update by e^(−dt/τ) = 0.223');
    expect(sentence(passive(40))).toContain('swings about −55.0\u00a0mV for ever');
    expect(sentence(passive(45))).toContain('diverges, at each step 1.25 times as far');
    expect(sentence(passive(45, 0))).toBe('u stays at −70\u00a0mV, whatever the step.');
  });

  it('says when the neuron never fires, also when a long step of Euler makes it', () => {
    expect(sentence(spiking(1, 2))).toBe(
      'At 2\u00a0nA the neuron never fires, and there is no interval to compare. Neither method fires it.',
    );
    // A step of 30 ms from rest leads to 1.5 · 19 mV, past the 20 mV to threshold.
    expect(sentence(spiking(30, 1.9))).toContain('Euler fires it every 30.00\u00a0ms all the same');
  });

  it('says what the grid makes of the refractory period', () => {
    expect(sentence(spiking(1))).not.toContain('refractory');
    expect(sentence(spiking(0.3))).toContain('the refractory period of 2\u00a0ms lasts 2.1\u00a0ms');
    expect(sentence(spiking(5))).toContain('the refractory period of 2\u00a0ms lasts 0\u00a0ms');
  });

  it('keeps its axes whatever the step, and a diverging line inside them', () => {
    const ranges = (of: Run) =>
      plotsOf(of).map(({ x, panels }) => [x.range, panels.map(({ axis }) => axis.range)]);
    expect(ranges(spiking(45))).toEqual(ranges(atStart));
    expect(ranges(passive(45))).toEqual(ranges(passive(0.1)));
    const [trace] = plotsOf(passive(45, 5));
    const [low, high] = trace.panels[0]!.axis.range;
    const heights = pointsOf(trace, 'euler').map(({ y }) => y);
    // 50 mV of distance, 1.25 times as far at every step: up to 42.5, then down to −98 and up to 77 mV.
    expect(heights.some(Number.isNaN)).toBe(true);
    expect(heights.filter((y) => y < low || y > high)).toEqual([]);
    expect(pointsOf(trace, 'euler-samples').every(({ y }) => y >= low && y <= high)).toBe(true);
  });

  it('draws a dot at every point of a coarse grid and none on a fine one', () => {
    expect(pointsOf(plotsOf(passive(20))[0], 'exact-samples')).toHaveLength(11);
    expect(pointsOf(plotsOf(passive(1))[0], 'exact-samples')).toHaveLength(0);
  });

  it('marks the step of the run among all others', () => {
    const [, errors] = plotsOf(passive(10));
    const [here] = pointsOf(errors, 'euler-here');
    // After one step of 10 ms Euler has done half the way, the truth 1 − e^(−1/2); later it is nearer.
    const worst = Math.max(...[1, 2, 3, 4].map((n) => 15 * (Math.exp(-n / 2) - 0.5 ** n)));
    expect(here!.x).toBeCloseTo(1, 12);
    expect(10 ** here!.y).toBeCloseTo(worst, 9);
  });

  it('refuses what has no time constant, no constant current, or would take too long', () => {
    const parse = (experiment: object) => parseValues(DT, { experiment: { method: 'euler', ...experiment } });
    expect(() => parse({ inputs: [{ type: 'pulse' }] })).toThrow(
      'inputs must be one step over the whole run',
    );
    expect(() => parse({ inputs: [{ type: 'step', start: 5 }] })).toThrow('one step over the whole run');
    expect(() => parse({ inputs: step(1), neuron: { leak: false } })).toThrow('neuron.leak must be true');
    const limit = (got: string) =>
      `the run, ten time constants and two intervals must each last at most 2000 ms, got ${got}`;
    expect(() => parse({ inputs: step(1), neuron: { C_m: 21 } })).toThrow(limit('2100 ms'));
    expect(() => parse({ inputs: step(1), duration: 2001 })).toThrow(limit('2001 ms'));
    expect(() => parse({ inputs: step(2.5), neuron: { t_ref: 1000 } })).toThrow(limit('2064.3'));
    // From event to event it is a spike every 4e-5 ms.
    expect(() => parse({ inputs: step(1e6), neuron: { t_ref: 0 } })).toThrow('could hold 5.0e+6 spikes');
    expect(() => parse({ inputs: step(1), method: 'exact' })).toThrow('method must be');
  });
});

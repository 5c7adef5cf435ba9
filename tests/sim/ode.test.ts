/** Orders of convergence of the one-step methods and the adaptive method on problems with known solutions. */
import { describe, expect, test } from 'vitest';
import { Dop853 } from '../../src/sim/dop853.ts';
import { DENSE, ERROR_3, ERROR_5, NODES, STAGES } from '../../src/sim/dop853-tableau.ts';
import { stepperOf, type OdeSystem, type StepMethod } from '../../src/sim/ode.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

/** y″ = −y as a system: y = (cos t, −sin t) from (1, 0). */
const CIRCLE: OdeSystem = {
  size: 2,
  h: 0,
  slope(y, out) {
    out[0] = y[1] as number;
    out[1] = -(y[0] as number);
  },
};
/** y′ = y²·cos t: y = 1/(2 − sin t) from 1/2; depends on time, and is not linear. */
const NONLINEAR: OdeSystem = {
  size: 1,
  h: 0,
  slope(y, out) {
    out[0] = (y[0] as number) ** 2 * Math.cos(this.h);
  },
};

const order = (coarse: number, fine: number) => Math.log2(Math.abs(coarse / fine));

const ORDERS: readonly (readonly [StepMethod, number, number])[] = [
  ['euler', 1, 0.05],
  ['rk2', 2, 0.05],
  ['rk4', 4, 0.1],
];

describe.each(ORDERS)('%s', (method, expected, tolerance) => {
  test(`is of order ${expected} where the solution is known`, () => {
    const error = (steps: number) => {
      const y = Float64Array.of(0.5);
      const step = stepperOf(method, NONLINEAR);
      for (let k = 0; k < steps; k++) {
        NONLINEAR.h = (2 * k) / steps;
        step(y, 2 / steps);
      }
      return (y[0] ?? NaN) - 1 / (2 - Math.sin(2));
    };
    expect(Math.abs(order(error(400), error(800)) - expected)).toBeLessThan(tolerance);
  });

  // Below threshold the solution is smooth; the adaptive method, 1e-9 mV from scipy, stands for the truth.
  const smooth = [
    ['adex', { model: 'adex' }, { type: 'sine', amplitude: 0.2, frequency: 20 }, 0.25],
    ['izhikevich', { model: 'izhikevich' }, { type: 'sine', amplitude: 2, frequency: 20 }, 0.25],
    ['hodgkin_huxley', { model: 'hodgkin_huxley' }, { type: 'sine', amplitude: 1, frequency: 20 }, 0.03125],
  ] as const;
  test.each(smooth)(`is of order ${expected} for %s below threshold`, (_, neuron, input, dt) => {
    const finest = method === 'euler' ? dt / 64 : dt / 4;
    const at = (width: number, by: string) => {
      const { V_m, spikes } = simulate(
        parseExperiment({ version: 1, neuron, inputs: [input], duration: 40, method: by, dt: width }),
      );
      expect(spikes).toHaveLength(0);
      return V_m.at(-1) ?? NaN;
    };
    const truth = at(dt, 'adaptive');
    const coarse = at(finest * 2, method) - truth;
    const fine = at(finest, method) - truth;
    expect(Math.abs(order(coarse, fine) - expected)).toBeLessThan(tolerance);
  });
});

describe('the tableau of DOP853', () => {
  const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);

  test('every stage looks where its weights add up to', () => {
    expect(STAGES).toHaveLength(NODES.length);
    STAGES.forEach(({ weights }, s) => expect(total(weights)).toBeCloseTo(NODES[s] ?? NaN, 13));
  });

  test('integrates powers up to t⁷ exactly, and estimates no error of a constant', () => {
    const { stages, weights } = STAGES[12] ?? { stages: [], weights: [] };
    for (let power = 0; power <= 7; power++) {
      const sum = total(weights.map((weight, j) => weight * (NODES[stages[j] ?? 0] ?? NaN) ** power));
      expect(sum).toBeCloseTo(1 / (power + 1), 13);
    }
    for (const row of [ERROR_5, ERROR_3, ...DENSE]) {
      // Weights of up to 24 cancel: their rounding is what is left.
      expect(Math.abs(total(row.weights))).toBeLessThan(1e-12);
    }
  });
});

describe('Dop853', () => {
  const solver = (relative: number) => new Dop853(CIRCLE, relative, Float64Array.of(relative, relative), 0);

  test('is of order 8, and its continuous output of order 7 at least', () => {
    const errors = [0.5, 0.25].map((width) => {
      const one = solver(1);
      one.begin(Float64Array.of(1, 0), 0);
      one.advance(1e-9);
      one.begin(Float64Array.of(1, 0), 0);
      one.from.set(one.to);
      one.slopeFrom.set(one.slopeTo);
      one.retry(width);
      return [(one.to[0] ?? NaN) - Math.cos(width), one.at(0, 0.4) - Math.cos(0.4 * width)] as const;
    });
    const [[coarse, coarseDense], [fine, fineDense]] = errors as [
      readonly [number, number],
      readonly [number, number],
    ];
    // The error of one step is of one order more; at half its width it falls 2⁹-fold, 2⁸-fold between.
    expect(order(coarse, fine)).toBeGreaterThan(8.7);
    expect(order(coarseDense, fineDense)).toBeGreaterThan(7.7);
  });

  test('keeps its tolerance over a hundred turns of a circle, also between steps', () => {
    const one = solver(1e-12);
    const end = 200 * Math.PI;
    one.begin(Float64Array.of(1, 0), 0);
    let steps = 0;
    let worst = 0;
    while (one.h + one.width < end) {
      expect(one.advance(end)).toBe(true);
      for (const x of [0, 0.3, 0.7, 1]) {
        worst = Math.max(worst, Math.abs(one.at(0, x) - Math.cos(one.h + x * one.width)));
      }
      steps++;
    }
    expect(one.h + one.width).toBe(end);
    // 1e-12 a step, steps of about a third of a radian, errors that add up.
    expect(worst).toBeLessThan(1e-9);
    expect(steps).toBeLessThan(4000);
  });

  test('says when a pole lies ahead instead of crossing it', () => {
    // y′ = y² from 1 has its pole at t = 1.
    const pole: OdeSystem = { size: 1, h: 0, slope: (y, out) => void (out[0] = (y[0] as number) ** 2) };
    const one = new Dop853(pole, 1e-10, Float64Array.of(1e-10), 0);
    one.begin(Float64Array.of(1), 0);
    let steps = 0;
    while (one.advance(2) && steps < 10_000) steps++;
    expect(steps).toBeLessThan(1000);
    expect(Math.abs(one.h - 1)).toBeLessThan(1e-9);
  });
});

/** AdEx against scipy's DOP853 (tests/reference/scipy_adex.json) and the numbers of lesson 9. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ADEX_PRESETS } from '../../src/sim/adex-params.ts';
import type { AdexNeuron } from '../../src/sim/experiment.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { adexPlane } from '../../src/sim/adex-plane.ts';
import { simulate } from '../../src/sim/simulate.ts';

interface ScipyRun {
  name: string;
  /** pF, nS, mV, ms, pA. */
  params: Record<
    | 'C_m'
    | 'g_L'
    | 'E_L'
    | 'V_th'
    | 'Delta_T'
    | 'a'
    | 'tau_w'
    | 'b'
    | 'V_reset'
    | 'I_e'
    | 't_ref'
    | 'V_peak'
    | 'V_m',
    number
  >;
  spikes_ms: number[];
  t_ms: number[];
  V_mV: number[];
  w_pA: number[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../reference/scipy_adex.json', import.meta.url), 'utf8'),
) as { cases: ScipyRun[] };

const run = (amplitude: number, neuron: object = {}, rest: object = {}) =>
  simulate(
    parseExperiment({
      version: 1,
      neuron: { model: 'adex', ...neuron },
      inputs: [{ type: 'step', amplitude }],
      ...rest,
    }),
  );
const intervals = (spikes: Float64Array) => Array.from(spikes.subarray(1), (t, i) => t - (spikes[i] ?? 0));

test('the reference has four firing patterns with 80 spikes', () => {
  expect(cases).toHaveLength(4);
  expect(cases.reduce((sum, { spikes_ms }) => sum + spikes_ms.length, 0)).toBe(80);
});

describe.each(cases)('$name, adaptive', ({ params, spikes_ms, t_ms, V_mV, w_pA }) => {
  const { I_e, C_m, g_L, a, b, ...same } = params;
  const neuron = { ...same, C_m: C_m / 1000, g_L: g_L / 1000, a: a / 1000, b: b / 1000 };
  const { V_m, signals, spikes } = run(I_e / 1000, neuron, { duration: 500, dt: 0.5 });

  test('every spike is within 1e-6 ms', () => {
    expect(spikes).toHaveLength(spikes_ms.length);
    spikes_ms.forEach((time, i) => expect(Math.abs((spikes[i] ?? NaN) - time)).toBeLessThan(1e-6));
  });

  test('V and w are those of the reference between spikes', () => {
    let [V, w, compared] = [0, 0, 0];
    t_ms.forEach((t, k) => {
      // Beside a spike V moves by more in the rounding of t than the tolerance.
      if (spikes_ms.some((spike) => Math.abs(spike - t) < 0.05)) return;
      V = Math.max(V, Math.abs((V_m[k] ?? NaN) - (V_mV[k] ?? NaN)));
      w = Math.max(w, Math.abs((signals['w']?.[k] ?? NaN) - (w_pA[k] ?? NaN) / 1000));
      compared++;
    });
    expect(compared).toBeGreaterThan(980);
    // mV and nA; the reference is good to its rtol of 1e-13 per step, times the upstroke's amplification.
    expect(V).toBeLessThan(1e-7);
    expect(w).toBeLessThan(1e-11);
  });
});

describe('lesson 9', () => {
  const DIGIT = 0.05;

  test('at 1 nA the intervals are 13.5, 15.8, 18.5 ms', () => {
    const [first, second, third] = intervals(run(1).spikes);
    expect(Math.abs((first ?? NaN) - 13.5)).toBeLessThan(DIGIT);
    expect(Math.abs((second ?? NaN) - 15.8)).toBeLessThan(DIGIT);
    expect(Math.abs((third ?? NaN) - 18.5)).toBeLessThan(DIGIT);
  });

  test('at 0.8 nA the intervals grow from 22.7 to 66.9 ms', () => {
    const all = intervals(run(0.8, {}, { duration: 1000 }).spikes);
    expect(Math.abs((all[0] ?? NaN) - 22.7)).toBeLessThan(DIGIT);
    expect(Math.abs((all.at(-1) ?? NaN) - 66.9)).toBeLessThan(DIGIT);
    all.slice(1).forEach((interval, i) => expect(interval).toBeGreaterThan((all[i] ?? 0) - 1e-9));
  });

  test('the bursting preset fires in pairs: short and long intervals take turns', () => {
    const all = intervals(run(0.8, ADEX_PRESETS.bursting.neuron, { duration: 1000 }).spikes).slice(1);
    expect(all.length).toBeGreaterThan(20);
    all.forEach((interval, i) => {
      if (i % 2 === 0) expect(interval).toBeGreaterThan(50);
      else expect(interval).toBeLessThan(2);
    });
  });
});

describe('events', () => {
  const adex = parseExperiment({ version: 1, neuron: { model: 'adex' } }).neuron as AdexNeuron;
  const with1nA = (inputs: object[], rest: object = {}) =>
    simulate(
      parseExperiment({ version: 1, neuron: { model: 'adex' }, inputs, duration: 60, dt: 0.1, ...rest }),
    ).spikes;

  test('a later input gives the same spikes later: edges lie where they lie, not on a grid', () => {
    const shift = Math.PI;
    const { V, y } = adexPlane(adex, 0).fixedPoints[0] ?? { V: NaN, y: NaN };
    const neuron = { model: 'adex', V_m: V, w: y };
    const first = with1nA([{ type: 'step', amplitude: 1, start: 5 }], { neuron });
    const second = with1nA([{ type: 'step', amplitude: 1, start: 5 + shift }], {
      neuron,
      duration: 60 + shift,
    });
    expect(second.length).toBe(first.length);
    expect(first.length).toBeGreaterThan(2);
    // It starts at its fixed point and stays there, up to the tolerance.
    first.forEach((time, i) => expect(Math.abs((second[i] ?? NaN) - time - shift)).toBeLessThan(1e-8));
  });

  test('the sampling step changes no adaptive spike', () => {
    const step = [{ type: 'step', amplitude: 1 }];
    expect(with1nA(step, { dt: 7.3 })).toEqual(with1nA(step));
  });

  test('a delta synapse that lifts V over V_peak fires at its arrival, and b is added', () => {
    const neuron = { model: 'adex', b: 0.1 };
    const inputs = [{ type: 'spikes', times: [10.03, 20], weight: 40, synapse: 'delta' }];
    for (const [method, expected] of [
      ['adaptive', 10.03],
      ['rk4', 10.1],
    ] as const) {
      const { spikes, V_m, signals } = simulate(
        parseExperiment({ version: 1, neuron, inputs, duration: 15, method }),
      );
      expect(spikes).toHaveLength(1);
      expect(spikes[0]).toBeCloseTo(expected, 12);
      // The first sample at or after the spike shows the reset, up to 0.07 ms of decay towards the same rest.
      expect(Math.abs((V_m[101] ?? NaN) + 70.6)).toBeLessThan(0.1);
      expect(Math.abs((signals['w']?.[101] ?? NaN) - 0.1)).toBeLessThan(1e-3);
    }
  });

  test('V is held for t_ref while w moves on', () => {
    const { V_m, spikes, signals } = run(1, { t_ref: 5 }, { duration: 40, dt: 0.1 });
    const [first = NaN] = spikes;
    const inside = Math.ceil(first / 0.1);
    for (let k = inside; k * 0.1 < first + 5; k++) expect(V_m[k]).toBeCloseTo(-70.6, 12);
    expect(V_m[Math.ceil((first + 5) / 0.1) + 1]).toBeGreaterThan(-70.6);
    // τ_w dw/dt = a·0 − w: w decays by e^{−1/144} in 1 ms.
    const w = signals['w'] ?? new Float64Array();
    expect((w[inside + 10] ?? NaN) / (w[inside] ?? NaN)).toBeCloseTo(Math.exp(-1 / 144), 10);
  });

  test('on the grid a spike is stamped at the end of its step ("nest") or at its start ("brian2")', () => {
    const rest = { method: 'rk4', duration: 12.5 };
    const nest = run(1, {}, { ...rest, grid: 'nest' }).spikes;
    const brian2 = run(1, {}, { ...rest, grid: 'brian2' }).spikes;
    expect(nest).toHaveLength(1);
    expect((nest[0] ?? NaN) - (brian2[0] ?? NaN)).toBeCloseTo(0.1, 12);
  });
});

describe('limits', () => {
  test('the exponential neuron with Δ_T → 0 fires as the LIF neuron does: τ ln(RI/(RI − θ))', () => {
    const sharp = { a: 0, b: 0, Delta_T: 0.001, V_peak: -50.3 };
    const expected = (0.281 / 0.03) * Math.log(1 / (1 - 20.2 / (1 / 0.03)));
    // The upstroke begins about Δ_T·ln(…) before V_T and takes about Δ_T over the slope: some 1e-3 ms.
    expect(Math.abs((run(1, sharp).spikes[0] ?? NaN) - expected)).toBeLessThan(0.01);
  });

  test('V_peak in the steepest upstroke: nothing overflows, and later spikes come no earlier', () => {
    const steep = { Delta_T: 0.2, V_peak: 79 };
    const { spikes, V_m } = run(1, steep, { duration: 100 });
    const lower = run(1, { ...steep, V_peak: 0 }, { duration: 100 }).spikes;
    expect(V_m.every(Number.isFinite)).toBe(true);
    expect(spikes.length).toBe(lower.length);
    // e^−250 of τ_m lies between the two.
    spikes.forEach((time, i) => expect(Math.abs(time - (lower[i] ?? NaN))).toBeLessThan(1e-8));
  });

  test.each(['euler', 'rk2', 'rk4'])('%s with far too long a step stays finite', (method) => {
    for (const amplitude of [-1e6, 1, 1e6]) {
      const { V_m, signals } = run(amplitude, { tau_w: 0.01 }, { method, dt: 100, duration: 1e5 });
      expect(V_m).toHaveLength(1001);
      expect(V_m.every(Number.isFinite)).toBe(true);
      expect(signals['w']?.every(Number.isFinite)).toBe(true);
    }
  });
});

test('what is refused is named with its unit', () => {
  expect(() => run(1, { V_reset: -40 })).toThrow(
    'neuron.V_reset must be below neuron.V_peak (-40.4 mV), got -40 mV',
  );
  expect(() => run(1, { a: -0.03 })).toThrow(
    'neuron.a must be above −g_L (-0.03 µS), or the potential falls without end; got -0.03 µS',
  );
  expect(() => run(1, { Delta_T: 0.05, V_peak: 0 })).toThrow(
    /^neuron\.Delta_T must be at least \(V_peak − V_th\)\/650 = 0\.0775\d* mV, got 0\.05 mV$/,
  );
  expect(() => run(1, { b: -0.1 })).toThrow(
    'neuron.b (spike-triggered adaptation) must be a number from 0 to 10000 nA, got -0.1 nA',
  );
  expect(() => run(1e6)).toThrow(
    /^duration 200 ms could need [\d.]+e\+\d+ adaptive steps; a run may take at most/,
  );
});

/** AdEx against scipy's DOP853 (tests/reference/scipy_adex.json) and the numbers of lesson 9. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ADEX_PRESETS } from '../../src/sim/adex-params.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
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

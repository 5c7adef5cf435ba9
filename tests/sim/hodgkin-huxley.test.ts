/** Hodgkin–Huxley against NEURON 8.2.2 and scipy's DOP853 (tests/reference/hh_squid.json), the limits of its rates,
 *  and the numbers of lesson 9. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gatesAt, writeRates } from '../../src/sim/hh-rates.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

interface SquidRun {
  I_uA_cm2: number;
  onset_ms: number;
  T_ms: number;
  V_init_mV: number;
  t_ms: number[];
  V_neuron_mV: number[];
  V_scipy_mV: number[];
  m: number[];
  h: number[];
  n: number[];
  crossings_0mV_scipy_ms: number[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../reference/hh_squid.json', import.meta.url), 'utf8'),
) as { cases: SquidRun[] };

const run = (amplitude: number, rest: object = {}, neuron: object = {}, start = 0) =>
  simulate(
    parseExperiment({
      version: 1,
      neuron: { model: 'hodgkin_huxley', ...neuron },
      inputs: [{ type: 'step', amplitude, start }],
      ...rest,
    }),
  );

function largestDifference(ours: Float64Array | undefined, theirs: readonly number[]): number {
  return theirs.reduce((worst, value, k) => Math.max(worst, Math.abs((ours?.[k] ?? NaN) - value)), 0);
}

test('the reference has three currents of 600 samples', () => {
  expect(cases.map(({ t_ms }) => t_ms.length)).toEqual([600, 600, 600]);
});

describe.each(cases)('$I_uA_cm2 µA/cm²', (reference) => {
  const squid = { E_L: -54.3, V_m: reference.V_init_mV };
  const at = (rest: object) =>
    run(reference.I_uA_cm2, { duration: reference.T_ms, ...rest }, squid, reference.onset_ms);
  const adaptive = at({});

  test('V is that of NEURON and scipy within 1e-5 mV, the gates within 1e-8', () => {
    expect(adaptive.V_m.length).toBeGreaterThanOrEqual(600);
    // NEURON and scipy differ from each other by up to 3.7e-6 mV.
    expect(largestDifference(adaptive.V_m, reference.V_neuron_mV)).toBeLessThan(1e-5);
    expect(largestDifference(adaptive.V_m, reference.V_scipy_mV)).toBeLessThan(1e-7);
    for (const gate of ['m', 'h', 'n'] as const) {
      expect(largestDifference(adaptive.signals[gate], reference[gate])).toBeLessThan(1e-8);
    }
  });

  test('spikes are the upward crossings of 0 mV, within 1e-8 ms', () => {
    expect(adaptive.spikes).toHaveLength(reference.crossings_0mV_scipy_ms.length);
    // scipy's own crossings are those of its continuous output, good to about 1e-9 ms.
    expect(largestDifference(adaptive.spikes, reference.crossings_0mV_scipy_ms)).toBeLessThan(1e-8);
  });

  test('crossings on a grid of 0.01 ms converge with the method', () => {
    const worst = (method: string) =>
      largestDifference(at({ method, dt: 0.01 }).spikes, reference.crossings_0mV_scipy_ms);
    // One step of Euler is 0.01 ms; each further order gains about a factor of twenty at this step.
    expect(worst('euler')).toBeLessThan(0.03);
    expect(worst('rk2')).toBeLessThan(2e-3);
    expect(worst('rk4')).toBeLessThan(1e-6);
  });
});

test('the currents of the channels and the capacitor add up to what is injected', () => {
  const { V_m, signals } = run(10, { duration: 30, dt: 0.0025 });
  let checked = 0;
  for (let k = 1; k + 1 < V_m.length; k++) {
    const capacitor = ((V_m[k + 1] ?? NaN) - (V_m[k - 1] ?? NaN)) / 0.005;
    const channels =
      (signals['I_Na']?.[k] ?? NaN) + (signals['I_K']?.[k] ?? NaN) + (signals['I_L']?.[k] ?? NaN);
    // µA/cm²; a central difference is off by V‴·dt²/6, where V‴ reaches about 4e4 mV/ms³ in the upstroke.
    expect(Math.abs(capacitor + channels - (signals['I_e']?.[k] ?? NaN))).toBeLessThan(0.05);
    checked++;
  }
  expect(checked).toBe(11999);
});

describe('rates', () => {
  const rates = (V: number) => {
    const out = new Float64Array(6);
    writeRates(V, out);
    return out;
  };

  test('are those of the 1952 paper at −65 mV, its resting potential', () => {
    const x = (v: number) => v / 10 / -Math.expm1(-v / 10);
    const expected = [x(-25), 4, 0.07, 1 / (1 + Math.exp(3)), 0.1 * x(-10), 0.125];
    rates(-65).forEach((rate, i) => expect(rate).toBeCloseTo(expected[i] ?? NaN, 14));
  });

  test('agree with x/(1 − e^−x) by expm1 from −150 to 150 mV', () => {
    const x = (v: number) => (v === 0 ? 1 : v / -Math.expm1(-v));
    for (let V = -150; V <= 150; V += 0.37) {
      const [alphaM, , , , alphaN] = rates(V);
      // Relative: (1 − e^−x) near |x| = 0.1 loses one digit of e^−x.
      expect(Math.abs((alphaM ?? NaN) / x((V + 40) / 10) - 1)).toBeLessThan(1e-13);
      expect(Math.abs((alphaN ?? NaN) / (0.1 * x((V + 55) / 10)) - 1)).toBeLessThan(1e-13);
    }
  });

  test.each([
    ['α_m', -40, 0, 1, 0.05],
    ['α_n', -55, 4, 0.1, 0.005],
  ])('%s is smooth through its 0/0 at %d mV', (_, V, index, limit, slope) => {
    expect(rates(V)[index]).toBe(limit);
    for (const step of [1e-12, 1e-9, 1e-6, 1e-3, 0.5, 0.999, 1, 1.001]) {
      const up = rates(V + step)[index] ?? NaN;
      const down = rates(V - step)[index] ?? NaN;
      // 1 + x/2 + x²/12 − …: odd part x/2, even part 1 + x²/12 up to x⁴/720. V ± step rounds at 7e-15 mV.
      expect(Math.abs((up - down) / 2 - slope * step)).toBeLessThan(1e-14);
      expect(Math.abs((up + down) / 2 - limit * (1 + step ** 2 / 1200))).toBeLessThan(
        limit * 1e-4 * step ** 4 + 1e-14,
      );
    }
  });

  test('gates settle between closed and open, whatever the potential', () => {
    for (const V of [-1e6, -151, -65, 0, 151, 1e6]) {
      for (const { settled, tau } of Object.values(gatesAt(V))) {
        expect(settled).toBeGreaterThanOrEqual(0);
        expect(settled).toBeLessThanOrEqual(1);
        expect(tau).toBeGreaterThan(0);
      }
    }
  });
});

describe('lesson 9', () => {
  const long = { duration: 1000, dt: 1 };

  test('one spike from about 2.3 µA/cm²', () => {
    expect(run(2.2, long).spikes).toHaveLength(0);
    expect(run(2.3, long).spikes).toHaveLength(1);
  });

  test('repetitive firing from about 6.3 µA/cm², where it starts near 53 Hz and not near 0', () => {
    expect(run(6.2, long).spikes.length).toBeLessThan(5);
    const spikes = run(6.3, long).spikes;
    expect(spikes.length).toBeGreaterThan(50);
    const rateHz = (1000 * (spikes.length - 1)) / ((spikes.at(-1) ?? NaN) - (spikes[0] ?? NaN));
    expect(Math.abs(rateHz - 53)).toBeLessThan(1);
  });

  test('a pulse that ends a hyperpolarisation makes it fire by rebound', () => {
    const { spikes } = simulate(
      parseExperiment({
        version: 1,
        neuron: { model: 'hodgkin_huxley' },
        inputs: [{ type: 'step', amplitude: -10, start: 5, stop: 25 }],
        duration: 60,
      }),
    );
    expect(spikes).toHaveLength(1);
    expect(spikes[0]).toBeGreaterThan(25);
  });
});

test.each(['euler', 'rk2', 'rk4'])('%s with far too long a step stays within the batteries', (method) => {
  const { V_m, signals } = run(10, { method, dt: 1, duration: 1000 });
  for (const V of V_m) {
    expect(V).toBeGreaterThanOrEqual(-77);
    expect(V).toBeLessThanOrEqual(50 + 10 / 0.3);
  }
  for (const gate of ['m', 'h', 'n']) {
    expect(signals[gate]?.every((open) => open >= 0 && open <= 1)).toBe(true);
  }
});

test('what is refused is named with its unit', () => {
  expect(() => run(10, { method: 'rk4', dt: 2 })).toThrow(
    'dt must be at most 1 ms with method "rk4" for the Hodgkin–Huxley neuron, got 2 ms',
  );
  expect(() => run(1e7)).toThrow(
    'inputs.0.amplitude (current) must be a number from -1000000 to 1000000 µA/cm², got 10000000 µA/cm²',
  );
  expect(() => run(10, {}, { g_L: 0 })).toThrow(
    'neuron.g_L (leak conductance) must be a number from 0.001 to 1000 mS/cm², got 0 mS/cm²',
  );
  expect(() => run(10, { duration: 1e5, dt: 1 })).toThrow(
    /^duration 100000 ms could need 2\.0e\+7 adaptive steps/,
  );
});

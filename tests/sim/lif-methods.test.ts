/** The LIF methods against closed forms: orders of convergence, relations, double crossings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Method } from '../../src/sim/experiment.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { alphaPspPeak } from '../../src/sim/theory-synapses.ts';
import { orderOf } from './convergence.ts';

const passive = { E_L: 0, V_m: 0, V_th: 50, V_reset: 0, threshold: false };
const run = (fields: object) => simulate(parseExperiment({ version: 1, ...fields }));

/** A sine of 40 Hz and 1 nA from rest, solved by hand: R/√(1+(ωτ)²)·(sin(ωt − φ) + sin φ·e^{−t/τ}). */
function sineResponse(t: number): number {
  const omega = 0.08 * Math.PI;
  const lag = Math.atan(omega * 20);
  return (10 / Math.hypot(1, omega * 20)) * (Math.sin(omega * t - lag) + Math.sin(lag) * Math.exp(-t / 20));
}
const sine = [{ type: 'sine', amplitude: 1, frequency: 40 }];
const worst = (method: Method, dt: number) => {
  const { t, V_m } = run({ neuron: passive, inputs: sine, duration: 100, method, dt });
  return Math.max(...t.map((time, k) => Math.abs((V_m[k] ?? NaN) - sineResponse(time))));
};

describe('order of convergence', () => {
  test.each([
    ['euler', 1, 0.05],
    ['rk2', 2, 0.05],
    ['rk4', 4, 0.1],
  ] as const)('%s: %i', (method, order, within) => {
    const steps = [0.4, 0.2, 0.1, 0.05];
    const errors = steps.map((dt) => worst(method, dt));
    expect(Math.abs(orderOf(steps, errors) - order)).toBeLessThan(within);
  });
  test.each(['exact', 'precise'] as const)('%s has no error: 1e-14 mV of 2 mV at any step', (method) => {
    for (const dt of [0.4, 0.1, 10]) expect(worst(method, dt)).toBeLessThan(1e-14);
  });
  test('an edge inside a step costs no order', () => {
    const inputs = [{ type: 'step', amplitude: 1, start: 3.3333, stop: 50.0001 }];
    const errors = [0.4, 0.2, 0.1].map((dt) => {
      const settings = { neuron: passive, inputs, duration: 40, dt };
      const truth = run({ ...settings, method: 'exact' }).V_m;
      return Math.max(
        ...run({ ...settings, method: 'rk4' }).V_m.map((v, k) => Math.abs(v - (truth[k] ?? NaN))),
      );
    });
    expect(Math.abs(orderOf([0.4, 0.2, 0.1], errors) - 4)).toBeLessThan(0.1);
  });
});

describe('V against the closed form, 1e-12 of itself for 5 ms at steps down to 2^-10 ms', () => {
  test.each(['exact', 'precise'] as const)('%s', (method) => {
    let compared = 0;
    for (const dt of [1, 0.1, 2 ** -10]) {
      const inputs = [{ type: 'step', amplitude: 2.5 }];
      const { t, V_m } = run({ neuron: passive, inputs, duration: 5, dt, method });
      t.forEach((time, k) => {
        const truth = -25 * Math.expm1(-time / 20);
        expect(Math.abs((V_m[k] ?? NaN) - truth)).toBeLessThanOrEqual(1e-12 * truth);
        compared++;
      });
    }
    expect(compared).toBe(6 + 51 + 5121);
  });
});

describe('a double crossing inside a step is not missed', () => {
  // A short strong current lifts V over threshold and back between two samples 1 ms apart.
  const inputs = [
    { type: 'step', amplitude: 2 },
    { type: 'step', amplitude: 40, start: 100.2, stop: 100.3 },
    { type: 'step', amplitude: -60, start: 100.3, stop: 100.6 },
  ];
  test('precise fires once, exact on the grid not at all', () => {
    expect(run({ inputs, dt: 1, method: 'precise' }).spikes).toHaveLength(1);
    expect(run({ inputs, dt: 1, method: 'exact' }).spikes).toHaveLength(0);
  });
  test('a smooth bump over threshold is found however low it is, and none is invented', () => {
    // The peak of an alpha potential lies at 15.58 ms, far from every event: scale it to 20 mV ± 1e-12 of it.
    const { neuron } = parseExperiment({ version: 1 });
    if (neuron.model !== 'lif') throw new Error('the default model is lif');
    const peak = alphaPspPeak(neuron, 1, 5).heightMv;
    const fires = (height: number) =>
      run({ inputs: [{ type: 'spikes', times: [0], synapse: 'alpha', weight: height / peak }], dt: 1 }).spikes
        .length;
    expect(fires(20 + 2e-11)).toBe(1);
    expect(fires(20 - 2e-11)).toBe(0);
  });
});

describe('relations', () => {
  const spike = fc.record({
    start: fc.double({ min: 0, max: 150, noNaN: true }),
    amplitude: fc.double({ min: 0.5, max: 8, noNaN: true }),
  });
  test('the same R·I and R·C give the same run', () => {
    fc.assert(
      fc.property(spike, fc.constantFrom(0.25, 0.5, 2, 4), ({ start, amplitude }, scale) => {
        const one = run({ inputs: [{ type: 'step', start, amplitude }] });
        const other = run({
          neuron: { R_m: 10 * scale, C_m: 2 / scale },
          inputs: [{ type: 'step', start, amplitude: amplitude / scale }],
        });
        expect(other.spikes).toEqual(one.spikes);
        expect(other.V_m).toEqual(one.V_m);
      }),
      { numRuns: 50 },
    );
  });
  test('a later input gives the same spikes later', () => {
    fc.assert(
      fc.property(spike, fc.integer({ min: 1, max: 64 }), ({ amplitude }, delay) => {
        const spikes = (start: number) =>
          run({ inputs: [{ type: 'step', start, amplitude, stop: start + 100 }], duration: 300 }).spikes;
        const [early, late] = [spikes(0), spikes(delay)];
        expect(late).toHaveLength(early.length);
        early.forEach((time, i) => expect(Math.abs((late[i] ?? NaN) - time - delay)).toBeLessThan(1e-12));
      }),
      { numRuns: 50 },
    );
  });
  test('more current never gives fewer spikes', () => {
    fc.assert(
      fc.property(spike, fc.double({ min: 0, max: 3, noNaN: true }), ({ start, amplitude }, more) => {
        const count = (size: number) =>
          run({ inputs: [{ type: 'step', start, amplitude: size }] }).spikes.length;
        expect(count(amplitude + more)).toBeGreaterThanOrEqual(count(amplitude));
      }),
      { numRuns: 50 },
    );
  });
  test('two halves of a current are the current', () => {
    const whole = run({ inputs: [{ type: 'step', amplitude: 3 }] });
    const halves = run({
      inputs: [
        { type: 'step', amplitude: 1.5 },
        { type: 'step', amplitude: 1.5 },
      ],
    });
    expect(halves.spikes).toEqual(whole.spikes);
  });
  test('a recording that is handed back is written over and is the same', () => {
    const experiment = parseExperiment({ version: 1, inputs: [{ type: 'step' }], method: 'exact' });
    const first = simulate(experiment);
    const copy = structuredClone(first);
    const stronger = parseExperiment({
      version: 1,
      inputs: [{ type: 'step', amplitude: 4 }],
      method: 'exact',
    });
    const second = simulate(stronger, first);
    expect(second.V_m).toBe(first.V_m);
    expect(second).toEqual(simulate(stronger));
    expect(simulate(experiment, second)).toEqual(copy);
  });
});

describe('the grid', () => {
  test('nest stamps a spike at the end of its step, brian2 at its start', () => {
    const spikes = (grid: string) =>
      [...run({ inputs: [{ type: 'step' }], method: 'exact', grid, duration: 80 }).spikes].map((t) =>
        t.toFixed(1),
      );
    // First crossing at 32.189 ms, in the step from 32.1 to 32.2; then 20 or 19 clamped steps.
    expect(spikes('nest')).toEqual(['32.2', '66.4']);
    expect(spikes('brian2')).toEqual(['32.1', '66.2']);
  });
  test('at dt 1 ms the interval is 34 ms with Euler and 35 ms with the exact update', () => {
    const interval = (method: string) => {
      const { spikes } = run({ inputs: [{ type: 'step' }], method, dt: 1, duration: 100 });
      return (spikes[1] ?? NaN) - (spikes[0] ?? NaN);
    };
    expect(interval('euler')).toBe(34);
    expect(interval('exact')).toBe(35);
  });
  test('Euler is monotone up to dt = tau, oscillates up to 2 tau and diverges beyond', () => {
    const V = (dt: number) =>
      Array.from(
        run({
          neuron: { threshold: false },
          inputs: [{ type: 'step', amplitude: 1 }],
          method: 'euler',
          dt,
          duration: 10 * dt,
        }).V_m,
        (v) => v + 60,
      );
    const monotone = V(19);
    for (let k = 1; k < 11; k++) expect(monotone[k]).toBeGreaterThan(monotone[k - 1] ?? NaN);
    for (const [dt, grows] of [
      [35, false],
      [45, true],
    ] as const) {
      const values = V(dt);
      for (let k = 1; k < 11; k++) {
        expect(Math.sign(values[k] ?? NaN)).toBe(-Math.sign(values[k - 1] ?? NaN));
        expect(Math.abs(values[k] ?? NaN) > Math.abs(values[k - 1] ?? NaN)).toBe(grows);
      }
    }
  });
});

describe('under a constant current every interval of a grid run is the one before it', () => {
  // A second current of 0 nA changes nothing but makes an event of its own, from which the run is walked anew.
  test.each(['exact', 'euler', 'rk2', 'rk4'])('%s: events that change nothing change no sample', (method) => {
    for (const grid of ['nest', 'brian2']) {
      const inputs = [{ type: 'step', amplitude: 3, start: 20, stop: 900 }];
      const plain = { inputs, method, grid, duration: 1000, dt: 0.25 };
      const events = Array.from({ length: 40 }, (_, j) => ({ type: 'step', amplitude: 0, start: 21.5 * j }));
      const once = run(plain);
      const walked = run({ ...plain, inputs: [...inputs, ...events] });
      expect(once.spikes.length).toBeGreaterThan(25);
      expect([...once.spikes]).toEqual([...walked.spikes]);
      // The two sums round differently: some units in the last place of 70 mV.
      once.V_m.forEach((V, k) => expect(Math.abs(V - walked.V_m[k]!)).toBeLessThan(1e-12));
    }
  });
});

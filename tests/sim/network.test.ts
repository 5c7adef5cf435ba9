/** What a network does that can be said without running another simulator. */
import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { parseNetworkExperiment } from '../../src/sim/network-parse.ts';
import { NetworkRun, simulateNetwork } from '../../src/sim/network-simulate.ts';
import type { NetworkRecording } from '../../src/sim/network.ts';
import { simulate } from '../../src/sim/simulate.ts';

const GRIDS = ['nest', 'brian2'] as const;

function run(network: object, options: object = {}): NetworkRecording {
  return simulateNetwork(parseNetworkExperiment({ version: 1, network, ...options }));
}

/** One neuron that fires once, tau_m·ln(20/19) = 1.02587 ms after its start, and one that listens. */
function pair(synapse: 'delta' | 'exp', weight: number, delay: number, grid: 'nest' | 'brian2') {
  return run(
    {
      populations: [
        // Its refractory period outlasts the run.
        { name: 'source', size: 1, neuron: { E_L: 0, V_th: 1, V_reset: 0, I_e: 2, t_ref: 1000 } },
        { name: 'target', size: 1, neuron: { E_L: 0, V_th: 1e6, V_reset: -1, tau_syn_ex: 5, tau_syn_in: 5 } },
      ],
      projections: [
        { from: 'source', to: 'target', rule: { type: 'fixed_probability', p: 1 }, synapse, weight, delay },
      ],
    },
    { duration: 30, grid, record: { V_m: [{ population: 'target', index: 0 }] } },
  );
}

describe('a single spike', () => {
  // In the eleventh step, which begins at 1.0 and ends at 1.1 ms.
  test.each(GRIDS)('is stamped where grid "%s" says', (grid) => {
    const { spikes, senders } = pair('delta', 1, 0.5, grid);
    expect(Array.from(senders)).toEqual([0]);
    expect(spikes[0]).toBeCloseTo(grid === 'nest' ? 1.1 : 1.0, 12);
  });

  test.each(GRIDS.flatMap((grid) => [0.1, 0.5, 1.5, 12.3].map((delay) => ({ grid, delay }))))(
    'arrives exactly $delay ms after the end of its step, grid "$grid"',
    ({ grid, delay }) => {
      const [V] = pair('delta', 3, delay, grid).V_m;
      const arrival = 11 + Math.round(delay / 0.1);
      expect(V!.findIndex((v) => v !== 0)).toBe(arrival);
      expect(V![arrival]).toBe(3);
    },
  );

  test('arrives with its own step under grid "brian2" where the delay is 0', () => {
    const [V] = pair('delta', 3, 0, 'brian2').V_m;
    expect(V!.findIndex((v) => v !== 0)).toBe(11);
  });

  test.each([0.5, -0.5])(
    'makes the closed-form post-synaptic potential of an exponential current of %f nA',
    (weight) => {
      const [V] = pair('exp', weight, 1.5, 'nest').V_m;
      // R I tau_s/(tau_m − tau_s)·(e^(−t/tau_m) − e^(−t/tau_s)), R 10 MΩ, tau_m 20, tau_s 5 ms.
      const expected = Array.from(V!, (_, k) => {
        const t = (k - 26) * 0.1;
        return t < 0 ? 0 : ((10 * weight * 5) / 15) * (Math.exp(-t / 20) - Math.exp(-t / 5));
      });
      expect(V!.length).toBe(301);
      const worst = expected.reduce((most, v, k) => Math.max(most, Math.abs(v - V![k]!)), 0);
      // mV; a hundred rounding errors of potentials near 1 mV.
      expect(worst).toBeLessThan(1e-14);
    },
  );
});

describe('a network of one neuron', () => {
  const NEURON = { R_m: 10, C_m: 2, E_L: -70, V_th: -50, V_reset: -65, t_ref: 2, V_m: -62 };

  test.each(GRIDS)('is the single neuron of the method "exact", grid "%s"', (grid) => {
    const options = { duration: 500, dt: 0.1, grid };
    const single = simulate(
      parseExperiment({
        version: 1,
        neuron: NEURON,
        inputs: [{ type: 'step', amplitude: 2.5 }],
        method: 'exact',
        ...options,
      }),
    );
    const network = run(
      { populations: [{ name: 'one', size: 1, neuron: { ...NEURON, I_e: 2.5 } }] },
      { ...options, record: { V_m: [{ population: 'one', index: 0 }] } },
    );
    expect(network.spikes.length).toBeGreaterThan(15);
    expect(network.spikes).toEqual(single.spikes);
    expect(network.t).toEqual(single.t);
    const worst = single.V_m.reduce((most, v, k) => Math.max(most, Math.abs(v - network.V_m[0]![k]!)), 0);
    // mV: the single neuron counts from its last event, the network from step to step.
    expect(worst).toBeLessThan(1e-12);
  });

  test('keeps firing at t_ref + tau·ln(…), rounded up to its grid, plus the clamped steps', () => {
    const { spikes } = run(
      { populations: [{ name: 'one', size: 1, neuron: { I_e: 2.5 } }] },
      { duration: 500, grid: 'nest' },
    );
    // 32.189 ms is 322 steps; NEST clamps 20 more.
    const intervals = Array.from(spikes.subarray(1), (t, s) => Math.round((t - spikes[s]!) / 0.1));
    expect(intervals.length).toBe(13);
    expect(new Set(intervals)).toEqual(new Set([342]));
  });
});

describe('refractoriness', () => {
  /** A neuron that fires in step 10 and is hit by a jump of 0.25 mV `delay` later. */
  const hit = (grid: 'nest' | 'brian2', delaySteps: number) => {
    const neuron = { E_L: 0, V_th: 1, V_reset: 0, I_e: 2, t_ref: 1 };
    const [V] = run(
      {
        populations: [{ name: 'self', size: 1, neuron }],
        projections: [
          {
            from: 'self',
            to: 'self',
            rule: { type: 'csr', rowptr: [0, 1], targets: [0] },
            weight: 0.25,
            delay: delaySteps / 10,
          },
        ],
      },
      { duration: 3, grid, record: { V_m: [{ population: 'self', index: 0 }] } },
    ).V_m;
    return V![11 + delaySteps]!;
  };

  // Spike at sample 11; grid "nest" clamps 10 further samples, "brian2" 9.
  test.each([
    ['nest', 10],
    ['brian2', 9],
  ] as const)(
    'grid "%s" holds the potential, and loses jumps, for %i steps after the spike',
    (grid, steps) => {
      for (let step = 1; step <= steps; step++) expect(hit(grid, step)).toBe(0);
      // One step of charging towards 20 mV, and the jump.
      expect(hit(grid, steps + 1)).toBeCloseTo(20 * -Math.expm1(-0.1 / 20) + 0.25, 12);
    },
  );
});

describe('a Poisson drive', () => {
  test('gives the mean and the variance of Campbell’s theorem', () => {
    // Free membranes, δ jumps: mean w·nu·tau, variance w²·nu·tau/2 (curriculum L8).
    const [w, rate, tau, size] = [0.5, 1500, 20, 100];
    const experiment = parseNetworkExperiment({
      version: 1,
      network: {
        populations: [{ name: 'free', size, neuron: { E_L: 0, V_th: 1e6, V_reset: -1 } }],
        drive: [{ to: 'free', rate, weight: w }],
      },
      duration: 200,
      record: { V_m: Array.from({ length: size }, (_, n) => ({ population: 'free', index: n })) },
    });
    const last = simulateNetwork(experiment).V_m.map((trace) => trace[2000]!);
    expect(last).toHaveLength(size);
    const mean = last.reduce((sum, v) => sum + v, 0) / size;
    const variance = last.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (size - 1);
    const sd = Math.sqrt((w * w * rate * tau) / 1000 / 2);
    // Five standard errors. Arrivals at the ends of steps raise the mean by w·nu·dt/2, 0.04 mV.
    expect(Math.abs(mean - (w * rate * tau) / 1000)).toBeLessThan((5 * sd) / Math.sqrt(size) + 0.04);
    expect(Math.abs(variance / sd ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / size));
  });
});

describe('the seed', () => {
  const noisy = (seed: number) =>
    run(
      {
        populations: [
          { name: 'E', size: 100, neuron: { V_m: { distribution: 'uniform', low: -70, high: -50 } } },
        ],
        projections: [{ from: 'E', to: 'E', weight: 0.2 }],
        drive: [{ to: 'E', rate: 2500, weight: 0.5 }],
      },
      { duration: 100, seed },
    );

  test('gives the same run again', () => {
    expect(noisy(7).spikes.length).toBeGreaterThan(100);
    expect(noisy(7)).toEqual(noisy(7));
  });

  test('gives another run where it is another', () => {
    expect(noisy(8).spikes).not.toEqual(noisy(7).spikes);
  });

  test('a run in pieces is the run in one', () => {
    const experiment = parseNetworkExperiment({
      version: 1,
      network: {
        populations: [{ name: 'E', size: 50 }],
        projections: [{ from: 'E', to: 'E', weight: 0.2 }],
        drive: [{ to: 'E', rate: 2500, weight: 0.5 }],
      },
      duration: 100,
      record: { V_m: [{ population: 'E', index: 3 }] },
    });
    const whole = simulateNetwork(experiment);
    const pieces = new NetworkRun(experiment);
    for (const steps of [1, 10, 333, 10_000]) pieces.advance(steps);
    expect(pieces.step).toBe(1000);
    expect(whole.spikes.length).toBeGreaterThan(50);
    expect(pieces.recording()).toEqual(whole);
  });
});

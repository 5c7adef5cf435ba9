/** Plain Python programs, run by the machine's Python, against the simulator they were written from. */
import { expect, test } from 'vitest';
import { exportTo } from '../../src/export/index.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { describeWith, spikesOf } from './tools.ts';

const STEP = { type: 'step', amplitude: 2.5 };
const SINE = { type: 'sine', amplitude: 2, frequency: 20, offset: 1.5 };

/** The spikes of the site and those of the program. */
function both(data: object): [number[], number[]] {
  const experiment = parseExperiment({ version: 1, ...data });
  return [Array.from(simulate(experiment).spikes), spikesOf(exportTo('python', experiment))];
}

/** As many spikes, each at the same time. Times printed by Python have all their digits.
 *  @param tolerance ms */
function expectSame(data: object, tolerance: number, least: number): void {
  const [ours, theirs] = both(data);
  expect(ours.length).toBeGreaterThanOrEqual(least);
  expect(theirs).toHaveLength(ours.length);
  ours.forEach((time, i) => expect(Math.abs((theirs[i] ?? NaN) - time)).toBeLessThanOrEqual(tolerance));
}

/** Five Gauss points a step of 0.1 ms average a sine or a synapse to rounding; what is left grows by interval. */
const PRECISE_MS = 1e-9;
/** On the grid only the rounding of k·dt differs. */
const GRID_MS = 1e-9;

const INPUTS: Readonly<Record<string, [least: number, inputs: object[]]>> = {
  'a step that begins off the grid': [4, [{ ...STEP, start: 3.14159, stop: 180.033 }]],
  pulses: [5, [{ type: 'pulse', amplitude: 12, start: 5.01, width: 4.2, period: 30.07, count: 6 }]],
  'a ramp': [2, [{ type: 'ramp', from: 0, to: 5, start: 10, stop: 150 }]],
  'a sine': [3, [SINE]],
  'held samples': [
    1,
    [{ type: 'samples', values: [0, 1, 4, 3.5, 3, 0.5], interpolation: 'hold', dt: 20.3, start: 5 }],
  ],
  'joined samples': [
    1,
    [{ type: 'samples', values: [0, 1, 4, 3.5, 3, 0.5], interpolation: 'linear', dt: 20.3, start: 5 }],
  ],
  'exponential synapses': [
    2,
    [
      { type: 'step', amplitude: 1.7 },
      { type: 'spikes', times: [10, 33.33, 34, 90], weight: 3, synapse: 'exp', tau_syn: 5, delay: 1.5 },
    ],
  ],
  'alpha synapses of the membrane’s own time constant': [
    2,
    [
      { type: 'step', amplitude: 1.7 },
      { type: 'spikes', times: [10, 33.33, 34, 90], weight: 1, synapse: 'alpha', tau_syn: 20, delay: 0 },
    ],
  ],
  'jumps, one lost in the refractory period': [
    2,
    [
      { type: 'step', amplitude: 1.9 },
      { type: 'spikes', times: [40, 41, 60, 61.05, 90.5], weight: 9, synapse: 'delta' },
    ],
  ],
  'inhibition beside a step': [
    3,
    [STEP, { type: 'spikes', times: [20, 60, 70.7], weight: -2, synapse: 'alpha', tau_syn: 3 }],
  ],
};

describeWith(['math'], 'plain Python', () => {
  for (const [name, [least, inputs]] of Object.entries(INPUTS)) {
    test(`${name}: the spikes of the precise method to 1e-9 ms`, () =>
      expectSame({ inputs }, PRECISE_MS, least));
    test(`${name}: the spikes of the exact method, stamped as NEST and as Brian2 do`, () => {
      expectSame({ inputs, method: 'exact', grid: 'nest' }, GRID_MS, least);
      expectSame({ inputs, method: 'exact', grid: 'brian2' }, GRID_MS, least);
    });
    test.each(['euler', 'rk2', 'rk4'])(`${name}: the spikes of %s`, (method) =>
      expectSame({ inputs, method, dt: 0.1 }, GRID_MS, least),
    );
  }

  test('a chirp fires as the site’s, whose short sines are off by 1e-6 of its amplitude', () => {
    const chirp = { type: 'chirp', amplitude: 2, from: 5, to: 60, offset: 2 };
    expectSame({ inputs: [chirp] }, 1e-4, 4);
    expectSame({ inputs: [chirp], method: 'exact' }, GRID_MS, 4);
  });

  test('without leak, and without threshold', () => {
    expectSame({ inputs: [STEP, SINE], neuron: { model: 'lif', leak: false } }, PRECISE_MS, 5);
    // 2.5 nA would cross on a sample, 20 mV · 2 nF after it: rounding would decide.
    expectSame(
      { inputs: [{ ...STEP, amplitude: 2.7 }], neuron: { model: 'lif', leak: false }, method: 'rk4' },
      GRID_MS,
      5,
    );
    expectSame({ inputs: [STEP], neuron: { model: 'lif', threshold: false } }, PRECISE_MS, 0);
    expectSame({ inputs: [STEP], neuron: { model: 'lif', threshold: false }, method: 'euler' }, GRID_MS, 0);
  });

  test('adaptation', () => {
    const neuron = { model: 'alif', b: 0.4, tau_w: 80, w: 0.1 };
    expectSame({ inputs: [{ ...STEP, amplitude: 4 }], neuron }, PRECISE_MS, 5);
    expectSame({ inputs: [{ ...STEP, amplitude: 4 }], neuron, method: 'exact' }, GRID_MS, 5);
    expectSame({ inputs: [{ ...STEP, amplitude: 4 }], neuron, method: 'euler', grid: 'brian2' }, GRID_MS, 5);
  });

  test('synapses that are conductances, one train excitatory and one inhibitory', () => {
    const train = { type: 'spikes', times: [5, 20.03, 40, 60, 80, 100, 120.5], synapse: 'alpha', tau_syn: 2 };
    const inputs = [STEP, { ...train, weight: 0.05 }, { ...train, weight: -0.03, delay: 3, synapse: 'exp' }];
    expectSame({ inputs, neuron: { model: 'lif_cond' }, method: 'rk4' }, GRID_MS, 4);
    expectSame({ inputs, neuron: { model: 'lif_cond' }, method: 'euler', grid: 'brian2' }, GRID_MS, 4);
  });

  test.each(['euler', 'rk2', 'rk4'])(
    'the exponential, Izhikevich’s and the squid’s neuron with %s',
    (method) => {
      const grid = { method, dt: 0.01 };
      expectSame({ inputs: [{ ...STEP, amplitude: 1 }], neuron: { model: 'adex' }, ...grid }, GRID_MS, 3);
      expectSame(
        { inputs: [{ ...STEP, amplitude: 10 }], neuron: { model: 'izhikevich' }, ...grid },
        GRID_MS,
        3,
      );
      // Between samples the crossing of 0 mV is found from V, whose error is what rounding leaves.
      expectSame(
        { inputs: [{ ...STEP, amplitude: 10 }], neuron: { model: 'hodgkin_huxley' }, ...grid },
        GRID_MS,
        5,
      );
    },
  );

  test('a synapse of every kind at the squid’s membrane', () => {
    const train = { type: 'spikes', times: [10, 30, 50.005], tau_syn: 2 };
    const inputs = [
      { ...train, synapse: 'exp', weight: 20 },
      { ...train, synapse: 'alpha', weight: 20, delay: 100 },
      { ...train, synapse: 'delta', weight: 20, delay: 200 },
    ];
    expectSame(
      { inputs, neuron: { model: 'hodgkin_huxley' }, method: 'rk4', dt: 0.01, duration: 300 },
      GRID_MS,
      6,
    );
  });

  test('white noise fires at the rate of Siegert’s formula, 40 s of it', () => {
    // mu −52, sigma 6: in 1000 spikes of CV below 1 the rate is known to 4 %; the grid costs 0.5826·σ·√(dt/τ).
    const white = { type: 'white', mu: -52, sigma: 6 };
    const [ours, theirs] = both({ inputs: [white], method: 'exact', duration: 40_000, dt: 0.1 });
    expect(ours.length).toBeGreaterThan(300);
    expect(Math.abs(theirs.length / ours.length - 1)).toBeLessThan(0.15);
  });

  test('an Ornstein–Uhlenbeck current and a Poisson train run, and are the same every time', () => {
    const experiment = parseExperiment({
      version: 1,
      inputs: [
        { type: 'ou', mean: 2, sd: 1, tau: 10 },
        { type: 'poisson', rate: 300, weight: 0.5, synapse: 'exp' },
      ],
      duration: 2000,
    });
    const first = spikesOf(exportTo('python', experiment));
    expect(first.length).toBeGreaterThan(20);
    expect(spikesOf(exportTo('python', experiment))).toEqual(first);
  });

  test('the adaptive method is refused, and the sentence names another', () => {
    const experiment = parseExperiment({ version: 1, neuron: { model: 'adex' }, method: 'adaptive' });
    expect(() => exportTo('python', experiment)).toThrow(
      'plain Python has no method "adaptive": the standard library has no solver that chooses its own step. Export the experiment with method "rk4"',
    );
  });
});

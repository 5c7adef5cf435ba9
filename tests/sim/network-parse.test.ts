/** Network experiments at their gate: what is filled in, what is refused and with which sentence. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseAnyExperiment } from '../../src/sim/any-experiment.ts';
import {
  BRUNEL_FULL,
  BRUNEL_SMALL,
  BRUNEL_STATES,
  brunelExperiment,
  thresholdRateHz,
} from '../../src/sim/brunel.ts';
import { cubaNetwork } from '../../src/sim/cuba.ts';
import { parseNetworkExperiment } from '../../src/sim/network-parse.ts';
import { simulateNetwork } from '../../src/sim/network-simulate.ts';

/** For a busy machine; alone, no test takes 2 s. */
vi.setConfig({ testTimeout: 120_000 });

const parse = (network: unknown, rest: object = {}) =>
  parseNetworkExperiment({ version: 1, network, ...rest });
const E = { name: 'E', size: 10 };
const from = { from: 'E', to: 'E' };

test('fills in the defaults of the records', () => {
  expect(parse({ populations: [{ name: 'E' }], projections: [from], drive: [{ to: 'E' }] })).toEqual({
    version: 1,
    network: {
      populations: [
        {
          name: 'E',
          size: 1000,
          neuron: {
            model: 'lif',
            R_m: 10,
            C_m: 2,
            E_L: -70,
            V_th: -50,
            V_reset: -70,
            t_ref: 2,
            I_e: 0,
            tau_syn_ex: 5,
            tau_syn_in: 10,
            V_m: -70,
          },
        },
      ],
      projections: [
        { ...from, rule: { type: 'fixed_probability', p: 0.1 }, synapse: 'delta', weight: 0.1, delay: 1.5 },
      ],
      drive: [{ to: 'E', rate: 0, synapse: 'delta', weight: 0.1 }],
    },
    duration: 200,
    method: 'exact',
    grid: 'nest',
    dt: 0.1,
    seed: 1,
    record: { V_m: [] },
  });
});

test('an experiment that has passed passes again unchanged, also as JSON', () => {
  const once = parse(
    {
      populations: [{ ...E, neuron: { V_m: { distribution: 'uniform', low: -60, high: -50 } } }],
      projections: [
        { ...from, rule: { type: 'csr', rowptr: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], targets: [3, 9] } },
      ],
    },
    { record: { V_m: [{ population: 'E', index: 9 }] } },
  );
  expect(parseNetworkExperiment(JSON.parse(JSON.stringify(once)))).toEqual(once);
});

test('an experiment without a network is one of a single neuron', () => {
  expect(parseAnyExperiment({ version: 1 })).toHaveProperty('neuron');
  expect(parseAnyExperiment({ version: 1, network: { populations: [E] } })).toHaveProperty('network');
});

describe('refuses', () => {
  const populations = [E];
  const cases: [string, unknown, string][] = [
    ['no populations', {}, 'network.populations must hold from 1 to 100 entries, got 0'],
    ['a network that is a list', [], 'network must be an object with named fields, got []'],
    [
      'a population without a name',
      { populations: [{ size: 3 }] },
      'network.populations.0.name must be a letter followed by at most 39 letters, digits or _, got undefined',
    ],
    [
      'a name twice',
      { populations: [E, E] },
      'network.populations.1.name must be new, got "E" a second time',
    ],
    [
      'half a neuron',
      { populations: [{ ...E, size: 2.5 }] },
      'network.populations.0.size (number of neurons) must be a whole number, from 1 to 100000, got 2.5',
    ],
    [
      'an unknown field',
      { populations: [{ ...E, neuron: { tau_syn: 5 } }] },
      'network.populations.0.neuron has no field "tau_syn"; did you mean "tau_syn_ex"? (known: model, R_m, C_m, E_L, V_th, V_reset, t_ref, V_m, I_e, tau_syn_ex, tau_syn_in)',
    ],
    [
      'a negative capacitance',
      { populations: [{ ...E, neuron: { C_m: -2 } }] },
      'network.populations.0.neuron.C_m (membrane capacitance) must be a number from 0.000001 to 1000000 nF, got -2 nF',
    ],
    [
      'a reset above threshold',
      { populations: [{ ...E, neuron: { V_reset: -40 } }] },
      'network.populations.0.neuron.V_reset must be below network.populations.0.neuron.V_th (-50 mV), got -40 mV',
    ],
    [
      'too few start values',
      { populations: [{ ...E, neuron: { V_m: [-60, -61] } }] },
      'network.populations.0.neuron.V_m must hold one number for each of 10 neurons, got 2',
    ],
    [
      'a start value that is no number',
      { populations: [{ ...E, size: 2, neuron: { V_m: [-60, null] } }] },
      'network.populations.0.neuron.V_m.1 (starting potential) must be a number from -1000000 to 1000000 mV, got null',
    ],
    [
      'a distribution upside down',
      { populations: [{ ...E, neuron: { V_m: { low: -50, high: -60 } } }] },
      'network.populations.0.neuron.V_m.high must be at least network.populations.0.neuron.V_m.low (-50 mV), got -60 mV',
    ],
    [
      'a projection from nowhere',
      { populations, projections: [{ to: 'E' }] },
      'network.projections.0.from must be one of "E", got null',
    ],
    [
      'a projection to nobody',
      { populations, projections: [{ from: 'E', to: 'I' }] },
      'network.projections.0.to must be one of "E", got "I"; did you mean "E"?',
    ],
    [
      'a probability above 1',
      { populations, projections: [{ ...from, rule: { p: 1.5 } }] },
      'network.projections.0.rule.p (connection probability) must be a number from 0 to 1, got 1.5',
    ],
    [
      'more inputs than neurons',
      { populations, projections: [{ ...from, rule: { type: 'fixed_indegree', k: 10 } }] },
      'network.projections.0.rule.k must be at most the 9 neurons a target can draw from E, without itself, got 10',
    ],
    [
      'a short rowptr',
      { populations, projections: [{ ...from, rule: { type: 'csr', rowptr: [0], targets: [] } }] },
      'network.projections.0.rule.rowptr must hold 11 numbers, one more than sources, got 1',
    ],
    [
      'a list of big integers',
      {
        populations: [{ ...E, size: 2 }],
        projections: [{ ...from, rule: { type: 'csr', rowptr: new BigInt64Array(3), targets: [] } }],
      },
      'network.projections.0.rule.rowptr must be a list of numbers, got a list of big integers',
    ],
    [
      'a rowptr that falls',
      {
        populations: [{ ...E, size: 2 }],
        projections: [{ ...from, rule: { type: 'csr', rowptr: [0, 2, 1], targets: [1] } }],
      },
      'network.projections.0.rule.rowptr must ascend in whole numbers from 0 to the 1 targets, got 2 at 1',
    ],
    [
      'a target outside',
      {
        populations: [{ ...E, size: 2 }],
        projections: [{ ...from, rule: { type: 'csr', rowptr: [0, 1, 1], targets: [2] } }],
      },
      'network.projections.0.rule.targets.0 must be a whole number from 0 to 1, got 2',
    ],
    [
      'a delay between steps',
      { populations, projections: [{ ...from, delay: 1.55 }] },
      'network.projections.0.delay (delay) must be a whole number of steps of dt (0.1 ms), at least 1 under grid "nest", got 1.55 ms',
    ],
    [
      'no delay on NEST’s grid',
      { populations, projections: [{ ...from, delay: 0 }] },
      'network.projections.0.delay (delay) must be a whole number of steps of dt (0.1 ms), at least 1 under grid "nest", got 0 ms',
    ],
    [
      'a negative rate',
      { populations, drive: [{ to: 'E', rate: -1 }] },
      'network.drive.0.rate (rate of the drive) must be a number from 0 to 10000000 Hz, got -1 Hz',
    ],
    [
      'an infinite weight',
      { populations, projections: [{ ...from, synapse: 'exp', weight: Infinity }] },
      'network.projections.0.weight (synaptic weight) must be a number from -1000000 to 1000000 nA, got Infinity nA',
    ],
  ];
  test.each(cases)('%s', (_, network, message) => {
    expect(() => parse(network)).toThrow(new RangeError(message));
  });

  test.each([
    [
      'a record of nobody',
      { record: { V_m: [{ population: 'E', index: 10 }] } },
      'record.V_m.0.index (neuron) must be a whole number, from 0 to 9, got 10',
    ],
    ['inputs', { inputs: [] }, 'experiment has no field "inputs"'],
    ['a method that is not exact', { method: 'euler' }, 'method must be one of "exact", got "euler"'],
    ['no version', { version: undefined }, 'version is missing: an experiment begins with "version": 1'],
  ] as const)('%s', (_, rest, message) => {
    expect(() => parse({ populations }, rest)).toThrow(RangeError);
    expect(() => parse({ populations }, rest)).toThrow(message);
  });
});

describe('refuses what would not end', () => {
  const many = { name: 'E', size: 100_000 };
  test.each([
    [
      'too many neurons',
      { populations: [many, { ...many, name: 'I' }] },
      {},
      'the sizes of network.populations add up to 200000; the most is 100000: take fewer neurons',
    ],
    [
      'too many synapses',
      { populations: [many], projections: [from] },
      {},
      'network.projections can make this many synapses: 1.00e+9; the most is 30000000: lower p or k, or take fewer neurons',
    ],
    [
      'too many steps',
      { populations: [E] },
      { duration: 1e6 },
      'duration 1000000 ms at dt 0.1 ms makes this many steps: 1.00e+7; the most is 5000000: shorten duration or raise dt',
    ],
    [
      'too many updates',
      { populations: [many] },
      { duration: 10_000 },
      'duration 10000 ms at dt 0.1 ms makes this many updates of neurons and their drive: 1.00e+10; the most is 2000000000: shorten duration, raise dt or take fewer neurons',
    ],
    [
      'too much to record',
      { populations: [E] },
      { duration: 200_000, record: { V_m: [0, 1, 2].map((index) => ({ population: 'E', index })) } },
      'samples of record.V_m: 6.00e+6; the most is 5000000: record fewer neurons or shorten duration',
    ],
    [
      'delays too long for their buffers',
      { populations: [many], projections: [{ ...from, rule: { p: 0 }, delay: 1000 }] },
      { duration: 1 },
      'the longest delay of network.projections, 10000 steps of dt 0.1 ms, makes this many buffer cells: 1.00e+9; the most is 20000000: shorten the delay, raise dt or take fewer neurons',
    ],
    [
      'more spikes than fit',
      { populations: [{ ...many, neuron: { t_ref: 0 } }] },
      { duration: 100 },
      'spikes if every neuron fires whenever t_ref lets it: 1.00e+8; the most is 20000000: shorten duration, raise t_ref or take fewer neurons',
    ],
    [
      'more synaptic events than end',
      {
        populations: [{ ...E, size: 5000, neuron: { t_ref: 0 } }],
        projections: [{ ...from, rule: { p: 1 } }],
      },
      { duration: 100 },
      'synaptic events if every neuron fires whenever t_ref lets it: 2.50e+10; the most is 20000000000: shorten duration, raise t_ref, or lower p or k',
    ],
    [
      'a drive beyond its table',
      { populations: [E], drive: [{ to: 'E', rate: 1e7 }] },
      {},
      'network.drive.0.rate 10000000 Hz at dt 0.1 ms makes this many spikes per step: 1000; the most is 500: lower the rate and raise the weight, or lower dt',
    ],
  ] as const)('%s', (_, network, rest, message) => {
    expect(() => parse(network, rest)).toThrow(RangeError);
    expect(() => parse(network, rest)).toThrow(message);
  });
});

describe('the presets', () => {
  test.each(Object.entries(BRUNEL_STATES))('Brunel’s %s passes at both sizes, unchanged', (_, state) => {
    for (const size of [BRUNEL_SMALL, BRUNEL_FULL]) {
      const experiment = brunelExperiment({ ...size, ...state }, 1000, 1);
      expect(parseNetworkExperiment(experiment)).toEqual(experiment);
    }
  });

  test('Brunel’s threshold rate is 10 Hz at the paper’s size', () => {
    expect(thresholdRateHz(BRUNEL_FULL)).toBeCloseTo(10, 12);
  });

  test('at g = 4 the mean excitation and inhibition of Brunel’s neuron cancel', () => {
    const { projections } = brunelExperiment({ ...BRUNEL_FULL, g: 4, eta: 2 }, 1, 1).network;
    const perSpike = projections
      .filter(({ to }) => to === 'E')
      .map(({ weight, rule }) => weight * (rule.type === 'fixed_indegree' ? rule.k : NaN));
    expect(perSpike).toHaveLength(2);
    expect(perSpike[0]! + perSpike[1]!).toBeCloseTo(0, 12);
  });

  test('CUBA passes with drawn wiring, and its 4000 neurons have about 80 inputs each', () => {
    const { synapses, senders } = simulateNetwork(parse(cubaNetwork(1.5), { duration: 100 }));
    // 0.02 of 4000·3999 pairs, five standard deviations.
    expect(Math.abs(synapses - 319_920)).toBeLessThan(5 * 560);
    expect(senders.length).toBeGreaterThan(0);
  });
});

describe('whatever passes the gate', () => {
  /** Mostly from the range that is given, its ends included; now and then what no range holds. */
  const within = (min: number, max: number) =>
    fc.oneof(
      { weight: 40, arbitrary: fc.double({ min, max, noNaN: true }) },
      { weight: 20, arbitrary: fc.constantFrom(min, max) },
      { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -1e7) },
    );
  const positive = within(1e-6, 1e6);
  const number = within(-1e6, 1e6);
  const neuron = fc.record(
    {
      R_m: positive,
      C_m: positive,
      E_L: number,
      V_th: within(-49, 1e6),
      V_reset: within(-1e6, -50),
      t_ref: within(0, 10),
      I_e: number,
      tau_syn_ex: positive,
      tau_syn_in: positive,
      V_m: fc.oneof(number, fc.record({ low: within(-100, -60), high: within(-60, 0) })),
    },
    { requiredKeys: [] },
  );
  const name = fc.constantFrom('A', 'B');
  const size = fc.integer({ min: 1, max: 30 });
  const synapse = fc.constantFrom('delta', 'exp');
  const rule = fc.oneof(
    fc.record({ type: fc.constant('fixed_probability'), p: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ type: fc.constant('fixed_indegree'), k: fc.integer({ min: 0, max: 30 }) }),
  );
  const delay = fc.integer({ min: 0, max: 20 }).map((steps) => steps / 10);
  const experiment = fc.record({
    version: fc.constant(1),
    network: fc.record({
      populations: fc.tuple(
        fc.record({ name: fc.constant('A'), size, neuron }),
        fc.record({ name: fc.constant('B'), size, neuron: fc.constant({ I_e: 3 }) }),
      ),
      projections: fc.array(fc.record({ from: name, to: name, rule, synapse, weight: number, delay }), {
        maxLength: 3,
      }),
      drive: fc.array(
        fc.record({ to: name, rate: fc.double({ min: 0, max: 1e5, noNaN: true }), synapse, weight: number }),
        { maxLength: 2 },
      ),
    }),
    duration: fc.double({ min: 0, max: 30, noNaN: true }),
    dt: fc.constantFrom(0.1, 0.05, 10),
    grid: fc.constantFrom('nest', 'brian2'),
    record: fc.constant({ V_m: [{ population: 'A', index: 0 }] }),
  });

  test('runs to its end, and every number in it is finite', () => {
    let passed = 0;
    fc.assert(
      fc.property(experiment, (data) => {
        let parsed;
        try {
          parsed = parseNetworkExperiment(data);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        passed++;
        const { V_m, spikes, senders } = simulateNetwork(parsed);
        expect(V_m[0]!.every(Number.isFinite)).toBe(true);
        expect(
          spikes.every(
            (t, s) => t >= 0 && t <= parsed.duration * (1 + 1e-9) + 1e-9 && (s === 0 || t >= spikes[s - 1]!),
          ),
        ).toBe(true);
        expect(senders.every((sender) => sender < 60)).toBe(true);
      }),
      { numRuns: 2000, seed: 20 },
    );
    expect(passed).toBeGreaterThan(300);
  });
});

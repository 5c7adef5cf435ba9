/** The numbers of the lesson on models beyond the leaky one: those of the course outline, closed forms, and the runs of
 *  other simulators (tests/reference). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proseValue } from '../../src/lib/prose-values.ts';

const alif = { model: 'alif' };
const adex = { model: 'adex' };
/** Without adaptation AdEx is the exponential neuron, whose fixed points can be written down. */
const exponential = { model: 'adex', a: 0, b: 0 };
const squid = { model: 'hodgkin_huxley' };

describe('the numbers of the course outline', () => {
  // Printed there to one decimal.
  it.each([
    ['firstInterval', 3, alif, undefined, 28.0],
    ['interval', 3, alif, undefined, 41.3],
    ['steadyInterval', 3, alif, undefined, 41.3],
    ['nthInterval', 1, adex, 1, 13.5],
    ['nthInterval', 1, adex, 2, 15.8],
    ['nthInterval', 1, adex, 3, 18.5],
    ['firstInterval', 0.8, adex, undefined, 22.7],
    ['interval', 0.8, adex, undefined, 66.9],
  ] as const)('%s at %d nA of %j, number %s, is %d ms', (is, current, neuron, at, expected) => {
    const { value, unit } = proseValue(is, { current, neuron }, at);
    expect(Math.abs(value - expected)).toBeLessThan(0.05);
    expect(unit).toBe('ms');
  });

  it('Hodgkin and Huxley’s membrane fires once at 2.3 µA/cm² and for long from about 6.3, near 53 Hz', () => {
    expect(proseValue('spikes', { current: 2.3, neuron: squid }).value).toBe(1);
    expect(Math.abs(proseValue('onset', { neuron: squid }).value - 6.3)).toBeLessThan(0.1);
    expect(Math.abs(proseValue('onsetRate', { neuron: squid }).value - 53)).toBeLessThan(1);
    expect(proseValue('onset', { neuron: squid }).unit).toBe('µA/cm²');
  });
});

describe('an adapted neuron', () => {
  it('solves its own equation: the potential of the last round ends at the threshold', () => {
    // R 10 MΩ, τ 20 ms, rest and reset −70, threshold −50 mV, t_ref 2 ms, b 0.3 nA, τ_w 100 ms; 3 nA.
    const T = proseValue('steadyInterval', { current: 3, neuron: alif }).value;
    const s = T - 2;
    const w = (0.3 * Math.exp(-2 / 100)) / (1 - Math.exp(-T / 100));
    const opposed = ((10 * w * 100) / (100 - 20)) * (Math.exp(-s / 100) - Math.exp(-s / 20));
    expect(-40 - 30 * Math.exp(-s / 20) - opposed).toBeCloseTo(-50, 9);
  });

  it('carries b·τ_w away with each spike, so that a strong current fires once per 70 pC and not per 40', () => {
    const { value: climb } = proseValue('climbCharge', { neuron: alif });
    const { value: carried } = proseValue('adaptationCharge', { neuron: alif });
    expect([climb, carried]).toEqual([40, 30]);
    const rate = (current: number) =>
      proseValue('steadyRate', { current, neuron: { ...alif, t_ref: 0 } }).value;
    // nA over pC is kHz. What bends the line falls off with the square of the current.
    expect(rate(2001) - rate(2000)).toBeCloseTo(1000 / (climb + carried), 3);
  });

  it('jumps by b from before a spike to after it, and keeps its part in between', () => {
    const of = (is: string) => proseValue(is, { current: 3, neuron: alif }).value;
    expect(of('adaptationAfter') - of('adaptationBefore')).toBeCloseTo(0.3, 12);
    expect((100 * of('adaptationBefore')) / of('adaptationAfter')).toBeCloseTo(of('leftOfAdaptation'), 10);
  });

  it('has the rheobase of the plain neuron', () => {
    expect(() => proseValue('steadyInterval', { current: 2, neuron: alif })).toThrow(
      /must be a finite number/,
    );
    expect(proseValue('steadyRate', { current: 2.001, neuron: alif }).value).toBeGreaterThan(0);
  });
});

describe('an exponential neuron', () => {
  it('has the rheobase g_L·(V_T − E_L − Δ_T)', () => {
    expect(proseValue('rheobase', { neuron: exponential }).value).toBeCloseTo(0.03 * (-50.4 + 70.6 - 2), 12);
  });

  it('runs away where its leak and its exponential are equal', () => {
    const { value: V } = proseValue('runaway', { current: 0, neuron: exponential });
    expect(V).toBeGreaterThan(-50.4);
    expect(2 * Math.exp((V + 50.4) / 2)).toBeCloseTo(V + 70.6, 6);
    const [pull, push] = ['leakPull', 'upstrokePush'].map((is) => proseValue(is, { neuron: adex }, V).value);
    expect(push).toBeCloseTo(pull ?? NaN, 6);
  });

  it.each([
    [-0.01, 0],
    [0.01, 1],
  ])('started %d mV beside that potential it fires %d times', (beside, spikes) => {
    const { value: V } = proseValue('runaway', { current: 0, neuron: exponential });
    const neuron = { ...exponential, V_m: V + beside };
    expect(proseValue('spikes', { current: 0, neuron }).value).toBe(spikes);
  });

  it('falls back from −48 mV, where its leak draws with 22.6 mV and the exponential pushes with 6.6 mV', () => {
    expect(proseValue('leakPull', { neuron: adex }, -48).value).toBeCloseTo(-48 + 70.6, 10);
    expect(proseValue('upstrokePush', { neuron: adex }, -48).value).toBeCloseTo(2 * Math.exp(1.2), 10);
    expect(proseValue('spikes', { current: 0, neuron: { ...exponential, V_m: -48 } }).value).toBe(0);
  });
});

describe('a burst', () => {
  const intervals = (neuron: object, current = 0.8) =>
    [3, 4, 5, 6].map(
      (at) => proseValue('nthInterval', { current, neuron: { ...adex, ...neuron } }, at).value,
    );
  const unlike = (all: readonly number[]) => Math.max(...all) / Math.min(...all);

  it('needs a reset above V_T: neither b, τ_w nor the current alone makes one', () => {
    for (const [neuron, current] of [[{ b: 0.2 }], [{ tau_w: 20 }], [{}, 2]] as const) {
      expect(unlike(intervals(neuron, current))).toBeLessThan(1.5);
    }
    const { value: pause } = proseValue(
      'nthInterval',
      { current: 0.8, neuron: { ...adex, V_reset: -45.4 } },
      10,
    );
    expect(pause).toBeGreaterThan(50 * Math.max(...intervals({ V_reset: -45.4 })));
  });

  it('of two spikes has short and long intervals that take turns', () => {
    const [first = NaN, second = NaN, third = NaN] = intervals({ V_reset: -45.4, tau_w: 20, b: 0.5 });
    expect(second).toBeGreaterThan(10 * first);
    expect(third).toBeCloseTo(first, 2);
  });
});

describe('runs of other simulators', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8'));

  it('AdEx: the intervals of the first case are those of scipy', () => {
    const { cases } = read('scipy_adex.json') as {
      cases: { params: Record<string, number>; spikes_ms: number[] }[];
    };
    const [{ params, spikes_ms }] = cases as [(typeof cases)[number]];
    const { I_e = NaN, ...pF } = params;
    // The file is in pF, nS and pA.
    const neuron = Object.fromEntries(
      Object.entries(pF).map(([name, value]) => [
        name,
        ['C_m', 'g_L', 'a', 'b'].includes(name) ? value / 1000 : value,
      ]),
    );
    const given = { current: I_e / 1000, neuron: { ...adex, ...neuron } };
    for (const at of [1, 2, 3]) {
      const expected = (spikes_ms[at] ?? NaN) - (spikes_ms[at - 1] ?? NaN);
      expect(proseValue('nthInterval', given, at).value).toBeCloseTo(expected, 6);
    }
  });

  it('Hodgkin and Huxley: the first interval at each current that has one is that of scipy', () => {
    const { cases } = read('hh_squid.json') as {
      cases: { I_uA_cm2: number; onset_ms: number; T_ms: number; crossings_0mV_scipy_ms: number[] }[];
    };
    const firing = cases.filter((each) => each.crossings_0mV_scipy_ms.length > 1);
    expect(firing.length).toBeGreaterThan(0);
    for (const { I_uA_cm2, onset_ms, T_ms, crossings_0mV_scipy_ms: spikes } of firing) {
      const experiment = {
        neuron: { ...squid, E_L: -54.3, V_m: -65 },
        inputs: [{ type: 'step', amplitude: I_uA_cm2, start: onset_ms }],
        duration: T_ms,
      };
      const expected = (spikes[1] ?? NaN) - (spikes[0] ?? NaN);
      expect(proseValue('firstInterval', { experiment }).value).toBeCloseTo(expected, 6);
    }
  });
});

it('a measure of another model is refused, with those that this one has', () => {
  expect(() => proseValue('steadyInterval', { current: 1, neuron: adex })).toThrow(
    /^Value must be one of interval, .*, upstrokePush or a path such as neuron\.V_th, got "steadyInterval"$/,
  );
  expect(() => proseValue('interval', { current: 3, neuron: { model: 'alif', b: -1 } })).toThrow('neuron.b');
});

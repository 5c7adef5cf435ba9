/** The hidden neuron can be found out: from what is measured, by the five readings of the lesson, and by nothing else. */
import { describe, expect, it } from 'vitest';
import {
  ESTIMATE_NAMES,
  INPUT_NAMES,
  LENGTH_MS,
  type EstimateName,
  type Estimates,
  type Injection,
} from '../../src/components/demos/hidden/hidden-kinds.ts';
import { linkTo, seedIn } from '../../src/components/demos/hidden/hidden-link.ts';
import { measure, readTrace, type Measurement } from '../../src/components/demos/hidden/hidden-measure.ts';
import { hiddenNeuron } from '../../src/components/demos/hidden/hidden-neuron.ts';
import { HINTS, judge, truthOf } from '../../src/components/demos/hidden/hidden-score.ts';
import { HIDDEN_SPECS } from '../../src/components/demos/hidden/hidden-specs.ts';
import { hiddenStill } from '../../src/components/lesson/hidden-still.ts';
import { assertParam } from '../../src/sim/param-spec.ts';
import { LIF_PARAMS } from '../../src/sim/lif-params.ts';
import { Random } from '../../src/sim/random.ts';

const seeds = (count: number) => {
  const random = new Random(7);
  return Array.from({ length: count }, () => random.bits() >>> 0);
};
const run = (seed: number, injection: Injection, noisy = false, number = 1) =>
  measure(hiddenNeuron(seed), injection, { seed, number, noisy });

const potential = (measurement: Measurement, time: number): number => {
  const reading = readTrace(measurement, time);
  if (!('potential' in reading)) throw new Error(`a spike stands at ${time} ms`);
  return reading.potential;
};

/** What a learner does: one current that draws the potential down, one that makes the neuron fire. From the traces alone. */
function estimatesFrom(quiet: Measurement, firing: Measurement): Estimates {
  const { amplitude, start, stop } = quiet.injection;
  const E_L = potential(quiet, start / 2);
  const level = potential(quiet, stop - 0.1);
  const at63 = E_L + 0.63 * (level - E_L);
  const tau = quiet.trace.find(({ x, y }) => x > start && (y - at63) * amplitude >= 0)!.x - start;
  const spike = firing.recording.spikes[0]!;
  const { peak, after } = readTrace(firing, spike, 0.05) as { peak: number; after: number };
  const onward = firing.trace.find(({ x, y }) => x > spike && Math.abs(y - after) > 0.05)!;
  return {
    E_L,
    R_m: (level - E_L) / amplitude,
    tau,
    V_th: peak,
    V_reset: after,
    t_ref: onward.x - spike,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The same of noisy traces, with means where one reading will not do, and the end of the flat stretch from the straight
 *  rise after it. */
function averagesFrom(quiet: Measurement, firing: Measurement): Estimates {
  const { amplitude, start, stop } = quiet.injection;
  const between = (from: number, to: number) =>
    mean(quiet.trace.filter(({ x }) => x > from && x < to).map(({ y }) => y));
  const E_L = between(0, start);
  const level = between(stop - 30, stop);
  const at63 = E_L + 0.63 * (level - E_L);
  const below = quiet.trace.filter(({ x, y }) => x > start && y > at63).length;
  const spikes = Array.from(firing.recording.spikes);
  const read = spikes.map((spike) => readTrace(firing, spike, 0.05) as { peak: number; after: number });
  const V_reset = mean(read.map(({ after }) => after));
  const held = spikes.slice(0, -1).map((spike) => {
    const reaches = (rise: number) => firing.trace.find(({ x, y }) => x > spike && y > V_reset + rise)!.x;
    return 2 * reaches(2) - reaches(4) - spike;
  });
  return {
    E_L,
    R_m: (level - E_L) / amplitude,
    // Samples stand 0.1 ms apart.
    tau: 0.1 * below,
    V_th: mean(read.map(({ peak }) => peak)),
    V_reset,
    t_ref: mean(held),
  };
}

describe('hiddenNeuron', () => {
  it('gives for each of 1,000 seeds a valid neuron on a human grid, within the ranges the learner is told', () => {
    for (const seed of seeds(1000)) {
      const neuron = hiddenNeuron(seed);
      for (const [name, spec] of Object.entries(LIF_PARAMS))
        assertParam(spec, neuron[name as keyof typeof neuron], name);
      const { R_m, C_m, E_L, V_th, V_reset, t_ref } = neuron;
      for (const half of [R_m, E_L, V_th, V_reset, t_ref]) expect(Number.isInteger(2 * half)).toBe(true);
      expect(10 * C_m).toBeCloseTo(Math.round(10 * C_m), 9);
      expect(R_m).toBeGreaterThanOrEqual(5);
      expect(R_m).toBeLessThanOrEqual(20);
      expect(R_m * C_m).toBeGreaterThan(7.999);
      expect(R_m * C_m).toBeLessThan(30.001);
      expect(E_L).toBeGreaterThanOrEqual(-80);
      expect(E_L).toBeLessThanOrEqual(-60);
      expect(V_th - E_L).toBeGreaterThanOrEqual(12);
      expect(V_th - E_L).toBeLessThanOrEqual(25);
      expect(V_reset - E_L).toBeGreaterThanOrEqual(-10);
      expect(V_reset - E_L).toBeLessThanOrEqual(6);
      expect(t_ref).toBeGreaterThanOrEqual(1);
      expect(t_ref).toBeLessThanOrEqual(6);
    }
  });

  it('always fires within the reach of the slider, and always has a current that leaves it silent', () => {
    const [weakest, strongest] = HIDDEN_SPECS.injection.amplitude.slider;
    for (const seed of seeds(1000)) {
      const { R_m, E_L, V_th } = hiddenNeuron(seed);
      const rheobase = (V_th - E_L) / R_m;
      expect(rheobase).toBeLessThan(0.3 * strongest);
      expect(rheobase).toBeGreaterThan(HIDDEN_SPECS.injection.amplitude.step);
      expect(weakest).toBeLessThan(0);
    }
  });

  it('resets to rest for some seeds and elsewhere for others', () => {
    const atRest = seeds(1000).filter((seed) => hiddenNeuron(seed).V_reset === hiddenNeuron(seed).E_L).length;
    expect(atRest).toBeGreaterThan(250);
    expect(atRest).toBeLessThan(500);
  });

  it('is the same for the same seed, and refuses a seed that is none in a sentence', () => {
    expect(hiddenNeuron(2026)).toEqual(hiddenNeuron(2026));
    expect(new Set(seeds(200).map((seed) => JSON.stringify(hiddenNeuron(seed)))).size).toBe(200);
    for (const seed of [-1, 0.5, 2 ** 32, NaN])
      expect(() => hiddenNeuron(seed)).toThrow(`seed ${seed} must be a whole number from 0 to 4294967295`);
  });
});

describe('measure', () => {
  it('holds what the five readings of the lesson need: they recover the neuron for 200 seeds', () => {
    for (const seed of seeds(200)) {
      const quiet = run(seed, { amplitude: -2, start: 20, stop: LENGTH_MS });
      const firing = run(seed, { amplitude: 20, start: 20, stop: 200 });
      expect(quiet.spikes).toBe(0);
      expect(firing.spikes).toBeGreaterThan(1);
      const estimates = estimatesFrom(quiet, firing);
      const truth = truthOf(hiddenNeuron(seed));
      for (const name of ESTIMATE_NAMES)
        expect([seed, name, judge(name, estimates[name], truth, false)]).toEqual([seed, name, 'right']);
    }
  });

  it('holds enough also with noise, for somebody who reads in many places: the wider tolerances are reached for 200 seeds', () => {
    for (const seed of seeds(200)) {
      const quiet = run(seed, { amplitude: -5, start: 20, stop: LENGTH_MS }, true, 1);
      const firing = run(seed, { amplitude: 20, start: 20, stop: 200 }, true, 2);
      const estimates = averagesFrom(quiet, firing);
      const truth = truthOf(hiddenNeuron(seed));
      for (const name of ESTIMATE_NAMES)
        expect([seed, name, judge(name, estimates[name], truth, true)]).toEqual([seed, name, 'right']);
    }
  });

  it('adds noise of 0.3 mV that is another one in each measurement, and the same for the same link', () => {
    const injection = { amplitude: 0, start: 0, stop: LENGTH_MS };
    const [first, again, second] = [1, 1, 2].map((number) => run(5, injection, true, number));
    expect(first).toEqual(again);
    expect(first!.trace).not.toEqual(second!.trace);
    const off = first!.trace.map(({ y }) => y - hiddenNeuron(5).E_L);
    const centre = mean(off);
    const sd = Math.sqrt(mean(off.map((y) => (y - centre) ** 2)));
    // 2,501 samples: standard errors 0.006 mV of the mean and 0.0042 mV of the deviation, four of each.
    expect(off.length).toBe(2501);
    expect(Math.abs(centre)).toBeLessThan(0.024);
    expect(Math.abs(sd - 0.3)).toBeLessThan(0.017);
  });

  it('is read at a spike by its peak and its trough, and beside one by the potential', () => {
    const firing = run(3, { amplitude: 20, start: 20, stop: 200 });
    const { V_th, V_reset } = hiddenNeuron(3);
    const spike = firing.recording.spikes[1]!;
    expect(readTrace(firing, spike + 0.03, 0.05)).toEqual({ time: spike, peak: V_th, after: V_reset });
    expect(readTrace(firing, spike + 0.06, 0.05)).toEqual({ time: spike + 0.06, potential: V_reset });
  });
});

describe('judge', () => {
  const truth: Estimates = { E_L: -70, R_m: 10, tau: 20, V_th: -50, V_reset: -65, t_ref: 2 };
  const edges: Record<EstimateName, readonly [clear: number, noisy: number]> = {
    E_L: [0.5, 1],
    R_m: [0.2, 0.6],
    tau: [0.4, 1.2],
    V_th: [0.5, 1],
    V_reset: [0.5, 1],
    t_ref: [0.2, 0.5],
  };

  it.each(ESTIMATE_NAMES)(
    'takes %s within its tolerance, edge included, and says the side beyond it',
    (name) => {
      for (const [k, edge] of edges[name].entries()) {
        const at = (off: number) => judge(name, truth[name] + off, truth, k === 1);
        expect([at(0), at(edge), at(-edge)]).toEqual(['right', 'right', 'right']);
        expect([at(1.01 * edge), at(-1.01 * edge)]).toEqual(['too high', 'too low']);
      }
    },
  );

  it('has two hints for each parameter, and none of them holds a number of a neuron', () => {
    for (const name of ESTIMATE_NAMES) {
      const [first, second] = HINTS[name];
      expect(second.length).toBeGreaterThan(first.length);
      expect(`${first} ${second}`.replace(/63\u00a0%|1\u00a0(mV|nA|MΩ)/g, '')).not.toMatch(/\d/);
    }
  });
});

describe('the link', () => {
  it('names a neuron by a whole number, and is written as it is read', () => {
    expect(seedIn('')).toBeUndefined();
    expect(seedIn('?I=2')).toBeUndefined();
    expect(seedIn('?hidden=0')).toBe(0);
    expect(seedIn('?hidden=4294967295')).toBe(4294967295);
    const link = new URL(linkTo('https://x.org/lessons/y/?hidden=3#old', 17, 'hidden'));
    expect([link.pathname, seedIn(link.search), link.hash]).toEqual(['/lessons/y/', 17, '#hidden']);
  });

  it.each(['', 'abc', '-1', '1.5', '4294967296', '1e3', '99999999999'])('refuses ?hidden=%s', (asked) => {
    expect(seedIn(`?hidden=${asked}`)).toBe(
      `The link asks for the hidden neuron "${asked}": its number must be a whole number from 0 to 4294967295.`,
    );
  });
});

describe('what the page is given', () => {
  it('is its seed, one measurement and limits that are the same for every neuron', () => {
    const [one, two] = [hiddenStill('hidden', 1).page, hiddenStill('hidden', 2).page];
    const { sentence: a, first: b, seed: c, ...rest } = one;
    const { sentence: d, first: e, seed: f, ...others } = two;
    expect([typeof a, typeof d, b.number, e.number, c, f]).toEqual(['string', 'string', 1, 1, 1, 2]);
    expect(rest).toEqual(others);
    for (const name of INPUT_NAMES) expect(one.specs.injection[name].unit).toMatch(/^(nA|ms)$/);
  });

  it('refuses an id and a seed that are none, with what is allowed', () => {
    expect(() => hiddenStill('Hidden', 1)).toThrow('id "Hidden" must be small letters, digits and hyphens');
    for (const seed of ['2026', -1, 1.5, undefined])
      expect(() => hiddenStill('hidden', seed)).toThrow(
        'seed must be a whole number from 0 to 4294967295, got',
      );
  });
});

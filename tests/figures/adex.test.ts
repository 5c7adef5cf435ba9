import { describe, expect, it } from 'vitest';
import { ADEX_EXAMPLES } from '../../src/components/demos/adex/adex-examples.ts';
import { ADEX_LAB } from '../../src/components/demos/adex/adex.ts';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import { intervalsMs } from '../../src/sim/intervals.ts';

const run = (amplitude = 1, neuron: object = {}, rest: object = {}) =>
  runOf(
    ADEX_LAB,
    parseValues(ADEX_LAB, {
      experiment: {
        neuron: { model: 'adex', ...neuron },
        inputs: [{ type: 'step', amplitude }],
        duration: 300,
        ...rest,
      },
    }),
  ) as Parameters<typeof ADEX_LAB.describe>[0];
const sentence = (...of: Parameters<typeof run>) => ADEX_LAB.describe(run(...of)).replaceAll('\u00a0', ' ');
const phase = (...of: Parameters<typeof run>) => {
  const all = run(...of);
  const frame = ADEX_LAB.frame(all, ADEX_LAB.defaults.controls);
  const plot = ADEX_LAB.plots(all, { frame, width: 328, lens: 'plain', formula: false })[1];
  const points = (id: string) => {
    const mark = plot?.marks.find((one) => one.id === id);
    return mark?.kind === 'line' || mark?.kind === 'dots' ? mark.points : [];
  };
  return { points, recording: all.recording };
};

describe('the AdEx lab', () => {
  it('says the course’s intervals at 1 nA', () => {
    expect(sentence()).toContain('its intervals begin with 13.5 ms, 15.8 ms, 18.5 ms');
  });

  it('says without adaptation where rest ends: at g_L(V_T − E_L − Δ_T) = 0.546 nA', () => {
    expect(0.03 * (-50.4 + 70.6 - 2)).toBeCloseTo(0.546, 9);
    expect(sentence(0.5, { a: 0, b: 0 })).toContain('the neuron does not fire. Up to 0.546 nA');
    expect(sentence(0.6, { a: 0, b: 0 })).toContain('The nullclines do not cross above 0.546 nA');
  });

  it('fills the stable fixed point and leaves the other hollow, none above the saddle-node', () => {
    const quiet = phase(0.3);
    expect(quiet.points('stable')).toHaveLength(1);
    expect(quiet.points('unstable')).toHaveLength(1);
    // A silent run ends on the stable one: 3 s are twenty times its slowest time constant; mV.
    const late = phase(0.3, {}, { duration: 3000 });
    expect(Math.abs((late.points('stable')[0]?.x ?? NaN) - (late.recording.V_m.at(-1) ?? NaN))).toBeLessThan(
      1e-6,
    );
    expect([...phase(1).points('stable'), ...phase(1).points('unstable')]).toEqual([]);
  });

  it('breaks the course at every spike and goes on from the reset', () => {
    const { points, recording } = phase(1);
    const course = points('course');
    const gaps = course.flatMap(({ y }, k) => (Number.isNaN(y) ? [k] : []));
    expect(gaps).toHaveLength(recording.spikes.length);
    for (const k of gaps) {
      expect(course[k - 1]?.x).toBe(-40.4);
      expect(course[k + 1]?.x).toBe(-70.6);
      expect((course[k + 1]?.y ?? NaN) - (course[k - 1]?.y ?? NaN)).toBeCloseTo(0.0805, 12);
    }
  });

  it('refuses an input without a single plane', () => {
    expect(() => run(1, {}, { inputs: [] })).toThrow(
      new RangeError('inputs must be one step: the nullclines are those of its amplitude'),
    );
  });
});

describe('the examples of the AdEx lab', () => {
  const of = (label: string) => {
    const { experiment } = ADEX_EXAMPLES.find((one) => one.label === label)!;
    return runOf(ADEX_LAB, parseValues(ADEX_LAB, { experiment })) as Parameters<typeof ADEX_LAB.describe>[0];
  };
  const intervals = (label: string) => Array.from(intervalsMs(of(label).recording.spikes));

  it('without adaptation fires with one interval', () => {
    const all = intervals('no adaptation: a and b are 0');
    expect(all.length).toBeGreaterThan(20);
    // ms; the method itself is good to 1e-9.
    for (const each of all) expect(Math.abs(each - (all[0] ?? NaN))).toBeLessThan(1e-6);
  });

  it('with adaptation fires with intervals that only grow', () => {
    const all = intervals('regular firing that adapts');
    all.slice(1).forEach((each, k) => expect(each).toBeGreaterThan(all[k] ?? NaN));
  });

  it('fires a burst at first, and then with intervals several times as long', () => {
    const [first = NaN, second = NaN, ...rest] = intervals('a burst at first, then regular');
    expect(rest.length).toBeGreaterThan(3);
    for (const each of rest) expect(each).toBeGreaterThan(5 * Math.max(first, second));
  });

  it('fires in bursts above the threshold of the exponential, and says so', () => {
    const all = intervals('bursts');
    const short = all.filter((each) => each < 5);
    expect(short.length).toBeGreaterThan(3);
    expect(all.filter((each) => each > 20).length).toBeGreaterThan(3);
    expect(ADEX_LAB.describe(of('bursts'))).toContain('fires in bursts');
  });
});

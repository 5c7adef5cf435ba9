import { describe, expect, it } from 'vitest';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import { measuredGain } from '../../src/components/demos/passive/passive-gain.ts';
import { PASSIVE, type PassiveRecording } from '../../src/components/demos/passive/passive.ts';
import type { LifExperiment } from '../../src/sim/experiment.ts';

const inputs = (step: number, pulse: number, sine: number, frequency = 8, chirp: object = {}) => [
  { type: 'step', amplitude: step },
  { type: 'pulse', amplitude: pulse, count: 10 },
  { type: 'sine', amplitude: sine, frequency },
  { type: 'chirp', amplitude: 0, ...chirp },
];
const passive = (currents: object, neuron: object = {}) => ({
  experiment: { neuron: { threshold: false, ...neuron }, inputs: currents, duration: 400 },
});
const run = (start: { experiment: object }) => runOf<PassiveRecording>(PASSIVE, parseValues(PASSIVE, start));
const sentence = (start: { experiment: object }) =>
  PASSIVE.describe(run(start) as Parameters<typeof PASSIVE.describe>[0]);
const COURSE = parseValues(PASSIVE, passive(inputs(0, 0, 1))).experiment as LifExperiment;

describe('the passive lab', () => {
  it('measures the gain 1/√(1 + (ωτ)²) and the lag arctan ωτ at every frequency', () => {
    const { gains } = run(passive(inputs(0, 0, 1))).recording;
    expect(gains).toHaveLength(10);
    // e^−16, 1e-7, of the beginning is left, weighed by a gain down to 0.08.
    for (const { frequencyHz, gain, lagRad } of gains) {
      const turn = 2 * Math.PI * (frequencyHz / 1000) * 20;
      expect(Math.abs(gain - 1 / Math.sqrt(1 + turn * turn))).toBeLessThan(1e-6);
      expect(Math.abs(lagRad - Math.atan(turn))).toBeLessThan(1e-5);
    }
  });

  it('finds 1/√2 and an eighth of a cycle at the cut-off of the course, 7.96 Hz', () => {
    const { gain, lagRad } = measuredGain(COURSE, 7.957747154594767);
    expect(gain).toBeCloseTo(Math.SQRT1_2, 6);
    expect(lagRad).toBeCloseTo(Math.PI / 4, 5);
  });

  it('says steady state, time constant and 63 % of a step', () => {
    expect(sentence(passive(inputs(1.5, 0, 0)))).toBe(
      'The step of 1.5\u00a0nA takes u towards −55.00\u00a0mV, with a time constant of 20\u00a0ms: after that time 63\u00a0% of ' +
        'the way is done, −60.52\u00a0mV.',
    );
  });

  it('says the gain of a sine, the rise of a pulse, and that they add up', () => {
    // ωτ = 1 at 1/(2π·20 ms); at 8 Hz it is 1.0053: gain 0.705, lag 45.2°.
    expect(sentence(passive(inputs(0, 0, 1.5)))).toContain(
      'swings u by 10.58\u00a0mV to either side where a slow one would swing it by 15.00\u00a0mV: a gain of 0.705, 0.705 by the formula; u lags the current by 45.2°.',
    );
    // 15 mV·(1 − e^(−1/4)).
    expect(sentence(passive(inputs(0, 1.5, 0)))).toContain(
      'Each of the 10 pulses alone moves u by 3.32\u00a0mV in 5\u00a0ms',
    );
    expect(sentence(passive(inputs(1, 0, 1)))).toContain('what each does alone adds up');
    // A run that was saved before there was a sweep.
    expect(sentence(passive(inputs(1.5, 0, 0).slice(0, 3)))).toContain('The step of 1.5\u00a0nA');
    expect(sentence(passive(inputs(0, 0, 0)))).toBe('No current flows: u stays at −70\u00a0mV.');
  });

  const sweep = (chirp: object, duration = 1500, neuron: object = {}) => ({
    experiment: {
      neuron: { threshold: false, ...neuron },
      inputs: inputs(0, 0, 0, 8, { amplitude: 1.5, from: 1, to: 20, ...chirp }),
      duration,
    },
  });

  it('reads the gain 1/√(1 + (ωτ)²) off a slow sweep, at each of its turning points', () => {
    // From 1 to 20 Hz in 30 s are 315 cycles, 630 turning points; the last falls behind the end by its lag.
    const { swept } = run(sweep({}, 30_000)).recording;
    expect(swept.length).toBeGreaterThanOrEqual(629);
    expect(swept.length).toBeLessThanOrEqual(630);
    // How far the membrane is behind a changing frequency: k·τ²·2π, at most 2.5e-4 of the gain for
    // k = 19 Hz in 30 s; the beginning, e^(−12), counts for less.
    for (const { frequencyHz, gain } of swept) {
      const formula = 1 / Math.hypot(1, (2 * Math.PI * frequencyHz * 20) / 1000);
      expect(Math.abs(gain / formula - 1)).toBeLessThan(2 * Math.PI * (0.019 / 30_000) * 400);
    }
  });

  it('is closer to the formula the slower the sweep', () => {
    const farthest = (duration: number) =>
      Math.max(
        ...run(sweep({}, duration)).recording.swept.map(({ frequencyHz, gain }) =>
          Math.abs(gain - 1 / Math.hypot(1, (2 * Math.PI * frequencyHz * 20) / 1000)),
        ),
      );
    expect(farthest(3000)).toBeLessThan(farthest(1500));
    expect(farthest(6000)).toBeLessThan(farthest(3000));
  });

  it('draws the envelope ±R·Î/√(1 + (ωτ)²) around rest over a sweep that flows alone, and no other current', () => {
    const envelope = (start: { experiment: object }, id = 'upper') => {
      const it = run(start) as Parameters<typeof PASSIVE.plots>[0];
      const frame = PASSIVE.frame(it, PASSIVE.defaults.controls);
      const plots = PASSIVE.plots(it, { frame, width: 600, lens: 'plain', formula: false });
      const mark = plots[0]?.marks.find((each) => each.id === id);
      return mark?.kind === 'line' ? mark.points : undefined;
    };
    // 1 and 20 Hz at the ends: ωτ is 0.04π and 0.8π.
    const upper = envelope(sweep({}));
    expect(upper?.[0]).toEqual({ x: 0, y: expect.closeTo(-70 + 15 / Math.hypot(1, 0.04 * Math.PI), 9) });
    expect(upper?.at(-1)).toEqual({ x: 1500, y: expect.closeTo(-70 + 15 / Math.hypot(1, 0.8 * Math.PI), 9) });
    expect(envelope(sweep({}), 'lower')?.[0]?.y).toBeCloseTo(-70 - 15 / Math.hypot(1, 0.04 * Math.PI), 9);
    // 1/(2π·20 ms) is reached after (7.9577 − 1)/19 of 1500 ms, and the swing is then 15/√2 mV.
    const [low, high] = envelope(sweep({}), 'passed') ?? [];
    expect(high?.x).toBeCloseTo((1500 * (1000 / (40 * Math.PI) - 1)) / 19, 9);
    expect(high!.y - low!.y).toBeCloseTo(2 * 15 * Math.SQRT1_2, 9);
    expect(envelope(sweep({ to: 5 }), 'passed')).toEqual([]);
    const both = sweep({});
    (both.experiment.inputs[0] as { amplitude: number }).amplitude = 1;
    expect(envelope(both)).toEqual([]);
    expect(envelope(passive(inputs(0, 0, 1)))).toEqual([]);
  });

  it('says what the first and the last turning point of a sweep tell', () => {
    // At 20 Hz 1/√(1 + (0.8π)²) = 0.370.
    expect(sentence(sweep({ from: 20 }, 400)).replaceAll('\u00a0', ' ')).toContain(
      'a gain of 0.370 (0.370 by the formula).',
    );
    expect(sentence(sweep({ from: 20 }, 400))).toContain(
      'The sweep from 20\u00a0Hz to 20\u00a0Hz has u turn 16 times',
    );
    const both = sweep({});
    (both.experiment.inputs[0] as { amplitude: number }).amplitude = 1;
    expect(sentence(both)).toContain('A sweep of 1.5\u00a0nA runs from 1\u00a0Hz to 20\u00a0Hz.');
    expect(sentence(sweep({ amplitude: 0 }))).toBe('No current flows: u stays at −70\u00a0mV.');
  });

  it('marks the frequency only where a sine flows', () => {
    const marksOf = (start: { experiment: object }) => {
      const it = run(start) as Parameters<typeof PASSIVE.plots>[0];
      const frame = PASSIVE.frame(it, PASSIVE.defaults.controls);
      const plots = PASSIVE.plots(it, { frame, width: 600, lens: 'plain', formula: false });
      return plots[1]?.marks.map(({ id }) => id);
    };
    expect(marksOf(passive(inputs(0, 0, 1)))).toContain('own');
    expect(marksOf(passive(inputs(1, 0, 0)))).not.toContain('own');
  });

  it('asks for width and frequencies only of currents that flow', () => {
    const offered = (start: { experiment: object }) => {
      const values = parseValues(PASSIVE, start) as Parameters<NonNullable<typeof PASSIVE.offers>>[1];
      return PASSIVE.defaults.controls.filter(
        (path) => path.startsWith('inputs.') && PASSIVE.offers?.(path, values),
      );
    };
    const amplitudes = [0, 1, 2, 3].map((i) => `inputs.${i}.amplitude`);
    const extra = (start: { experiment: object }) =>
      offered(start).filter((path) => !amplitudes.includes(path));
    expect(offered(sweep({}))).toEqual(expect.arrayContaining(amplitudes));
    expect(extra(sweep({}))).toEqual(['inputs.3.from', 'inputs.3.to']);
    expect(extra(passive(inputs(1, 1, 1)))).toEqual(['inputs.1.width', 'inputs.2.frequency']);
    expect(extra(passive(inputs(0, 0, 0)))).toEqual([]);
  });

  it('refuses a threshold, a missing leak, other inputs and a membrane too slow to measure', () => {
    const refusal = (start: { experiment: object }) => () => parseValues(PASSIVE, start);
    const all = inputs(1, 0, 0);
    expect(refusal(passive(all, { threshold: true }))).toThrow('neuron.threshold must be false');
    expect(refusal(passive(all, { leak: false }))).toThrow('neuron.leak must be true');
    expect(refusal(passive([{ type: 'step' }]))).toThrow(
      'inputs must be a step, a pulse, a sine and a chirp',
    );
    expect(refusal(passive([...all, { type: 'sine' }]))).toThrow('inputs must be a step');
    expect(refusal(passive(all, { R_m: 900, C_m: 10 }))).toThrow(
      'R_m·C_m must be at most 2000 ms, got 9000 ms',
    );
    expect(refusal(passive(inputs(0, 0, 1, 2000)))).toThrow(
      'inputs.2.frequency must be at most 1000 Hz, got 2000 Hz',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import { measuredGain } from '../../src/components/demos/passive/passive-gain.ts';
import { PASSIVE, type PassiveRecording } from '../../src/components/demos/passive/passive.ts';
import type { LifExperiment } from '../../src/sim/experiment.ts';

const inputs = (step: number, pulse: number, sine: number, frequency = 8) => [
  { type: 'step', amplitude: step },
  { type: 'pulse', amplitude: pulse, count: 10 },
  { type: 'sine', amplitude: sine, frequency },
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
    expect(sentence(passive(inputs(0, 0, 0)))).toBe('No current flows: u stays at −70\u00a0mV.');
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

  it('refuses a threshold, a missing leak, other inputs and a membrane too slow to measure', () => {
    const refusal = (start: { experiment: object }) => () => parseValues(PASSIVE, start);
    const all = inputs(1, 0, 0);
    expect(refusal(passive(all, { threshold: true }))).toThrow('neuron.threshold must be false');
    expect(refusal(passive(all, { leak: false }))).toThrow('neuron.leak must be true');
    expect(refusal(passive([{ type: 'step' }]))).toThrow('inputs must be a step, a pulse and a sine');
    expect(refusal(passive(all, { R_m: 900, C_m: 10 }))).toThrow(
      'R_m·C_m must be at most 2000 ms, got 9000 ms',
    );
    expect(refusal(passive(inputs(0, 0, 1, 2000)))).toThrow(
      'inputs.2.frequency must be at most 1000 Hz, got 2000 Hz',
    );
  });
});

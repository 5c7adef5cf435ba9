import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/components/demos/definition.ts';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import {
  STRENGTH_DURATION as LAB,
  type StrengthDurationRecording,
} from '../../src/components/demos/strength-duration/strength-duration.ts';
import { simulatedThresholdNa } from '../../src/components/demos/strength-duration/pulse-threshold.ts';
import { chronaxieMs, thresholdChargePc } from '../../src/sim/strength-duration.ts';
import type { LifExperiment } from '../../src/sim/experiment.ts';

const pulse = (amplitude: number, width: number, neuron: object = {}) => ({
  neuron,
  duration: 100,
  inputs: [{ type: 'pulse', amplitude, width, period: 1000 }],
});
const valuesOf = (experiment: object, settings: Settings = {}) => parseValues(LAB, { experiment, settings });
const run = (experiment: object) => runOf<StrengthDurationRecording>(LAB, valuesOf(experiment));
const lif = (experiment: object) => valuesOf(experiment).experiment as LifExperiment;
const sentence = (experiment: object) => LAB.describe(run(experiment) as Parameters<typeof LAB.describe>[0]);
const COURSE = lif(pulse(10, 5));

describe('the strength-duration lab', () => {
  it('finds by simulation what Lapicque’s formula says, for every width', () => {
    const { thresholds } = run(pulse(10, 5)).recording;
    expect(thresholds).toHaveLength(12);
    // A bracket from I to 2I is halved 20 times: 2^−20 of the threshold, 0.95e-6.
    for (const { widthMs, currentNa } of thresholds)
      expect(Math.abs(currentNa / (2 / (1 - Math.exp(-widthMs / 20))) - 1)).toBeLessThan(1e-6);
  });

  it('finds the numbers of the course: 9.04 nA for 5 ms, twice the rheobase at the chronaxie of 13.9 ms, 40 pC', () => {
    expect(simulatedThresholdNa(COURSE, 5)).toBeCloseTo(9.04, 2);
    expect(chronaxieMs(COURSE.neuron)).toBeCloseTo(13.9, 1);
    expect(simulatedThresholdNa(COURSE, 20 * Math.LN2)).toBeCloseTo(4, 5);
    expect(thresholdChargePc(COURSE.neuron)).toBe(40);
    // Of a pulse of τ/2000, a 4000th of the charge has leaked away.
    expect(simulatedThresholdNa(COURSE, 0.01) * 0.01).toBeCloseTo(40 * (1 + 1 / 4000), 3);
  });

  it('takes the same charge for every pulse where nothing leaks', () => {
    const perfect = lif(pulse(10, 5, { leak: false }));
    for (const width of [1, 10, 100]) expect(simulatedThresholdNa(perfect, width) * width).toBeCloseTo(40, 3);
  });

  it('fires just above the threshold of a width and not just below', () => {
    expect(run(pulse(9.05, 5)).recording).toMatchObject({ fires: true });
    expect(run(pulse(9.05, 5)).recording.spikes).toHaveLength(1);
    expect(run(pulse(9.03, 5)).recording).toMatchObject({ fires: false });
    expect(run(pulse(9.03, 5)).recording.spikes).toHaveLength(0);
  });

  it('says whether the pulse fires, and what it would take', () => {
    expect(sentence(pulse(10, 5))).toBe(
      'A pulse of 10\u00a0nA for 5\u00a0ms fires the neuron: 5\u00a0ms need more than 9.04\u00a0nA, a charge of 45.2\u00a0pC. ' +
        'However brief the pulse, it takes at least 40.0\u00a0pC; however long, more than the rheobase of 2.00\u00a0nA. ' +
        'Twice the rheobase fires in 13.9\u00a0ms, the chronaxie.',
    );
    expect(sentence(pulse(9, 5))).toContain('A pulse of 9\u00a0nA for 5\u00a0ms does not fire the neuron');
    expect(sentence(pulse(0, 5))).toContain('does not fire');
    expect(sentence(pulse(10, 5, { leak: false }))).toContain('without leak every pulse takes just that');
  });

  it('draws the pulse as a ring where it does not fire', () => {
    const markOf = (experiment: object) => {
      const it = run(experiment) as Parameters<typeof LAB.plots>[0];
      const frame = LAB.frame(it, LAB.defaults.controls);
      const [plot] = LAB.plots(it, { frame, width: 600, lens: 'plain', formula: false });
      return plot?.marks.find(({ id }) => id === 'pulse');
    };
    expect(markOf(pulse(10, 5))).not.toHaveProperty('hollow');
    expect(markOf(pulse(9, 5))).toHaveProperty('hollow', true);
    expect(markOf(pulse(0, 5))).toBeUndefined();
  });

  it('refuses what has no single pulse, no threshold or no rest to start from', () => {
    expect(() => valuesOf({ inputs: [{ type: 'step' }] })).toThrow('inputs must be one pulse with count 1');
    expect(() => valuesOf(pulse(10, 5, { threshold: false }))).toThrow('neuron.threshold must be true');
    expect(() => valuesOf(pulse(10, 5, { V_m: -60 }))).toThrow('neuron.V_m must be E_L, -70 mV, got -60 mV');
    expect(() => valuesOf(pulse(10, 95))).toThrow('the pulse must end within the run, at 100 ms, got 105 ms');
  });
});

import { describe, expect, it } from 'vitest';
import { ADAPTATION } from '../../src/components/demos/adaptation/adaptation.ts';
import { steadyIntervalMs } from '../../src/components/demos/adaptation/steady-interval.ts';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import type { AlifNeuron } from '../../src/sim/experiment.ts';

const run = (neuron: object = {}, amplitude = 3, rest: object = {}) =>
  runOf(
    ADAPTATION,
    parseValues(ADAPTATION, {
      experiment: {
        neuron: { model: 'alif', ...neuron },
        inputs: [{ type: 'step', amplitude }],
        duration: 500,
        ...rest,
      },
    }),
  ) as Parameters<typeof ADAPTATION.describe>[0];

const sentence = (...of: Parameters<typeof run>) => ADAPTATION.describe(run(...of)).replaceAll('\u00a0', ' ');

describe('the adaptation lab', () => {
  it('says the course’s intervals: 28.0 ms at first, 41.3 ms in the end', () => {
    const said = sentence();
    expect(said).toContain('the first interval lasts 28.0 ms, the last 41.3 ms');
    expect(said).toContain('in the end it is 41.3 ms');
  });

  it('says without b what the formula says of the plain neuron: 2 + 20 ln 3 ms', () => {
    expect(2 + 20 * Math.log(3)).toBeCloseTo(23.97, 2);
    expect(sentence({ b: 0 })).toContain('fires every 24.0 ms, 41.7 Hz');
  });

  it('knows the last interval of a long run without running it', () => {
    let compared = 0;
    for (const neuron of [{}, { t_ref: 0, V_reset: -65 }, { tau_w: 20, b: 1 }, { leak: false }]) {
      for (const amplitude of [2.2, 3, 6]) {
        const { experiment, recording } = run(neuron, amplitude, { duration: 5000, dt: 1 });
        const { spikes } = recording;
        const last = (spikes.at(-1) ?? NaN) - (spikes.at(-2) ?? NaN);
        // ms; what is left of the way after 5 s is below rounding.
        expect(Math.abs(steadyIntervalMs(experiment.neuron as AlifNeuron, amplitude) - last)).toBeLessThan(
          1e-6,
        );
        compared++;
      }
    }
    expect(compared).toBe(12);
  });

  it('falls silent at the rheobase of 2 nA and says so', () => {
    expect(sentence({}, 2)).toContain('falls silent');
  });

  it('draws a dot for every interval and both lines of theory', () => {
    const all = run();
    const frame = ADAPTATION.frame(all, ADAPTATION.defaults.controls);
    const plots = ADAPTATION.plots(all, { frame, width: 328, lens: 'plain', formula: false });
    expect(plots).toHaveLength(2);
    const marks = plots[1]?.marks ?? [];
    expect(marks.map(({ id }) => id)).toEqual(['plain', 'steady', 'intervals']);
    const dots = marks.find(({ kind }) => kind === 'dots');
    expect(dots?.kind === 'dots' && dots.points.length).toBe(all.recording.spikes.length - 1);
    expect(plots[0]?.panels.map(({ id }) => id)).toEqual(['u', 'I', 'w']);
  });

  it('refuses what has no interval', () => {
    expect(() => run({ threshold: false })).toThrow(
      new RangeError('neuron.threshold must be true: without it there is no interval'),
    );
    expect(() => run({}, 3, { inputs: [] })).toThrow(
      new RangeError('inputs must be one step: its amplitude is the current of the intervals'),
    );
  });
});

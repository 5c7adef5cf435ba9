/** The synapse lab against the closed forms of lesson 7, and the reading of its list of times. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import { regularTimes, readTimes, writeTimes } from '../../src/components/demos/synapse/spike-times.ts';
import { SYNAPSE } from '../../src/components/demos/synapse/synapse.ts';
import type { LineMark } from '../../src/figures/plot.ts';
import { toggleTime } from '../../src/components/demos/synapse/click-spikes.ts';

function runWith(input: object, rest: object = {}) {
  const experiment = { inputs: [{ type: 'spikes', times: [10], ...input }], duration: 100, ...rest };
  return runOf(SYNAPSE, parseValues(SYNAPSE, { experiment, settings: {} })) as never;
}
const sentenceOf = (run: never) => SYNAPSE.describe(run).replaceAll('\u00a0', ' ');
const view = { frame: [-71, -69] as [number, number], width: 688, lens: 'plain' as const, formula: true };
function lineOf(run: never, id: string): LineMark {
  const mark = SYNAPSE.plots(run, view)[0]?.marks.find((mark) => mark.id === id);
  if (mark?.kind !== 'line') throw new Error(`no line ${id}`);
  return mark;
}

describe('the synapse lab', () => {
  it('says height and time of one potential, exponential and alpha', () => {
    // R·I0·τs/(τ − τs)·(e^(−t/τ) − e^(−t/τs)) is highest at ττs/(τ − τs)·ln(τ/τs) = 9.24 ms: 0.787 mV.
    const peak = (20 / 3) * Math.log(4);
    const height = ((10 * 0.5 * 5) / 15) * (Math.exp(-peak / 20) - Math.exp(-peak / 5));
    expect([peak.toFixed(2), height.toFixed(3)]).toEqual(['9.24', '0.787']);
    expect(sentenceOf(runWith({}))).toContain(
      'By the formula a spike raises u by 0.787 mV, 9.24 ms after it arrives: it brings 2.50 pC. 1 spike arrives: in the run u goes 0.787 mV above rest',
    );
    // The curriculum's figures for an alpha synapse: 1.878 mV at 15.58 ms, e times the charge.
    expect(sentenceOf(runWith({ synapse: 'alpha' }))).toContain(
      'raises u by 1.878 mV, 15.58 ms after it arrives: it brings 6.80 pC',
    );
  });

  it('lays the sum over the run: below threshold they are one line, also where τ = τs', () => {
    for (const synapse of ['exp', 'alpha', 'delta'])
      for (const tau_syn of [5, 20]) {
        const run = runWith({ synapse, tau_syn, times: [5, 12.3, 12.3, 60] });
        const sampled = lineOf(run, 'potential').points;
        for (const { x, y } of lineOf(run, 'formula').points) {
          if ([5, 12.3, 60].includes(x)) continue;
          const after = sampled.findIndex((point) => point.x >= x);
          const [a, b] = [sampled[after - 1] ?? sampled[after]!, sampled[after]!];
          const between = b.x > a.x ? a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) : b.y;
          // Both lines are straightened to 1/2000 of their height, a few mV at most; a jump lasts one sample.
          if (Math.abs(b.y - a.y) < 0.3) expect(Math.abs(between - y)).toBeLessThan(0.02);
        }
      }
  });

  it('ends the sum where the neuron fires, and counts what is missing to the threshold', () => {
    // 40 jumps of 0.5 mV at once are the 20 mV from rest to threshold.
    expect(sentenceOf(runWith({ synapse: 'delta', weight: 0.5, times: Array(40).fill(10) }))).toContain(
      '40 spikes arrive, and the neuron fires once, first at 10.00 ms',
    );
    expect(sentenceOf(runWith({ synapse: 'delta', weight: 0.5, times: Array(39).fill(10) }))).toContain(
      '0.50 mV are missing to the threshold',
    );
    const run = runWith({ synapse: 'delta', weight: 8, times: regularTimes(10, 30, 10) }, { duration: 400 });
    const { spikes } = (run as { recording: { spikes: Float64Array } }).recording;
    expect(lineOf(run, 'formula').points.at(-1)?.x).toBe(spikes[0]);
  });

  it('needs 7.87 mV of every jump of a train each 10 ms to fire', () => {
    // w/(1 − e^(−10/20)) ≥ 20 mV.
    const least = 20 * -Math.expm1(-0.5);
    expect(least.toFixed(2)).toBe('7.87');
    const spikesAt = (weight: number) => {
      const run = runWith({ synapse: 'delta', weight, times: regularTimes(10, 60, 10) }, { duration: 700 });
      return (run as { recording: { spikes: Float64Array } }).recording.spikes.length;
    };
    expect(spikesAt(least * 0.999)).toBe(0);
    expect(spikesAt(least * 1.001)).toBeGreaterThan(0);
  });

  it('refuses what is no list of spikes, and too many', () => {
    const parse = (inputs: object[]) => () =>
      parseValues(SYNAPSE, { experiment: { inputs, duration: 100 }, settings: {} });
    expect(parse([{ type: 'step' }])).toThrow('inputs must be one list of spikes');
    expect(parse([{ type: 'spikes', times: Array(501).fill(1) }])).toThrow('at most 500 spikes, got 501');
  });
});

describe('a typed list of times', () => {
  it('is read with commas, semicolons, blanks and units, in any order', () => {
    expect(readTimes(' 25.5ms; 10, 0\t.5 10', 100)).toEqual([0, 0.5, 10, 10, 25.5]);
    expect(readTimes('', 100)).toEqual([]);
  });
  it('is refused with the time that is none, its place and the range', () => {
    expect(readTimes('10, abc', 100)).toBe(
      'Spike time 2 must be a number from 0 to 100 ms, where the run ends, got "abc". Write times as 10, 25.5, 40.',
    );
    for (const [text, got] of [
      ['100.1', '"100.1" ms'],
      ['−1', '"−1" ms'],
      ['NaN', '"NaN"'],
      ['1e999', '"1e999" ms'],
    ])
      expect(readTimes(text!, 100)).toContain(`got ${got}`);
    expect(readTimes(Array(501).fill('1').join(' '), 100)).toBe(
      'There must be at most 500 spike times, got 501.',
    );
  });
  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (times) => {
        const sorted = times.map((time) => time + 0).sort((a, b) => a - b);
        expect(readTimes(writeTimes(sorted), 100)).toEqual(sorted);
      }),
    );
  });
  it('gets a spike where it is clicked, and loses the one that is clicked', () => {
    expect(toggleTime([10], 20.04, 1).times).toEqual([10, 20]);
    expect(toggleTime([10, 20], 10.8, 1)).toEqual({
      times: [20],
      said: 'Taken away: the spike at 10.0\u00a0ms.',
    });
    // Of two at one time, one.
    expect(toggleTime([10, 10], 10, 1).times).toEqual([10]);
  });
});

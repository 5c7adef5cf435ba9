import { describe, expect, it } from 'vitest';
import { distanceTo, type Brought } from '../../src/figures/brought.ts';
import { broughtInWords, distanceInWords } from '../../src/figures/brought-words.ts';
import { overlayOf } from '../../src/figures/over-brought.ts';
import type { Plot } from '../../src/figures/plot.ts';
import { parseExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

/** The course's neuron, 200 ms: R·I = 10 mV of 20 to threshold under 1 nA; spikes at 32.19 + k·34.19 ms under 2.5. */
function runOf(amplitude: number, duration = 200) {
  const experiment = parseExperiment({ version: 1, inputs: [{ type: 'step', amplitude }], duration });
  return { experiment, recording: simulate(experiment) };
}
const times = Array.from({ length: 401 }, (_, k) => k / 2);
const brought = (V: (t: number) => number, t = times, spikes: number[] = []): Brought => ({
  data: { kind: 'trace', t: Float64Array.from(t), V: Float64Array.from(t, V) },
  spikes: Float64Array.from(spikes),
});
const spikes = (...list: number[]): Brought => ({
  data: { kind: 'spikes', times: Float64Array.from(list) },
  spikes: Float64Array.from(list),
});
const charging = (current: number) => (t: number) => -70 + 10 * current * (1 - Math.exp(-t / 20));
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const say = (data: Brought, run: ReturnType<typeof runOf>) =>
  plain(distanceInWords(distanceTo(data, run), data, run.experiment.duration));

describe('distanceTo', () => {
  it('of the closed form of the run is nothing', () => {
    const run = runOf(1);
    const { trace } = distanceTo(brought(charging(1)), run);
    expect(trace?.samples).toBe(401);
    // Straight lines between the samples of the run, 0.1 ms apart: dt²/8 · 10 mV/τ² = 3·10⁻⁵ mV.
    expect(trace?.rms).toBeLessThan(4e-5);
    expect(say(brought(charging(1)), run)).toBe(
      'Your trace runs as the run does, within 0.01 mV. Neither has a spike.',
    );
  });
  it('of another closed form is what both formulas differ by', () => {
    const run = runOf(1);
    const apart = times.map((t) => charging(1.5)(t) - charging(1)(t));
    const rms = Math.sqrt(apart.reduce((sum, d) => sum + d * d, 0) / apart.length);
    const { trace } = distanceTo(brought(charging(1.5)), run);
    expect(trace?.rms).toBeCloseTo(rms, 4);
    expect(trace?.by).toBeCloseTo(5 * (1 - Math.exp(-10)), 4);
    expect(trace?.at).toBe(200);
    expect(say(brought(charging(1.5)), run)).toBe(
      `Your trace is ${rms.toFixed(2)} mV from the run (root mean square of 401 samples), most at 200.0 ms, ` +
        'where it is 5.00 mV higher. Neither has a spike.',
    );
  });
  it('leaves out what is after the run, and says so', () => {
    const late = brought(charging(1), [100, 200, 200.1, 300]);
    expect(distanceTo(late, runOf(1))).toMatchObject({ trace: { samples: 2 }, beyond: 2 });
    expect(say(late, runOf(1))).toContain('2 samples are left out: the run ends at 200 ms.');
    expect(say(brought(charging(1), [250, 300]), runOf(1))).toBe(
      '2 samples are left out: the run ends at 200 ms.',
    );
  });
  it('matches spikes at most 1 ms apart; moving one by 1 ms costs 2, adding one 1', () => {
    const run = runOf(2.5);
    const [first, gap] = [20 * Math.log(25 / 5), 2 + 20 * Math.log(25 / 5)];
    // 0.25 ms late twice: cost 1; one of nothing: 1; three of the run without: 3.
    const data = spikes(first + 0.25, first + 10, first + gap + 0.25);
    const { spikes: found } = distanceTo(data, run);
    expect(found).toMatchObject({ data: 3, run: 5, same: 2 });
    expect(found.later).toBeCloseTo(0.25, 9);
    expect(found.victorPurpura).toBeCloseTo(5, 9);
    expect(say(data, run)).toBe(
      '2 of your 3 spikes have a partner within 1 ms among the run’s 5; on average they come 0.25 ms later. ' +
        'The Victor–Purpura distance is 5.00 (a spike moved by 1 ms counts 2, one added or taken away 1).',
    );
  });
  it.each([
    [spikes(5), 1, 'Your data has 1 spike, the run no spike.'],
    [spikes(5, 6), 2.5, 'None of your 2 spikes has a partner within 1 ms among the run’s 5. '],
    [spikes(5), 2.5, 'Your spike has no partner within 1 ms among the run’s 5. '],
    [spikes(5, 900), 1, '1 spike is left out: the run ends at 200 ms.'],
  ])('says it in words', (data, current, sentence) => expect(say(data, runOf(current))).toContain(sentence));
  it('of a trace that covers part of the run, counts the spikes of that part', () => {
    const early = brought(charging(2.5), [0, 10, 20, 30, 60], [32]);
    expect(distanceTo(early, runOf(2.5)).spikes).toMatchObject({ data: 1, run: 1, same: 1, partly: true });
    expect(say(early, runOf(2.5))).toContain('among the run’s 1 in that time; it comes 0.19 ms earlier.');
  });
  it('computes no Victor–Purpura distance of millions of pairs', () => {
    const many = spikes(...Array.from({ length: 50_000 }, (_, k) => k / 300));
    const run = runOf(2.5);
    const full = { ...run, recording: { ...run.recording, spikes: many.spikes.subarray(0, 1000) } };
    expect(distanceTo(many, full).spikes.victorPurpura).toBeUndefined();
  });
});

const words = (data: Brought) => plain(broughtInWords(data));
it('what was brought is told: how much, from when to when, between which potentials', () => {
  expect(words(brought((t) => -70 + t / 10, times, [3, 5]))).toBe(
    '401 samples from 0.0 to 200.0 ms, between −70.0 and −50.0 mV, with 2 spikes.',
  );
  expect(words(spikes(3))).toBe('1 spike, at 3.00 ms.');
  expect(words(spikes(3, 12.5))).toBe('2 spikes, from 3.00 to 12.50 ms.');
});

describe('overlayOf', () => {
  const axis = { ticks: [], digits: 0, unit: 'mV', label: 'u', quantity: 'integrate' } as const;
  const plot: Plot = {
    title: '',
    narrow: false,
    x: { ...axis, range: [0, 200], label: 't' },
    panels: [{ id: 'u', weight: 1, axis: { ...axis, range: [-70, -50] } }],
    marks: [{ kind: 'events', id: 'spikes', panel: 'u', quantity: 'fire', times: [10], above: -50 }],
    labels: [],
  };
  it('lays a trace over the panel of the potential, named, and makes room for it', () => {
    const data = brought((t) => -80 + t / 10, [0, 100, 300], [40, 250]);
    const [over] = overlayOf(data)([plot], 500);
    expect(over?.marks.slice(1)).toEqual([
      {
        kind: 'line',
        id: 'brought',
        panel: 'u',
        quantity: 'brought',
        // Cut where the run ends.
        points: [
          { x: 0, y: -80 },
          { x: 100, y: -70 },
          { x: 200, y: -60 },
        ],
      },
      expect.objectContaining({ kind: 'dots', hollow: true, points: [{ x: 40, y: -50 }] }),
    ]);
    expect(over?.labels).toEqual([{ panel: 'u', text: 'your data', value: -60, quantity: 'brought' }]);
    expect(over?.panels[0]?.axis.range).toEqual([-80, -50]);
  });
  it('lets noise stand out of an axis a little, rather than widen it', () => {
    const [over] = overlayOf(brought((t) => -70.4 + t / 10))([plot], 500);
    expect(over?.panels[0]?.axis.range).toEqual([-70, -50]);
  });
  it('draws spike times as rings, named too', () => {
    const [over] = overlayOf(spikes(40, 300))([{ ...plot, narrow: true }], 300);
    expect(over?.marks.at(-1)).toMatchObject({ kind: 'dots', points: [{ x: 40, y: -50 }] });
    expect(over?.labels).toEqual([{ panel: 'u', text: 'data', value: -50, quantity: 'brought' }]);
  });
  it('draws one ring for all spikes of a pixel column', () => {
    const many = Array.from({ length: 100_000 }, (_, k) => k / 500);
    const [over] = overlayOf(spikes(...many))([plot], 500);
    const rings = over?.marks.at(-1);
    expect(rings?.kind === 'dots' && rings.points.length).toBe(500);
  });
  it('leaves plots of anything else alone', () => {
    const other = { ...plot, x: { ...plot.x, label: 'I' } };
    expect(overlayOf(spikes(40))([other], 500)).toEqual([other]);
  });
});

/** The network figure without a browser: what it measures, draws and says. How often the four states fire is asserted
 *  in tests/sim/network-brian2.test.ts. */
import { describe, expect, test } from 'vitest';
import {
  networkExperimentOf,
  sentenceOf,
  settingsAt,
  SIZES,
  stateAt,
  STATES,
} from '../../src/components/demos/network/network-settings.ts';
import { networkResult } from '../../src/components/demos/network/network-result.ts';
import { networkActivity } from '../../src/figures/network-activity.ts';
import { networkPlot } from '../../src/figures/network-plot.ts';
import { rasterRows } from '../../src/figures/network-raster.ts';
import { describeNetwork } from '../../src/figures/network-sentence.ts';
import type { NetworkRecording } from '../../src/sim/network.ts';
import { parseNetworkExperiment } from '../../src/sim/network-parse.ts';

/** Neurons E 0…3 and I 4 with the spike times given for each, ms. */
function recordingOf(trains: readonly (readonly number[])[]): NetworkRecording {
  const pairs = trains.flatMap((times, n) => times.map((time) => [time, n] as const));
  pairs.sort(([a, m], [b, n]) => a - b || m - n);
  return {
    t: new Float64Array(0),
    V_m: [],
    spikes: Float64Array.from(pairs, ([time]) => time),
    senders: Uint32Array.from(pairs, ([, n]) => n),
    populations: [
      { name: 'E', first: 0, size: 4 },
      { name: 'I', first: 4, size: 1 },
    ],
    synapses: 0,
  };
}
const clock = (period: number, first: number, end: number) =>
  Array.from({ length: Math.floor((end - first) / period) + 1 }, (_, k) => first + k * period);

describe('the activity of a network', () => {
  test('of five clocks that tick together has rate 1/period, CV 0 and synchrony 1', () => {
    const trains = Array.from({ length: 5 }, () => clock(10, 5, 1000));
    const activity = networkActivity(recordingOf(trains), 1000, 100);
    expect(activity).toMatchObject({ neurons: 5, from: 100, to: 1000, counted: 5, intervals: 89 });
    expect(activity.rate).toBeCloseTo(100, 12);
    expect(activity.cv).toBeCloseTo(0, 12);
    expect(activity.synchrony).toBeCloseTo(1, 12);
  });

  test('of clocks that take turns has synchrony 0, whatever each of them does', () => {
    const trains = Array.from({ length: 5 }, (_, n) => clock(5, n + 1, 1000));
    expect(networkActivity(recordingOf(trains), 1000, 100).synchrony).toBeCloseTo(0, 12);
  });

  test('of neurons that fire by chance has synchrony 1/√neurons, and intervals as irregular as chance', () => {
    // Each of 400 neurons fires in each of 2000 bins with p = 0.05: geometric intervals, CV √(1 − p).
    let state = 1;
    const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const trains = Array.from({ length: 400 }, () => clock(1, 1, 2000).filter(() => chance() < 0.05));
    const recording = {
      ...recordingOf(trains),
      populations: [{ name: 'E', first: 0, size: 400 }],
    };
    const { rate, cv, synchrony } = networkActivity(recording, 2000, 0);
    // Standard errors: 0.24 Hz; of the variance over 2000 bins 3 %, of χ half of it; the CV is 1 % too small.
    expect(Math.abs(rate - 50)).toBeLessThan(1);
    expect(Math.abs(synchrony! * Math.sqrt(400) - 1)).toBeLessThan(0.06);
    expect(Math.abs(cv! - Math.sqrt(0.95))).toBeLessThan(0.02);
  });

  test('leaves out the settling, and counts a spike in the bin that ends with it', () => {
    const { counts, rate } = networkActivity(
      recordingOf([[0.1, 1.0, 1.1, 100], [100.1], [], [], []]),
      200,
      100,
    );
    expect(counts).toHaveLength(200);
    expect([counts[0], counts[1], counts[99], counts[100]]).toEqual([2, 1, 1, 1]);
    // One spike of five neurons in 100 ms.
    expect(rate).toBeCloseTo(2, 12);
  });

  test('of silence has no CV and no synchrony', () => {
    expect(networkActivity(recordingOf([[], [], [], [], []]), 200, 100)).toMatchObject({
      rate: 0,
      cv: null,
      synchrony: null,
    });
  });

  test('takes the CV from the neurons that have two intervals', () => {
    const { cv, counted, intervals } = networkActivity(
      recordingOf([[110, 120, 140], [110, 120], [150], [], []]),
      200,
      100,
    );
    expect([counted, intervals]).toEqual([1, 2]);
    // Intervals 10 and 20 ms: standard deviation 5√2, mean 15.
    expect(cv).toBeCloseTo(Math.SQRT2 / 3, 12);
  });
});

describe('the raster of a network', () => {
  const recording = recordingOf([[1, 5], [2], [3], [4], [4, 6]]);

  test('shows each population in proportion, and the spikes of the neurons it shows', () => {
    const [E, I] = rasterRows(recording, 5);
    expect([E!.name, E!.rows, I!.name, I!.rows]).toEqual(['E', 4, 'I', 1]);
    expect([[...E!.row], [...E!.time]]).toEqual([
      [0, 1, 2, 3, 0],
      [1, 2, 3, 4, 5],
    ]);
    expect([...I!.time]).toEqual([4, 6]);
  });

  test('takes neurons from everywhere in a population, and never more than there are', () => {
    const [E] = rasterRows(recording, 2);
    // Two of four: the first and the third.
    expect([...E!.time]).toEqual([1, 3, 5]);
    expect(rasterRows(recording, 1000).map(({ rows }) => rows)).toEqual([4, 1]);
  });

  test('lies in two blocks of rows that do not touch, over the rate of all in each millisecond', () => {
    const activity = networkActivity(recording, 10, 0);
    const plot = networkPlot(rasterRows(recording, 5), activity, { window: [2, 10], width: 688 });
    expect(plot.title).toBe('Spikes of 5 of 5 neurons over time, and the rate of all of them');
    const [E, I, rate] = plot.marks.map((mark) => ('points' in mark ? mark.points : []));
    // The spikes at 1 and 2 ms are before the window.
    expect(E).toEqual([
      { x: 3, y: 2 },
      { x: 4, y: 3 },
      { x: 5, y: 0 },
    ]);
    expect(I).toEqual([
      { x: 4, y: 6 },
      { x: 6, y: 6 },
    ]);
    // From 3 to 4 ms two of five neurons: 400 Hz.
    expect(rate).toHaveLength(16);
    expect(rate!.slice(2, 4)).toEqual([
      { x: 3, y: 400 },
      { x: 4, y: 400 },
    ]);
    expect(plot.labels.map(({ text }) => text)).toEqual(['excitatory', 'inhibitory']);
    const narrow = networkPlot(rasterRows(recording, 5), activity, { window: [2, 10], width: 328 });
    expect(narrow.labels.map(({ text }) => text)).toEqual(['exc.', 'inh.']);
  });
});

describe('what is said of a network', () => {
  const measured = {
    neurons: 5000,
    from: 100,
    to: 600,
    rate: 47.21,
    cv: 0.537,
    counted: 4990,
    intervals: 22.6,
  };
  const counts = new Uint32Array(600);

  test('names the neurons and the time behind the CV, and that few intervals make it too small', () => {
    const said = describeNetwork('g = 5 and η = 2', { ...measured, synchrony: 0.1218, counts });
    expect(said.replaceAll('\u00a0', ' ')).toBe(
      'With g = 5 and η = 2, 5,000 neurons fire at 47.2 Hz on average. The CV of the intervals is 0.54, a mean over ' +
        '4,990 neurons with about 23 intervals each in 500 ms; so few make it come out too small. Their synchrony χ ' +
        'is 0.12: 1 if all fire alike, 0.01 if each fires for itself. The first 100 ms are not counted.',
    );
    const longer = describeNetwork('g = 5', { ...measured, intervals: 120, synchrony: 0.1, counts });
    expect(longer).not.toContain('too small');
  });

  test('says where there is nothing to measure', () => {
    const silent = { ...measured, rate: 0, cv: null, counted: 0, intervals: 0, synchrony: null, counts };
    expect(describeNetwork('g = 8', silent)).toContain('none of the 5,000 neurons fires');
    const few = { ...silent, rate: 0.1, synchrony: 0.01 };
    expect(describeNetwork('g = 8', few)).toContain('No neuron has two intervals');
  });
});

describe('the settings of the network', () => {
  test('name a state by its two numbers alone', () => {
    expect(STATES.map((state) => stateAt(settingsAt(state, 1000)))).toEqual(STATES);
    expect(STATES).toEqual(['SR', 'SI-fast', 'AI', 'SI-slow']);
    expect(stateAt({ g: 5, eta: 2.1 })).toBeUndefined();
  });

  test.each(SIZES)('make an experiment that passes its gate, with %i excitatory neurons', (size) => {
    for (const state of STATES) {
      const experiment = networkExperimentOf(settingsAt(state, size));
      expect(parseNetworkExperiment(JSON.parse(JSON.stringify(experiment)))).toEqual(experiment);
      const [EE] = experiment.network.projections;
      // The mean input stays: C_E·J of the network of the course, 400·0.2 mV.
      expect(EE!.weight * (EE!.rule as { k: number }).k).toBeCloseTo(80, 10);
    }
  });

  test('refuse what an author may not write, with what may be written', () => {
    expect(() => settingsAt('XX', 4000)).toThrow('state "XX" must be one of SR, SI-fast, AI, SI-slow');
    expect(() => settingsAt('AI', 500)).toThrow(
      'size 500 (excitatory neurons) must be one of 1000, 2000, 4000',
    );
  });
});

test('a run in pieces tells how far it is, and says the same as another of the same seed', () => {
  const settings = { ...settingsAt('AI', 1000), duration: 200 };
  const parts: number[] = [];
  const result = networkResult(settings, 60, (part) => parts.push(part));
  expect(parts).toHaveLength(100);
  expect(parts.at(-1)).toBe(1);
  expect(parts.every((part, p) => p === 0 || part > parts[p - 1]!)).toBe(true);
  expect(sentenceOf(result)).toBe(sentenceOf(networkResult(settings, 60)));
  expect(sentenceOf(result)).not.toBe(sentenceOf(networkResult({ ...settings, seed: 2 }, 60)));
  expect(sentenceOf(result)).toMatch(/the parameters of AI \(asynchronous irregular\), 1,250 neurons fire/);
});

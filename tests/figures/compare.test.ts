import { describe, expect, it } from 'vitest';
import {
  compareRuns,
  differencesInWords,
  furthestApart,
  overPinned,
  type Run,
} from '../../src/figures/compare.ts';
import { membraneFrame, membranePlot } from '../../src/figures/membrane-plot.ts';
import { LIF } from '../../src/sim/lif.ts';
import { parseLifExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const run = (data: object): Run => {
  const experiment = parseLifExperiment({ version: 1, ...data });
  return { experiment, recording: simulate(experiment) };
};
const step = (amplitude: number, more: object = {}) =>
  run({ inputs: [{ type: 'step', amplitude, start: 0, stop: 200 }], duration: 200, ...more });
const words = (pinned: Run, now: Run) => compareRuns(pinned, now).replaceAll('\u00a0', ' ');

// T = 2 + 20 ln(RI / (RI − 20)) ms with RI = 10 MΩ · I, and no refractory period before the first spike (lesson 4).
const interval = (currentNa: number) => 2 + 20 * Math.log((10 * currentNa) / (10 * currentNa - 20));
const hz = (currentNa: number) => 1000 / interval(currentNa);

describe('two runs that fire', () => {
  it('are compared by rate, interval, first spike and number of spikes', () => {
    expect(interval(2.5)).toBeCloseTo(34.19, 2);
    expect(interval(3)).toBeCloseTo(23.97, 2);
    const faster = (hz(3) - hz(2.5)).toFixed(2);
    const earlier = (interval(2.5) - interval(3)).toFixed(2);
    // Spikes at T − 2 + kT up to 200 ms.
    const count = (currentNa: number) => Math.floor((200 + 2) / interval(currentNa));
    expect(words(step(2.5), step(3))).toBe(
      `It fires ${faster} Hz faster: every 23.97 ms instead of every 34.19 ms, ${hz(3).toFixed(2)} Hz instead of 29.25 Hz. ` +
        `The first spike comes ${earlier} ms earlier, at 21.97 ms instead of 32.19 ms. ` +
        `It has ${count(3)} spikes instead of ${count(2.5)} in 200 ms.`,
    );
    expect(words(step(3), step(2.5))).toContain(`It fires ${faster} Hz slower: every 34.19 ms`);
    expect(words(step(3), step(2.5))).toContain(`The first spike comes ${earlier} ms later, at 32.19 ms`);
  });
  it('have the same first spike when only the reset is moved (lesson 4)', () => {
    const text = words(step(2.5), step(2.5, { neuron: { V_reset: -65 } }));
    expect(text).toContain('33.64 Hz instead of 29.25 Hz');
    expect(text).toContain('The first spike comes at the same time, at 32.19 ms.');
  });
  it('are told to be the same when they are', () => {
    expect(words(step(2.5), step(2.5))).toBe(
      'It fires as often as the pinned run: every 34.19 ms, 29.25 Hz. ' +
        'The first spike comes at the same time, at 32.19 ms. Both have 5 spikes in 200 ms.',
    );
  });
  it('name both durations where these differ', () => {
    const long = run({ inputs: [{ type: 'step', amplitude: 2.5, start: 0, stop: 400 }], duration: 400 });
    expect(words(step(2.5), long)).toContain('It has 11 spikes in 400 ms; the pinned run had 5 in 200 ms.');
  });
  it('claim no rate from a single spike', () => {
    const once = run({ inputs: [{ type: 'step', amplitude: 2.5, start: 0, stop: 40 }], duration: 200 });
    expect(words(once, step(2.5))).toContain(
      'It fires at 29.25 Hz; the one spike of the pinned run had no rate.',
    );
    expect(words(step(2.5), once)).toContain('It fired at 29.25 Hz; one spike has no rate.');
    expect(words(once, once)).toContain('One spike has no interval and no rate.');
    expect(words(once, once)).toContain('Both have 1 spike in 200 ms.');
  });
});

describe('two runs of which one or none fires', () => {
  it('says that it no longer fires', () => {
    expect(words(step(2.5), step(1.5))).toBe(
      'It no longer fires: the pinned run had 5 spikes, the first at 32.19 ms.',
    );
  });
  it('says that it fires now', () => {
    expect(words(step(1.5), step(2.5))).toBe(
      'It fires now, which the pinned run did not: 5 spikes, the first at 32.19 ms, every 34.19 ms, a rate of 29.25 Hz.',
    );
  });
  it('compares the potential where neither fires', () => {
    // u∞ = −70 + 10·I; after 200 ms, ten time constants, 0.0005 of the way is left.
    expect(words(step(1), step(1.5))).toBe(
      'Neither run fires. u is at most 5.0 mV higher than in the pinned run, at 200.0 ms. ' +
        'It ends at −55.0 mV instead of −60.0 mV.',
    );
    expect(words(step(1.5), step(1.5))).toBe('Neither run fires. u runs as it did in the pinned run.');
  });
  it('finds where two time constants are furthest apart, against the closed form', () => {
    const [slow, fast] = [step(1.6, { neuron: { C_m: 4 } }), step(1.6)];
    // d/dt (e^{−t/40} − e^{−t/20}) = 0 at t = 40 ln 2, where the difference is 16·(1/2 − 1/4) mV.
    const { by, at } = furthestApart(slow.recording, fast.recording);
    expect(by).toBeCloseTo(4, 4);
    expect(Math.abs(at - 40 * Math.log(2))).toBeLessThanOrEqual(0.1); // one sample
    expect(words(slow, fast)).toContain('u is at most 4.0 mV higher than in the pinned run, at 27.7 ms.');
  });
});

describe('what differs between the controls', () => {
  it('is named with both values', () => {
    expect(
      differencesInWords([
        { name: 'current', pinned: '2.5 nA', now: '3 nA' },
        { name: 'leak', pinned: 'on', now: 'off' },
      ]),
    ).toBe('Pinned: current 2.5 nA, leak on; now: current 3 nA, leak off.');
    expect(differencesInWords([])).toBe('Nothing is changed yet: this is the pinned run.');
  });
});

describe('the plot of a run over a pinned one', () => {
  const plotOf = (
    { experiment, recording }: Run,
    frame = membraneFrame(step(2.5).experiment as never, step(2.5).recording, [], LIF),
  ) =>
    membranePlot(experiment as never, recording, { frame, width: 688, lens: 'plain', formula: false }, LIF);

  it('draws the pinned lines beneath, dashed and in the colour of what is compared', () => {
    const plot = overPinned(plotOf(step(3)), plotOf(step(2.5)));
    const pinned = plot.marks.filter(({ id }) => id.startsWith('pinned-'));
    expect(pinned.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['pinned-potential', 'pinned-current', 'pinned-spikes']),
    );
    expect(new Set(pinned.map(({ quantity }) => quantity))).toEqual(new Set(['compared']));
    expect(plot.marks.indexOf(pinned[0]!)).toBe(0);
    expect(plot.labels.filter(({ text }) => text === 'pinned').map(({ panel }) => panel)).toEqual(['u', 'I']);
  });
  it('turns the pinned spikes into rings at the threshold', () => {
    const plot = overPinned(plotOf(step(3)), plotOf(step(2.5)));
    const rings = plot.marks.find(({ id }) => id === 'pinned-spikes');
    expect(rings).toMatchObject({ kind: 'dots', hollow: true });
    expect(rings?.kind === 'dots' && rings.points).toHaveLength(5);
    expect(rings?.kind === 'dots' && rings.points.every(({ y }) => y === -50)).toBe(true);
  });
  it('draws once what is the same', () => {
    const plot = plotOf(step(2.5));
    expect(overPinned(plot, plotOf(step(2.5)))).toBe(plot);
    const moved = overPinned(plot, plotOf(step(3)));
    expect(moved.marks.some(({ id }) => id === 'pinned-threshold')).toBe(false);
  });
  it('leaves out the levels of the pinned run: its trace tells them', () => {
    const plot = overPinned(plotOf(step(2.5)), plotOf(step(2.5, { neuron: { V_th: -55, V_reset: -65 } })));
    expect(plot.marks.filter(({ id }) => id.startsWith('pinned-')).map(({ id }) => id)).toEqual([
      'pinned-potential',
      'pinned-spikes',
    ]);
  });
  it('widens an axis that the pinned run leaves', () => {
    const plot = overPinned(plotOf(step(1)), plotOf(step(-3)));
    const [low] = plot.panels[0]!.axis.range;
    // u∞ of −3 nA is −100 mV.
    expect(low).toBeLessThanOrEqual(-99.9);
    expect(plot.panels[0]!.axis.ticks.every((tick) => tick >= low)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { parseValues, runOf } from '../../src/components/demos/demo-values.ts';
import type { Settings } from '../../src/components/demos/definition.ts';
import {
  KINDS,
  withKind,
  type NoiseExperiment,
  type NoiseKind,
} from '../../src/components/demos/noise/noise-kind.ts';
import { NOISE, type NoiseRecording, type NoiseRun } from '../../src/components/demos/noise/noise.ts';
import { variance } from '../../src/sim/analysis.ts';
import { mean } from '../../src/sim/intervals.ts';

const [WHITE, OU, POISSON] = (NOISE.defaults.experiment as { inputs: object[] }).inputs as [
  object,
  object,
  object,
];

/** The experiment of the lab with one noise switched on and changed. */
const valuesOf = (kind: NoiseKind, change: object = {}, rest: object = {}, settings: Settings = {}) => {
  const experiment = { ...NOISE.defaults.experiment, ...rest };
  const { duration } = { duration: 10_000, ...rest };
  const inputs = [WHITE, OU, POISSON].map((input, i) =>
    KINDS[i] === kind ? { ...input, stop: duration, ...change } : { ...input, stop: 0 },
  );
  return parseValues(NOISE, { experiment: { ...experiment, inputs }, settings });
};
const run = (...args: Parameters<typeof valuesOf>) =>
  runOf<NoiseRecording>(NOISE, valuesOf(...args)) as unknown as NoiseRun;
const white = (mu: number, sigma: number, rest: object = {}) => run('white', { mu, sigma }, rest);
const plotsOf = (shown: NoiseRun, start = shown) => {
  const frame = NOISE.frame(start, NOISE.defaults.controls);
  return NOISE.plots(shown, { frame, width: 340, lens: 'plain', formula: false });
};

/** What an endless run gives: rates of the course, and CVs of the double integral in closed form. */
const LONG_RUN = [
  [-55, 5, 8.0, 0.694],
  [-50, 4, 18.5, 0.408],
  [-45, 4, 31.3, 0.269],
  [-60, 8, 5.9, 0.837],
] as const;

describe('the noise lab', () => {
  it('says rate and CV of Siegert as the course does', () => {
    for (const [mu, sigma, rate, cv] of LONG_RUN) {
      const { theory } = white(mu, sigma, { duration: 100 }).recording;
      // Half of the last digit that is given.
      expect(Math.abs(theory.rateHz - rate)).toBeLessThan(0.05);
      expect(Math.abs((theory.cv ?? NaN) - cv)).toBeLessThan(0.0005);
      expect(theory.sdMv).toBeCloseTo(sigma / Math.SQRT2, 12);
    }
  });

  it('fires under white noise at the rate and with the CV of theory, within the errors of so many intervals', () => {
    for (const [mu, sigma, rate, cv] of LONG_RUN) {
      const { statistics, theory } = white(mu, sigma, { duration: 20_000, dt: 0.01 }).recording;
      const { count, rateHz, cv: seen } = statistics!;
      expect(count).toBeGreaterThan(80);
      // Four standard deviations of a mean of n intervals, and the 2 % by which a grid of 0.01 ms is slow at most.
      const chance = (4 * rate * cv) / Math.sqrt(count);
      expect(Math.abs(rateHz - rate)).toBeLessThan(chance + 0.03 * rate);
      // A CV of n intervals scatters by less than √((1/2 + 2·CV²)/n) times itself for these shapes.
      expect(Math.abs(seen - cv)).toBeLessThan(4 * cv * Math.sqrt((0.5 + 2 * cv * cv) / count));
      expect(theory.gridRateHz).toBeLessThan(theory.rateHz);
    }
  });

  it('fires less often on a coarse grid, as often as the theory of the grid says', () => {
    const { statistics, theory } = white(-55, 5, { duration: 500_000, dt: 0.5 }).recording;
    const chance = (4 * 8 * 0.7) / Math.sqrt(statistics!.count);
    expect(statistics!.rateHz).toBeLessThan(theory.rateHz - chance);
    // First order in √dt: what is left is dt/τ, a fortieth.
    expect(Math.abs(statistics!.rateHz - theory.gridRateHz!)).toBeLessThan(chance + theory.rateHz / 40);
  });

  it('without threshold spreads as far as σ/√2, R·s·√(τ_s/(τ + τ_s)) and w·√(ντ/2) say', () => {
    const rest = { neuron: { threshold: false, V_m: -55 }, duration: 120_000 };
    for (const [kind, sd] of [
      ['white', 5 / Math.SQRT2],
      ['ou', 10 * 0.8 * Math.sqrt(5 / 25)],
      ['poisson', 0.5 * Math.sqrt((1500 * 0.02) / 2)],
    ] as const) {
      const { V_m, theory } = run(kind, {}, rest).recording;
      expect(theory.muMv).toBeCloseTo(-55, 9);
      expect(theory.sdMv).toBeCloseTo(sd, 9);
      // Samples less than two correlation times apart, at most 2·25 ms, tell little new.
      const independent = 120_000 / 50;
      expect(Math.abs(mean(V_m)! + 55)).toBeLessThan((4 * sd) / Math.sqrt(independent));
      expect(Math.abs(Math.sqrt(variance(V_m)!) - sd)).toBeLessThan((4 * sd) / Math.sqrt(2 * independent));
    }
  });

  it('without noise is the plain neuron: every interval is that of the formula, rounded up to the grid', () => {
    // 2 + 20 ln((−45 + 70)/(−45 + 50)) ms.
    const interval = 2 + 20 * Math.log(5);
    for (const dt of [0.1, 0.5, 1]) {
      const { intervals, statistics, theory } = white(-45, 0, { dt }).recording;
      expect(intervals.length).toBeGreaterThan(280);
      for (const each of intervals) expect(each).toBeCloseTo(2 + Math.ceil((interval - 2) / dt) * dt, 6);
      expect(statistics!.cv).toBeLessThan(1e-9);
      expect(theory).toMatchObject({ cv: 0, gridRateHz: null });
      expect(theory.rateHz).toBeCloseTo(1000 / interval, 9);
    }
    expect(white(-50, 0).recording.spikes).toHaveLength(0);
    expect(NOISE.describe(white(-50, 0))).toContain('the mean would have to lie above threshold');
  });

  it('says that the Poisson train is taken for what it is in the limit of small jumps', () => {
    const { theory } = run('poisson').recording;
    expect(theory.muMv).toBeCloseTo(-55, 9);
    expect(theory.sdMv).toBeCloseTo(1.94, 2);
    expect(NOISE.describe(run('poisson'))).toContain('takes the jumps for infinitely small');
    expect(NOISE.describe(run('poisson'))).toContain(
      'mean −55.00\u00a0mV and standard deviation 1.94\u00a0mV',
    );
  });

  it('says rate and CV with the number of intervals, their errors, theory and the loss of the grid', () => {
    const shown = white(-55, 5);
    const { count, rateHz, rateErrorHz, cv, cvError } = shown.recording.statistics!;
    expect(count).toBe(shown.recording.spikes.length - 1);
    expect(NOISE.describe(shown)).toContain(
      `${count} intervals in 10\u00a0s: ${rateHz.toFixed(1)}\u00a0±\u00a0${rateErrorHz.toFixed(1)}\u00a0Hz, ` +
        `CV ${cv.toFixed(2)}\u00a0±\u00a0${cvError.toFixed(2)}. Siegert’s formula says 8.0\u00a0Hz, CV 0.69; ` +
        'the grid of 0.1\u00a0ms misses crossings between its points and leaves 7.5\u00a0Hz.',
    );
    expect(NOISE.describe(white(-55, 1))).toContain(
      '0 spikes in 10\u00a0s: too few for a rate and a CV. Siegert’s formula says less than 0.01\u00a0Hz.',
    );
    expect(NOISE.describe(white(-45, 4))).toContain('The mean is above threshold');
    // Intervals that scatter by less than a step: what is left is the rounding to the grid.
    expect(NOISE.describe(white(-45, 0.01))).toContain(
      'no further from that than a step of the grid in each',
    );
  });

  it('gives the same run for the same seed and another for another', () => {
    const spikes = (seed: number) => Array.from(white(-55, 5, { seed }).recording.spikes);
    expect(spikes(7)).toEqual(spikes(7));
    expect(spikes(8)).not.toEqual(spikes(7));
  });

  it('draws a density: the bars together hold every interval on the axis', () => {
    for (const bins of [5, 40, 200]) {
      const shown = run('white', {}, {}, { bins });
      const [, plot] = plotsOf(shown);
      const bars = plot!.marks.flatMap((mark) => (mark.kind === 'bars' ? mark.bars : []));
      const end = plot!.x.range[1];
      const inside = shown.recording.intervals.filter((interval) => interval <= end).length;
      const area = bars.reduce((sum, { from, to, y }) => sum + (to - from) * y, 0);
      expect(area).toBeCloseTo((100 * inside) / shown.recording.intervals.length, 9);
    }
  });

  it('keeps its axes from seed to seed, and that of u while the mean moves', () => {
    const start = white(-55, 5);
    const ranges = (shown: NoiseRun) =>
      plotsOf(shown, start).map(({ x, panels }) => [x.range, panels[0]!.axis.range]);
    for (const seed of [2, 3, 4]) expect(ranges(white(-55, 5, { seed }))).toEqual(ranges(start));
    expect(ranges(white(-50, 5))[0]).toEqual(ranges(start)[0]);
  });

  it('marks mean and spread of u without threshold, the threshold, and every spike of the stretch', () => {
    const shown = white(-55, 5);
    const [trace] = plotsOf(shown);
    const marks = new Map(trace!.marks.map((mark) => [mark.id, mark]));
    expect(marks.get('mean')).toMatchObject({
      points: [
        { x: 0, y: -55 },
        { x: 800, y: -55 },
      ],
    });
    const [corner] = (marks.get('mean ± sd') as unknown as { points: { low: number; high: number }[] })
      .points;
    expect(corner!.high + 55).toBeCloseTo(5 / Math.SQRT2, 12);
    expect(-55 - corner!.low).toBeCloseTo(5 / Math.SQRT2, 12);
    const { times } = marks.get('spikes') as unknown as { times: number[] };
    expect(times).toEqual(Array.from(shown.recording.spikes).filter((time) => time <= 800));
  });

  it('shows short runs over Siegert’s curve that agree with it within their errors', () => {
    for (const kind of KINDS) {
      const shown = run(kind, {}, { dt: 0.02 }, { view: 1 });
      const [, plot] = plotsOf(shown);
      const curve = plot!.marks.find(({ id }) => id === 'Siegert') as unknown as {
        points: { x: number; y: number }[];
      };
      const { curve: runs } = shown.recording;
      expect(runs).toHaveLength(13);
      for (const { muMv, rateHz } of runs) {
        const truth = curve.points.find(({ x }) => Math.abs(x - muMv) < 1e-9)!.y;
        // A run of 0.4 s counts whole spikes: no fewer than 2.5 Hz apart; CVs are at most about 1 up here.
        const scatter = 4 * Math.sqrt(truth / 0.4) + 2 * 2.5;
        expect(Math.abs(rateHz - truth)).toBeLessThan(scatter);
      }
    }
  });

  it('leaves out the runs of the curve that no Poisson train, or only one of a million spikes, would bring', () => {
    const { curve } = run('poisson', { weight: -0.5 }, {}, { view: 1 }).recording;
    // Inhibition cannot take the mean above rest.
    expect(curve.map(({ muMv }) => muMv)).toEqual([-70]);
    expect(run('poisson', { weight: 1e-6 }, {}, { view: 1 }).recording.curve.map(({ muMv }) => muMv)).toEqual(
      [-70],
    );
    expect(run('poisson', { weight: 0 }, {}, { view: 1 }).recording.curve).toEqual([]);
  });

  it('offers the controls of the noise that flows', () => {
    const offered = (kind: NoiseKind, ...rest: [object?, Settings?]) =>
      NOISE.defaults.controls.filter((path) => NOISE.offers!(path, valuesOf(kind, {}, ...rest) as never));
    expect(offered('white').filter((path) => path.startsWith('inputs.'))).toEqual([
      'inputs.0.mu',
      'inputs.0.sigma',
    ]);
    expect(offered('ou').filter((path) => path.startsWith('inputs.'))).toEqual([
      'inputs.1.mean',
      'inputs.1.sd',
      'inputs.1.tau',
    ]);
    expect(offered('poisson', {}, { view: 1 })).not.toContain('settings.bins');
    expect(offered('white', { neuron: { threshold: false } })).not.toContain('settings.view');
  });

  it('switches from noise to noise without losing a number', () => {
    const { experiment } = valuesOf('white', { mu: -52, sigma: 3 });
    const away = withKind(experiment as NoiseExperiment, 'poisson');
    expect(away.inputs.map((input) => 'stop' in input && input.stop)).toEqual([0, 0, 10_000]);
    expect(withKind(away, 'white')).toEqual(experiment);
  });

  it('refuses what has no theory, saying why', () => {
    const parse = (experiment: object) => () =>
      parseValues(NOISE, { experiment: { ...NOISE.defaults.experiment, ...experiment } });
    expect(parse({ inputs: [WHITE] })).toThrow('inputs must be white, ou and poisson');
    expect(parse({ inputs: [WHITE, { ...OU, stop: 10_000 }, POISSON] })).toThrow('2 of them flow');
    expect(parse({ inputs: [{ ...WHITE, stop: 0 }, OU, POISSON] })).toThrow('none flows');
    expect(parse({ inputs: [{ ...WHITE, start: 100 }, OU, POISSON] })).toThrow(
      'the noise must flow from 0 ms to the end of the run, 10000 ms, got 100 ms to 10000 ms',
    );
    expect(parse({ inputs: [WHITE, OU, { ...POISSON, synapse: 'exp' }] })).toThrow(
      'inputs.2.synapse must be "delta", got "exp"',
    );
    expect(parse({ neuron: { leak: false } })).toThrow('needs neuron.leak');
    expect(parse({ dt: 6 })).toThrow('dt must be at most a quarter of the time constant, 5 ms, got 6 ms');
    expect(parse({ duration: 0.5 })).toThrow('duration must be at least 10 steps of 0.1 ms, got 0.5 ms');
    expect(parse({ method: 'euler' })).toThrow('method must be');
    expect(() => valuesOf('ou', { tau: 0.05 })).toThrow(
      'inputs.1.tau must be at least a step, 0.1 ms, got 0.05 ms',
    );
    expect(() => valuesOf('poisson', { rate: 20_001 })).toThrow(
      'inputs.2.rate 20001 Hz brings more than 200000 spikes in 10000 ms: lower it or shorten duration',
    );
    expect(() => valuesOf('white', {}, {}, { bins: 4 })).toThrow(
      'settings.bins (bars of the histogram) must be',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/figures/plot.ts';
import { heightAt } from '../../src/figures/height-at.ts';
import {
  closestStraight,
  drawnSpikes,
  judge,
  matchSpikes,
  MOVE_COST,
  place,
  resample,
  rms,
  stroke,
} from '../../src/figures/prediction.ts';
import { predictionPlot } from '../../src/figures/prediction-plot.ts';
import { distanceInWords, misledInWords, spikesInWords } from '../../src/figures/prediction-sentence.ts';
import { predictionTasks } from '../../src/figures/prediction-task.ts';
import { victorPurpuraDistance } from '../../src/sim/spike-distance.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const RANGE = [0, 200] as const;

/** u(t) = −55 − 15 e^{−t/20} mV: 1.5 nA into the neuron of the course from rest, without threshold. */
const closedForm = (t: number) => -55 - 15 * Math.exp(-t / 20);
const drawnFrom = (u: (t: number) => number, step = 0.5): Point[] =>
  Array.from({ length: 200 / step + 1 }, (_, k) => ({ x: k * step, y: u(k * step) }));

const STEP = {
  experiment: {
    neuron: { threshold: false },
    inputs: [{ type: 'step', amplitude: 1.5, start: 0, stop: 200 }],
    duration: 200,
  },
  wrong: [{ shape: 'straight' as const }, { like: [{ neuron: { C_m: 0.01 } }] }],
};
const [task] = predictionTasks(STEP);
const judged = (points: readonly Point[]) => judge(points, task!.truth, RANGE, task!.wrong);

describe('a drawing', () => {
  it('keeps its points in order of time', () => {
    const points = [30, 10, 20].reduce<readonly Point[]>((all, x) => place(all, { x, y: -x }), []);
    expect(points.map(({ x }) => x)).toEqual([10, 20, 30]);
  });
  it('may jump once at a time, and not twice', () => {
    let points = place(place([], { x: 5, y: -50 }), { x: 5, y: -70 });
    expect(points).toEqual([
      { x: 5, y: -50 },
      { x: 5, y: -70 },
    ]);
    points = place(points, { x: 5, y: -65 });
    expect(points).toEqual([
      { x: 5, y: -50 },
      { x: 5, y: -65 },
    ]);
    expect(place([{ x: 5, y: -50 }], { x: 5, y: -50 })).toHaveLength(1);
  });
  it('is replaced where the pen passes again, forwards or backwards', () => {
    const line = [0, 10, 20, 30, 40].map((x) => ({ x, y: 0 }));
    expect(stroke(line, { x: 10, y: 0 }, { x: 30, y: 5 })).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 30, y: 5 },
      { x: 40, y: 0 },
    ]);
    expect(stroke(line, { x: 30, y: 0 }, { x: 10, y: 5 })).toEqual([
      { x: 0, y: 0 },
      { x: 10, y: 5 },
      { x: 30, y: 0 },
      { x: 40, y: 0 },
    ]);
  });
  it('falls straight down where the pen does', () => {
    expect(stroke([{ x: 5, y: -50 }], { x: 5, y: -50 }, { x: 5, y: -70 })).toEqual([
      { x: 5, y: -50 },
      { x: 5, y: -70 },
    ]);
  });
  it('stays in order whatever the pen does', () => {
    const points = fc.record({ x: fc.integer({ min: 0, max: 20 }), y: fc.integer({ min: -80, max: 40 }) });
    fc.assert(
      fc.property(fc.array(points, { minLength: 2, maxLength: 40 }), (path) => {
        let drawn: readonly Point[] = place([], path[0]!);
        for (let k = 1; k < path.length; k++) drawn = stroke(drawn, path[k - 1]!, path[k]!);
        drawn.forEach(({ x }, k) => expect(x).toBeGreaterThanOrEqual(drawn[k - 1]?.x ?? 0));
        // No x has more than the two ends of a jump.
        for (const { x } of drawn) expect(drawn.filter((point) => point.x === x).length).toBeLessThan(3);
        // The pen rests on the line.
        const last = path[path.length - 1]!;
        expect(drawn.some(({ x, y }) => x === last.x && y === last.y)).toBe(true);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
  it('is straight between its points and nothing outside them', () => {
    const points = [
      { x: 10, y: -70 },
      { x: 20, y: -60 },
      { x: 20, y: -70 },
      { x: 30, y: -65 },
    ];
    expect(heightAt(points, 15)).toBe(-65);
    expect(heightAt(points, 20)).toBe(-70);
    expect(heightAt(points, 26)).toBe(-67);
    expect(heightAt(points, 30)).toBe(-65);
    expect(heightAt(points, 9.99)).toBeNaN();
    expect(heightAt(points, 30.01)).toBeNaN();
    expect([...resample(points, [10, 30], 5)]).toEqual([-70, -65, -70, -67.5, -65]);
  });
});

describe('the distance of two lines', () => {
  const zero = new Float64Array(801);
  it('is the offset of parallel lines, and 1/√3 of the largest deviation for lines that part', () => {
    expect(
      rms(
        zero,
        zero.map(() => -2.5),
      ),
    ).toBe(2.5);
    const ramp = zero.map((_, k) => (3 * k) / 800);
    // Σk² = n(n+1)(2n+1)/6 over n + 1 samples.
    expect(rms(zero, ramp)).toBeCloseTo(3 * Math.sqrt((800 * 801 * 1601) / 6 / 801 / 800 ** 2), 12);
    expect(rms(zero, ramp)).toBeCloseTo(3 / Math.sqrt(3), 2);
  });
  it('counts only where both are drawn', () => {
    expect(
      rms(
        zero,
        zero.map((_, k) => (k < 400 ? NaN : 1)),
      ),
    ).toBe(1);
    expect(
      rms(
        zero,
        zero.map(() => NaN),
      ),
    ).toBeNaN();
  });
  it('finds the straight line itself', () => {
    const { line, rise } = closestStraight(
      zero.map((_, k) => -70 + (12 * k) / 800),
      -70,
    );
    expect(rise).toBeCloseTo(12, 10);
    expect(line[800]).toBeCloseTo(-58, 10);
  });
});

describe('a judged trace', () => {
  it('is next to nothing from the truth when it is drawn after the closed form', () => {
    const { rms: distance, worst, covered, misled } = judged(drawnFrom(closedForm));
    // Chords 0.5 ms long lie at most 15·0.5²/(8·20²) = 0.0012 mV beside the curve.
    expect(distance).toBeLessThan(0.0012);
    expect(Math.abs(worst.by)).toBeLessThan(0.0012);
    expect(covered).toBe(1);
    expect(misled).toBeUndefined();
  });
  it('is 2 mV off everywhere when it is drawn 2 mV too high', () => {
    const { rms: distance, worst } = judged(drawnFrom((t) => closedForm(t) + 2));
    expect(distance).toBeCloseTo(2, 3);
    expect(worst.by).toBeCloseTo(2, 2);
  });
  it('is furthest off where a straight line to the end is, and called straight', () => {
    const line = (t: number) => -70 + (15 * t) / 200;
    const { worst, misled } = judged(drawnFrom(line));
    // Furthest where the slopes agree: 15/20·e^{−t/20} = 15/200, t = 20 ln 10.
    expect(worst.at).toBeCloseTo(20 * Math.log(10), 0);
    expect(worst.by).toBeCloseTo(line(20 * Math.log(10)) - closedForm(20 * Math.log(10)), 2);
    expect(misled).toMatchObject({ index: 0 });
    expect(misled?.rms).toBeCloseTo(0, 6);
  });
  it('is called straight whatever its slope, but not when nothing is expected to happen', () => {
    expect(judged(drawnFrom((t) => -70 + 0.05 * t)).misled?.index).toBe(0);
    expect(judged(drawnFrom(() => -70)).misled).toBeUndefined();
  });
  it('is called a jump when it is at its end at once', () => {
    const { misled } = judged([
      { x: 0, y: -70 },
      { x: 1, y: -55 },
      { x: 200, y: -55 },
    ]);
    expect(misled?.index).toBe(1);
  });
  it('is judged only where it is drawn', () => {
    const { covered, rms: distance } = judged(drawnFrom(closedForm).filter(({ x }) => x <= 50));
    expect(covered).toBeCloseTo(0.25, 2);
    expect(distance).toBeLessThan(0.0012);
  });
  it('is refused when it misses all of the time that is asked for', () => {
    expect(() =>
      judge(
        [
          { x: 1, y: 0 },
          { x: 2, y: 0 },
        ],
        task!.truth,
        [50, 200],
        [],
      ),
    ).toThrow(new RangeError('a prediction must cover some of the time that is asked for'));
  });
});

describe('after the first spike', () => {
  const [second] = predictionTasks({
    experiment: {
      neuron: { V_reset: -65, t_ref: 10 },
      inputs: [{ type: 'step', amplitude: 2.5, start: 0, stop: 100 }],
      duration: 100,
    },
    from: 'first spike',
    wrong: [
      { like: [{ neuron: { V_reset: -70 } }], until: 60 },
      { like: [{ neuron: { t_ref: 0 } }], until: 60 },
      { shape: 'above' },
    ],
  });
  const T = 20 * Math.log(5); // first spike from rest: τ ln(RI/(RI − 20)), lesson 4
  /** The held and climbing course from the first spike on, for a reset and a refractory period. */
  const after = (reset: number, held: number) => (t: number) => {
    const climb = 20 * Math.log((-45 - reset) / 5);
    const s = (t - T) % (held + climb);
    return s < held ? reset : -45 + (reset + 45) * Math.exp(-(s - held) / 20);
  };
  const draw = (u: (t: number) => number) =>
    Array.from({ length: 1201 }, (_, k) => T + ((100 - T) * k) / 1200).map((x) => ({ x, y: u(x) }));
  const verdict = (points: readonly Point[]) =>
    judge(points, second!.truth, [second!.from, 100], second!.wrong, -50);

  it('begins at the first spike', () => {
    expect(second!.from).toBeCloseTo(T, 9);
  });
  it('takes the true course for true', () => {
    const { rms: distance, worst, misled } = verdict(draw(after(-65, 10)));
    // A chord of 0.06 ms cuts the corner where the climb begins, at 1 mV/ms: by at most a quarter of both.
    expect(Math.abs(worst.by)).toBeLessThan(0.015);
    // Two jumps of 15 mV, each of which may fall on the other side of one of 800 samples.
    expect(distance).toBeLessThan(15 * Math.sqrt(4 / 800));
    expect(misled).toBeUndefined();
  });
  it('names a reset to rest, a missing pause and a spike that is painted', () => {
    expect(verdict(draw(after(-70, 10))).misled?.index).toBe(0);
    expect(verdict(draw(after(-65, 0))).misled?.index).toBe(1);
    expect(verdict(draw((t) => (Math.abs(t - T) < 1 ? 30 : after(-65, 10)(t)))).misled?.index).toBe(2);
  });
  it('names a reset to rest though the next spike is drawn where it truly comes', () => {
    // Held at −70 for 10 ms, then straight up to the threshold at the true second spike.
    const second = T + 10 + 20 * Math.log(4);
    const points = [
      { x: T, y: -70 },
      { x: T + 10, y: -70 },
      { x: second, y: -50 },
      { x: second, y: -70 },
      { x: 100, y: -55 },
    ];
    expect(verdict(points).misled).toMatchObject({ index: 0, until: 60 });
  });
  it('gives the course up to the spike, and nothing of what follows until it is revealed', () => {
    const view = { width: 688, drawn: [], revealed: false };
    const potential = (revealed: boolean) => {
      const plot = predictionPlot(second!, { ...view, revealed });
      const line = plot.marks.find(({ id }) => id === 'potential');
      return line?.kind === 'line' ? line.points : [];
    };
    expect(Math.max(...potential(false).map(({ x }) => x))).toBeCloseTo(T, 9);
    expect(potential(false).at(-1)?.y).toBeCloseTo(-50, 9);
    expect(Math.max(...potential(true).map(({ x }) => x))).toBe(100);
    const labels = predictionPlot(second!, view).labels.map(({ text }) => text);
    expect(labels).not.toContain('reset u_r');
  });
});

describe('drawn spikes', () => {
  it('are where a line falls from the threshold', () => {
    const points = [
      { x: 0, y: -70 },
      { x: 32, y: -50.5 },
      { x: 33, y: -69 },
      { x: 66, y: -50 },
      { x: 66, y: -70 },
      { x: 100, y: -51 },
    ];
    expect(drawnSpikes(points, -50, 12, 5)).toEqual([32, 66]);
  });
  it('are none where it sinks slowly or from far below', () => {
    expect(
      drawnSpikes(
        [
          { x: 0, y: -50 },
          { x: 40, y: -70 },
        ],
        -50,
        12,
        5,
      ),
    ).toEqual([]);
    expect(
      drawnSpikes(
        [
          { x: 0, y: -60 },
          { x: 1, y: -75 },
        ],
        -50,
        12,
        5,
      ),
    ).toEqual([]);
  });
  it('are found though the hand wavers at the top', () => {
    const points = [
      { x: 30, y: -50 },
      { x: 31, y: -50.3 },
      { x: 32, y: -50.1 },
      { x: 33, y: -60 },
      { x: 34, y: -69 },
    ];
    expect(drawnSpikes(points, -50, 12, 3)).toEqual([32]);
  });
});

describe('matched spikes', () => {
  it('are those that cost less to move than to take away and add', () => {
    expect(matchSpikes([30, 70], [32, 66])).toEqual({
      matched: 2,
      apart: 3,
      missing: 0,
      extra: 0,
      cost: expect.closeTo(6 * MOVE_COST, 12) as number,
    });
    expect(matchSpikes([30], [60])).toMatchObject({ matched: 0, missing: 1, extra: 1, cost: 2 });
    expect(matchSpikes([], [10, 20])).toMatchObject({ matched: 0, missing: 2, extra: 0, cost: 2 });
    expect(matchSpikes([10], [])).toMatchObject({ matched: 0, missing: 0, extra: 1, cost: 1 });
  });
  it('add up to the cost of Victor and Purpura', () => {
    const train = fc
      .array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 })
      .map((times) => times.sort((a, b) => a - b));
    fc.assert(
      fc.property(train, train, (a, b) => {
        const { matched, apart, missing, extra, cost } = matchSpikes(a, b);
        expect(cost).toBeCloseTo(victorPurpuraDistance(a, b, MOVE_COST), 12);
        const moving = matched > 0 ? MOVE_COST * matched * apart : 0;
        expect(missing + extra + moving).toBeCloseTo(cost, 9);
        expect(matched + missing).toBe(b.length);
        expect(matched + extra).toBe(a.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('what a reader is told', () => {
  it('is the distance, where it is largest, and how much was drawn', () => {
    const facts = { rms: 2.04, worst: { at: 46.05, by: -9.9 }, covered: 1, span: 15, misled: undefined };
    expect(plain(distanceInWords(facts))).toBe(
      'Not far off. Your trace is 2.0 mV away from the true one on average (root mean square). ' +
        'It is furthest off at 46.0 ms, where it is 9.9 mV too low.',
    );
    expect(plain(distanceInWords({ ...facts, covered: 0.4 }))).toMatch(
      / You drew 40 % of the time; the rest is not judged\.$/,
    );
    expect(plain(distanceInWords({ ...facts, rms: 0.01, worst: { at: 3, by: 0.02 } }))).toBe(
      'Very close: this is as good as a hand can draw. ' +
        'Your trace is 0.0 mV away from the true one on average (root mean square).',
    );
  });
  it('is what fits among the spikes and what the rest costs', () => {
    expect(plain(spikesInWords(matchSpikes([30, 70], [32, 66, 100]), 3))).toBe(
      'You expected 2 of the 3 spikes, on average 3.0 ms away; 1 missing. Turning your spikes into the true ones ' +
        'costs 1.6: 1 for a spike that is added or taken away, 1 for moving one by 10 ms.',
    );
    expect(plain(spikesInWords(matchSpikes([32], [32]), 1))).toMatch(
      /^You expected the one spike, on average 0\.0 ms/,
    );
    expect(spikesInWords(matchSpikes([], []), 0)).toBe('It never fires, and you expected no spike.');
    expect(spikesInWords(matchSpikes([10, 20], []), 0)).toBe('It never fires; you expected 2 spikes.');
  });
  it('names the nearer wrong idea with both distances', () => {
    expect(plain(misledInWords({ index: 0, rms: 1.34, fromTruth: 5.21, until: undefined }))).toBe(
      'Your trace is closer to something often expected than to what happens (1.3 mV away from it, 5.2 mV from the truth):',
    );
    expect(plain(misledInWords({ index: 0, rms: 0, fromTruth: 5, until: 60 }))).toBe(
      'Up to 60.0 ms your trace is closer to something often expected than to what happens:',
    );
  });
});

describe('a task', () => {
  it('offers axes that do not tell where the truth ends', () => {
    const [low, high] = task!.frame.u;
    expect(low).toBeLessThan(-70);
    expect(high).toBeGreaterThanOrEqual(-49);
  });
  it('keeps its axes when another experiment is chosen', () => {
    const tasks = predictionTasks({
      ...STEP,
      label: '1.5 nA',
      others: [{ label: '3 nA', change: { inputs: [{ type: 'step', amplitude: 3, start: 0, stop: 200 }] } }],
    });
    expect(tasks.map(({ label }) => label)).toEqual(['1.5 nA', '3 nA']);
    expect(tasks[0]!.frame).toEqual(tasks[1]!.frame);
    expect(tasks[1]!.experiment.neuron.threshold).toBe(false);
  });
  it('is refused when its first spike never comes, or a field does not exist', () => {
    expect(() => predictionTasks({ ...STEP, from: 'first spike' })).toThrow(
      new RangeError('from must be a time from 0 to before 200 ms, got a first spike that never comes'),
    );
    expect(() => predictionTasks({ ...STEP, from: 250 })).toThrow('got 250 ms');
    expect(() => predictionTasks({ ...STEP, wrong: [{ like: [{ neuron: { C: 1 } }] }] })).toThrow(
      /neuron.*"C"/,
    );
  });
});

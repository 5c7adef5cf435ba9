import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geometry } from '../../src/figures/geometry.ts';
import { membraneFrame, membranePlot } from '../../src/figures/membrane-plot.ts';
import { cut, MAX_ZOOM, panBy, panTo, windowed, zoomBy } from '../../src/figures/zoom.ts';
import { drawStill } from '../../src/components/charts/still.ts';
import { LIF } from '../../src/sim/lif.ts';
import { parseLifExperiment } from '../../src/sim/parse-experiment.ts';
import { simulate } from '../../src/sim/simulate.ts';

const experiment = parseLifExperiment({ version: 1, inputs: [{ type: 'step', amplitude: 2.5 }] });
const recording = simulate(experiment);
const frame = membraneFrame(experiment, recording, [], LIF);
const plotAt = (width: number) =>
  membranePlot(experiment, recording, { frame, width, lens: 'plain', formula: false }, LIF);

describe('zoomBy and panBy', () => {
  it('keep the place under the pointer', () => {
    expect(zoomBy([0, 200], [0, 200], 2, 50)).toEqual([25, 125]);
    expect(zoomBy([25, 125], [0, 200], 0.5, 50)).toEqual([0, 200]);
  });
  it('stop at the ends of the run', () => {
    expect(panBy([50, 150], [0, 200], 0.25)).toEqual([75, 175]);
    expect(panBy([75, 175], [0, 200], 3)).toEqual([100, 200]);
    expect(panBy([75, 175], [0, 200], -3)).toEqual([0, 100]);
    expect(panTo([50, 60], [0, 200], 55)).toEqual([50, 60]);
    expect(panTo([50, 60], [0, 200], 70)).toEqual([60, 70]);
    expect(panTo([50, 60], [0, 200], 1)).toEqual([1, 11]);
  });
  it('always give a window inside the run, never empty', () => {
    const steps = fc.array(
      fc.tuple(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(steps, (moves) => {
        const whole = [0, 200] as const;
        let window: readonly [number, number] = whole;
        for (const [factor, parts, place] of moves) {
          window = zoomBy(window, whole, factor, window[0] + place * (window[1] - window[0]));
          window = panBy(window, whole, parts);
          // 1e-9 ms: rounding.
          expect(window[0]).toBeGreaterThanOrEqual(0);
          expect(window[1]).toBeLessThanOrEqual(200 + 1e-9);
          expect(window[1] - window[0]).toBeGreaterThanOrEqual(200 / MAX_ZOOM - 1e-9);
        }
      }),
    );
  });
});

describe('cut', () => {
  it('ends a line on the edges of the window', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 20 },
    ];
    expect(cut(points, [2, 5])).toEqual([
      { x: 2, y: 4 },
      { x: 5, y: 10 },
    ]);
    expect(cut(points, [0, 10])).toEqual(points);
    expect(cut(points, [11, 12])).toEqual([]);
  });
  it('keeps jumps and gaps', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 4, y: 1 },
      { x: 4, y: 0 },
      { x: 5, y: NaN },
      { x: 6, y: 2 },
      { x: 8, y: 2 },
    ];
    expect(cut(points, [3, 7])).toEqual([
      { x: 3, y: 0.75 },
      { x: 4, y: 1 },
      { x: 4, y: 0 },
      { x: 5, y: NaN },
      { x: 6, y: 2 },
      { x: 7, y: 2 },
    ]);
  });
  it('cuts a loop into its stretches', () => {
    const loop = [
      { x: 0, y: 0 },
      { x: 2, y: 0 },
      { x: 2, y: 1 },
      { x: 0, y: 1 },
    ];
    expect(cut(loop, [0, 1])).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: NaN },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ]);
  });
});

describe('windowed', () => {
  const window = [30, 34] as const;
  const near = windowed(plotAt(700), plotAt(700 * 50), window);
  it('has an axis and ticks of its own', () => {
    expect(near.x.range).toEqual(window);
    expect(near.x.ticks).toEqual([30, 31, 32, 33, 34]);
  });
  it('shows only the spikes in the window', () => {
    const spikes = near.marks.find(({ id }) => id === 'spikes');
    expect(spikes?.kind === 'events' && spikes.times).toHaveLength(1);
  });
  it('follows the closed form within 0.02 mV, a thousandth of its height, all the way to the spike', () => {
    const line = near.marks.find(({ id }) => id === 'potential');
    const points = line?.kind === 'line' ? line.points : [];
    for (let x = 30; x < 20 * Math.log(5); x += 0.01) {
      const right = points.findIndex((point) => point.x > x);
      const [from, to] = [points[right - 1]!, points[right]!];
      const drawn = from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
      expect(Math.abs(drawn + 45 + 25 * Math.exp(-x / 20))).toBeLessThanOrEqual(0.02 + 1e-9);
    }
    expect(points.every(({ x }) => x >= 30 && x <= 34)).toBe(true);
  });
});

describe('windowed, where there is a band', () => {
  it('shows the stretch of it that lies in the window, though its points lie outside', () => {
    const band = {
      kind: 'band',
      id: 'spread',
      panel: 'u',
      quantity: 'leak',
      points: [
        { x: 0, low: -60, high: -50 },
        { x: 200, low: -40, high: -50 },
      ],
    } as const;
    const plot = { ...plotAt(700), marks: [band] };
    // On straight lines between the two.
    expect(windowed(plot, plot, [50, 100]).marks).toEqual([
      {
        ...band,
        points: [
          { x: 50, low: -55, high: -50 },
          { x: 100, low: -50, high: -50 },
        ],
      },
    ]);
  });
});

describe('windowed, where the whole run is too dense to draw', () => {
  it('shows each cycle of a 500 Hz current, of which a column of the whole holds more than one', () => {
    const fast = parseLifExperiment({
      version: 1,
      inputs: [{ type: 'sine', amplitude: 1, frequency: 500 }],
    });
    const run = simulate(fast);
    const at = (width: number) =>
      membranePlot(
        fast,
        run,
        { frame: membraneFrame(fast, run, [], LIF), width, lens: 'plain', formula: false },
        LIF,
      );
    const line = windowed(at(60), at(60 * 20), [50.5, 60.5]).marks.find(({ id }) => id === 'current');
    const values = line?.kind === 'line' ? line.points.map(({ y }) => y) : [];
    const crossings = values.filter((y, i) => i > 0 && Math.sign(y) !== Math.sign(values[i - 1] ?? 0));
    // 5 cycles in 10 ms cross 0 ten times.
    expect(crossings).toHaveLength(10);
  });
});

describe('geometry', () => {
  for (const width of [688, 328]) {
    it(`knows where things stand in a drawing of ${width} px`, () => {
      const plot = plotAt(width);
      const svg = drawStill(plot, width, '');
      const g = geometry(plot, width);
      // The dashed line of the threshold is the only path with this dash and the reset, 20 mV lower.
      const levels = [...svg.matchAll(/stroke-dasharray="6 4" d="M([\d.]+) ([\d.]+)l([\d.]+)/g)];
      const [left, y, length] = (levels.find(([, , top]) => Number(top) < 150) ?? []).slice(1).map(Number);
      // 0.1 px: the still's rounding.
      expect(Math.abs((left ?? NaN) - g.left)).toBeLessThan(0.11);
      expect(Math.abs((left ?? NaN) + (length ?? NaN) - g.right)).toBeLessThan(0.21);
      expect(Math.abs((y ?? NaN) - g.y('u', -50))).toBeLessThan(0.11);
      expect(g.value(g.x(123))).toBeCloseTo(123, 9);
      expect(() => g.y('none', 0)).toThrow('the plot has no panel none');
    });
  }
});

import { describe, expect, it } from 'vitest';
import { axisOver } from '../../src/figures/axis.ts';
import { plotStops, readPlot } from '../../src/figures/plot-readout.ts';
import type { Plot, PlotMark, Point } from '../../src/figures/plot.ts';

const at = (...pairs: readonly (readonly [number, number])[]): Point[] => pairs.map(([x, y]) => ({ x, y }));
const line = (id: string, points: Point[], panel = 'rate'): PlotMark => ({
  kind: 'line',
  id,
  panel,
  quantity: 'fire',
  points,
});

const plot = (marks: readonly PlotMark[]): Plot => ({
  title: '',
  narrow: false,
  x: axisOver([0, 4], 4, { unit: 'nA', label: 'current I', quantity: 'input' }),
  panels: [
    { id: 'rate', weight: 1, axis: axisOver([0, 100], 4, { unit: 'Hz', label: 'rate', quantity: 'fire' }) },
  ],
  marks,
  labels: [],
});

describe('plotStops', () => {
  it('stops at every point of a curve, with the values of the others between their points', () => {
    const curve = line('simulated', at([0, 0], [2, 0], [4, 60]));
    const formula = line('formula', at([0, 1], [1, 2], [3, 4]));
    const stops = plotStops(plot([curve, formula]));
    expect(stops.map(({ x }) => x)).toEqual([0, 1, 2, 3, 4]);
    expect(stops.map(({ shown }) => shown.map(({ y }) => y))).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [30, 4],
      [60],
    ]);
  });
  it('says nothing in a gap and of a level', () => {
    const broken = line('broken', at([0, 1], [1, 2], [1.5, NaN], [2, 3]));
    const level = line('level', at([0, 50], [4, 50]));
    expect(plotStops(plot([broken, level])).map(({ x }) => x)).toEqual([0, 1, 2]);
  });
  it('stops at dots and in the middle of bars, and reads a dot only where it stands', () => {
    const bars: PlotMark = {
      kind: 'bars',
      id: 'bars',
      panel: 'rate',
      quantity: 'fire',
      bars: [
        { from: 0, to: 1, y: 5 },
        { from: 1, to: 2, y: 7 },
      ],
    };
    const dots: PlotMark = { kind: 'dots', id: 'dots', panel: 'rate', quantity: 'fire', points: at([1, 9]) };
    expect(plotStops(plot([bars, dots])).map(({ x, shown }) => [x, ...shown.map(({ y }) => y)])).toEqual([
      [0.5, 5],
      [1, 9],
      [1.5, 7],
    ]);
  });
  it('follows the first line where no mark is a course over x: a phase plane', () => {
    const loop = at([0, 0], [1, 1], [0.5, 2], [0, 0]);
    expect(plotStops(plot([line('orbit', loop)])).map(({ x, shown }) => ({ x, y: shown[0]?.y }))).toEqual(
      loop,
    );
  });
  it('has no stop in a plot without marks', () => {
    expect(plotStops(plot([]))).toEqual([]);
  });
});

describe('readPlot', () => {
  it('names a single mark by its axis and several by their names, with units', () => {
    const curve = line('simulated', at([0, 0], [2.5, 29.2531], [4, 60]));
    const alone = plot([curve]);
    expect(readPlot(plotStops(alone)[1]!, alone)).toBe('current I = 2.50\u00a0nA, rate = 29.25\u00a0Hz');
    const both = plot([curve, line('formula', at([0, 0], [2.5, 29.25], [4, 60]))]);
    expect(readPlot(plotStops(both)[1]!, both)).toBe(
      'current I = 2.50\u00a0nA, simulated = 29.25\u00a0Hz, formula = 29.25\u00a0Hz',
    );
  });
  it('says the value and not its logarithm', () => {
    const base = plot([line('curve', at([-1, 0], [0, 1], [1, 2]))]);
    const logarithmic: Plot = { ...base, x: { ...base.x, log: true } };
    expect(readPlot(plotStops(logarithmic)[2]!, logarithmic)).toBe(
      'current I = 10.00\u00a0nA, rate = 2.00\u00a0Hz',
    );
  });
});

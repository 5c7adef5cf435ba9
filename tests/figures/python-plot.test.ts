import { describe, expect, it } from 'vitest';
import { describeLines, labelAndUnit, pythonPlot, type Line } from '../../src/figures/python-plot.ts';

const line = (x: number[], y: number[], label = '', xlabel = '', ylabel = ''): Line => ({
  x,
  y,
  label,
  xlabel,
  ylabel,
});
/** What is drawn, as points. */
const marksOf = (lines: Line[], width = 700) =>
  pythonPlot(lines, width).marks.map((mark) => {
    if (mark.kind !== 'line' && mark.kind !== 'dots') throw new Error(`a ${mark.kind} is no line`);
    return mark;
  });

describe('the words on an axis', () => {
  it.each([
    ['time in ms', 'time', 'ms'],
    ['time (ms)', 'time', 'ms'],
    ['u [mV]', 'u', 'mV'],
    ['rate / Hz', 'rate', 'Hz'],
    ['time', 'time', ''],
    ['spikes in the first second', 'spikes in the first second', ''],
    ['', '', ''],
  ])('of %j are %j and the unit %j', (text, label, unit) => {
    expect(labelAndUnit(text)).toEqual({ label, unit });
  });
});

describe('the plot of a cell', () => {
  it('holds all its points on both axes, with a unit each', () => {
    const { x, panels } = pythonPlot(
      [line([0, 50, 100], [-70, -57, -55], 'u', 'time in ms', 'potential in mV')],
      700,
    );
    expect([x.label, x.unit, panels[0]!.axis.label, panels[0]!.axis.unit]).toEqual([
      'time',
      'ms',
      'potential',
      'mV',
    ]);
    expect(x.range[0]).toBeLessThanOrEqual(0);
    expect(x.range[1]).toBeGreaterThanOrEqual(100);
    expect(panels[0]!.axis.range[0]).toBeLessThan(-70);
    expect(panels[0]!.axis.range[1]).toBeGreaterThan(-55);
  });

  it('gives what the course has colours for its own, and every line another', () => {
    const quantities = (labels: string[]) =>
      marksOf(labels.map((label) => line([0, 1], [0, 1], label))).map(({ quantity }) => quantity);
    expect(quantities(['u', 'threshold', 'I', 'resting potential', 'exact'])).toEqual([
      'integrate',
      'fire',
      'input',
      'leak',
      'formula',
    ]);
    const many = quantities(['', 'a', 'b', 'u', 'u', 'c', 'd']);
    expect(new Set(many).size).toBe(7);
  });

  it('leaves a gap where a value is none, and a point where there is only one', () => {
    const [gap, single] = marksOf([line([0, 1, 2, NaN], [1, Infinity, 3, 4]), line([1], [2])]);
    expect(gap!.points).toEqual([
      { x: 0, y: 1 },
      { x: 1, y: NaN },
      { x: 2, y: 3 },
    ]);
    expect([gap!.kind, single!.kind]).toEqual(['line', 'dots']);
  });

  it.each([
    ['nothing', [], []],
    ['no finite number', [NaN, NaN], [NaN, Infinity]],
    ['one value', [3, 3], [5, 5]],
    ['huge numbers', [0, 1], [-1e300, 1e300]],
    ['the largest numbers', [0, 1], [-1.7e308, 1.7e308]],
    ['tiny numbers', [0, 1e-300], [0, 1e-300]],
  ])('of %s has axes with finite ends', (_, x, y) => {
    const plot = pythonPlot([line(x, y)], 300);
    for (const {
      range: [min, max],
    } of [plot.x, plot.panels[0]!.axis]) {
      expect(Number.isFinite(min) && Number.isFinite(max)).toBe(true);
      expect(max).toBeGreaterThan(min);
    }
  });

  it('of 200 000 points keeps what a reader can see: the extremes', () => {
    const n = 200_000;
    const y = Array.from({ length: n }, (_, k) => (k === 123_456 ? 40 : Math.sin(k)));
    const { points } = marksOf([
      line(
        Array.from(y, (_, k) => k),
        y,
      ),
    ])[0]!;
    expect(points.length).toBeLessThan(4 * 700 + 10);
    expect(points).toContainEqual({ x: 123_456, y: 40 });
  });

  it('draws a curve that goes back, a phase plane, in the order it was given', () => {
    const { points } = marksOf([line([0, 1, 0.5], [1, 2, 3])])[0]!;
    expect(points.map(({ x }) => x)).toEqual([0, 1, 0.5]);
  });
});

describe('what is drawn, in words', () => {
  it('names each line, its points and its ranges', () => {
    expect(describeLines([line([0, 100], [-70, -55.1], 'u'), line([0, 1, 2], [1, 2, NaN])])).toBe(
      'u: 2 points, over 0 to 100, up −70 to −55.1; Line 2: 3 points, over 0 to 2, up 1 to 2',
    );
    expect(describeLines([line([], [], '', '', 'rate in Hz')])).toBe(
      'rate in Hz: 0 points, over no number, up no number',
    );
  });
});

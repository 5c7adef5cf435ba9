import { describe, expect, it } from 'vitest';
import { drawStill } from '../../src/components/charts/still.ts';
import { axisOver } from '../../src/figures/axis.ts';
import type { Plot, PlotMark, PlotPanel } from '../../src/figures/plot.ts';

const current = axisOver([0, 4], 4, { unit: 'nA', label: 'current I', quantity: 'input' });
const rate: PlotPanel = {
  id: 'rate',
  axis: axisOver([0, 50], 5, { unit: 'Hz', label: 'rate', quantity: 'fire' }),
  weight: 1,
};

function plotOf(marks: readonly PlotMark[], rest: Partial<Plot> = {}): Plot {
  return { title: 'Rate', narrow: false, x: current, panels: [rate], marks, labels: [], ...rest };
}
const still = (plot: Plot) => drawStill(plot, 600, 'wide');
/** What is drawn in a colour: how it is filled, its line width, its path. */
const pathsIn = (svg: string, colour: string) =>
  [...svg.matchAll(/<path ([^>]*?)d="([^"]*)"/g)].flatMap(([, attributes = '', d = '']) =>
    attributes.includes(`"var(${colour})"`) ? [{ attributes, d }] : [],
  );
/** Where a text stands. */
const placeOf = (svg: string, text: string) => {
  const [, x, y] = new RegExp(`<text x="([-\\d.]+)" y="([-\\d.]+)"[^>]*>${text}</text>`).exec(svg) ?? [];
  return { x: Number(x), y: Number(y) };
};

describe('a plot whose x axis is no time', () => {
  const svg = still(
    plotOf([
      { kind: 'line', id: 'curve', panel: 'rate', quantity: 'fire', points: [{ x: 2, y: 0 }, { x: 4, y: 40 }] }, // prettier-ignore
      { kind: 'dots', id: 'runs', panel: 'rate', quantity: 'integrate', points: [{ x: 2, y: 10 }, { x: 3, y: 20 }, { x: 4, y: 30 }] }, // prettier-ignore
    ]),
  );
  it('names both axes with their units', () => {
    const words = svg.replace(/<[^>]*>/g, '');
    expect(words).toContain('rate (Hz)');
    expect(words).toContain('current I (nA)');
    for (const tick of ['0', '1', '2', '3', '4', '10', '50']) expect(svg).toContain(`>${tick}</text>`);
  });
  it('draws a dot for every point, filled and with a rim, in the colour of its quantity', () => {
    const [filled, rim] = pathsIn(svg, '--q-integrate');
    expect(filled?.attributes).toContain('fill="var(--q-integrate)"');
    expect(rim?.attributes).toContain('stroke="var(--q-integrate)"');
    for (const path of [filled, rim]) expect(path?.d.match(/M/g)).toHaveLength(3);
  });
  it('puts each dot where its numbers say', () => {
    const [first, second, third] = [
      ...(pathsIn(svg, '--q-integrate')[0]?.d ?? '').matchAll(/M([\d.]+) ([\d.]+)a3 3/g),
    ].map(([, x, y]) => ({ x: Number(x) + 3, y: Number(y) }));
    // A label stands centred under its tick, and 0.35 of its 13 px below the height of its tick.
    expect(first?.x).toBeCloseTo(placeOf(svg, '2').x, 0);
    expect(third?.x).toBeCloseTo(placeOf(svg, '4').x, 0);
    expect(second?.y).toBeCloseTo(placeOf(svg, '20').y - 0.35 * 13, 0);
  });
  it('is as high as it is asked to be, 340 px unless asked', () => {
    expect(svg).toContain('viewBox="0 0 600 340"');
    expect(still(plotOf([], { height: 200 }))).toContain('viewBox="0 0 600 200"');
  });
});

describe('marks', () => {
  it('draw a ring where a value is not reached, filled with paper', () => {
    const ring: PlotMark = { kind: 'dots', id: 'ring', panel: 'rate', quantity: 'leak', points: [{ x: 1, y: 1 }], hollow: true }; // prettier-ignore
    const svg = still(plotOf([ring]));
    expect(pathsIn(svg, '--paper')).toHaveLength(1);
    expect(pathsIn(svg, '--q-leak').map(({ attributes }) => attributes)).toEqual([
      expect.stringContaining('fill="none" stroke="var(--q-leak)"'),
    ]);
  });
  it('draw bars that stand on zero, lightly filled and with an outline', () => {
    const bars = [0, 1, 2].map((k) => ({ from: k, to: k + 1, y: 10 * (k + 1) }));
    const svg = still(plotOf([{ kind: 'bars', id: 'bins', panel: 'rate', quantity: 'fire', bars }]));
    const [filled, outline] = pathsIn(svg, '--q-fire');
    expect(filled?.attributes).toContain('fill-opacity="0.25"');
    expect(outline?.attributes).toContain('fill="none"');
    const zero = placeOf(svg, '0');
    const feet = [...(outline?.d ?? '').matchAll(/M([\d.]+) ([\d.]+)/g)].map(([, , y]) => Number(y));
    expect(feet).toHaveLength(3);
    expect(new Set(feet).size).toBe(1);
    expect(zero.y).not.toBeNaN();
  });
  it('draw the area between two courses', () => {
    const points = [0, 2, 4].map((x) => ({ x, low: 10, high: 20 }));
    const svg = still(plotOf([{ kind: 'band', id: 'spread', panel: 'rate', quantity: 'leak', points }]));
    // Six corners: one move and five steps.
    const [area] = pathsIn(svg, '--q-leak');
    expect(area?.attributes).toContain('fill-opacity="0.25"');
    expect((area?.d.split('l')[1] ?? '').match(/-?[\d.]+/g)).toHaveLength(10);
  });
  it('leave a gap where a number is missing', () => {
    const points = [0, 1, 2, 3, 4].map((x) => ({ x, y: x === 2 ? NaN : 10 }));
    const lines = pathsIn(
      still(plotOf([{ kind: 'line', id: 'curve', panel: 'rate', quantity: 'input', points }])),
      '--q-input',
    );
    expect(lines).toHaveLength(2);
    const svg = still(
      plotOf([
        { kind: 'dots', id: 'dots', panel: 'rate', quantity: 'input', points },
        {
          kind: 'bars',
          id: 'bars',
          panel: 'rate',
          quantity: 'leak',
          bars: points.map(({ x, y }) => ({ from: x, to: x + 1, y })),
        },
      ]),
    );
    expect(pathsIn(svg, '--q-input')[0]?.d.match(/M/g)).toHaveLength(4);
    expect(pathsIn(svg, '--q-leak')[0]?.d.match(/M/g)).toHaveLength(4);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
  it('are refused where they name a panel that the plot does not have', () => {
    const lost: PlotMark = { kind: 'dots', id: 'dots', panel: 'speed', quantity: 'fire', points: [] };
    expect(() => still(plotOf([lost]))).toThrow('the chart has no axis speed');
  });
});

describe('a logarithmic axis', () => {
  it('shows the powers of the logarithms it is drawn with', () => {
    const axis = { ...axisOver([-1, 2], 3, { unit: 'ms', label: 'duration', quantity: 'axis' as const }), digits: 1, log: true as const }; // prettier-ignore
    const svg = still(plotOf([], { x: axis }));
    for (const tick of ['0.1', '1', '10', '100']) expect(svg).toContain(`>${tick}</text>`);
  });
});

describe('panels', () => {
  it('stand from top to bottom in the order given, each with its heading', () => {
    const panels = ['first', 'second', 'third'].map((id) => ({
      id,
      weight: 1,
      axis: axisOver([0, 1], 1, { unit: '', label: id, quantity: 'axis' }),
    }));
    const svg = still(plotOf([], { panels, height: 400 }));
    const heights = ['first', 'second', 'third'].map((id) =>
      Number(new RegExp(`y="([-\\d.]+)"[^>]*><tspan[^>]*>${id}<`).exec(svg)?.[1]),
    );
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(3);
    // A plain number has no unit, and no empty brackets.
    expect(svg.replace(/<[^>]*>/g, '')).not.toContain('()');
  });
  it('hold labels at the right edge, or at their own x', () => {
    const label = { panel: 'rate', text: 'rheobase', value: 25, quantity: 'input' } as const;
    const at = (svg: string) => Number(/x="([\d.]+)"[^>]*><tspan[^>]*>rheobase</.exec(svg)?.[1]);
    const edge = at(still(plotOf([], { labels: [label] })));
    const inside = at(still(plotOf([], { labels: [{ ...label, x: 2 }] })));
    // The panel is from 44 to 600 − 132 px wide; 2 of 4 nA is its middle.
    expect(edge).toBeCloseTo(600 - 132 + 8, 0);
    expect(inside).toBeCloseTo((44 + 468) / 2 + 6, 0);
  });
});

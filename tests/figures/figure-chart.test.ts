import { expect, it } from 'vitest';
import { drawStill } from '../../src/components/charts/still.ts';
import { createFigureChart } from '../../src/components/charts/figure-chart.ts';
import { SvgCanvas } from '../../src/components/charts/svg-canvas.ts';
import { axisOver } from '../../src/figures/axis.ts';
import { CSS_PALETTE } from '../../src/figures/palette.ts';
import type { Plot } from '../../src/figures/plot.ts';

const plot = (to: number): Plot => ({
  title: 'a zigzag',
  narrow: true,
  x: axisOver([0, to], 4, { unit: 'ms', label: 't', quantity: 'axis' }),
  panels: [
    { id: 'u', axis: axisOver([0, 1], 2, { unit: 'mV', label: 'u', quantity: 'integrate' }), weight: 1 },
  ],
  marks: [
    {
      kind: 'line',
      id: 'zigzag',
      panel: 'u',
      quantity: 'integrate',
      points: Array.from({ length: 21 }, (_, k) => ({ x: (k * to) / 20, y: k % 2 })),
    },
  ],
  labels: [],
});

/** What one chart has drawn, of one plot after the other. */
function drawn(...plots: readonly Plot[]): string {
  const canvas = new SvgCanvas(328, 340);
  const [first, ...rest] = plots.map((each) => ({ plot: each, palette: CSS_PALETTE }));
  const chart = createFigureChart(canvas.canvas as unknown as HTMLCanvasElement, first!, 1);
  for (const next of rest) chart.show(next);
  const svg = canvas.toSvg('any');
  chart.destroy();
  return svg;
}

it('draws a line to the end of an axis that has become longer, as a new chart does', () => {
  const anew = drawn(plot(200));
  expect(drawn(plot(100), plot(200)).endsWith(anew.slice(anew.indexOf('<path')))).toBe(true);
});

it('labels that would touch stand 16 px apart, others at the height of their value', () => {
  const axis = { range: [0, 100], ticks: [0, 100], digits: 0, unit: '', quantity: 'axis' } as const;
  const label = (text: string, value: number) => ({ panel: 'y', text, value, quantity: 'leak' as const });
  const svg = drawStill(
    {
      title: '',
      narrow: false,
      height: 340,
      x: { ...axis, label: 't' },
      panels: [{ id: 'y', axis: { ...axis, label: 'height' }, weight: 1 }],
      marks: [],
      labels: [
        label('low', 10),
        label('a', 50),
        label('b', 51),
        label('c', 52),
        label('d', 58),
        label('high', 95),
      ],
    },
    688,
    'wide',
  );
  const heightOf = (text: string) =>
    Number(new RegExp(`<text[^>]* y="([\\d.]+)"[^>]*>(?:<tspan[^>]*>)?${text}<`).exec(svg)?.[1]);
  const [high, d, c, b, a, low] = ['high', 'd', 'c', 'b', 'a', 'low'].map(heightOf) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (const gap of [c - d, b - c, a - b]) expect(gap).toBeCloseTo(16, 1);
  // The four lie about the mean of their values, 52.75; what is alone is not moved.
  const perUnit = (low - high) / 85;
  const height = (value: number) => low - perUnit * (value - 10);
  expect(Math.abs((b + c) / 2 - height(52.75))).toBeLessThan(0.2);
});

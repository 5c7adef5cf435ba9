import { expect, it } from 'vitest';
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

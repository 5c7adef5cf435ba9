/** A figure as SVG text, drawn at build time by the same code that draws the live chart. */
import { CSS_PALETTE } from '../../figures/palette.ts';
import { FIGURE_HEIGHT, type Plot } from '../../figures/plot.ts';
import { createFigureChart } from './figure-chart.ts';
import { SvgCanvas } from './svg-canvas.ts';

/** @param width px; text has its natural size when the page shows the still at this width */
export function drawStill(plot: Plot, width: number, className: string): string {
  const canvas = new SvgCanvas(width, plot.height ?? FIGURE_HEIGHT);
  const chart = createFigureChart(
    canvas.canvas as unknown as HTMLCanvasElement,
    { plot, palette: CSS_PALETTE },
    true,
  );
  const svg = canvas.toSvg(className);
  chart.destroy();
  return svg;
}

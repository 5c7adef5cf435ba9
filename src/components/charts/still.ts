/** A figure as SVG text, drawn by the same code that draws the live chart: at build time for the page, in the
 *  browser for a file. */
import { CSS_PALETTE, type Palette } from '../../figures/palette.ts';
import { FIGURE_HEIGHT, type Plot } from '../../figures/plot.ts';
import { createFigureChart } from './figure-chart.ts';
import { SvgCanvas } from './svg-canvas.ts';

/** @param width px; text has its natural size when the drawing is shown at this width
 *  @param read takes what it needs from the finished drawing */
export function drawSvg<T>(plot: Plot, width: number, palette: Palette, read: (canvas: SvgCanvas) => T): T {
  const canvas = new SvgCanvas(width, plot.height ?? FIGURE_HEIGHT);
  const chart = createFigureChart(canvas.canvas as unknown as HTMLCanvasElement, { plot, palette }, 1);
  // A chart that goes wipes its canvas.
  const drawn = read(canvas);
  chart.destroy();
  return drawn;
}

/** @param width px; text has its natural size when the page shows the still at this width */
export function drawStill(plot: Plot, width: number, className: string): string {
  return drawSvg(plot, width, CSS_PALETTE, (canvas) => canvas.toSvg(className));
}

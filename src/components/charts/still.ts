/** A figure as SVG text, drawn at build time by the same code that draws the live chart. */
import type { MembraneFigure } from '../../figures/membrane-figure.ts';
import { CSS_PALETTE } from '../../figures/palette.ts';
import { createFigureChart } from './figure-chart.ts';
import { SvgCanvas } from './svg-canvas.ts';

/** Height of every figure in px; its width follows the page. */
export const FIGURE_HEIGHT = 340;

/** @param width px; text has its natural size when the page shows the still at this width */
export function drawStill(figure: MembraneFigure, width: number, className: string): string {
  const canvas = new SvgCanvas(width, FIGURE_HEIGHT);
  const chart = createFigureChart(
    canvas.canvas as unknown as HTMLCanvasElement,
    { figure, palette: CSS_PALETTE },
    true,
  );
  const svg = canvas.toSvg(className);
  chart.destroy();
  return svg;
}

/** A sheet as PNG and as SVG. */
import type { Palette } from '../../../figures/palette.ts';
import { FIGURE_HEIGHT } from '../../../figures/plot.ts';
import { createFigureChart } from '../../charts/figure-chart.ts';
import { drawSvg } from '../../charts/still.ts';
import { TEXT_SIZE, type Sheet } from './sheet.ts';

/** Pixels of a PNG per px of the page. */
const RATIO = 2;

function surface(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no canvas to draw the picture on');
  return [canvas, context];
}

/** Width of a text below the plots, px. */
export function measurer({ words }: Palette): (text: string) => number {
  const [, context] = surface(1, 1);
  context.font = `${TEXT_SIZE}px ${words}`;
  return (text) => context.measureText(text).width;
}

/** @throws Error when the browser cannot make the picture */
export async function sheetAsPng(sheet: Sheet, palette: Palette): Promise<Blob> {
  const [canvas, context] = surface(sheet.width * RATIO, sheet.height * RATIO);
  context.scale(RATIO, RATIO);
  context.fillStyle = palette.colour('--paper');
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const { plot, top } of sheet.plots) {
    const height = plot.height ?? FIGURE_HEIGHT;
    const [part] = surface(sheet.plotWidth, height);
    const chart = createFigureChart(part, { plot, palette }, RATIO);
    context.drawImage(part, sheet.left, top, sheet.plotWidth, height);
    chart.destroy();
  }
  context.font = `${TEXT_SIZE}px ${palette.words}`;
  for (const { text, y, colour } of sheet.lines) {
    context.fillStyle = palette.colour(colour);
    context.fillText(text, sheet.left, y);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('this browser could not make the picture');
  return blob;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A file that stands alone: colours as they are, fonts by name, text as text. */
export function sheetAsSvg(sheet: Sheet, palette: Palette, title: string): string {
  const { width, height, left } = sheet;
  const plots = sheet.plots.map(
    ({ plot, top }) =>
      `<g transform="translate(${left} ${top})">${drawSvg(plot, sheet.plotWidth, palette, ({ content }) => content)}</g>`,
  );
  const lines = sheet.lines.map(
    ({ text, y, colour }) =>
      `<text x="${left}" y="${y}" font-size="${TEXT_SIZE}" fill="${palette.colour(colour)}">${escape(text)}</text>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
      `font-family="${escape(palette.words)}">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.colour('--paper')}"/>`,
    ...plots,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

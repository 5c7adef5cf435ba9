/** What a paper's figure has beside its lines: axes that span their ticks, headings with units, labels at
 *  the lines themselves, a mark for every spike. Drawn after the lines, on any canvas. */
import type { Chart, Plugin, Scale } from 'chart.js';
import { FONT_SIZE } from '../../figures/chart-config.ts';
import { labelRuns, type LabelRun } from '../../figures/lens-labels.ts';
import type { AxisName, MembraneFigure } from '../../figures/membrane-figure.ts';
import type { Palette } from '../../figures/palette.ts';
import { QUANTITY_STYLE } from '../../figures/quantity-style.ts';

/** What is drawn now; replaced whole before an update. */
export interface Drawing {
  figure: MembraneFigure;
  palette: Palette;
}

/** A canvas that sets several faces in one line of text by itself. */
export interface RunCanvas {
  fillRuns(runs: readonly { text: string; font: string; rise: number }[], x: number, y: number): void;
}

/** Smallest distance of two labels at the edge, px. */
const LABEL_GAP = 16;
const SPIKE = { gap: 5, length: 13, width: 2 };

function fontOf({ face }: LabelRun, palette: Palette): string {
  if (face === 'word') return `${FONT_SIZE}px ${palette.words}`;
  const size = face === 'symbol' ? FONT_SIZE * 1.2 : FONT_SIZE * 0.85;
  return `italic ${size}px ${palette.symbols}`;
}

/** Draws a label whose words, symbols and subscripts have their own face; `x` is its left end. */
function fillLabel(ctx: CanvasRenderingContext2D, label: string, x: number, y: number, palette: Palette) {
  const runs = labelRuns(label).map((run) => ({
    text: run.text,
    font: fontOf(run, palette),
    rise: run.face === 'subscript' ? -3 : 0,
  }));
  if ('fillRuns' in ctx) {
    (ctx as unknown as RunCanvas).fillRuns(runs, x, y);
    return;
  }
  let left = x;
  for (const { text, font, rise } of runs) {
    ctx.font = font;
    ctx.fillText(text, left, y - rise);
    left += ctx.measureText(text).width;
  }
}

function scaleOf(chart: Chart, name: AxisName): Scale {
  const scale = chart.scales[name];
  if (!scale) throw new Error(`the chart has no axis ${name}`);
  return scale;
}

/** Half a pixel in, where a line of 1 px is sharp. */
const sharp = (pixel: number) => Math.round(pixel - 0.5) + 0.5;

function drawAxes(chart: Chart, { figure, palette }: Drawing): void {
  const { ctx } = chart;
  const { line, width } = QUANTITY_STYLE.axis;
  ctx.strokeStyle = palette.colour(line);
  ctx.lineWidth = width;
  ctx.setLineDash([]);
  const t = scaleOf(chart, 't');
  ctx.beginPath();
  for (const name of ['u', 'I'] as const) {
    const scale = scaleOf(chart, name);
    const x = sharp(scale.right);
    ctx.moveTo(x, scale.getPixelForValue(figure.axes[name].range[0]));
    ctx.lineTo(x, scale.getPixelForValue(figure.axes[name].range[1]));
  }
  ctx.moveTo(t.left, sharp(t.top));
  ctx.lineTo(t.right, sharp(t.top));
  ctx.stroke();
}

function drawHeadings(chart: Chart, { figure, palette }: Drawing): void {
  const { ctx } = chart;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (const name of ['u', 'I'] as const) {
    const { label, unit, quantity, range } = figure.axes[name];
    const scale = scaleOf(chart, name);
    ctx.fillStyle = palette.colour(QUANTITY_STYLE[quantity].text);
    const top = name === 'u' ? 11 : scale.getPixelForValue(range[1]) - 12;
    fillLabel(ctx, `${label} (${unit})`, 0, top, palette);
  }
  const t = scaleOf(chart, 't');
  const { label, unit, quantity } = figure.axes.t;
  ctx.fillStyle = palette.colour(QUANTITY_STYLE[quantity].text);
  // On the line of the numbers, behind the last one.
  const [text, gap] = figure.narrow ? [unit, 15] : [`${label} (${unit})`, 24];
  fillLabel(ctx, text, t.right + gap, t.top + 19, palette);
}

/** Labels stand at the height of their value, pushed apart where they would touch. */
function drawEdgeLabels(chart: Chart, { figure, palette }: Drawing): void {
  const { ctx } = chart;
  const u = scaleOf(chart, 'u');
  const labels = figure.edgeLabels
    .map((label) => ({ ...label, y: u.getPixelForValue(label.value) }))
    .sort((a, b) => a.y - b.y);
  for (let i = 1; i < labels.length; i++) {
    const [above, here] = [labels[i - 1], labels[i]];
    if (!above || !here || here.y - above.y >= LABEL_GAP) continue;
    const middle = (above.y + here.y) / 2;
    above.y = Math.min(above.y, middle - LABEL_GAP / 2);
    here.y = above.y + LABEL_GAP;
  }
  for (const { text, y, quantity } of labels) {
    ctx.fillStyle = palette.colour(QUANTITY_STYLE[quantity].text);
    fillLabel(ctx, text, u.chart.chartArea.right + 8, y + 4.5, palette);
  }
}

function drawSpikes(chart: Chart, { figure, palette }: Drawing): void {
  const { ctx } = chart;
  const [t, u] = [scaleOf(chart, 't'), scaleOf(chart, 'u')];
  const bottom = u.getPixelForValue(figure.spikes.at) - SPIKE.gap;
  ctx.strokeStyle = palette.colour(QUANTITY_STYLE.fire.line);
  ctx.lineWidth = SPIKE.width;
  ctx.setLineDash([]);
  ctx.beginPath();
  let drawn = -Infinity;
  for (const time of figure.spikes.times) {
    const x = t.getPixelForValue(time);
    // Marks closer than half a pixel are one mark.
    if (x - drawn < 0.5) continue;
    ctx.moveTo(x, bottom);
    ctx.lineTo(x, bottom - SPIKE.length);
    drawn = x;
  }
  ctx.stroke();
}

/** @param drawing asked at every draw, so that an update shows the newest */
export function annotations(drawing: () => Drawing): Plugin<'line'> {
  return {
    id: 'annotations',
    beforeDatasetsDraw(chart) {
      chart.ctx.save();
      drawAxes(chart, drawing());
      chart.ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      drawHeadings(chart, drawing());
      drawEdgeLabels(chart, drawing());
      drawSpikes(chart, drawing());
      ctx.restore();
    },
  };
}

/** What a paper's figure has beside its lines: axes that span their ticks, headings with units, labels at
 *  the lines themselves, a mark for every spike, dots, bars and bands. Drawn on any canvas. */
import type { Chart, Plugin, Scale } from 'chart.js';
import { FONT_SIZE, namedInWords } from '../../figures/chart-config.ts';
import { formatNumber, formatPower } from '../../lib/quantity.ts';
import { labelRuns, type LabelRun } from '../../figures/lens-labels.ts';
import type { Palette } from '../../figures/palette.ts';
import type {
  BandMark,
  BarsMark,
  DotsMark,
  EventsMark,
  Plot,
  PlotAxis,
  PlotMark,
} from '../../figures/plot.ts';
import { QUANTITY_STYLE } from '../../figures/quantity-style.ts';

/** What is drawn now; replaced whole before an update. */
export interface Drawing {
  plot: Plot;
  palette: Palette;
}

/** A canvas that sets several faces in one line of text by itself. */
export interface RunCanvas {
  fillRuns(runs: readonly { text: string; font: string; rise: number }[], x: number, y: number): void;
}

/** Smallest distance of two labels at the edge, px. */
const LABEL_GAP = 16;
const EVENT = { gap: 5, length: 13, width: 2 };

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

function scaleOf(chart: Chart, name: string): Scale {
  const scale = chart.scales[name];
  if (!scale) throw new Error(`the chart has no axis ${name}`);
  return scale;
}

/** Half a pixel in, where a line of 1 px is sharp. */
const sharp = (pixel: number) => Math.round(pixel - 0.5) + 0.5;

/** Length of a tick, and the room between it and its number, px. */
const TICK = { length: 5, gap: 4 };

function tickText({ log, digits }: PlotAxis, tick: number): string {
  return log ? formatPower(tick, digits) : formatNumber(tick, digits);
}

function drawAxes(chart: Chart, { plot, palette }: Drawing): void {
  const { ctx } = chart;
  const { line, text, width } = QUANTITY_STYLE.axis;
  ctx.strokeStyle = palette.colour(line);
  ctx.fillStyle = palette.colour(text);
  ctx.font = `${FONT_SIZE}px ${palette.words}`;
  ctx.lineWidth = width;
  ctx.setLineDash([]);
  ctx.beginPath();

  ctx.textAlign = 'right';
  for (const { id, axis } of plot.panels) {
    const scale = scaleOf(chart, id);
    const x = sharp(scale.right);
    ctx.moveTo(x, scale.getPixelForValue(axis.range[0]));
    ctx.lineTo(x, scale.getPixelForValue(axis.range[1]));
    for (const tick of axis.ticks) {
      const y = scale.getPixelForValue(tick);
      ctx.moveTo(x, sharp(y));
      ctx.lineTo(x - TICK.length, sharp(y));
      ctx.fillText(tickText(axis, tick), x - TICK.length - TICK.gap, y + FONT_SIZE * 0.35);
    }
  }

  ctx.textAlign = 'center';
  const bottom = scaleOf(chart, 'x');
  const { left, right, top } = bottom;
  ctx.moveTo(left, sharp(top));
  ctx.lineTo(right, sharp(top));
  for (const tick of plot.x.ticks) {
    const x = bottom.getPixelForValue(tick);
    ctx.moveTo(sharp(x), sharp(top));
    ctx.lineTo(sharp(x), sharp(top) + TICK.length);
    ctx.fillText(tickText(plot.x, tick), x, top + TICK.length + TICK.gap + FONT_SIZE * 0.8);
  }
  ctx.stroke();
}

function headingOf({ label, unit }: PlotAxis): string {
  return unit === '' ? label : `${label} (${unit})`;
}

function drawHeadings(chart: Chart, { plot, palette }: Drawing): void {
  const { ctx } = chart;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  plot.panels.forEach(({ id, axis }, i) => {
    ctx.fillStyle = palette.colour(QUANTITY_STYLE[axis.quantity].text);
    const y = i === 0 ? 11 : scaleOf(chart, id).getPixelForValue(axis.range[1]) - 12;
    fillLabel(ctx, headingOf(axis), 0, y, palette);
  });
  const { left, right, top } = scaleOf(chart, 'x');
  ctx.fillStyle = palette.colour(QUANTITY_STYLE[plot.x.quantity].text);
  if (namedInWords(plot.x)) {
    fillLabel(ctx, headingOf(plot.x), left, top + 42, palette);
    return;
  }
  // On the line of the numbers, behind the last one.
  const [text, gap] = plot.narrow ? [plot.x.unit || plot.x.label, 15] : [headingOf(plot.x), 24];
  fillLabel(ctx, text, right + gap, top + 19, palette);
}

/** Moves labels that would touch apart, as little as possible: those of a cluster stand evenly about its middle.
 *  @param labels by ascending y, px */
function pushApart(labels: readonly { y: number }[]): void {
  const clusters: { members: readonly { y: number }[]; middle: number }[] = [];
  for (const label of labels) {
    let members: readonly { y: number }[] = [label];
    let middle = label.y;
    for (let last = clusters.at(-1); last; last = clusters.at(-1)) {
      const between = middle - last.middle - ((members.length + last.members.length) / 2) * LABEL_GAP;
      if (between >= 0) break;
      clusters.pop();
      members = [...last.members, ...members];
      middle = members.reduce((sum, { y }) => sum + y, 0) / members.length;
    }
    clusters.push({ members, middle });
  }
  for (const { members, middle } of clusters)
    members.forEach((label, i) => (label.y = middle + (i - (members.length - 1) / 2) * LABEL_GAP));
}

/** Labels stand at the height of their value; those at the edge are pushed apart where they would touch. */
function drawLabels(chart: Chart, { plot, palette }: Drawing): void {
  const { ctx } = chart;
  const labels = plot.labels
    .map((label) => ({ ...label, y: scaleOf(chart, label.panel).getPixelForValue(label.value) }))
    .sort((a, b) => a.y - b.y);
  pushApart(labels.filter(({ x }) => x === undefined));
  for (const { text, x, y, quantity } of labels) {
    ctx.fillStyle = palette.colour(QUANTITY_STYLE[quantity].text);
    const left = x === undefined ? chart.chartArea.right + 8 : scaleOf(chart, 'x').getPixelForValue(x) + 6;
    fillLabel(ctx, text, left, y + 4.5, palette);
  }
}

/** Gives the canvas the colours of a quantity for a mark that is no line. */
function takeUp(ctx: CanvasRenderingContext2D, mark: PlotMark, palette: Palette): void {
  ctx.strokeStyle = ctx.fillStyle = palette.colour(QUANTITY_STYLE[mark.quantity].line);
  ctx.setLineDash([]);
  ctx.beginPath();
}

function drawEvents(ctx: CanvasRenderingContext2D, x: Scale, y: Scale, { times, above }: EventsMark): void {
  const bottom = y.getPixelForValue(above) - EVENT.gap;
  ctx.lineWidth = EVENT.width;
  let drawn = -Infinity;
  for (const time of times) {
    const at = x.getPixelForValue(time);
    // Marks closer than half a pixel are one mark.
    if (at - drawn < 0.5) continue;
    ctx.moveTo(at, bottom);
    ctx.lineTo(at, bottom - EVENT.length);
    drawn = at;
  }
  ctx.stroke();
}

function drawDots(
  ctx: CanvasRenderingContext2D,
  x: Scale,
  y: Scale,
  { points, radius = 3, hollow, tall }: DotsMark,
  palette: Palette,
): void {
  ctx.lineWidth = 1.5;
  for (const point of points) {
    if (Number.isNaN(point.y)) continue;
    const [left, top] = [x.getPixelForValue(point.x), y.getPixelForValue(point.y)];
    if (tall) {
      const half = (y.getPixelForValue(0) - y.getPixelForValue(tall)) / 2;
      ctx.moveTo(left, top - half);
      ctx.lineTo(left, top + half);
      continue;
    }
    ctx.moveTo(left + radius, top);
    ctx.arc(left, top, radius, 0, 2 * Math.PI);
  }
  if (hollow) ctx.fillStyle = palette.colour('--paper');
  if (!tall) ctx.fill();
  ctx.stroke();
}

/** Fills a path lightly and draws its outline; the outline tells two areas apart where colours do not. */
function fillLightly(ctx: CanvasRenderingContext2D, outline: number): void {
  ctx.globalAlpha = 0.25;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = outline;
  ctx.stroke();
}

function drawBars(
  ctx: CanvasRenderingContext2D,
  x: Scale,
  y: Scale,
  { bars }: BarsMark,
  axis: PlotAxis,
): void {
  const [low, high] = axis.range;
  const foot = y.getPixelForValue(Math.min(high, Math.max(low, 0)));
  for (const bar of bars) {
    if (Number.isNaN(bar.y)) continue;
    const [left, right, top] = [
      x.getPixelForValue(bar.from),
      x.getPixelForValue(bar.to),
      y.getPixelForValue(bar.y),
    ];
    ctx.moveTo(left, foot);
    ctx.lineTo(left, top);
    ctx.lineTo(right, top);
    ctx.lineTo(right, foot);
  }
  fillLightly(ctx, 1);
}

function drawBand(ctx: CanvasRenderingContext2D, x: Scale, y: Scale, { points }: BandMark): void {
  const edge = [
    ...points.map((point) => [point.x, point.high] as const),
    ...points.map((point) => [point.x, point.low] as const).reverse(),
  ];
  edge.forEach(([px, py], i) => {
    ctx[i === 0 ? 'moveTo' : 'lineTo'](x.getPixelForValue(px), y.getPixelForValue(py));
  });
  fillLightly(ctx, 0.5);
}

/** @param below true for the marks that lie below the lines */
function drawMarks(chart: Chart, { plot, palette }: Drawing, below: boolean): void {
  const { ctx } = chart;
  const x = scaleOf(chart, 'x');
  for (const mark of plot.marks) {
    if (mark.kind === 'line' || (mark.kind === 'bars' || mark.kind === 'band') !== below) continue;
    const y = scaleOf(chart, mark.panel);
    takeUp(ctx, mark, palette);
    if (mark.kind === 'bars') {
      const panel = plot.panels.find(({ id }) => id === mark.panel);
      if (panel) drawBars(ctx, x, y, mark, panel.axis);
    } else if (mark.kind === 'band') drawBand(ctx, x, y, mark);
    else if (mark.kind === 'dots') drawDots(ctx, x, y, mark, palette);
    else drawEvents(ctx, x, y, mark);
  }
}

/** @param drawing asked at every draw, so that an update shows the newest */
export function annotations(drawing: () => Drawing): Plugin<'line'> {
  return {
    id: 'annotations',
    beforeDatasetsDraw(chart) {
      chart.ctx.save();
      drawAxes(chart, drawing());
      drawMarks(chart, drawing(), true);
      chart.ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      drawHeadings(chart, drawing());
      drawLabels(chart, drawing());
      drawMarks(chart, drawing(), false);
      ctx.restore();
    },
  };
}

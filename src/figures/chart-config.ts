/** Plot → Chart.js configuration, the one definition behind the still of the build and the live chart. Chart.js
 *  lays the panels out and draws the lines; all else is drawn beside it (components/charts/annotations.ts). */
import type { ChartDataset, ChartOptions } from 'chart.js';
import type { Palette } from './palette.ts';
import { FIGURE_HEIGHT, type LineMark, type Plot, type PlotAxis, type Point } from './plot.ts';
import { QUANTITY_STYLE } from './quantity-style.ts';

/** Size of the numbers and words of a figure, px. */
export const FONT_SIZE = 13;
/** Width of the vertical axes, px: the same for every number, so that nothing moves when one changes. */
export const AXIS_WIDTH = 44;
/** Height of the x axis: its numbers, and a second line where it is named in words. */
const X_HEIGHT = { symbol: 26, words: 48 };
export const TOP = 14;
/** Room beyond an axis where a panel asks for no other, px: a lower panel has its heading there. */
const MARGIN = { below: 8, above: { first: 8, lower: 27 } };
/** Room for the labels at the right edge, px. */
export const EDGE = { wide: 132, narrow: 34 };

/** The x axis is named beside its last number where a symbol does it, in a line of its own where it takes words. */
export function namedInWords({ label }: PlotAxis): boolean {
  return label.length > 1;
}

/** Height of the x axis, px. */
export function xHeight({ x }: Plot): number {
  return namedInWords(x) ? X_HEIGHT.words : X_HEIGHT.symbol;
}

export type LineDataset = ChartDataset<'line', Point[]>;
export type FigureChartOptions = ChartOptions<'line'>;

/** Chart.js draws a solid line in whole pixel columns, in which a curve gets steps and a vertical reset
 *  leans, unless its own decimation has marked the points as few enough. Ours are. */
const AS_GIVEN = { _decimated: true };

function dataset({ id, panel, quantity, points }: LineMark, palette: Palette): LineDataset {
  const style = QUANTITY_STYLE[quantity];
  return {
    label: id,
    data: points as Point[],
    xAxisID: 'x',
    yAxisID: panel,
    borderColor: palette.colour(style.line),
    borderWidth: style.width,
    borderDash: [...style.dash],
    ...AS_GIVEN,
    borderJoinStyle: 'round',
    pointRadius: 0,
    pointHitRadius: 0,
    tension: 0,
    clip: false,
  };
}

/** An axis takes its room and turns values into pixels; its line, ticks and numbers are drawn beside
 *  (annotations.ts): Chart.js measures its own anew at every move of a slider, a third of all the work. */
const AXIS = {
  type: 'linear',
  border: { display: false },
  grid: { display: false },
  ticks: { display: false },
  afterBuildTicks: (axis: { ticks: unknown[] }) => {
    axis.ticks = [];
  },
} as const;

export function chartDatasets(plot: Plot, palette: Palette): LineDataset[] {
  return (
    plot.marks
      .flatMap((mark) => (mark.kind === 'line' ? [dataset(mark, palette)] : []))
      // Chart.js draws the last dataset first.
      .reverse()
  );
}

/** Where the axis of a panel begins and ends, with the room beyond it. */
export function panelBounds(plot: Plot, i: number): { min: number; max: number } {
  const { axis, weight, margin } = plot.panels[i]!;
  const height = (plot.height ?? FIGURE_HEIGHT) - TOP - xHeight(plot);
  const weights = plot.panels.reduce((sum, { weight }) => sum + weight, 0);
  const { below, above } = margin ?? {
    below: MARGIN.below,
    above: i === 0 ? MARGIN.above.first : MARGIN.above.lower,
  };
  const [low, high] = axis.range;
  const perPixel = (high - low) / ((height * weight) / weights - below - above);
  return { min: low - perPixel * below, max: high + perPixel * above };
}

export function chartOptions(plot: Plot): FigureChartOptions {
  const panels = plot.panels.map(({ id, weight }, i) => {
    const panel = {
      ...AXIS,
      position: 'left',
      stack: 'panels',
      stackWeight: weight,
      ...panelBounds(plot, i),
      afterFit: (box: { width: number }) => {
        box.width = AXIS_WIDTH;
      },
    };
    return [id, panel] as const;
  });
  return {
    animation: false,
    parsing: false,
    normalized: true,
    maintainAspectRatio: false,
    events: [],
    layout: {
      padding: { top: TOP, right: plot.narrow ? EDGE.narrow : EDGE.wide, bottom: 0, left: 0 },
      autoPadding: false,
    },
    scales: {
      x: {
        ...AXIS,
        position: 'bottom',
        min: plot.x.range[0],
        max: plot.x.range[1],
        afterFit: (box: { height: number }) => {
          box.height = xHeight(plot);
        },
      },
      // Chart.js stacks from the bottom upwards.
      ...Object.fromEntries(panels.reverse()),
    },
  } as unknown as FigureChartOptions;
}

/** Figure → Chart.js configuration, the one definition behind the still of the build and the live chart. */
import type { ChartDataset, ChartOptions, ScaleOptionsByType } from 'chart.js';
import { formatNumber } from '../lib/quantity.ts';
import type { FigureAxis, FigureLine, MembraneFigure } from './membrane-figure.ts';
import type { Palette } from './palette.ts';
import type { Point } from './points.ts';
import { QUANTITY_STYLE } from './quantity-style.ts';

/** Size of the numbers and words of a figure, px. */
export const FONT_SIZE = 13;
/** Width of the vertical axes, px: the same for every number, so that nothing moves when one changes. */
const AXIS_WIDTH = 44;
const TIME_HEIGHT = 26;
/** Heights of the two panels, in proportion. */
const PANELS = { u: 3.2, I: 1 };
/** Room beyond an axis, in parts of its length: above u for the spike marks, above I for its heading. */
const MARGIN = { u: { below: 0.07, above: 0.14 }, I: { below: 0.22, above: 0.75 } };
/** Room for the labels at the right edge, px. */
const EDGE = { wide: 132, narrow: 34 };

export type LineDataset = ChartDataset<'line', Point[]>;
export type FigureChartOptions = ChartOptions<'line'>;

/** Chart.js draws a solid line in whole pixel columns, in which a curve gets steps and a vertical reset
 *  leans, unless its own decimation has marked the points as few enough. Ours are. */
const AS_GIVEN = { _decimated: true };

function dataset({ id, axis, quantity, points }: FigureLine, palette: Palette): LineDataset {
  const style = QUANTITY_STYLE[quantity];
  return {
    label: id,
    data: points as Point[],
    xAxisID: 't',
    yAxisID: axis,
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

function scale(
  { ticks, digits }: FigureAxis,
  palette: Palette,
): Pick<ScaleOptionsByType, 'afterBuildTicks'> & object {
  const { line, text } = QUANTITY_STYLE.axis;
  return {
    border: { display: false },
    grid: {
      drawOnChartArea: false,
      drawTicks: true,
      tickLength: 5,
      tickColor: palette.colour(line),
    },
    ticks: {
      color: palette.colour(text),
      font: { family: palette.words, size: FONT_SIZE },
      padding: 4,
      maxRotation: 0,
      autoSkip: false,
      includeBounds: false,
      callback: (value: string | number) => formatNumber(Number(value), digits),
    },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = ticks.map((value) => ({ value }));
    },
  } as unknown as Pick<ScaleOptionsByType, 'afterBuildTicks'>;
}

export function chartDatasets(figure: MembraneFigure, palette: Palette): LineDataset[] {
  // Chart.js draws the last dataset first.
  return figure.lines.map((line) => dataset(line, palette)).reverse();
}

export function chartOptions(figure: MembraneFigure, palette: Palette): FigureChartOptions {
  const { t } = figure.axes;
  const panel = (name: 'u' | 'I') => {
    const [low, high] = figure.axes[name].range;
    const span = high - low;
    return {
      ...scale(figure.axes[name], palette),
      type: 'linear',
      position: 'left',
      stack: 'panels',
      stackWeight: PANELS[name],
      min: low - span * MARGIN[name].below,
      max: high + span * MARGIN[name].above,
      afterFit: (axis: { width: number }) => {
        axis.width = AXIS_WIDTH;
      },
    };
  };
  return {
    animation: false,
    parsing: false,
    normalized: true,
    maintainAspectRatio: false,
    events: [],
    font: { family: palette.words, size: FONT_SIZE },
    layout: {
      padding: { top: 14, right: figure.narrow ? EDGE.narrow : EDGE.wide, bottom: 0, left: 0 },
      autoPadding: false,
    },
    scales: {
      t: {
        ...scale(t, palette),
        type: 'linear',
        position: 'bottom',
        min: t.range[0],
        max: t.range[1],
        afterFit: (axis: { height: number }) => {
          axis.height = TIME_HEIGHT;
        },
      },
      I: panel('I'),
      u: panel('u'),
    },
  } as unknown as FigureChartOptions;
}

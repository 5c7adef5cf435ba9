/** A figure as plain data: one x axis, panels stacked above it, marks and labels in the panels. No canvas and
 *  no model: the still of the build and the live chart are two drawings of the same Plot, and so are
 *  whatever a reader hears or exports of it. */
import type { Range } from './axis.ts';
import type { QuantityName } from './quantity-style.ts';

/** A point in the units of its two axes. A y of NaN is a gap: what is drawn breaks off there. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlotAxis {
  readonly range: Range;
  readonly ticks: readonly number[];
  /** Decimals of the tick labels. */
  readonly digits: number;
  /** Every number of this axis (range, ticks, marks) is a decimal logarithm; the labels show the power. */
  readonly log?: true;
  /** As readers see it; empty for a plain number. */
  readonly unit: string;
  /** Words and symbols (lens-labels.ts), before the unit. A single letter for the x axis stands beside its numbers,
   *  words below them. */
  readonly label: string;
  readonly quantity: QuantityName;
}

export interface PlotPanel {
  readonly id: string;
  readonly axis: PlotAxis;
  /** Its height, in proportion to the other panels. */
  readonly weight: number;
  /** Room beyond the ends of the axis, px: for marks above it, for the heading of a lower panel. */
  readonly margin?: { readonly below: number; readonly above: number };
}

interface Mark {
  /** What it is; the same from run to run, no two in a plot alike. */
  readonly id: string;
  /** Id of its panel. */
  readonly panel: string;
  /** Colour, dash and width. */
  readonly quantity: QuantityName;
}

/** A line from point to point, in order of x or not. */
export interface LineMark extends Mark {
  readonly kind: 'line';
  readonly points: readonly Point[];
}

/** A dot at each point. */
export interface DotsMark extends Mark {
  readonly kind: 'dots';
  readonly points: readonly Point[];
  /** px; 3 unless given. */
  readonly radius?: number;
  /** A ring: an unstable fixed point, a value that is not reached. */
  readonly hollow?: true;
  /** An upright stroke of this height, in units of the axis, about each point and no dot. */
  readonly tall?: number;
}

/** Bars that stand on 0, or on the lower end of an axis without 0. */
export interface BarsMark extends Mark {
  readonly kind: 'bars';
  readonly bars: readonly { readonly from: number; readonly to: number; readonly y: number }[];
}

/** The area between two courses. */
export interface BandMark extends Mark {
  readonly kind: 'band';
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[];
}

/** Events, such as spikes: short upright strokes just above a value of the panel. */
export interface EventsMark extends Mark {
  readonly kind: 'events';
  /** x of each, ascending. */
  readonly times: readonly number[];
  readonly above: number;
}

export type PlotMark = LineMark | DotsMark | BarsMark | BandMark | EventsMark;

/** Words at the right edge, at the height of the value they name; with an x, at that place in the panel. */
export interface PlotLabel {
  readonly panel: string;
  readonly text: string;
  readonly value: number;
  readonly quantity: QuantityName;
  readonly x?: number;
}

export interface Plot {
  /** What it shows, for those who do not see it: "Membrane potential and input current over time". */
  readonly title: string;
  /** Drawn with less room at the right edge, labels as symbols. */
  readonly narrow: boolean;
  /** px; FIGURE_HEIGHT unless given. */
  readonly height?: number;
  readonly x: PlotAxis;
  /** From top to bottom. */
  readonly panels: readonly PlotPanel[];
  /** The first lies lowest; bars and bands lie below all lines, dots above them. */
  readonly marks: readonly PlotMark[];
  readonly labels: readonly PlotLabel[];
}

/** Height of a figure in px, where it has no other; its width follows the page. */
export const FIGURE_HEIGHT = 340;

/** Below this width in px a figure labels its lines by symbols alone. */
export const NARROW = 520;

/** Where things stand in a drawing of a plot, in px: what is laid over a figure asks here. The same numbers
 *  that chart-config.ts gives to Chart.js. */
import { AXIS_WIDTH, EDGE, panelBounds, TOP, xHeight } from './chart-config.ts';
import { FIGURE_HEIGHT, type Plot } from './plot.ts';

export interface Geometry {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(value: number): number;
  /** The value at a pixel, also outside the axis. */
  value(x: number): number;
  /** @throws RangeError when the plot has no such panel */
  y(panel: string, value: number): number;
}

/** @param width of the drawing in px */
export function geometry(plot: Plot, width: number): Geometry {
  const [from, to] = plot.x.range;
  const left = AXIS_WIDTH;
  const right = width - (plot.narrow ? EDGE.narrow : EDGE.wide);
  const bottom = (plot.height ?? FIGURE_HEIGHT) - xHeight(plot);
  const perUnit = (right - left) / (to - from);
  const weights = plot.panels.reduce((sum, { weight }) => sum + weight, 0);
  return {
    left,
    right,
    top: TOP,
    bottom,
    x: (value) => left + (value - from) * perUnit,
    value: (x) => from + (x - left) / perUnit,
    y(id, value) {
      let top = TOP;
      for (const [i, panel] of plot.panels.entries()) {
        const height = ((bottom - TOP) * panel.weight) / weights;
        const { min, max } = panelBounds(plot, i);
        if (panel.id === id) return top + (height * (max - value)) / (max - min);
        top += height;
      }
      throw new RangeError(`the plot has no panel ${id}`);
    },
  };
}

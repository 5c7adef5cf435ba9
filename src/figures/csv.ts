/** Plots that are not over time as CSV: what a curve, a histogram or a phase plane shows, point by point. */
import type { Plot } from './plot.ts';
import { meant, pointsOf } from './table.ts';

/** A text that may hold a comma or a quotation mark (RFC 4180). */
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const heading = (label: string, unit: string) =>
  quoted(unit === '' || unit === '1' ? label : `${label} (${unit})`);

/** One block for each plot and panel, under a header with units: the name of the mark, x and y. Blocks are
 *  parted by an empty line. */
export function plotsAsCsv(plots: readonly Plot[]): string {
  const blocks = plots.flatMap((plot) =>
    plot.panels.map(({ id, axis }) => {
      const rows = plot.marks
        .filter(({ panel }) => panel === id)
        .flatMap((mark) =>
          pointsOf(mark).map(({ x, y }) => `${quoted(mark.id)},${meant(x, plot.x)},${meant(y, axis)}`),
        );
      const header = ['mark', heading(plot.x.label, plot.x.unit), heading(axis.label, axis.unit)].join(',');
      return [header, ...rows, ''].join('\n');
    }),
  );
  return blocks.join('\n');
}

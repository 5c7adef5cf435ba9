/** The one door to Chart.js: only the parts a line figure needs are registered (48 instead of 69 KB). */
import { BasicPlatform, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { chartDatasets, chartOptions } from '../../figures/chart-config.ts';
import { annotations, type Drawing } from './annotations.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale);

/** What the options of a chart depend on, besides its colours. */
const shape = ({ plot }: Drawing) => JSON.stringify([plot.narrow, plot.x, plot.panels, plot.height]);

export interface FigureChart {
  /** Draws another figure, or the same in other colours, at once. */
  show(drawing: Drawing): void;
  destroy(): void;
}

/** @param target a canvas, or anything that Chart.js can draw on
 *  @param ratio device pixels per px of a surface that has the size it needs; 0, and the chart follows its parent */
export function createFigureChart(target: HTMLCanvasElement, first: Drawing, ratio = 0): FigureChart {
  let drawing = first;
  const own = ratio ? { responsive: false, devicePixelRatio: ratio } : { responsive: true };
  const optionsOf = ({ plot }: Drawing) => ({ ...chartOptions(plot), ...own });
  const chart = new Chart(target, {
    type: 'line',
    data: { datasets: chartDatasets(first.plot, first.palette) },
    options: optionsOf(first),
    plugins: [annotations(() => drawing)],
    // A surface of its own is no part of the page.
    ...(ratio && { platform: BasicPlatform }),
  });
  return {
    show(next) {
      const before = drawing;
      drawing = next;
      const datasets = chartDatasets(next.plot, next.palette);
      const shown = chart.data.datasets;
      // Options are resolved anew only where something about them changed: under a moving slider only
      // the points do.
      const same = shape(before) === shape(next);
      if (!same) chart.options = optionsOf(next);
      const asBefore =
        datasets.length === shown.length && datasets.every(({ label }, i) => label === shown[i]?.label);
      if (same && asBefore && before.palette === next.palette) {
        shown.forEach((dataset, i) => (dataset.data = datasets[i]?.data ?? []));
      } else {
        chart.data.datasets = datasets;
      }
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}

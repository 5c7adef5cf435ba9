/** The one door to Chart.js: only the parts a line figure needs are registered (48 instead of 69 KB). */
import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { chartDatasets, chartOptions } from '../../figures/chart-config.ts';
import { annotations, type Drawing } from './annotations.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale);

export interface FigureChart {
  /** Draws another figure, or the same in other colours, at once. */
  show(drawing: Drawing): void;
  destroy(): void;
}

/** @param target a canvas, or anything that Chart.js can draw on
 *  @param fixed true where the surface has the size it needs; else the chart follows its parent */
export function createFigureChart(target: HTMLCanvasElement, first: Drawing, fixed = false): FigureChart {
  let drawing = first;
  const own = fixed ? { responsive: false, devicePixelRatio: 1 } : { responsive: true };
  const optionsOf = ({ figure, palette }: Drawing) => ({ ...chartOptions(figure, palette), ...own });
  const chart = new Chart(target, {
    type: 'line',
    data: { datasets: chartDatasets(first.figure, first.palette) },
    options: optionsOf(first),
    plugins: [annotations(() => drawing)],
  });
  return {
    show(next) {
      drawing = next;
      chart.data.datasets = chartDatasets(next.figure, next.palette);
      chart.options = optionsOf(next);
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}

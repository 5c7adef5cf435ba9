/** The one door to Chart.js: only the parts a line figure needs are registered (48 instead of 69 KB). */
import { BasicPlatform, Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { chartDatasets, chartOptions, namedInWords, panelBounds } from '../../figures/chart-config.ts';
import type { Plot } from '../../figures/plot.ts';
import { annotations, type Drawing } from './annotations.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale);

/** What a chart has to be laid out anew for. */
const layoutOf = ({ narrow, height, x, panels }: Plot) =>
  JSON.stringify([narrow, height, namedInWords(x), panels.map(({ id, weight }) => [id, weight])]);

/** Where the axes begin and end, by their names. */
function boundsOf(plot: Plot): (readonly [string, { min: number; max: number }])[] {
  const [min, max] = plot.x.range;
  return [['x', { min, max }], ...plot.panels.map(({ id }, i) => [id, panelBounds(plot, i)] as const)];
}

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
      chart.options = optionsOf(next);
      const datasets = chartDatasets(next.plot, next.palette);
      const shown = chart.data.datasets;
      const sameLines =
        datasets.length === shown.length && datasets.every(({ label }, i) => label === shown[i]?.label);
      if (!sameLines || before.palette !== next.palette || layoutOf(before.plot) !== layoutOf(next.plot)) {
        chart.data.datasets = datasets;
        chart.update('none');
        return;
      }
      // Under a moving slider only points and the ends of axes change. An update of the whole chart would resolve
      // all options and lay it out again, twice the work; the next one takes the options set above.
      for (const [name, { min, max }] of boundsOf(next.plot)) {
        // By the user's bounds Chart.js chooses which points of a line it draws: those on a longer axis, too.
        Object.assign(chart.scales[name]!, { min, max, _userMin: min, _userMax: max }).configure();
      }
      shown.forEach((dataset, i) => {
        dataset.data = datasets[i]!.data;
        const { controller } = chart.getDatasetMeta(i);
        controller.buildOrUpdateElements(true);
        controller.update('none');
      });
      chart.draw();
    },
    destroy: () => chart.destroy(),
  };
}

/** The still axes of a prediction, with the truth in them as a path that the page hides until the answer is open. */
import { geometry } from '../../figures/geometry.ts';
import { DRAWN_PANEL, predictionPlot, type PredictionTask } from '../../figures/prediction-plot.ts';
import { drawStill } from '../charts/still.ts';

/** px: beside the sidebar, and on a phone, inside the frame of a question. */
const WIDTHS = { wide: 640, narrow: 296 };
/** Length of the stroke of a spike and its distance from the threshold, px. */
const SPIKE = { length: 13, gap: 5 };

const round = (value: number) => Math.round(value * 10) / 10;

/** What is hidden at first, as SVG. */
function truth(task: PredictionTask, width: number): string {
  const plot = predictionPlot(task, { width, drawn: [], revealed: true });
  const place = geometry(plot, width);
  let course = '';
  let spikes = '';
  for (const mark of plot.marks) {
    if (mark.kind === 'line' && mark.id === 'potential')
      course = mark.points
        .map(({ x, y }) => `${round(place.x(x))} ${round(place.y(DRAWN_PANEL, y))}`)
        .join(' ');
    if (mark.kind === 'events')
      spikes = mark.times
        .map(
          (time) =>
            `M${round(place.x(time))} ${round(place.y(DRAWN_PANEL, mark.above) - SPIKE.gap)}v-${SPIKE.length}`,
        )
        .join('');
  }
  const fire = spikes && `<path class="truth spikes" d="${spikes}"/>`;
  return `<path class="truth" d="M${course}"/>${fire}`;
}

/** @returns the HTML of the stills for a wide and a narrow page */
export function predictionStills(task: PredictionTask): string {
  return Object.entries(WIDTHS)
    .map(([name, width]) => {
      const plot = predictionPlot(task, { width, drawn: [], revealed: false });
      return drawStill(plot, width, name).replace('</svg>', `${truth(task, width)}</svg>`);
    })
    .join('');
}

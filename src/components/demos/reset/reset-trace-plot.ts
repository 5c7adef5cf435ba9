/** The potential over time, and below it what each part of an interval takes. */
import { membranePlot, type MembraneView } from '../../../figures/membrane-plot.ts';
import type { Plot, PlotLabel, PlotMark, PlotPanel } from '../../../figures/plot.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { formatQuantity } from '../../../lib/quantity.ts';
import type { Experiment, LifNeuron } from '../../../sim/experiment.ts';
import { LIF } from '../../../sim/lif.ts';
import type { Recording } from '../../../sim/recording.ts';
import { intervalParts, type Stretch } from './interval-parts.ts';

/** Room of "32.2 ms", and what the axis and the edge take of the width, px. */
const LABEL_ROOM = 54;
const BESIDE = 80;
/** More intervals than this are too narrow to be told apart. */
const MOST = 100;

const PARTS: PlotPanel = {
  id: 'parts',
  axis: {
    range: [0, 2],
    ticks: [],
    digits: 0,
    unit: '',
    label: 'climb and refractory period',
    quantity: 'axis',
  },
  weight: 1.1,
  margin: { below: 0, above: 26 },
};

/** @param view of the panel of the potential */
export function resetTracePlot(
  experiment: Experiment<LifNeuron>,
  recording: Recording,
  view: MembraneView,
): Plot {
  const { neuron, duration } = experiment;
  const plot = membranePlot(experiment, recording, view, LIF);
  const [u] = plot.panels as [PlotPanel];
  const { held, climbs } = intervalParts(neuron, recording.spikes.subarray(0, MOST), duration);
  const rests = neuron.t_ref > 0 ? held : [];
  const bars = (id: string, quantity: QuantityName, parts: readonly Stretch[]): PlotMark => ({
    kind: 'bars',
    id,
    panel: 'parts',
    quantity,
    bars: parts.map((part) => ({ ...part, y: 1 })),
  });
  const columns = rests.map(({ from, to }, k): PlotMark => ({
    kind: 'band',
    id: `held-${k + 1}`,
    panel: 'u',
    quantity: 'fire',
    points: [from, to].map((x) => ({ x, low: u.axis.range[0], high: neuron.V_th })),
  }));

  const labels: PlotLabel[] = [];
  const fits = ({ from, to }: Stretch) => ((to - from) / duration) * (view.width - BESIDE) >= LABEL_ROOM;
  // The first climb, from rest, and the first after a reset.
  for (const part of climbs.slice(0, 2)) {
    if (!fits(part)) continue;
    const text = formatQuantity(part.to - part.from, 'ms', 1);
    labels.push({ panel: 'parts', text, value: 0.5, quantity: 'integrate', x: part.from });
  }
  const [first] = rests;
  if (first) {
    const text = `refractory ${formatQuantity(neuron.t_ref, 'ms', 1)}`;
    labels.push({ panel: 'parts', text, value: 1.5, quantity: 'fire', x: first.from - 0.02 * duration });
  }
  return {
    ...plot,
    title: 'Membrane potential over time, and the parts of the intervals between spikes',
    panels: [u, PARTS],
    marks: [
      ...columns,
      bars('held', 'fire', rests),
      bars('climbs', 'integrate', climbs),
      ...plot.marks.filter(({ panel }) => panel === 'u'),
    ],
    labels: [...plot.labels, ...labels],
  };
}

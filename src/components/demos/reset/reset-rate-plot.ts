/** The rate over the current with and without a refractory period, by the formula; the dot is the run. */
import { axisOver, widen, type Range } from '../../../figures/axis.ts';
import { clipped } from '../../../figures/clip.ts';
import { NARROW, type Plot, type PlotLabel, type PlotMark, type Point } from '../../../figures/plot.ts';
import type { QuantityName } from '../../../figures/quantity-style.ts';
import { straighten, straightenStretches } from '../../../figures/straighten.ts';
import { formatQuantity } from '../../../lib/quantity.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import { firingRateHz, rateHz } from '../../../sim/theory.ts';
import { formulaPoints } from '../fi/fi-formula.ts';

export interface ResetRates {
  readonly neuron: LifNeuron;
  readonly currentNa: number;
  /** Of the run, Hz; undefined where it has no interval. */
  readonly rate: number | undefined;
  /** Where the curves end, nA. */
  readonly to: number;
}

const HIGHEST = 1000;

const tireless = (neuron: LifNeuron): LifNeuron => ({ ...neuron, t_ref: 0 });

/** Room for both curves and the ceiling, where it is not far above them. */
export function rateRange({ neuron, to }: ResetRates): Range {
  const ceiling = rateHz(neuron.t_ref);
  const top = Math.max(firingRateHz(tireless(neuron), to), ceiling <= HIGHEST ? ceiling : 0);
  return widen([0, 50], [0, Math.min(HIGHEST, top)]);
}

/** Height of the name of the curve without a refractory period, as a part of the axis; the other where the ceiling
 *  is there. */
const NAME_AT = [0.65, 0.5] as const;
/** Room of that name, as a part of the axis. */
const NAME = 0.34;

/** @param frame widened where the curve of the neuron leaves it; the one without a refractory period is cut off
 *  @param width px */
export function resetRatePlot(
  { neuron, currentNa, rate, to }: ResetRates,
  frame: Range,
  width: number,
): Plot {
  const narrow = width < NARROW;
  const y = widen(frame, [0, firingRateHz(neuron, to)]);
  const top = y[1];
  const marks: PlotMark[] = [];
  const labels: PlotLabel[] = [];
  const line = (id: string, quantity: QuantityName, points: readonly Point[]) =>
    marks.push({ kind: 'line', id, panel: 'rate', quantity, points });
  const label = (text: string, quantity: QuantityName, x: number, value: number) =>
    labels.push({ panel: 'rate', text, quantity, x, value });

  const ceiling = rateHz(neuron.t_ref);
  const fresh = tireless(neuron);
  if (ceiling <= top) {
    line(
      'ceiling',
      'fire',
      [0, to].map((x) => ({ x, y: ceiling })),
    );
    // Where the steep curve does not cross it.
    const left = firingRateHz(fresh, to * 0.4) < ceiling;
    label(`ceiling ${formatQuantity(ceiling, 'Hz', 0)}`, 'fire', left ? 0 : to * 0.55, ceiling + top * 0.04);
  }
  if (neuron.t_ref > 0) {
    const without = clipped(formulaPoints(fresh, to), y);
    line('without refractory period', 'compared', straightenStretches(without));
    const height = top * (Math.abs(ceiling / top - NAME_AT[0] - 0.04) < 0.1 ? NAME_AT[1] : NAME_AT[0]);
    const at = without.find((point) => point.y >= height) ?? without.at(-1);
    if (at)
      label('without t_ref', 'compared', Math.max(0, at.x - to * NAME), Math.min(height, at.y + top * 0.06));
    label('with t_ref', 'formula', to * 0.7, firingRateHz(neuron, to * 0.7) - top * 0.06);
  }
  line('formula', 'formula', straighten(formulaPoints(neuron, to)));
  if (rate !== undefined && currentNa <= to) {
    const foot = [0, rate].map((height) => ({ x: currentNa, y: height }));
    line('current', 'input', foot);
    marks.push({
      kind: 'dots',
      id: 'run',
      panel: 'rate',
      quantity: 'input',
      points: foot.slice(1),
      radius: 5,
    });
    label(formatQuantity(rate, 'Hz', 2), 'input', Math.min(currentNa, to * 0.8), rate * 0.5);
  }
  return {
    title: 'Firing rate over current, with and without a refractory period',
    narrow,
    x: axisOver([0, to], narrow ? 4 : 6, { unit: 'nA', label: 'current I', quantity: 'input' }),
    panels: [
      { id: 'rate', axis: axisOver(y, 4, { unit: 'Hz', label: 'firing rate', quantity: 'fire' }), weight: 1 },
    ],
    marks,
    labels,
  };
}

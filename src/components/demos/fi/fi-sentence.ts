/** What the f–I lab shows, in sentences. */
import { formatChosen, formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import type { Experiment, LifNeuron, Method } from '../../../sim/experiment.ts';
import { firingRateHz, interspikeIntervalMs, rateHz, rheobaseNa } from '../../../sim/theory.ts';
import type { RatePoint } from './fi-sweep.ts';

const hz = (value: number) => formatQuantity(value, 'Hz', 1);
const ms = (value: number) => formatQuantity(value, 'ms', 2);

const WHY: Partial<Record<Method, string>> = {
  exact: 'because every spike waits for the next point of the grid',
  euler:
    'because each step climbs with the slope at its beginning, too far, and every spike waits for the grid',
};

function compared(
  { neuron, method, dt }: Experiment<LifNeuron>,
  { currentNa, rateHz: rate }: RatePoint,
): string {
  const truth = firingRateHz(neuron, currentNa);
  const formula = interspikeIntervalMs(neuron, currentNa);
  if (truth === 0 && rate === 0) {
    return `it never fires: the rheobase, ${formatQuantity(rheobaseNa(neuron), 'nA', 2)}, has to be exceeded.`;
  }
  if (Number.isNaN(rate)) return `the simulation gives no rate, the formula ${hz(truth)}.`;
  const simulated = rateHz(rate);
  if (method === 'precise') return `it fires every ${ms(simulated)}, ${hz(rate)}, as the formula says.`;
  const apart = rate - truth;
  const sign = apart > 0 ? '+' : '';
  return (
    `on a grid of ${formatChosen(dt, 'ms')} it fires every ${ms(simulated)}, ${hz(rate)}; the formula says ` +
    `${ms(formula)}, ${hz(truth)}: a difference of ${sign}${formatNumber(apart, 2)}\u00a0Hz, ${WHY[method] ?? ''}.`
  );
}

/** No interval is shorter than the refractory period. */
function ceiling({ t_ref }: LifNeuron): string {
  if (t_ref === 0) return 'Without a refractory period the rate has no ceiling.';
  return (
    `However strong the current, the refractory period of ${formatChosen(t_ref, 'ms')} allows ` +
    `no more than ${formatQuantity(rateHz(t_ref), 'Hz', 0)}.`
  );
}

export function fiSentence(experiment: Experiment<LifNeuron>, here: RatePoint): string {
  return `At ${formatChosen(here.currentNa, 'nA')} ${compared(experiment, here)} ${ceiling(experiment.neuron)}`;
}

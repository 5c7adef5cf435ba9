/** What the reset lab shows, in sentences: the interval in its parts. */
import { formatChosen, formatNumber, formatQuantity } from '../../../lib/quantity.ts';
import type { LifNeuron } from '../../../sim/experiment.ts';
import {
  firstSpikeMs,
  interspikeIntervalMs,
  rateHz,
  steadyStateMv,
  timeConstantMs,
} from '../../../sim/theory.ts';

const ms = (value: number) => formatQuantity(value, 'ms', 2);
const mV = (value: number) => formatChosen(value, 'mV');

function never(neuron: LifNeuron, steady: number): string {
  const reaches =
    steady >= neuron.V_th ? 'which is the threshold: it is reached only as t → ∞' : 'below the threshold';
  return `the neuron never fires: u heads for ${mV(steady)}, ${reaches}.`;
}

/** How long the first spike takes, which no refractory period comes before. */
function first({ V_m, V_reset, t_ref }: LifNeuron, time: number, interval: number): string {
  const from = V_m === V_reset ? 'the same climb' : `a climb from ${mV(V_m)}`;
  if (t_ref === 0 && time === interval) return `The first spike comes after ${ms(time)} too.`;
  return `The first spike comes after ${ms(time)}: ${from}${t_ref > 0 ? ', with no refractory period before it' : ''}.`;
}

export function resetSentence(neuron: LifNeuron, currentNa: number): string {
  const { t_ref, V_reset, V_th } = neuron;
  const at = `At ${formatChosen(currentNa, 'nA')}`;
  const interval = interspikeIntervalMs(neuron, currentNa);
  const steady = steadyStateMv(neuron, currentNa);
  if (interval === Infinity) return `${at} ${never(neuron, steady)}`;
  const tau = formatChosen(timeConstantMs(neuron), 'ms');
  const far = (level: number) => formatNumber(steady - level, 2).replace(/\.?0+$/, '');
  const ceiling =
    t_ref > 0
      ? ` No current takes the rate past ${formatQuantity(rateHz(t_ref), 'Hz', 0)}, one over the refractory period.`
      : '';
  const climb = `the climb from ${mV(V_reset)} to ${mV(V_th)}, τ ln(${far(V_reset)}/${far(V_th)}) with τ = ${tau} and the distances to u∞ in mV`;
  const parts =
    t_ref > 0 ? `${ms(t_ref)} held, then ${ms(interval - t_ref)} for ${climb}` : `all of it ${climb}`;
  return (
    `${at} the neuron fires every ${ms(interval)}, ${formatQuantity(rateHz(interval), 'Hz', 2)}: ${parts}. ` +
    `${first(neuron, firstSpikeMs(neuron, currentNa), interval)}${ceiling}`
  );
}

/** What the adaptation lab shows, in sentences. */
import { formatChosen, formatQuantity } from '../../../lib/quantity.ts';
import type { AlifNeuron } from '../../../sim/experiment.ts';
import { rateHz } from '../../../sim/theory.ts';
import type { Intervals } from './adaptation-plot.ts';

const ms = (value: number) => formatQuantity(value, 'ms', 1);
const hz = (value: number) => formatQuantity(rateHz(value), 'Hz', 1);

export function adaptationSentence(
  { b, tau_w }: AlifNeuron,
  currentNa: number,
  { intervals, plain, steady }: Intervals,
): string {
  const first = intervals[0];
  const last = intervals.at(-1);
  const at = `At ${formatChosen(currentNa, 'nA')}`;
  if (plain === Infinity)
    return `${at} the potential does not reach threshold for long: the neuron falls silent.`;
  if (first === undefined || last === undefined) return `${at} the run is too short for two spikes.`;
  if (b === 0)
    return `${at} the neuron fires every ${ms(plain)}, ${hz(plain)}: without b it is the plain neuron.`;
  return (
    `${at} the first interval lasts ${ms(first)}, the last ${ms(last)}. Without adaptation it would be ${ms(plain)}, ` +
    `${hz(plain)}; in the end it is ${ms(steady)}, ${hz(steady)}, when each spike adds as much to w, ` +
    `${formatChosen(b, 'nA')}, as is forgotten between two spikes with ${formatChosen(tau_w, 'ms')}.`
  );
}

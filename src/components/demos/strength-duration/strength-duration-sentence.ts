/** What the strength-duration lab shows, in sentences. */
import { formatChosen, formatQuantity } from '../../../lib/quantity.ts';
import { rheobaseNa } from '../../../sim/theory.ts';
import { thresholdChargePc, chronaxieMs, strengthDurationNa } from '../../../sim/strength-duration.ts';
import type { StrengthDuration } from './strength-duration-plot.ts';

const nA = (value: number) => formatQuantity(value, 'nA', 2);

export function strengthDurationSentence({ neuron, pulse, fires }: StrengthDuration): string {
  const { widthMs, currentNa } = pulse;
  const needed = strengthDurationNa(neuron, widthMs);
  const width = formatChosen(widthMs, 'ms');
  const own = `A pulse of ${formatChosen(currentNa, 'nA')} for ${width} ${fires ? 'fires' : 'does not fire'} the neuron: ${width} need more than ${nA(needed)}, a charge of ${formatQuantity(needed * widthMs, 'pC', 1)}.`;
  const brief = `However brief the pulse, it takes at least ${formatQuantity(thresholdChargePc(neuron), 'pC', 1)}`;
  if (!neuron.leak)
    return `${own} ${brief}; without leak every pulse takes just that, and any current fires in the end.`;
  return (
    `${own} ${brief}; however long, more than the rheobase of ${nA(rheobaseNa(neuron))}. Twice the rheobase fires ` +
    `in ${formatQuantity(chronaxieMs(neuron), 'ms', 1)}, the chronaxie.`
  );
}

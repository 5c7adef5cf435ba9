/** What the AdEx lab shows, in sentences. */
import { formatChosen, formatQuantity } from '../../../lib/quantity.ts';
import { intervalsMs } from '../../../sim/intervals.ts';
import type { AdexNeuron } from '../../../sim/experiment.ts';
import { adexSaddleNodeNa } from '../../../sim/adex-plane.ts';
import type { PhasePlane } from '../../../sim/phase-plane.ts';

const ms = (value: number) => formatQuantity(value, 'ms', 1);

/** Intervals that differ by this factor are those within a burst and those between two. */
const BURST = 4;

function firing(spikes: Float64Array): string {
  if (spikes.length === 0) return 'the neuron does not fire';
  if (spikes.length < 3) return `the neuron fires ${spikes.length === 1 ? 'once' : 'twice'}`;
  const intervals = Array.from(intervalsMs(spikes));
  const late = intervals.slice(-4);
  const [shortest, longest] = [Math.min(...late), Math.max(...late)];
  if (late.length === 4 && longest > BURST * shortest)
    return `the neuron fires in bursts: in the end ${ms(shortest)} within one and ${ms(longest)} from one to the next`;
  const first = intervals.slice(0, 3).map(ms).join(', ');
  return `the neuron fires ${spikes.length} times; its intervals begin with ${first} and end with ${ms(intervals.at(-1) ?? NaN)}`;
}

function rest({ fixedPoints }: PhasePlane, meeting: string): string {
  if (fixedPoints.length === 0)
    return `The nullclines do not cross above ${meeting}: there is no rest to come to.`;
  const stable = fixedPoints.find(({ stability }) => stability.startsWith('stable'));
  if (!stable) return `The nullclines still cross, up to ${meeting}, but nowhere is rest stable.`;
  return `Up to ${meeting} the nullclines cross, and at ${formatQuantity(stable.V, 'mV', 1)} rest is stable (filled); the other crossing is not (hollow).`;
}

export function adexSentence(
  neuron: AdexNeuron,
  currentNa: number,
  spikes: Float64Array,
  plane: PhasePlane,
): string {
  const meeting = formatQuantity(adexSaddleNodeNa(neuron), 'nA', 3);
  return `At ${formatChosen(currentNa, 'nA')} ${firing(spikes)}. ${rest(plane, meeting)}`;
}

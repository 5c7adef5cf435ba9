/** What is to be read off a run of the network, in words. */
import { formatNumber, formatQuantity } from '../lib/quantity.ts';
import type { NetworkActivity } from './network-activity.ts';

/** Below this many intervals of each neuron their CV is noticeably too small (Nawrot et al. 2008). */
const MANY_INTERVALS = 50;

/** "5,000": thousands have a comma. */
export const inThousands = (count: number) => count.toLocaleString('en-GB');

function irregularity({ cv, counted, intervals, from, to }: NetworkActivity): string {
  if (cv === null) return 'No neuron has two intervals, so that there is no CV.';
  const few = intervals < MANY_INTERVALS ? '; so few make it come out too small' : '';
  return (
    `The CV of the intervals is ${formatNumber(cv, 2)}, a mean over ${inThousands(counted)} neurons with about ` +
    `${Math.round(intervals)} intervals each in ${formatQuantity(to - from, 'ms', 0)}${few}.`
  );
}

/** @param parameters what was run: "g = 5, η = 2, the parameters of AI, asynchronous irregular" */
export function describeNetwork(parameters: string, activity: NetworkActivity): string {
  const { neurons, from, rate, synchrony } = activity;
  const start = `With ${parameters}, `;
  const settled = `The first ${formatQuantity(from, 'ms', 0)} are not counted.`;
  if (synchrony === null) return `${start}none of the ${inThousands(neurons)} neurons fires. ${settled}`;
  return [
    `${start}${inThousands(neurons)} neurons fire at ${formatQuantity(rate, 'Hz', 1)} on average.`,
    irregularity(activity),
    `Their synchrony χ is ${formatNumber(synchrony, 2)}: 1 if all fire alike, ${formatNumber(1 / Math.sqrt(neurons), 2)} if each fires for itself.`,
    settled,
  ].join(' ');
}

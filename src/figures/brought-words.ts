/** What a reader brought, and how far it is from the run, in whole sentences. */
import { formatNumber, formatQuantity } from '../lib/quantity.ts';
import { rangeOf } from './axis.ts';
import { COST_PER_MS, SAME_SPIKE, type Brought, type Distance, type SpikeDistance } from './brought.ts';

const count = (n: number, one: string, many = `${one}s`) =>
  n === 0 ? `no ${one}` : `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
const ms = (value: number, digits: number) => formatQuantity(value, 'ms', digits);
const mV = (value: number, digits: number) => formatQuantity(value, 'mV', digits);

/** "412 samples from 0 to 100 ms, from −70.0 to −50.1 mV, with 3 spikes." */
export function broughtInWords({ data, spikes }: Brought): string {
  const times = data.kind === 'trace' ? data.t : data.times;
  const [first = NaN, last = NaN] = [times[0], times[times.length - 1]];
  if (data.kind === 'spikes') {
    return times.length === 1
      ? `1 spike, at ${ms(first, 2)}.`
      : `${count(times.length, 'spike')}, from ${formatNumber(first, 2)} to ${ms(last, 2)}.`;
  }
  const [low, high] = rangeOf(data.V, [NaN, NaN]);
  return (
    `${count(times.length, 'sample')} from ${formatNumber(first, 1)} to ${ms(last, 1)}, ` +
    `between ${formatNumber(low, 1)} and ${mV(high, 1)}, with ${count(spikes.length, 'spike')}.`
  );
}

function spikesInWords({ data, run, partly, same, later, victorPurpura }: SpikeDistance): string {
  if (data === 0 && run === 0) return partly ? 'Neither has a spike in that time.' : 'Neither has a spike.';
  if (data === 0 || run === 0) {
    return `Your data has ${count(data, 'spike')}, the run ${count(run, 'spike')}.`;
  }
  const among = `within ${ms(SAME_SPIKE, 0)} among the run’s ${formatNumber(run, 0)}${partly ? ' in that time' : ''}`;
  const of = `of your ${count(data, 'spike')}`;
  const off =
    Math.abs(later) < 0.005
      ? 'at the same time'
      : `${ms(Math.abs(later), 2)} ${later > 0 ? 'later' : 'earlier'}`;
  const found =
    same === 0
      ? `${data === 1 ? 'Your spike has no' : `None ${of} has a`} partner ${among}.`
      : same === 1
        ? `1 ${of} has a partner ${among}; it comes ${off}.`
        : `${formatNumber(same, 0)} ${of} have a partner ${among}; on average they come ${off}.`;
  if (victorPurpura === undefined) return found;
  return (
    `${found} The Victor–Purpura distance is ${formatNumber(victorPurpura, 2)} (a spike moved by ${ms(1, 0)} ` +
    `counts ${formatNumber(COST_PER_MS, 0)}, one added or taken away 1).`
  );
}

export function distanceInWords({ trace, spikes, beyond }: Distance, { data }: Brought, end: number): string {
  const said: string[] = [];
  if (trace) {
    const { rms, samples, by, at } = trace;
    said.push(
      rms < 0.005
        ? `Your trace runs as the run does, within ${mV(Math.max(0.01, Math.ceil(100 * Math.abs(by)) / 100), 2)}.`
        : `Your trace is ${mV(rms, 2)} from the run (root mean square of ${count(samples, 'sample')}), ` +
            `most at ${ms(at, 1)}, where it is ${mV(Math.abs(by), 2)} ${by > 0 ? 'higher' : 'lower'}.`,
    );
  }
  if (trace ?? data.kind === 'spikes') said.push(spikesInWords(spikes));
  if (beyond > 0) {
    const what = data.kind === 'trace' ? 'sample' : 'spike';
    said.push(
      `${count(beyond, what)} ${beyond === 1 ? 'is' : 'are'} left out: the run ends at ${ms(end, 0)}.`,
    );
  }
  return said.join(' ');
}
